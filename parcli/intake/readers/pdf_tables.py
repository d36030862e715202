"""Tables on a page: ruled ones by their lines, unruled ones by where the headings stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Cell, Place, Row, Table
from parcli.intake.readers.pdf_lines import Box, Line, lines_of
from parcli.intake.readers.pdf_paragraphs import cell_lines
from parcli.intake.recognise.column_roles import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.readers.pdf_words import Word

_NEAR = 3.0
_MOST_CELLS = 6000
_FEWEST_HEADINGS = 3


@dataclass
class Ruled:
    """A table found on a page: its box, the edges of its grid and the words of each cell."""

    box: Box
    columns: list[float]
    rows: list[list[tuple[int, int, bool, list[Word]]]] = field(default_factory=list)

    def block(self, page: int, number: int) -> Table:
        """It as a table of the document."""
        place = Place(page, table=number)
        rows = []
        for count, row in enumerate(self.rows, 1):
            here = place._replace(row=count)
            cells = tuple(
                Cell(cell_lines(words, here._replace(cell=n)), column, span, above)
                for n, (column, span, above, words) in enumerate(row, 1)
            )
            rows.append(Row(cells, here, after_break=count == 1))
        return Table(tuple(rows), place)


def ruled_tables(page: Any, words: Sequence[Word]) -> list[Ruled]:
    """The tables that lines draw around the words of a page; frames of one cell are none."""
    found = []
    for table in page.find_tables():
        boxes = [tuple(cell) for cell in table.cells if cell]
        if len(boxes) < 4 or len(boxes) > _MOST_CELLS:
            continue
        made = _gridded(boxes, words)
        if len(made.columns) > 2 and made.rows:
            found.append(made)
    return found


def _gridded(boxes: Sequence[Any], words: Sequence[Word]) -> Ruled:
    """Cells on a grid: spans are counted, and what continues a cell above is marked."""
    xs = _edges([box[0] for box in boxes] + [box[2] for box in boxes])
    ys = _edges([box[1] for box in boxes] + [box[3] for box in boxes])
    table = Ruled((xs[0], ys[0], xs[-1], ys[-1]), xs)
    placed = [
        (_at(ys, box[1]), _at(ys, box[3]), _at(xs, box[0]), _at(xs, box[2]), box) for box in boxes
    ]
    inside = [word for word in words if _holds(table.box, word)]
    for row in range(len(ys) - 1):
        cells = []
        for top, bottom, first, last, box in sorted(placed, key=lambda each: each[2]):
            if top <= row < bottom and last > first:
                above = top < row
                own = [] if above else [word for word in inside if _holds(box, word)]
                cells.append((first, last - first, above, own))
        if cells:
            table.rows.append(cells)
    return table


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - value))


def _holds(box: Any, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def unruled_tables(lines: Sequence[Line]) -> tuple[list[Ruled], list[Line]]:
    """Tables without lines, begun by a row of known headings; and the lines that are no table."""
    tables: list[Ruled] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        headings = lines[at].columns
        known = sum(role_of(column.text) is not None for column in headings)
        if len(headings) >= _FEWEST_HEADINGS and known >= _FEWEST_HEADINGS:
            table, taken = _unruled(lines[at:], headings)
            tables.append(table)
            at += taken
        else:
            rest.append(lines[at])
            at += 1
    return tables, rest


def _unruled(lines: Sequence[Line], headings: Sequence[Line]) -> tuple[Ruled, int]:
    """The lines under the headings as rows: one begins where its first column has words."""
    starts = _starts(lines, headings)
    rows: list[list[list[Word]]] = []
    taken = 0
    for line in lines:
        cells = _cells(line, starts)
        if taken and _crosses(line, starts):
            break
        if not rows or cells[0] or (len(rows) == 1 and not rows[0][0]):
            rows.append(cells)
        else:
            rows[-1] = [old + new for old, new in zip(rows[-1], cells, strict=True)]
        taken += 1
    box = (
        min(w.x0 for line in lines[:taken] for w in line.words),
        lines[0].top,
        0.0,
        lines[taken - 1].bottom,
    )
    table = Ruled(box, [*starts, 1e9])
    table.rows = [[(n, 1, False, words) for n, words in enumerate(row)] for row in rows]
    return table, taken


def _starts(lines: Sequence[Line], headings: Sequence[Line]) -> list[float]:
    """Where each column begins: the leftmost word under its heading."""
    middles = [(a.x1 + b.x0) / 2 for a, b in pairwise(headings)]
    starts = [heading.x0 for heading in headings]
    for line in lines[1:12]:
        for column in line.columns:
            place = sum(column.x0 > middle for middle in middles)
            starts[place] = min(starts[place], column.x0)
    return starts


def _cells(line: Line, starts: Sequence[float]) -> list[list[Word]]:
    cells: list[list[Word]] = [[] for _start in starts]
    for word in line.words:
        place = max((n for n, start in enumerate(starts) if word.x0 >= start - _NEAR), default=0)
        cells[place].append(word)
    return cells


def _crosses(line: Line, starts: Sequence[float]) -> bool:
    """Whether a stretch of a line runs over the beginning of a column: the table is over."""
    return any(
        column.x0 < start - _NEAR and column.x1 > start + 20
        for column in line.columns
        for start in starts[1:]
    )


__all__ = ["Ruled", "lines_of", "ruled_tables", "unruled_tables"]
