"""The body of a directive: headings, running text and tables, in the order of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parcli.documents.contexts.own_columns import Given, holds, kept_tables, names_of, own_rows
from parcli.model.directive import ScopedUnit
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.model.directive import Group, Task, UnitRef

MARKS = ("-", "+", "•", "*")


@dataclass(frozen=True)
class PlainRow:
    """A row of a table that lists no tasks."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A part of the body: a heading of a section, running text, or a table with its columns."""

    is_heading: bool
    text: str
    columns: tuple[str, ...] = ()
    rows: tuple[PlainRow, ...] = ()


def blocks_of(groups: Sequence[Group], above: Above | None = None) -> Iterator[Block]:
    """The groups with their headings, texts, tasks and tables, in the order of the document."""
    for group in groups:
        number = group.printed_number or group.number
        heading = " ".join(filter(None, (_pointed(number), group.title)))
        if heading:
            yield Block(True, heading)
        for line in lines_of(group.text):
            yield Block(False, line)
        inner = (above or Above()).within(group)
        columns = group.extra.get("columns")
        if columns and holds(columns, group.groups, group.tasks):
            rows = map(PlainRow, own_rows(columns, group.groups, group.tasks, Given()))
            yield Block(False, "", tuple(columns), tuple(rows))
        else:
            yield from blocks_of(group.groups, inner)
            yield from task_blocks(group.tasks, inner)
        yield from table_blocks(group.extra)
        for line in lines_of(group.closing):
            yield Block(False, line)


def task_blocks(tasks: Sequence[Task], above: Above | None = None) -> Iterator[Block]:
    """Each task as a paragraph, and a line for what neither its words nor its headings say."""
    for task in tasks:
        words = ": ".join(filter(None, (task.title, task.text)))
        number = _pointed(task.printed_number or task.number)
        yield Block(False, " ".join(filter(None, (number, words))))
        line = _particulars(task, words, above or Above())
        if line:
            yield Block(False, line)


@dataclass(frozen=True)
class Above:
    """What the groups above a task hand down to it, and their words."""

    words: str = ""
    lead: Sequence[UnitRef] = ()
    support: Sequence[UnitRef] = ()
    deadline: str | None = None

    def within(self, group: Group) -> Above:
        """The same for what stands in the group."""
        return Above(
            f"{self.words} {group.title} {group.text}",
            self.lead if group.lead is None else group.lead,
            self.support if group.support is None else group.support,
            group.deadline or self.deadline,
        )


def _particulars(task: Task, words: str, above: Above) -> str:
    """Who, when and what comes of it, as far as it is not said already; "" where all is."""
    own, higher = folded(words), folded(f"{above.words} {words}")
    told = (
        ("chủ trì", _who(task.lead, own, above.lead, higher)),
        ("phối hợp", _who(task.support, own, above.support, higher)),
        ("thời hạn", _new(task.deadline, own) or _new(above.deadline, higher)),
        ("sản phẩm", _new(task.output, own)),
    )
    line = "; ".join(f"{label}: {value}" for label, value in told if value)
    return f"{line[0].upper()}{line[1:]}." if line else ""


def _who(units: Sequence[UnitRef] | None, own: str, handed: Sequence[UnitRef], higher: str) -> str:
    """The task's own units, or those handed down where it says nothing; an empty list is nobody."""
    return _unsaid(handed, higher) if units is None else _unsaid(units, own)


def _unsaid(names: Sequence[UnitRef], said: str) -> str:
    """The units, unless the words name each of them."""
    named = (name.unit if isinstance(name, ScopedUnit) else name for name in names)
    return "" if all(folded(name) in said for name in named) else names_of(names)


def _new(value: str | None, said: str) -> str:
    return value if value and folded(value) not in said else ""


def table_blocks(extra: dict[str, Any]) -> Iterator[Block]:
    """The tables that an import kept as they stood."""
    for first, *rows in kept_tables(extra):
        yield Block(False, "", tuple(first), tuple(PlainRow(tuple(row)) for row in rows))


def _pointed(number: str | None) -> str:
    """A number as it stands before its words: "1.", "a)", "-"; as it is where it ends in a sign."""
    if not number or number in MARKS or number[-1] in ".)/":
        return number or ""
    return f"{number})" if re.fullmatch(r"[a-zđ]", number) else f"{number}."


def lines_of(text: str | None) -> tuple[str, ...]:
    """The lines of a text that have words."""
    return tuple(line for line in (text or "").split("\n") if line.strip())
