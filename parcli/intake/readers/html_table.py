"""An HTML table in pasted text, with the cells that span rows and columns."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from parcli.intake.blocks import Cell, Paragraph, Place, Row, Table
from parcli.intake.readers.markup import styled_lines

TABLE = re.compile(r"<table\b.*?</table\s*>", re.DOTALL | re.IGNORECASE)
_WIDEST = 60


class _Cells(HTMLParser):
    """Collects rows of (inner markup, columns, rows), and the line that each begins in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[tuple[str, int, int]]] = []
        self.lines: list[int] = []
        self._cell: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._close()
            self._open()
        elif tag in ("td", "th"):
            self._close()
            given = dict(attrs)
            self._spans = (_count(given.get("colspan")), _count(given.get("rowspan")))
            self._cell = []
        elif self._cell is not None:
            self._cell.append(f"<{tag}>")

    def _open(self) -> None:
        self.rows.append([])
        self.lines.append(self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()
        elif self._cell is not None:
            self._cell.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _close(self) -> None:
        if self._cell is None:
            return
        if not self.rows:
            self._open()
        self.rows[-1].append(("".join(self._cell), *self._spans))
        self._cell = None


def html_table(markup: str, place: Place) -> Table:
    """The table that `markup` describes."""
    parser = _Cells()
    parser.feed(markup)
    parser.close()
    open_below: dict[int, tuple[int, int]] = {}  # column → rows left, span
    rows = []
    first = place.line or 1
    for number, (given, line) in enumerate(zip(parser.rows, parser.lines, strict=True), 1):
        here = place._replace(row=number, line=first + line - 1)
        rows.append(Row(tuple(_row(given, open_below, here)), here))
    return Table(tuple(row for row in rows if row.cells), place)


def _row(
    given: list[tuple[str, int, int]], below: dict[int, tuple[int, int]], place: Place
) -> list[Cell]:
    cells: list[Cell] = []
    column = 0
    waiting = list(given)
    while waiting or any(at >= column for at in below):
        if column in below:
            left, span = below.pop(column)
            cells.append(Cell((), column, span, above=True))
            if left > 1:
                below[column + _WIDEST * 2] = (left - 1, span)
            column += span
        elif waiting:
            markup, span, deep = waiting.pop(0)
            lines = tuple(
                Paragraph(runs, place._replace(cell=column + 1)) for runs in styled_lines(markup)
            )
            cells.append(Cell(lines, column, span))
            if deep > 1:
                below[column + _WIDEST * 2] = (deep - 1, span)
            column += span
        else:
            column += 1
        if column >= _WIDEST:
            break
    for later in [at for at in below if at >= _WIDEST * 2]:
        below[later - _WIDEST * 2] = below.pop(later)
    return cells


def _count(text: str | None) -> int:
    return min(_WIDEST, max(1, int(text))) if text and text.isdecimal() else 1
