"""The rows of a table of tasks: each one's label and its cells by role."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcli.intake.recognise.numbering import Label, read_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parcli.intake.blocks import Cell, Row
    from parcli.intake.recognise.columns import Columns

_RANKS = {
    "phần": 0,
    "A": 1,
    "I": 2,
    "1": 3,
    "1.1": 4,
    "1.1.1": 5,
    "1.1.1.1": 6,
    "(1)": 6,
    "a": 7,
    "-": 8,
    "+": 9,
}

# Where a narrow column breaks "VIII", "1.1" and "10." into two lines; "10" needs its whole cell.
_SPLIT = re.compile(r"(?<=[IVX]) (?=[IVX]+\b)|(?<=\d\.) (?=\d)|(?<=[\dIVX]) (?=[.)]$)")
_TWO_FIGURES = re.compile(r"\d \d[.)]?")


@dataclass
class Entry:
    """One row read: its label, its cells by role."""

    row: Row
    label: Label | None
    number: str
    cells: dict[str, Cell] = field(default_factory=dict)
    extra: dict[str, Cell] = field(default_factory=dict)


def depth_of(label: Label) -> int:
    """How deep a label stands, 0 for the outermost."""
    return _RANKS.get(label.kind, 8 if label.bullet else 7)


def entries_of(rows: Iterable[Row], columns: Columns) -> list[Entry]:
    """The rows that are not empty, merged cells filled from above."""
    above: dict[int, Cell] = {}
    return [_entry(row, columns, above) for row in rows if not row.empty]


def _entry(row: Row, columns: Columns, above: dict[int, Cell]) -> Entry:
    entry = Entry(row, None, "")
    for column, role in enumerate(columns.roles):
        cell = row.at(column)
        if cell is None:
            continue
        if cell.above:
            cell = above.get(cell.column, cell)
        else:
            above[cell.column] = cell
        if role == "number":
            entry.number = entry.number or cell.flat
        elif role == "extra":
            heading = columns.headings[column]
            entry.extra.setdefault(heading or f"cột {column + 1}", cell)
        else:
            entry.cells.setdefault(role, cell)
    entry.number = _SPLIT.sub("", entry.number)
    if _TWO_FIGURES.fullmatch(entry.number):
        entry.number = entry.number.replace(" ", "")
    entry.label = _row_label(entry.number)
    return entry


def _row_label(number: str) -> Label | None:
    """The label in a number cell: "1", "1.", "I", "a", "II.3"."""
    bare = number.strip().rstrip(".)")
    if not bare:
        return None
    if re.fullmatch(r"[IVX]+\.\d+(\.\d+)*", bare):
        depth = bare.count(".")
        return Label("1" + ".1" * depth, bare, bare, 0)
    label = read_label(f"{bare}. x") or read_label(f"{bare} x")
    if label is None and re.fullmatch(r"[\wđĐ.]{1,8}", bare) and bare[0].isdigit():
        return Label("1" + ".1" * bare.count("."), bare, bare, 0)
    return label._replace(number=bare) if label and not label.bullet else label
