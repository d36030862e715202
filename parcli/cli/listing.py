"""Lists as data: JSON, CSV or a workbook, on standard output or in a file of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from parcli.cli.options import checked_format
from parcli.errors import UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from parcli.reporting.tables import Sheet

LIST_FORMATS = ("text", "json", "csv", "xlsx")
_SUFFIXES = {".xlsx": "xlsx", ".csv": "csv", ".json": "json"}
ListOutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=_("Write the list into this file: .xlsx, .csv or .json."),
    ),
]


class NotForTerminals(UsageError):
    """A workbook asked for where people read."""

    message = N_("A workbook cannot be shown on a terminal.")
    hint = N_("Name a file for it: -o viec.xlsx")


class NotAListName(UsageError):
    """A file whose name tells another form than the one asked for, or none that lists have."""

    message = N_("{path}: the name of a list in a file ends in {suffixes}.")
    hint = N_("For instance -o {stem}.xlsx; the name tells the form, --format is not needed.")


class ListPlace(NamedTuple):
    """The form that a list is asked for in, and the file it goes to; None for standard output."""

    form: str
    path: Path | None = None
    force: bool = False


def list_place(form: str, output: Path | None, *, force: bool) -> ListPlace:
    """Where the list goes and in what form, which the file's name tells.

    Raises BadFormat, or NotAListName where name and form do not agree.
    """
    checked_format(form, *LIST_FORMATS)
    if output is None or str(output) == "-":
        return ListPlace(form)
    told = _SUFFIXES.get(output.suffix.lower())
    if told is None or form not in ("text", told):
        suffixes = f".{form}" if form in _SUFFIXES.values() else ", ".join(_SUFFIXES)
        raise NotAListName(path=output, suffixes=suffixes, stem=output.stem)
    return ListPlace(told, output, force)


def write_data(
    place: ListPlace, plain: Callable[[], object], sheet: Callable[[], Sheet], day: date
) -> bool:
    """Whether the list was asked for as data and is written; False for a text, left to the caller.

    A workbook is dated `day`. Raises NotForTerminals, OutputExists or Unwritable.
    """
    if place.form == "text":
        return False
    if place.path is None:
        _print(place.form, plain, sheet, day)
        return True
    from parcli.documents.output import written_whole

    with written_whole(place.path, force=place.force) as stream:
        stream.write(_content(place.form, plain, sheet, day))
    sys.stdout.write(f"{place.path}\n")
    return True


def _print(form: str, plain: Callable[[], object], sheet: Callable[[], Sheet], day: date) -> None:
    from parcli.cli.standard_output import print_bytes, print_json
    from parcli.reporting.tables import csv_text, on_terminal, write_csv

    if form == "json":
        print_json(plain())
    elif form == "csv":
        write_csv(csv_text(*sheet()))
    elif on_terminal():
        raise NotForTerminals
    else:
        print_bytes(_content(form, plain, sheet, day))


def _content(
    form: str, plain: Callable[[], object], sheet: Callable[[], Sheet], day: date
) -> bytes:
    """The bytes of a file in that form; CSV with the mark that Excel asks for."""
    if form == "json":
        from parcli.cli.standard_output import json_text

        return json_text(plain()).encode()
    if form == "csv":
        from parcli.reporting.tables import BYTE_ORDER_MARK, csv_text

        return (BYTE_ORDER_MARK + csv_text(*sheet())).encode()
    from parcli.documents.workbooks.workbook_bytes import workbook_bytes
    from parcli.reporting.sheet_words import in_words
    from parcli.reporting.sheets import workbook

    return workbook_bytes(workbook(in_words(sheet())), day)
