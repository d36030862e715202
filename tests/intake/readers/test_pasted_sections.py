"""Tables pasted from web pages: sections on lines of their own or repeated in each cell."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted

from parcli.intake.blocks import Table
from parcli.intake.readers.text import read_text_document

HEAD = "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian"
ROWS = ("1\tSửa cầu Đông\tSở Xây dựng\tQuý II", "2\tDự án bến đò, đề án đò ngang\tSở A\t2026")


def groups_of(text: str) -> list[Any]:
    groups: list[Any] = drafted(text, head="", tail="")["groups"]
    return groups


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["\t", " | "])
def test_a_section_on_a_line_of_its_own(gap: str, mark: str) -> None:
    lines = [HEAD, "I. CẦU", ROWS[0], "II. BẾN ĐÒ", ROWS[1]]
    groups = groups_of(gap.join(lines).replace("\t", mark))

    assert [group["title"] for group in groups] == ["CẦU", "BẾN ĐÒ"]
    assert [group["tasks"][0]["lead"] for group in groups] == [["Sở Xây dựng"], ["Sở A"]]


def test_a_title_that_every_cell_repeats_is_one_cell() -> None:
    line = "I | Cầu đường | Cầu đường | Cầu đường"
    table = read_text_document(line.encode(), "x.txt").blocks[0]
    assert isinstance(table, Table)

    assert [(cell.flat, cell.span) for cell in table.rows[0].cells] == [("I", 1), ("Cầu đường", 3)]


def test_the_same_unit_in_two_cells_stays_in_both() -> None:
    line = "1 | Sửa cầu | Sở A | Sở A"
    table = read_text_document(line.encode(), "x.txt").blocks[0]
    assert isinstance(table, Table)

    assert table.rows[0].texts == ("1", "Sửa cầu", "Sở A", "Sở A")


def test_a_sentence_between_two_tables_heads_no_section() -> None:
    text = "\n".join((HEAD, ROWS[0], "Các việc khác ghi ở bảng sau.", HEAD, ROWS[1]))
    assert len(drafted(text, head="", tail="")["tasks"]) == 2
