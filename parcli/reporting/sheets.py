"""A list as an Excel workbook: texts stay texts, numbers and dates can be calculated with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from parcli.model.progress_form import MOST_CHARACTERS

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from parcli.reporting.tables import Sheet

_DATE = "dd/mm/yyyy"
_NARROWEST, _WIDEST = 8, 60


def workbook(sheet: Sheet) -> Workbook:
    """One sheet with a row of headings that stays in sight and can be filtered by.

    It prints one page wide on A4 landscape, the headings on every page.
    """
    book = Workbook()
    page = book.active
    assert page is not None  # noqa: S101  a new workbook has a sheet
    for column, heading in enumerate(sheet.headings, start=1):
        page.cell(1, column, heading).font = Font(bold=True)
    for row, values in enumerate(sheet.rows, start=2):
        for column, value in enumerate(values, start=1):
            _fill(cast("Cell", page.cell(row, column)), value)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    _set_widths(page)
    _set_up_print(page)
    return book


def _fill(cell: Cell, value: object) -> None:
    """A text is never a formula, whatever it begins with."""
    if value is None or value == "":
        return
    cell.alignment = Alignment(vertical="top")
    if isinstance(value, int | float):
        cell.value = value
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = _DATE
    else:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", str(value))[:MOST_CHARACTERS]
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _set_widths(page: Worksheet) -> None:
    for number, cells in enumerate(page.iter_cols(), start=1):
        longest = max(len(line) for cell in cells for line in str(cell.value or "").split("\n"))
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(number)].width = width


def _set_up_print(page: Worksheet) -> None:
    page.print_title_rows = "1:1"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup = page.page_setup
    setup.orientation, setup.paperSize = "landscape", page.PAPERSIZE_A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
