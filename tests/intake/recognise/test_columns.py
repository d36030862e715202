"""Task tables under their many headings, and tables that are none."""

from __future__ import annotations

import pytest

from parcli.intake.blocks import Table
from parcli.intake.readers.text import read_text_document
from parcli.intake.recognise.column_roles import role_of
from parcli.intake.recognise.columns import columns_of, header_rows
from parcli.intake.recognise.table_kinds import kind_of_table


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("TT", "number"),
        ("STT", "number"),
        ("Số TT", "number"),
        ("Nhiệm vụ", "text"),
        ("Nội dung công việc", "text"),
        ("Cơ quan chủ trì", "lead"),
        ("Đơn vị chủ trì thực hiện", "lead"),
        ("Đơn vị thực hiện", "units"),
        ("Phân công", "units"),
        ("Cơ quan phối hợp", "support"),
        ("Thời gian hoàn thành", "deadline"),
        ("Tiến độ", "deadline"),
        ("Sản phẩm/kết quả", "output"),
        ("Kết quả đầu ra", "output"),
        ("Chỉ tiêu", "target"),
        ("Đơn vị tính", "measure"),
        ("ĐVT", "measure"),
        ("Ghi chú", "note"),
        ("Lãnh đạo phụ trách", "responsible"),
        ("Kinh phí (triệu đồng)", "extra"),
        ("Tên nhiệm vụ", "title"),
        ("Số lượng tối đa (xe/đơn vị)", "extra"),
        ("Trụ sở chính của đơn vị", "extra"),
        ("Xyz", None),
    ],
)
def test_role(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


def table(*lines: str) -> Table:
    (found,) = read_text_document("\n".join(lines).encode(), "x").blocks
    assert isinstance(found, Table)
    return found


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian", "tasks"),
        ("STT\tNội dung\tĐơn vị thực hiện\tGhi chú", "tasks"),
        ("TT\tChỉ tiêu\tĐơn vị tính\tNăm 2025\tCơ quan theo dõi", "indicators"),
        ("TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm", "scoring"),
        ("TT\tTên văn bản\tSố, ký hiệu\tNgày ban hành", "documents"),
        ("TT\tNội dung\tSố lượng\tTỷ lệ", "statistics"),
    ],
)
def test_kind(headings: str, kind: str) -> None:
    found = table(headings, "1" + "\tx" * headings.count("\t"))
    assert kind_of_table(columns_of(found)) == kind


def test_headings_over_two_rows() -> None:
    text = (
        "<table><tr><td rowspan=2>TT</td><td rowspan=2>Nhiệm vụ</td><td colspan=2>Phân "
        "công</td></tr>"
        "<tr><td>Chủ trì</td><td>Phối "
        "hợp</td></tr><tr><td>1</td><td>a</td><td>b</td><td>c</td></tr></table>"
    )
    found = table(text)
    columns = columns_of(found)
    assert header_rows(found) == 2
    assert columns is not None
    assert columns.roles == ("number", "text", "lead", "support")
    assert columns.headings == ("TT", "Nhiệm vụ", "Phân công Chủ trì", "Phân công Phối hợp")


def test_table_without_headings() -> None:
    assert columns_of(table("a\tb\tc", "d\te\tf")) is None


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        # Two columns of words: the first is the title, a third is kept as it stands.
        ("TT\tNội dung\tNhiệm vụ\tChủ trì", ("number", "title", "text", "lead")),
        (
            "TT\tNội dung\tNhiệm vụ\tGiải pháp\tChủ trì",
            ("number", "title", "text", "extra", "lead"),
        ),
        # Where nothing is called a task, the aim or the product is what is to be done.
        ("TT\tChỉ tiêu\tChủ trì\tThời gian", ("number", "text", "lead", "deadline")),
        ("TT\tSản phẩm\tChủ trì\tThời gian", ("number", "text", "lead", "deadline")),
        # Of columns that only say "unit", the first leads and the second helps.
        (
            "TT\tNhiệm vụ\tĐơn vị thực hiện\tĐơn vị liên quan\tThời gian",
            ("number", "text", "lead", "support", "deadline"),
        ),
        (
            "TT\tNhiệm vụ\tChủ trì\tPhối hợp\tĐơn vị liên quan",
            ("number", "text", "lead", "support", "extra"),
        ),
        ("TT\tTên nhiệm vụ\tLĩnh vực\tChủ trì", ("number", "title", "text", "lead")),
    ],
)
def test_columns_settle_each_other(headings: str, roles: tuple[str, ...]) -> None:
    cells = "\t".join("x" for _column in headings.split("\t"))
    found = columns_of(table(headings, cells))

    assert found is not None
    assert found.roles == roles


def test_a_table_without_headings_is_statistics() -> None:
    assert columns_of(table("10\t20\t30", "40\t50\t60")) is None
    assert kind_of_table(None) == "statistics"


def test_a_third_text_column_and_a_second_title_are_kept_beside_the_task() -> None:
    found = columns_of(table("Lĩnh vực\tTên nhiệm vụ\tNội dung\tChủ trì", "a\tb\tc\td"))

    assert found is not None
    assert found.roles == ("title", "extra", "text", "lead")


def test_a_list_of_procedures_hands_out_nothing() -> None:
    listed = table(
        "TT\tMã TTHC\tTên thủ tục hành chính\tLĩnh vực\tCơ quan thực hiện",
        "1\t1.001\tCấp bản sao\tHộ tịch\tPhòng Tư pháp",
    )

    assert kind_of_table(columns_of(listed)) == "documents"


def _table(heading: str, row: str) -> Table:
    rule = "|---" * (heading.count("|") - 1) + "|"
    (table,) = read_text_document(f"{heading}\n{rule}\n{row}\n".encode(), "x.md").blocks
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize(
    ("heading", "row", "kind"),
    [
        (
            "| TT | Tên văn bản | Cơ quan trình | Cơ quan soạn thảo | Cơ quan thẩm tra | Tiến độ |",
            "| 1 | Quy chế họp | Văn phòng | Phòng Nội vụ | Ban Pháp chế | Quý II |",
            "tasks",
        ),
        (
            "| TT | Tên văn bản | Số ký hiệu | Cơ quan chủ trì | Thời gian |",
            "| 1 | Quy chế họp | 5/QĐ-UBND | Văn phòng | 2025 |",
            "documents",
        ),
        (
            "| TT | Tên văn bản | Ngày ban hành | Cơ quan ban hành |",
            "| 1 | Quy chế họp | 05/3/2026 | UBND xã |",
            "documents",
        ),
    ],
)
def test_a_list_of_documents_hands_out_work_where_they_are_yet_to_be_written(
    heading: str, row: str, kind: str
) -> None:
    assert kind_of_table(columns_of(_table(heading, row))) == kind


def test_who_drafts_leads_and_who_examines_does_not() -> None:
    columns = columns_of(
        _table(
            "| TT | Tên văn bản | Cơ quan trình | Đơn vị soạn thảo | Thẩm tra | Tiến độ |",
            "| 1 | Quy chế họp | Văn phòng | Phòng Nội vụ | Ban Pháp chế | Quý II |",
        )
    )

    assert columns is not None
    assert columns.roles == ("number", "text", "extra", "lead", "extra", "deadline")


def test_a_row_may_group_the_headings_below_it() -> None:
    found = columns_of(
        table(
            "<table><tr><td colspan=2>Nội dung</td><td colspan=4>Tổ chức thực hiện</td></tr>"
            "<tr><td rowspan=2>TT</td><td rowspan=2>Nhiệm vụ</td><td colspan=2>Đơn vị</td>"
            "<td rowspan=2>Thời hạn</td><td rowspan=2>Ghi chú</td></tr>"
            "<tr><td>Chủ trì</td><td>Phối hợp</td></tr>"
            "<tr><td>(1 )</td><td>(2)</td><td>(3)</td><td>(4)</td><td>(5)</td><td>(6)</td></tr>"
            "<tr><td>1</td><td>a</td><td>b</td><td>c</td><td>d</td><td>e</td></tr></table>"
        )
    )

    assert found is not None
    assert found.header_rows == 4
    assert found.roles == ("number", "text", "lead", "support", "deadline", "note")


def test_a_group_of_headings_that_nobody_knows() -> None:
    found = columns_of(
        table(
            "<table><tr><td colspan=2>Phần chung</td><td colspan=2>Phần riêng</td></tr>"
            "<tr><td>STT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời hạn</td></tr>"
            "<tr><td>1</td><td>a</td><td>b</td><td>c</td></tr></table>"
        )
    )

    assert found is not None
    assert found.roles == ("number", "text", "lead", "deadline")


@pytest.mark.parametrize("heading", ["T T", "S T T", "ST T", "S TT"])
def test_a_narrow_column_breaks_its_heading(heading: str) -> None:
    assert role_of(heading) == "number"
