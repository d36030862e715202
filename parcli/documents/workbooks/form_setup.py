"""The form's sheet as a whole: choices, protection, view and print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from parcli.documents.workbooks import form_words as words
from parcli.documents.workbooks.form_columns import (
    AT,
    FIRST_ROW,
    HEADING_ROW,
    LAST_COLUMN,
    TITLE_ROW,
)
from parcli.model.status_names import FOR_UNITS, VIETNAMESE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def add_choices(sheet: Worksheet, last: int) -> None:
    """The list of statuses, and what the program says beside input cells, down to row `last`."""
    names = ",".join(VIETNAMESE[status] for status in FOR_UNITS)
    choice = DataValidation("list", formula1=f'"{names}"', allow_blank=True)
    choice.errorTitle, choice.error = words.STATUS_ERROR
    choice.showErrorMessage = True
    for column, validation, prompt in (
        ("status", choice, words.STATUS_PROMPT),
        ("value", DataValidation(), words.VALUE_PROMPT),
        ("evidence", DataValidation(), words.EVIDENCE_PROMPT),
    ):
        validation.promptTitle, validation.prompt = prompt
        validation.showInputMessage = True
        letter = get_column_letter(AT[column])
        validation.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(validation)


def protect(sheet: Worksheet) -> None:
    """Against slips, not against people: no password, and sorting and resizing stay allowed."""
    protection = sheet.protection
    protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(protection, allowed, False)


def set_up_view_and_print(sheet: Any, unit_name: str, last: int) -> None:
    """Headings that stay in view and repeat on every page; A4 landscape, one page wide."""
    sheet.freeze_panes = sheet.cell(FIRST_ROW, AT["role"])
    sheet.auto_filter.ref = f"B{HEADING_ROW}:{LAST_COLUMN}{last}"
    sheet.sheet_view.zoomScale = 90
    sheet.print_area = f"B{TITLE_ROW}:{LAST_COLUMN}{last}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    margins.header = margins.footer = 0.3
    sheet.oddFooter.left.text = _footer(unit_name)
    sheet.oddFooter.right.text = "Trang &P/&N"


def _footer(text: str) -> str:
    """`text` for a footer, where "&" would begin a code."""
    return text.replace("&", "&&")
