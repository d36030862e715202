"""Cells of the form: text that stays text, cells for the unit, and rows high enough to read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, cast

from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side

from parcli.documents.workbooks.form_columns import AT
from parcli.documents.workbooks.form_words import NOT_SHOWN
from parcli.model.progress_form import MOST_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
LINE_HEIGHT = 15.0
_LEAST_LINES, _MOST_HEIGHT = 2, 409.0  # 409: the most that Excel takes
_LETTERS_PER_WIDTH = 1.2  # letters of running text that fit one unit of width, at the least
_THIN = Side(style="thin", color="808080")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_INPUT = PatternFill("solid", fgColor="FFF9DB")
# What a spreadsheet would calculate if the text were typed again (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@")


def put_text(sheet: Worksheet, row: int, column: int, text: str | None, **style: object) -> Cell:
    """A cell with `text` as text: never a formula, never too long for a cell."""
    cell: Any = sheet.cell(row, column)
    if text:
        if len(text) > MOST_CHARACTERS:
            text = text[: MOST_CHARACTERS - 1] + NOT_SHOWN
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = int(text.startswith(_FORMULA_STARTS))
    for name, value in style.items():
        setattr(cell, name, value)
    return cast("Cell", cell)


def open_for_input(cell: Cell) -> None:
    """Open for the unit. Text cells are stored as text, so that "3/4" does not become a date."""
    cell.protection = Protection(locked=False)
    cell.fill = _INPUT
    cell.border = BOX
    cell.number_format = "General" if cell.column == AT["value"] else "@"
    if not cell.alignment.wrap_text:
        cell.alignment = Alignment("left", "top", wrap_text=True)


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """The height, in points, in which every wrapped text of a row is seen; room to write at least.

    Stated, since not every program works it out when it opens a file.
    """
    lines = max(line_count(text, width) for text, width in cells)
    return min(max(lines, _LEAST_LINES) * LINE_HEIGHT + 2, _MOST_HEIGHT)


def line_count(text: str, width: float) -> int:
    """How many lines `text` takes in a column of that width, at the most."""
    letters = width * _LETTERS_PER_WIDTH
    return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))
