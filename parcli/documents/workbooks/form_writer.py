"""The form as a workbook: input cells open, all else protected, ready to print on A4 landscape."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from parcli.documents.workbooks import form_words as words
from parcli.documents.workbooks.form_cells import (
    BOX,
    FONT,
    LINE_HEIGHT,
    line_count,
    open_for_input,
    put_text,
    row_height,
)
from parcli.documents.workbooks.form_columns import (
    AT,
    COLUMNS,
    FIRST_ROW,
    HEADING_ROW,
    IDS_ROW,
    REPORT_ROW,
    TITLE_ROW,
    UNIT_ROW,
    Column,
)
from parcli.documents.workbooks.form_setup import add_choices, protect, set_up_view_and_print
from parcli.documents.workbooks.workbook_bytes import workbook_bytes
from parcli.model.progress_form import (
    HEADING_KEY,
    HELP_SHEET,
    KEY_COLUMN,
    META_SHEET,
    NUMBER_COLUMN,
    NUMBER_ROW,
    SHEET,
    RowKey,
)
from parcli.model.status_names import VIETNAMESE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from parcli.documents.workbooks.form_content import FormContent, FormTask

_HELP_WIDTH = 95
_MOST_REPEATED = 90
_HEADING = PatternFill("solid", fgColor="D9E2F3")
_QUIET = "595959"


def form_bytes(content: FormContent) -> bytes:
    """The form as the bytes of an .xlsx file: the same ones for the same content."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    _head(sheet, content)
    last = _tasks(sheet, content)
    add_choices(sheet, last)
    protect(sheet)
    set_up_view_and_print(sheet, content.unit_name, last)
    _instructions(book.create_sheet(HELP_SHEET))
    _identity(book.create_sheet(META_SHEET), content)
    book.properties.title = f"{words.TITLE} - {content.unit_name}"
    book.properties.creator = "parcli"
    return workbook_bytes(book, content.as_of)


def _head(sheet: Worksheet, content: FormContent) -> None:
    place = AT["place"]
    put_text(sheet, TITLE_ROW, place, words.TITLE, font=Font(FONT, 14, bold=True))
    about = f"Đơn vị: {content.unit_name}. Kỳ báo cáo: {words.period_name(content.period)}."
    put_text(sheet, UNIT_ROW, place, about, font=Font(FONT, 12))
    put_text(sheet, REPORT_ROW, place, words.NUMBER, font=Font(FONT, 12))
    key = RowKey(*_key(content), NUMBER_ROW, 1)
    put_text(sheet, REPORT_ROW, AT[KEY_COLUMN], key.written())
    open_for_input(put_text(sheet, REPORT_ROW, AT[NUMBER_COLUMN], content.number))
    for number, column in enumerate(COLUMNS, 1):
        put_text(sheet, IDS_ROW, number, column.id)
        put_text(
            sheet,
            HEADING_ROW,
            number,
            column.heading,
            font=Font(FONT, 11, bold=True),
            fill=_HEADING,
            border=BOX,
            alignment=Alignment("center", "center", wrap_text=True),
        )
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    put_text(sheet, HEADING_ROW, AT[KEY_COLUMN], HEADING_KEY)
    sheet.row_dimensions[IDS_ROW].hidden = True
    sheet.row_dimensions[HEADING_ROW].height = 2 * LINE_HEIGHT + 4
    sheet.column_dimensions[get_column_letter(AT[KEY_COLUMN])].hidden = True


def _key(content: FormContent) -> tuple[str, str, str]:
    identity = content.identity
    return identity.registry, identity.unit, identity.period


def _tasks(sheet: Worksheet, content: FormContent) -> int:
    """A row for each target of each task, one at least; the number of the last row."""
    row = FIRST_ROW
    for task in content.tasks:
        targets = [words.target_words(target) for target in task.task.targets]
        for number, target in enumerate(targets or [""], 1):
            key = RowKey(*_key(content), task.task.id, number)
            _row(sheet, row, key, task, target)
            row += 1
    return max(row - 1, FIRST_ROW)


def _row(sheet: Worksheet, row: int, key: RowKey, task: FormTask, target: str) -> None:
    given = _given(key, task, target)
    written = _written(key, task)
    for number, column in enumerate(COLUMNS, 1):
        text = given.get(column.id) or written.get(column.id)
        cell = put_text(sheet, row, number, text, border=BOX, font=_font(column))
        cell.alignment = Alignment(
            "center" if column.kind in ("figure", "status") or column.id == "role" else "left",
            "top",
            wrap_text=True,
        )
        if _is_open(column, key, target):
            open_for_input(cell)
    texts = ((given.get(c.id) or written.get(c.id) or "", c.width) for c in COLUMNS[1:])
    sheet.row_dimensions[row].height = row_height(texts)
    value = task.now.values.get(key.target) if task.now else None
    if value is not None:
        sheet.cell(row, AT["value"], int(value) if value.is_integer() else value)


def _given(key: RowKey, task: FormTask, target: str) -> dict[str, str]:
    row = task.task
    place = words.printed_place(row.id)
    lines = [row.title or "", row.text or "" if row.text != row.title else ""]
    if row.deadline:
        lines.append(f"Thời hạn: {row.deadline}")
    if key.target > 1:
        lines = [shorten(row.title or row.text or "", _MOST_REPEATED, placeholder=" …")]
    return {
        KEY_COLUMN: key.written(),
        "place": place if key.target == 1 else f"{place} ({key.target})",
        "task": "\n".join(filter(None, lines)),
        "role": words.LEADS if task.leads else words.SUPPORTS,
        "target": target,
        "before": words.earlier_entry(task.before, key.target),
    }


def _written(key: RowKey, task: FormTask) -> dict[str, str | None]:
    """What the unit has said about this period already, so that it may correct it."""
    if task.now is None or key.target > 1:
        return {}
    now = task.now
    return {
        "status": VIETNAMESE.get(now.status),
        "result": now.result,
        "evidence": words.evidence_lines(now.evidence),
        "difficulties": now.difficulties,
        "proposals": now.proposals,
    }


def _is_open(column: Column, key: RowKey, target: str) -> bool:
    if column.kind == "figure":
        return bool(target)
    return column.kind in ("text", "status") and key.target == 1


def _font(column: Column) -> Font:
    quiet = column.id == "before"
    return Font(FONT, 11, italic=quiet, color=_QUIET if quiet else None)


def _instructions(sheet: Any) -> None:
    put_text(sheet, 1, 1, "HƯỚNG DẪN ĐIỀN BIỂU", font=Font(FONT, 14, bold=True))
    for row, (number, text) in enumerate(words.instructions(), 3):
        heading = not text
        put_text(sheet, row, 1, number, font=Font(FONT, 12, bold=heading),
             alignment=Alignment("left", "top"))  # fmt: skip
        put_text(sheet, row, 2, text, font=Font(FONT, 12),
             alignment=Alignment("left", "top", wrap_text=True))  # fmt: skip
        sheet.row_dimensions[row].height = line_count(text, _HELP_WIDTH) * LINE_HEIGHT + 4
    sheet.column_dimensions["A"].width = 5
    sheet.column_dimensions["B"].width = _HELP_WIDTH
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0


def _identity(sheet: Worksheet, content: FormContent) -> None:
    pairs: Sequence[tuple[str, str]] = (
        *((name, str(value)) for name, value in content.identity._asdict().items()),
        ("title", content.registry_title),
        ("made_for", content.as_of.isoformat()),
    )
    for row, (name, value) in enumerate(pairs, 1):
        put_text(sheet, row, 1, name)
        put_text(sheet, row, 2, value, number_format="@")
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
