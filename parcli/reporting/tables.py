"""Lists as tables: boxed and coloured on a terminal, plain when piped, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import os
import shutil
import stat
import sys
import textwrap
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

Style = Literal["", "late", "soon", "done", "quiet"]
_RICH_STYLES = {"late": "bold red", "soon": "yellow", "done": "green", "quiet": "dim"}
_GAP = "  "
# Of a table on a terminal: the least that a wide column is read in, the longest word that a column
# has room for in any case, the width beyond which none grows at another's cost, the blank edges.
_READABLE, _LONGEST_WORD, _COMFORT, _EDGES = 16, 9, 45, 2
BYTE_ORDER_MARK = "\ufeff"  # for Excel, see write_csv
# What a spreadsheet takes for the start of a formula (OWASP, CSV injection); a dash alone is text.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_DASH = "-"


class Column(NamedTuple):
    """A column's heading; `wide` ones wrap on a terminal, others keep their width.

    Where not even that fits, only the words of a `whole` one stay in one piece: ids, to be copied.
    """

    heading: str
    wide: bool = False
    right: bool = False
    whole: bool = False


class Row(NamedTuple):
    """A row's cells and how it stands out; a row without cells is a rule between groups."""

    cells: tuple[str, ...]
    style: Style = ""


class Sheet(NamedTuple):
    """A list as a spreadsheet has it: a row of headings, then values, None for an empty cell."""

    headings: Sequence[str]
    rows: Sequence[Sequence[object]]


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def wrapped(text: str, indent: str = "") -> str:
    """`text` broken at words to fit the terminal, further lines indented; as it is when piped."""
    return textwrap.fill(text, line_width(), subsequent_indent=indent) if on_terminal() else text


def line_width() -> int:
    """How many characters a line of text has on the terminal."""
    return max(shutil.get_terminal_size().columns - 1, 20)


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
    """The rows as CSV; a text that a spreadsheet would take for a formula begins with "'"."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([[safe_cell(value) for value in row] for row in rows])
    return out.getvalue()


def write_csv(text: str) -> None:
    """`text` on standard output; a byte-order mark before it where that is a file on disk.

    Excel on Windows takes a CSV file without the mark for the old code page and garbles
    Vietnamese; a program at the other end of a pipe would take the mark for text (docs/adr/0018).
    """
    sys.stdout.write((BYTE_ORDER_MARK if _to_new_file() else "") + text)


def _to_new_file() -> bool:
    """Whether standard output is a regular file with nothing in it yet."""
    try:
        status = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):  # no file behind it, as in a test
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size == 0


def safe_cell(value: object) -> str:
    """`value` as a cell's text that no spreadsheet calculates; empty for None, a number bare."""
    text = "" if value is None else str(value)
    harmless = isinstance(value, int | float) or text == _DASH
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and not harmless else text


def _write_boxed(columns: Sequence[Column], rows: Sequence[Row], title: str) -> None:
    from rich.console import Console  # noqa: PLC0415  only a terminal pays for rich
    from rich.text import Text  # noqa: PLC0415  likewise

    console = Console()
    table = _boxed(columns, _widths(columns, rows, console.width), title)
    for row in rows:
        if row.cells:
            table.add_row(*map(Text, row.cells), style=_RICH_STYLES.get(row.style))
        else:
            table.add_section()
    console.print(table)


def _boxed(columns: Sequence[Column], widths: Sequence[int], title: str) -> Table:
    """The table without its rows; wide columns find their own widths where none are given."""
    from rich import box  # noqa: PLC0415  only a terminal pays for rich
    from rich.table import Table  # noqa: PLC0415  likewise
    from rich.text import Text  # noqa: PLC0415  likewise

    table = Table(
        box=box.SIMPLE_HEAD,
        title=title or None,
        title_justify="left",
        pad_edge=False,
        padding=(0, 1, 0, 0) if widths else (0, 1),
    )
    for place, column in enumerate(columns):
        table.add_column(
            Text(column.heading),
            justify="right" if column.right else "left",
            no_wrap=not column.wide and not widths,
            overflow="fold",
            width=widths[place] if widths else None,
        )
    return table


def _widths(columns: Sequence[Column], rows: Sequence[Row], width: int) -> list[int]:
    """The columns' widths where wide ones would be left none to be read in; none where all fit.

    Each column has room for its longest word, up to a bound where it is not `whole`, and what is
    left goes to those that lack most; on the narrowest terminals the bound holds for all.
    """
    cells = [
        [column.heading, *(row.cells[place] for row in rows if row.cells)]
        for place, column in enumerate(columns)
    ]
    wanted = [max(len(line) for text in texts for line in text.split("\n")) for texts in cells]
    least = [
        min(size, _READABLE) if column.wide else size
        for size, column in zip(wanted, columns, strict=True)
    ]
    if sum(least) + 3 * (len(columns) - 1) + _EDGES <= width:
        return []
    room = width - _EDGES - 2 * (len(columns) - 1)
    words = [max(map(len, " ".join(texts).split())) for texts in cells]
    bounded = [min(size, _LONGEST_WORD) for size in words]
    given = [
        size if column.whole else bound
        for size, bound, column in zip(words, bounded, columns, strict=True)
    ]
    if sum(given) > room:
        given = bounded
    for _cell in range(room - sum(given)):
        lacking = [min(size, _COMFORT) / has for size, has in zip(wanted, given, strict=True)]
        given[lacking.index(max(lacking))] += 1
    return given
