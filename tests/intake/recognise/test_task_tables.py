"""Rows of a table of tasks: sections, "as above", rows that go on, cells that name two roles."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted

HEADINGS = (
    "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Sản phẩm |\n|---|---|---|---|---|---|\n"
)


def table(*rows: str) -> dict[str, Any]:
    lines = "".join(f"| {row} |\n" for row in rows)
    return drafted(HEADINGS + lines)


def test_sections_and_the_row_above() -> None:
    (section,) = table(
        "I | CÔNG TÁC CHỈ ĐẠO | | | | ",
        "1 | Ban hành kế hoạch | Văn phòng | Công an xã | Quý I/2026 | Kế hoạch",
        '2 | Kiểm tra | nt | Như trên | " | Báo cáo',
    )["groups"]

    first, second = section["tasks"]
    assert (section["number"], section["title"]) == ("I", "CÔNG TÁC CHỈ ĐẠO")
    for key in ("lead", "support", "deadline"):
        assert second[key] == first[key]
    assert second["output"] == "Báo cáo"


def test_as_above_in_the_first_row_says_nothing() -> None:
    (task,) = table("1 | Ban hành kế hoạch | nt | | Quý I/2026 | ")["tasks"]

    assert "lead" not in task


@pytest.mark.parametrize(
    ("lead", "support", "expected"),
    [
        ("Chủ trì: Văn phòng; phối hợp: Công an xã", "", (["Văn phòng"], ["Công an xã"])),
        ("Văn phòng; Phối hợp: Công an xã", "", (["Văn phòng"], ["Công an xã"])),
        (
            "Văn phòng chủ trì, phối hợp Công an xã",
            "Trạm Y tế",
            (["Văn phòng"], ["Công an xã", "Trạm Y tế"]),
        ),
        ("Văn phòng HĐND và UBND xã", "-", (["Văn phòng HĐND và UBND xã"], [])),
    ],
)
def test_a_cell_may_name_two_roles(
    lead: str, support: str, expected: tuple[list[str], list[str]]
) -> None:
    (task,) = table(f"1 | Một việc | {lead} | {support} | Quý I/2026 | ")["tasks"]

    assert (task["lead"], task.get("support", [])) == expected


def test_a_row_without_words_or_number_goes_on_with_the_task_above() -> None:
    (task,) = table("1 | Viết bài | Văn phòng | | | ", " | | Công an xã | | | ")["tasks"]

    assert task["lead"] == ["Văn phòng", "Công an xã"]


def test_a_row_without_words_is_kept_as_it_stands() -> None:
    values = table("1 | Một việc | Văn phòng | | | ", "2 | | | | | ")

    assert len(values["tasks"]) == 1
    assert values["extra"]["rows"] == [["2", "", "", "", "", ""]]


def test_numbers_of_rows_are_read_as_printed() -> None:
    tasks = table(
        "II.3 | Một | Văn phòng | | | ",
        "- | Hai | Văn phòng | | | ",
        "a1 | Ba | Văn phòng | | | ",
        "1a | Bốn | Văn phòng | | | ",
    )["tasks"]

    assert [(t["number"], t.get("printed_number")) for t in tasks] == [
        ("II.3", None),
        ("2", "-"),
        ("a1", None),
        ("1a", None),
    ]


def test_rows_without_details_head_those_below_them() -> None:
    head = "<tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời hạn</td></tr>"
    rows = (
        ("1", "Tuyên truyền pháp luật", "", ""),
        ("1.1", "Viết bài", "Văn phòng", "Quý I"),
        ("", "<b>Khảo sát ý kiến</b>", "", ""),
        ("", "Phát phiếu", "Văn phòng", "Quý II"),
    )
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    (numbered,) = drafted(f"<table>{head}{lines}</table>\n")["groups"]
    (bold,) = numbered["groups"]

    assert (numbered["number"], numbered["title"]) == ("1", "Tuyên truyền pháp luật")
    assert [task["number"] for task in numbered["tasks"]] == ["1.1"]
    assert (bold.get("number"), bold["title"]) == (None, "Khảo sát ý kiến")
    assert [task["text"] for task in bold["tasks"]] == ["Phát phiếu"]


def test_who_and_when_below_a_table_hold_for_its_section() -> None:
    (section,) = drafted(
        f"I. NHIỆM VỤ\n\n{HEADINGS}| 1 | Một việc | Văn phòng | | | |\n\n"
        "Chủ trì: Công an xã.\n\nThời gian: Quý II/2026. Kinh phí: 5 triệu đồng.\n"
    )["groups"]

    assert (section["lead"], section["deadline"]) == (["Công an xã"], "Quý II/2026")
    assert section["text"] == "Thời gian: Quý II/2026. Kinh phí: 5 triệu đồng."
    assert [task["lead"] for task in section["tasks"]] == [["Văn phòng"]]


def test_a_number_that_starts_again_makes_the_row_above_a_section() -> None:
    first, second = table(
        "1 | Tuyên truyền | | | | ",
        "1 | Viết bài | Văn phòng | | Quý I | ",
        "2 | Đối thoại | | | | ",
        "1 | Hội nghị | Văn phòng | | Quý II | ",
        "2 | Tọa đàm | Văn phòng | | Quý III | ",
    )["groups"]

    assert (first["title"], second["title"]) == ("Tuyên truyền", "Đối thoại")
    assert [task["text"] for task in first["tasks"]] == ["Viết bài"]
    assert [task["text"] for task in second["tasks"]] == ["Hội nghị", "Tọa đàm"]


def test_the_last_row_without_details_is_a_task() -> None:
    *_above, last = table("1 | Viết bài | Văn phòng | | Quý I | ", "2 | Phát thanh | | | | ")[
        "tasks"
    ]

    assert last["text"] == "Phát thanh"


def test_tables_without_tasks_are_kept_as_they_stand() -> None:
    extra = drafted(
        "I. NHIỆM VỤ\n\n1. Công an xã tuần tra.\n\n"
        "| Thôn | Số hộ | Tỷ lệ |\n|---|---|---|\n| Đông | 12 | 50 |\n| Tây | | 30 |\n"
    )["groups"][0]

    kept = next(value for value in str(extra).split("'table 1': ")[1:])
    assert kept.startswith(
        "[['Thôn', 'Số hộ', 'Tỷ lệ'], ['Đông', '12', '50'], ['Tây', None, '30']]"
    )
