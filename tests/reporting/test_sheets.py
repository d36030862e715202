"""Lists as workbooks: what an office opens in Excel."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl

from parcli.documents.workbooks.workbook_bytes import workbook_bytes
from parcli.reporting.sheets import workbook
from parcli.reporting.tables import Sheet

SHEET = Sheet(
    ("id", "days_left", "last_day", "title", "note"),
    [
        ["vb/1", -53, date(2024, 9, 14), "=1+1", None],
        ["vb/2", 0.5, None, "một\x07 chuông\nhai dòng", "-"],
    ],
)
DAY = date(2024, 9, 12)


def test_numbers_and_dates_are_values_and_texts_are_never_formulas() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook_bytes(workbook(SHEET), DAY))).active
    assert page is not None
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == SHEET.headings
    assert rows[1] == ("vb/1", -53, datetime(2024, 9, 14), "=1+1", None)  # noqa: DTZ001  as openpyxl reads a day
    assert rows[2] == ("vb/2", 0.5, None, "một chuông\nhai dòng", "-")
    assert page["D2"].data_type == "s"
    assert page["C2"].number_format == "dd/mm/yyyy"
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:E3")
    assert {cell.alignment.vertical for cell in page[2] if cell.value is not None} == {"top"}


def test_a_list_prints_one_page_wide_with_its_headings_on_every_page() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook_bytes(workbook(SHEET), DAY))).active
    assert page is not None
    setup = page.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("landscape", int(page.PAPERSIZE_A4))
    assert (setup.fitToWidth, setup.fitToHeight, page.print_title_rows) == (1, 0, "$1:$1")
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_a_list_without_rows_has_its_headings() -> None:
    page = workbook(Sheet(("id",), [])).active
    assert page is not None
    assert page.dimensions == "A1:A1"


def test_the_same_list_gives_the_same_bytes() -> None:
    assert workbook_bytes(workbook(SHEET), DAY) == workbook_bytes(workbook(SHEET), DAY)
