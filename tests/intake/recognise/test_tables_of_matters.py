"""Tables of what waits to be handled, and by whom; tables that only report, ask or count."""

from __future__ import annotations

import pytest
from drafting import drafted

from parcli.intake.blocks import Table
from parcli.intake.readers.text import read_text_document
from parcli.intake.recognise.column_roles import role_of
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.table_kinds import kind_of_table

WORDS = "Sửa cầu treo cho người đi chợ"


def table(headings: str, *rows: str) -> Table:
    """A table under headings; without rows of its own, with two in words."""
    cells = headings.split(" | ")
    shown = [row.split(" | ") for row in rows] or [
        [number, *[WORDS] * (len(cells) - 1)] for number in ("1", "2")
    ]
    lines = "\n".join("\t".join(row) for row in [cells, *shown])
    (found,) = read_text_document(lines.encode(), "x").blocks
    assert isinstance(found, Table)
    return found


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Kiến nghị", "matter"),
        ("Thông tin phản ánh", "matter"),
        ("Khó khăn, vướng mắc", "matter"),
        ("Tồn tại, hạn chế", "matter"),
        ("Nội dung đề xuất của xã", "matter"),
        ("Ý kiến chỉ đạo", "text"),
        ("Nội dung được giao", "text"),
        ("Hướng giải quyết", "text"),
        ("Hạng mục", "text"),
        ("Bộ phụ trách", "units"),
        ("Sở tiếp nhận, trả lời", "units"),
        ("SỞ THAM MƯU", "units"),
        ("Phòng, cá nhân phụ trách", "units"),
        ("Thẩm quyền giải quyết", "units"),
        ("Giao cho", "units"),
        ("Cá nhân được giao", "responsible"),
        ("Người chịu trách nhiệm", "responsible"),
        ("Chuyên viên xử lý", "responsible"),
        ("Tỉnh kiến nghị", "extra"),
        ("Cơ quan, đơn vị có kiến nghị", "extra"),
        ("Cử tri phản ánh", "extra"),
        ("Nội dung trả lời", "extra"),
        ("Hạn xử lý", "deadline"),
        ("Hạn", "deadline"),
        ("Số tiếp nhận", None),
        ("Tổng số kiến nghị", None),
        ("Khối lượng thực hiện", None),
        ("Ban hành văn bản thực hiện", None),
    ],
)
def test_who_asks_what_and_who_handles_it(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    "headings",
    [
        "TT | Xã kiến nghị | Nội dung đề xuất | Phòng phụ trách tiếp nhận, xử lý",
        "TT | Nội dung cử tri phản ánh | Đơn vị trả lời",
        "TT | Khó khăn | Nguyên nhân | Biện pháp tháo gỡ | Sở giải quyết",
        "TT | Tồn tại, hạn chế | Bộ phận khắc phục | Hạn",
        "TT | Ý kiến chỉ đạo | Đơn vị tham mưu",
        "TT | Lĩnh vực | Kiến nghị | Phân công",
        "TT | Đầu việc | Người làm | Bao giờ xong",
    ],
)
def test_a_table_that_says_what_and_who_hands_out_tasks(headings: str) -> None:
    assert kind_of_table(columns_of(table(headings))) == "tasks"


@pytest.mark.parametrize(
    "headings",
    [
        "TT | Đơn vị | Kiến nghị",
        "TT | Đơn vị | Khó khăn | Đề xuất",
        "TT | Ý kiến góp ý | Tiếp thu, giải trình của cơ quan chủ trì",
        "TT | Kiến nghị | Cơ quan trả lời | Nội dung trả lời",
        "TT | Kiến nghị | Cơ quan giải quyết | Kết quả giải quyết",
        "TT | Câu hỏi | Đáp án | Người trả lời",
    ],
)
def test_a_table_that_reports_or_only_asks_is_kept(headings: str) -> None:
    assert kind_of_table(columns_of(table(headings))) == "statistics"


def test_an_answer_still_to_be_filled_in_is_no_answer() -> None:
    blank = table(
        "TT | Kiến nghị | Cơ quan giải quyết | Kết quả giải quyết",
        f"1 | {WORDS} | Phòng Cầu Đường | ",
        f"2 | {WORDS} | Phòng Chợ Đêm | ",
    )
    assert kind_of_table(columns_of(blank)) == "tasks"


def test_a_name_beside_a_matter_is_its_title() -> None:
    columns = columns_of(table("TT | Tên dự án | Vướng mắc | Cơ quan giải quyết"))
    assert columns is not None
    assert columns.roles == ("number", "title", "text", "lead")


def test_a_table_of_figures_holds_no_tasks() -> None:
    figures = table(
        "TT | Cơ quan | Công việc đã làm | Ghi chú", "1 | Sở A | 54 | ", "2 | Sở B | 1 | "
    )
    assert kind_of_table(columns_of(figures)) == "statistics"


def test_a_row_of_figures_is_kept_beside_tasks() -> None:
    values = drafted(
        "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Mở chợ đêm | Văn phòng | Quý I/2026 |\n"
        "| 2 | Sửa cầu treo | Công an xã | Quý II/2026 |\n"
        "| 3 | 12 | 45 | |\n"
    )
    assert [task["text"] for task in values["tasks"]] == ["Mở chợ đêm", "Sửa cầu treo"]
    assert values["extra"]["rows"] == [["3", "12", "45", ""]]


def test_the_asking_commune_leads_nothing() -> None:
    values = drafted(
        "| TT | Xã kiến nghị | Nội dung kiến nghị | Phòng tiếp nhận, xử lý |\n|---|---|---|---|\n"
        "| 1 | Xã Bình An | Sửa cầu treo trước mùa mưa | Phòng Kinh tế |\n"
        "| 2 | Xã Mỹ An | Cấp giấy phép mở chợ | Phòng Tư pháp |\n"
    )
    assert [task["lead"] for task in values["tasks"]] == [["Phòng Kinh tế"], ["Phòng Tư pháp"]]
    assert values["tasks"][0]["extra"] == {"Xã kiến nghị": "Xã Bình An"}
