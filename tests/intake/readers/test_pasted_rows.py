"""Pasted tables whose cells hold several lines, whose rows sections and blank lines part."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted

from parcli.intake.blocks import Table
from parcli.intake.readers.text import read_text_document
from parcli.intake.stitch import stitched

HEADINGS = "TT\tNội dung\tChủ trì\tThời gian"


def rows(*lines: str) -> list[list[str]]:
    """The cells of the one table that the lines are."""
    (found,) = stitched(read_text_document("\n".join(lines).encode(), "x")).blocks
    assert isinstance(found, Table)
    return [[cell.text for cell in row.cells] for row in found.rows]


def tasks(*lines: str) -> list[dict[str, Any]]:
    """The tasks of the table's sections, or of the table."""
    values = drafted("\n".join((HEADINGS, *lines)))
    groups = values.get("groups", [])
    return [task for group in groups for task in group["tasks"]] or values["tasks"]


@pytest.mark.parametrize(
    "section",
    [
        "I. CÔNG TÁC TUYÊN TRUYỀN",
        "CÔNG TÁC TUYÊN TRUYỀN",
        "1. Công tác tuyên truyền",
        "**Công tác tuyên truyền:**",
        "Công tác tuyên truyền",
    ],
)
def test_a_line_between_rows_heads_a_section_of_their_table(section: str) -> None:
    told = tasks(section, "1\tRà soát sổ\tPhòng A\tQuý I", section, "2\tLập biểu\tPhòng B\tQuý II")

    assert [task["lead"] for task in told] == [["Phòng A"], ["Phòng B"]]


@pytest.mark.parametrize(
    "line", ["Bảng 2. Số liệu theo xã", "Nơi nhận: như trên", "PHỤ LỤC II", "Các phòng nộp sớm."]
)
def test_a_caption_or_a_sentence_ends_the_table(line: str) -> None:
    text = f"{HEADINGS}\n1\tRà soát sổ\tPhòng A\tQuý I\n{line}\n2\tLập biểu\tPhòng B\tQuý II"
    found = stitched(read_text_document(text.encode(), "x")).blocks

    assert [isinstance(block, Table) for block in found] == [True, False, True]


def test_words_that_sound_like_headings_are_a_row_below_its_number() -> None:
    told = tasks("", "1\tĐề án phát triển\tPhòng A\tQuý I", "", "2\tDự án số\tPhòng B\tQuý II")

    assert [task["text"] for task in told] == ["Đề án phát triển", "Dự án số"]


def test_a_row_goes_on_until_its_cells_are_complete() -> None:
    assert rows(
        "TT\tNội dung\tĐơn vị\nchủ trì\tThời gian",
        "1\tRà soát:",
        "- Sổ giấy;",
        "- Sổ điện tử\tPhòng A",
        "Phòng B\tQuý I",
        "2\tLập biểu\tPhòng B\tQuý II;",
        "- Quý IV",
    ) == [
        ["TT", "Nội dung", "Đơn vị\nchủ trì", "Thời gian"],
        ["1", "Rà soát:\n- Sổ giấy;\n- Sổ điện tử", "Phòng A\nPhòng B", "Quý I"],
        ["2", "Lập biểu", "Phòng B", "Quý II;\n- Quý IV"],
    ]


def test_blank_lines_may_part_rows_of_several_lines() -> None:
    assert rows(
        HEADINGS,
        "",
        "1\tRà soát\nsổ\tPhòng A\nPhòng B\tQuý I\nQuý III",
        "",
        "2\tIn\tPhòng C\tQuý II",
    )[1:] == [
        ["1", "Rà soát\nsổ", "Phòng A\nPhòng B", "Quý I\nQuý III"],
        ["2", "In", "Phòng C", "Quý II"],
    ]


def test_a_row_short_of_cells_takes_nothing_from_the_next() -> None:
    assert rows(HEADINGS, "I\tCÔNG TÁC A", "1\tRà soát\tPhòng A", "2\tIn biểu\tPhòng B\tQuý I") == [
        ["TT", "Nội dung", "Chủ trì", "Thời gian"],
        ["I", "CÔNG TÁC A"],
        ["1", "Rà soát", "Phòng A"],
        ["2", "In biểu", "Phòng B", "Quý I"],
    ]


def test_a_cell_that_a_spreadsheet_quotes() -> None:
    assert rows(HEADINGS, '1\t"Rà soát\nsổ"\t"Phòng A\nPhòng B"\tQuý I')[1] == [
        "1",
        "Rà soát\nsổ",
        "Phòng A\nPhòng B",
        "Quý I",
    ]


def test_a_quotation_that_no_mark_closes_stays_as_it_is() -> None:
    assert rows(HEADINGS, '1\tRà soát\tPhòng A\t"Quý I')[1][3] == '"Quý I'


def test_number_and_date_that_a_narrow_column_breaks() -> None:
    values = drafted(
        "1. Văn phòng lập biểu.\n",
        head="UBND HUYỆN A\nPHÒNG B\nSố:\n73/KH-PB\tBến Sao, ngày 02\ntháng 12 năm 2025\n\n"
        "KẾ HOẠCH\nLập biểu năm 2026\n",
    )

    told = tuple(values[key] for key in ("number", "symbol", "place", "issued"))
    assert told == ("73", "KH-PB", "Bến Sao", "2025-12-02")


def test_a_counted_row_without_its_last_cells_belongs_to_the_table_above() -> None:
    table = rows(HEADINGS, "", "1\tRà soát\tPhòng A\tQuý I", "", "2\tIn biểu\tPhòng B")

    assert table[2:] == [["2", "In biểu", "Phòng B"]]
