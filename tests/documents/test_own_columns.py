"""Tables in the columns of their own document, and what a paragraph does not say."""

from __future__ import annotations

from typing import Any

import pytest

from parcli.documents.contexts.directive_body import blocks_of, table_blocks
from parcli.documents.contexts.own_columns import Given, fields_of, holds, own_rows
from parcli.model.directive import Group, Task

HEADINGS = ["STT", "Nhóm nhiệm vụ", "Nội dung", "Chỉ tiêu", "ĐVT", "Chủ trì, phối hợp", "Kinh phí"]


def task(**values: Any) -> Task:
    return Task.model_validate({"text": "Mở lớp", **values})


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("TT", "number"),
        ("Nhiệm vụ", "text"),
        ("Cơ quan chủ trì", "lead"),
        ("Đơn vị thực hiện", "lead"),
        ("Đơn vị phối hợp", "support"),
        ("Thời gian hoàn thành", "deadline"),
        ("Sản phẩm, kết quả", "output"),
        ("Lãnh đạo phụ trách", "responsible"),
        ("Đơn vị tính", "measure"),
        ("Nguồn kinh phí", "extra"),
        ("Ghi chú", "note"),
        ("Số liệu năm 2025", "extra"),
    ],
)
def test_what_a_heading_means(heading: str, field: str) -> None:
    assert fields_of([heading]) == (field,)


def test_rows_in_the_order_of_the_columns() -> None:
    made = task(
        number="1",
        title="Đào tạo",
        lead=["Sở A"],
        support=["Sở B"],
        targets=[{"text": "10 lớp", "unit": "lớp"}],
        extra={"Kinh phí": "800"},
    )
    group = Group.model_validate({"number": "I", "title": "NHÂN LỰC", "lead": ["Sở C"]})
    group.tasks.append(task(number="2"))

    rows = list(own_rows(HEADINGS, [group], [made], Given()))

    assert fields_of(HEADINGS)[1:3] == ("title", "text")
    assert rows == [
        ("I", "NHÂN LỰC", "", "", "", "", ""),
        ("2", "", "Mở lớp", "", "", "Chủ trì: Sở C", ""),
        ("1", "Đào tạo", "Mở lớp", "10 lớp", "lớp", "Chủ trì: Sở A; Phối hợp: Sở B", "800"),
    ]
    assert list(own_rows(["Việc"], [], [made], Given())) == [("Đào tạo: Mở lớp",)]


@pytest.mark.parametrize(
    ("values", "room"),
    [
        ({"lead": ["Sở A"], "extra": {"Kinh phí": "1"}}, True),
        ({"deadline": "quý I"}, False),
        ({"extra": {"Khác": "1"}}, False),
    ],
)
def test_whether_the_columns_have_room(values: dict[str, Any], room: bool) -> None:
    assert holds(HEADINGS, [], [task(**values)]) is room


def test_what_no_words_say_stands_in_a_line_of_its_own() -> None:
    group = Group.model_validate(
        {
            "number": "1",
            "title": "Sở A",
            "lead": ["Sở A"],
            "support": ["Sở C"],
            "deadline": "quý I",
            "tasks": [
                {"number": "a", "text": "Sở B kiểm tra trong quý I", "lead": ["Sở B"]},
                {"number": "b", "text": "Rà soát", "support": [{"unit": "Sở D", "scope": "mục 2"}],
                    "output": "Báo cáo", "deadline": "tháng 5"},
            ],
        }
    )  # fmt: skip
    assert [block.text for block in blocks_of([group])] == [
        "1. Sở A",
        "a) Sở B kiểm tra trong quý I",
        "Phối hợp: Sở C.",
        "b) Rà soát",
        "Phối hợp: Sở D (mục 2); thời hạn: tháng 5; sản phẩm: Báo cáo.",
    ]


def test_tables_of_the_body() -> None:
    values = {
        "title": "Phân công",
        "extra": {
            "columns": ["TT", "Nhiệm vụ", "Chủ trì"],
            "table 2": [["TT", "Chỉ tiêu"], ["1", None]],
            "footnote": "x",
        },
        "tasks": [{"number": "1", "text": "Kiểm tra", "lead": ["Sở A"]}],
    }
    heading, tasks, kept = blocks_of([Group.model_validate(values)])

    assert (heading.is_heading, heading.text) == (True, "Phân công")
    assert (tasks.columns, [row.cells for row in tasks.rows]) == (
        ("TT", "Nhiệm vụ", "Chủ trì"),
        [("1", "Kiểm tra", "Sở A")],
    )
    assert (kept.columns, [row.cells for row in kept.rows]) == (("TT", "Chỉ tiêu"), [("1", "")])
    assert list(table_blocks({"table 1": [["only a heading"]]})) == []
