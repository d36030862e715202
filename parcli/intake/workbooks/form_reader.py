"""A returned form as its rows, found by their hidden keys wherever they stand now."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.intake.workbooks.cells import CellRead
from parcli.intake.workbooks.package import package_findings
from parcli.language import N_
from parcli.model.progress_form import (
    FORM_VERSION,
    HEADING_KEY,
    HELP_SHEET,
    KEY_COLUMN,
    META_SHEET,
    MOST_COLUMNS,
    MOST_ROWS,
    FormIdentity,
    RowKey,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

INPUTS = ("value", "status", "result", "evidence", "difficulties", "proposals")
_MOST_SHEETS = 50
_HEAD_ROWS = 200  # within which the column ids must stand
_EMPTY = CellRead(None)


class Address(NamedTuple):
    """Where a cell is; row and column count from 1."""

    file: str
    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """The cell as spreadsheets name it: "F12"."""
        return f"{get_column_letter(self.column)}{self.row}"

    def finding(
        self,
        code: str,
        what: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
        values: Mapping[str, object] | None = None,
    ) -> Diagnostic:
        """A diagnostic about this cell: `what` is said of it, in the user's language already.

        `values` fill the fields of `hint`.
        """
        cell = self.cell
        return Diagnostic(
            self.file, self.row, self.column, code, severity,
            N_("Sheet “{sheet}”, cell {cell}: {what}"), hint,
            facts({**(values or {}), "sheet": self.sheet, "cell": cell, "what": what}),
        )  # fmt: skip


@dataclass(frozen=True)
class FormRow:
    """One row of a form: its key, None where it has none, and its cells by column id."""

    key: RowKey | None
    key_text: str
    cells: dict[str, CellRead]
    addresses: dict[str, Address]

    def cell(self, column: str) -> CellRead:
        """The cell of a column; an empty one where the column is gone."""
        return self.cells.get(column, _EMPTY)

    def is_filled_in(self) -> bool:
        """Whether the unit wrote anything in the row."""
        return any(_has_words(self.cell(column)) for column in INPUTS)


@dataclass
class FormRead:
    """What one file gave: whose form it is, where that is known, its rows, and what is wrong."""

    file: str
    identity: FormIdentity | None = None
    title: str = ""
    rows: list[FormRow] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_form(file: str, raw: bytes) -> FormRead:
    """The form in a workbook's bytes, whatever they are; `file` names it in diagnostics."""
    read = FormRead(file)
    read.diagnostics += package_findings(file, raw)
    if any(d.severity is Severity.ERROR for d in read.diagnostics):
        return read
    try:
        _read_book(read, raw)
    except Exception:  # noqa: BLE001  a hostile file may break openpyxl anywhere; it is one finding
        read.rows.clear()
        read.identity = None
        read.diagnostics.append(_whole_file(read, *_DAMAGED))
    return read


_DAMAGED = (
    "PAR651",
    N_("The workbook is damaged."),
    N_("Open it in Excel or LibreOffice, save it again as .xlsx, and collect that file."),
)
_NOT_A_FORM = (
    "PAR656",
    N_("This workbook is not a form that parcli made."),
    N_("Make the form with parcli progress form; its hidden sheet and columns must stay."),
)
_NEWER_FORM = (
    "PAR656",
    N_("The form's version is {version}; this parcli reads version {known}."),
    N_("Use the parcli that made it, or make the form again."),
)
_TOO_MANY_ROWS = (
    "PAR653",
    N_("Sheet “{sheet}” has cells below row {limit}."),
    N_("Delete the empty rows at its end, save, and collect again."),
)


def _whole_file(read: FormRead, code: str, message: str, hint: str, **values: object) -> Diagnostic:
    return Diagnostic(read.file, 1, 1, code, Severity.ERROR, message, hint, facts(values))


def _read_book(read: FormRead, raw: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that a form does not need
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        try:
            sheets = list(islice(book.worksheets, _MOST_SHEETS))
            _identify(read, next((s for s in sheets if s.title == META_SHEET), None))
            if read.identity is not None:
                for sheet in sheets:
                    if sheet.title not in (META_SHEET, HELP_SHEET):
                        read.rows += _rows(read, sheet)
                if not read.rows and not _has_errors(read):
                    read.diagnostics.append(_whole_file(read, *_NOT_A_FORM))
                if _has_errors(read):
                    read.identity = None
        finally:
            book.close()


def _has_errors(read: FormRead) -> bool:
    return any(d.severity is Severity.ERROR for d in read.diagnostics)


def _identify(read: FormRead, sheet: Any) -> None:
    pairs: dict[str, str] = {}
    if sheet is not None:
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=20, max_col=2, values_only=True)
        pairs = {str(row[0]): str(row[1]) for row in rows if len(row) > 1 and row[1] is not None}
    version = pairs.get("version", "")
    if not version.isdecimal() or any(name not in pairs for name in FormIdentity._fields):
        read.diagnostics.append(_whole_file(read, *_NOT_A_FORM))
    elif int(version) != FORM_VERSION:
        found = _whole_file(read, *_NEWER_FORM, version=version, known=FORM_VERSION)
        read.diagnostics.append(found)
    else:
        read.identity = FormIdentity(
            pairs["registry"], pairs["org"], pairs["unit"], pairs["period"], int(version)
        )
        read.title = pairs.get("title", "")


def _rows(read: FormRead, sheet: Any) -> Iterator[FormRow]:
    """The keyed rows of a sheet that has the form's columns; none of any other sheet."""
    too_long = (sheet.max_row or 0) > MOST_ROWS
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
    numbered = enumerate(rows, 1)
    head = list(islice(numbered, _HEAD_ROWS))
    columns = next(filter(None, (_columns(cells) for _row, cells in head)), None)
    if columns is None:
        return
    if too_long:
        found = _whole_file(read, *_TOO_MANY_ROWS, sheet=sheet.title, limit=MOST_ROWS)
        read.diagnostics.append(found)
        return
    for row, cells in chain(head, numbered):
        found_row = _row(read.file, sheet.title, row, cells, columns)
        if found_row is not None:
            yield found_row


def _columns(cells: Sequence[Any]) -> dict[str, int] | None:
    """Column id → position, from the hidden row of ids; None for any other row."""
    ids = {cell.value: n for n, cell in enumerate(cells) if isinstance(cell.value, str)}
    return ids if KEY_COLUMN in ids else None


def _row(
    file: str, sheet: str, row: int, cells: Sequence[Any], columns: dict[str, int]
) -> FormRow | None:
    """The row, unless it is of no concern: without a key and without input, or the row of ids."""
    at = columns[KEY_COLUMN]
    key_text = str(cells[at].value or "") if at < len(cells) else ""
    key = RowKey.read(key_text)
    if key_text in (KEY_COLUMN, HEADING_KEY):
        return None
    found = FormRow(
        key,
        key_text,
        {name: _read_cell(cells[n]) for name, n in columns.items() if n < len(cells)},
        {name: Address(file, sheet, row, n + 1) for name, n in columns.items()},
    )
    return found if key or key_text or found.is_filled_in() else None


def _read_cell(cell: Any) -> CellRead:
    if cell.value is None:
        return _EMPTY
    return CellRead(cell.value, cell.data_type, cell.number_format or "General")


def _has_words(cell: CellRead) -> bool:
    return cell.value is not None and str(cell.value).strip() != ""
