"""One cell of a returned form as what it means; what it cannot mean is refused by its address."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.errors import ParcliError
from parcli.intake.workbooks.figures import figure_of, percentage
from parcli.language import N_
from parcli.model.progress_form import CLEARED, MOST_CHARACTERS
from parcli.model.status_names import VIETNAMESE, nearest_status, status_named
from parcli.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

# What Excel writes for characters that XML cannot hold: _x000D_ is a carriage return.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NUMBER_SIGN = re.compile(r"số\s*:\s*", re.IGNORECASE)
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


class BadCell(ParcliError):
    """A cell that cannot mean what its column asks for."""

    exit_code = 1


class FormulaCell(BadCell):
    """A formula: its result depends on who calculates it."""

    message = N_("there is a formula here.")
    hint = N_("Write the value itself: copy the cell, then Paste Special, Values.")


class ErrorCell(BadCell):
    """A spreadsheet's error value."""

    message = N_("there is the error value {text} here.")
    hint = N_("Write the value itself.")


class DateCell(BadCell):
    """A date, often made by the spreadsheet itself out of "3/4"."""

    message = N_("there is a date here ({text}).")
    hint = N_("Format the cell as text, then type it again.")


class OddCharacter(BadCell):
    """A character that no text holds."""

    message = N_("the character U+{character} cannot stand in a text.")
    hint = N_("Delete it, or type the text again.")


class TooLong(BadCell):
    """More than a cell can hold: the file was not made by a spreadsheet program."""

    message = N_("the text has {count} characters; a cell holds at most {limit}.")


class NoStatus(BadCell):
    """Words that name no status."""

    message = N_("“{text}” is no status.")
    hint = N_("Choose one of: {names}.")


class TruthCell(BadCell):
    """TRUE or FALSE where a figure belongs."""

    message = N_("there is {text} here, where a figure belongs.")
    hint = N_("Write digits alone, for example 83,94 or 85%.")


class CellRead(NamedTuple):
    """A cell as the reader of workbooks gives it: its value, its type letter, its number format."""

    value: Any
    kind: str = "s"
    form: str = "General"


def text_of(cell: CellRead) -> str:
    """The cell's text in NFC, lines parted by "\\n", trimmed; empty for none. Raises BadCell."""
    _refuse_calculated(cell)
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float):
        return _number_text(value, cell.form)
    if isinstance(value, datetime | date | time):
        return _day_text(value)
    return clean_text(str(value))


def document_lines(cell: CellRead) -> Iterator[dict[str, str]]:
    """The documents that a cell lists, one a line: "15/BC-PNV: Báo cáo …". Raises BadCell."""
    if isinstance(cell.value, datetime | date | time):
        raise DateCell(text=_day_text(cell.value))
    for line in text_of(cell).split("\n"):
        words = _NUMBER_SIGN.sub("", line.strip().lstrip("•- "))
        number, _colon, title = f"{words} ".partition(": ")
        found = {"number": number.strip(), "title": title.strip()}
        if any(found.values()):
            yield {key: part for key, part in found.items() if part}


def status_of(cell: CellRead) -> str | None:
    """The status that the cell names, None for an empty one. Raises BadCell."""
    text = text_of(cell)
    if not text:
        return None
    found = status_named(text)
    if found is None:
        names = nearest_status(text) or list(VIETNAMESE.values())
        raise NoStatus(text=text, names=", ".join(names))
    return found


def value_of(cell: CellRead, unit: str | None) -> float | str | None:
    """The figure of a cell for a target counted in `unit`; CLEARED, or None for an empty one.

    0.85 shown as a percentage and the text "85%" are both 85. Raises BadCell or NotAFigure.
    """
    _refuse_calculated(cell)
    value = cell.value
    if value is None:
        return None
    if isinstance(value, bool):
        raise TruthCell(text=str(value).upper())
    if isinstance(value, datetime | date | time):
        raise DateCell(text=_day_text(value))
    if isinstance(value, int | float):
        if "%" in cell.form:
            return percentage(value, unit)
        return float(value)
    text = clean_text(str(value))
    if text in ("", CLEARED):
        return text or None
    return figure_of(text, unit)


def _refuse_calculated(cell: CellRead) -> None:
    if cell.kind == "f" or (cell.kind != "e" and _is_formula_object(cell.value)):
        raise FormulaCell
    if cell.kind == "e":
        raise ErrorCell(text=cell.value)


def _is_formula_object(value: Any) -> bool:
    """openpyxl gives array and table formulas as objects of their own."""
    return value is not None and not isinstance(
        value, str | bool | int | float | datetime | date | time
    )


def clean_text(text: str) -> str:
    """`text` in NFC, lines parted by "\\n" and trimmed, nothing unseen in it. Raises BadCell."""
    if len(text) > MOST_CHARACTERS:
        raise TooLong(count=len(text), limit=MOST_CHARACTERS)
    text = _LINE_ENDS.sub("\n", _ESCAPED.sub(_unescaped, text))
    odd = _CONTROL.search(text)
    if odd is not None:
        raise OddCharacter(character=f"{ord(odd[0]):04X}")
    lines = _INVISIBLE.sub("", nfc(text)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _unescaped(found: re.Match[str]) -> str:
    """The control character that was meant; other letters written so are left as they stand."""
    code = int(found[1], 16)
    return chr(code) if code < 0x20 else found[0]


def _number_text(value: float, form: str) -> str:
    if "%" in form:
        return f"{_decimal(Decimal(repr(value)) * 100)}%"
    return _decimal(Decimal(repr(value)))


def _decimal(value: Decimal) -> str:
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _day_text(value: datetime | date | time) -> str:
    if isinstance(value, time):
        return value.isoformat("minutes")
    day = f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, datetime) and value.time() != time():
        return f"{day} {value:%H:%M}"
    return day
