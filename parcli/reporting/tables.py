"""Lists as tables: boxed and coloured on a terminal, plain when piped, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Style = Literal["", "late", "soon", "done", "quiet"]
_RICH_STYLES = {"late": "bold red", "soon": "yellow", "done": "green", "quiet": "dim"}
_GAP = "  "
# What a spreadsheet takes for the start of a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Column(NamedTuple):
    """A column's heading; `wide` ones wrap on a terminal, others keep their width."""

    heading: str
    wide: bool = False
    right: bool = False


class Row(NamedTuple):
    """A row's cells and how it stands out; a row without cells is a rule between groups."""

    cells: tuple[str, ...]
    style: Style = ""


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def wrapped(text: str) -> str:
    """`text` broken at words to fit the terminal; as it is where it is piped."""
    if not on_terminal():
        return text
    return textwrap.fill(text, max(shutil.get_terminal_size().columns - 1, 20))


def write_table(columns: Sequence[Column], rows: Sequence[Row], title: str = "") -> None:
    """Write the table to standard output in the form that fits it."""
    if on_terminal():
        _write_boxed(columns, rows, title)
    else:
        sys.stdout.write((f"{title}\n" if title else "") + plain_table(columns, rows))


def plain_table(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """The table in columns of text, one line a row, no trailing space."""
    lines = [tuple(column.heading for column in columns), *(row.cells for row in rows if row.cells)]
    cells = [[" ".join(cell.split()) for cell in line] for line in lines]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    text = [
        _GAP.join(
            cell.rjust(width) if column.right else cell.ljust(width)
            for cell, width, column in zip(line, widths, columns, strict=True)
        ).rstrip()
        for line in cells
    ]
    return "\n".join(text) + "\n"


def csv_text(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """The rows as CSV; a cell that a spreadsheet would take for a formula begins with "'"."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([[safe_cell(value) for value in row] for row in rows])
    return out.getvalue()


def safe_cell(value: object) -> str:
    """`value` as a cell's text that no spreadsheet calculates; empty for None."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _write_boxed(columns: Sequence[Column], rows: Sequence[Row], title: str) -> None:
    from rich import box  # noqa: PLC0415  only a terminal pays for rich
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(
            Text(column.heading),
            justify="right" if column.right else "left",
            no_wrap=not column.wide,
            overflow="fold",
        )
    for row in rows:
        if row.cells:
            table.add_row(*map(Text, row.cells), style=_RICH_STYLES.get(row.style))
        else:
            table.add_section()
    Console().print(table)
