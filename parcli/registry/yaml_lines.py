"""YAML in the layout that `parcli fmt` writes, read line by line: in half the time of events.

Nearly every file of a registry is laid out so: one key or one item a line, long texts below `>-` or
`|-`; no anchors, tags or brackets. Whatever libyaml might read otherwise is not read here at all:
then the events decide, and they alone tell what is wrong with a file.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_DEEPEST = 60
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"  # what has no meaning of its own there
_REMARK = r"(?: +#[^\n]*)?"
_LINE = re.compile(
    r"( *(?:- )*)"  # what the line begins with
    rf"(?:(?:({_FIRST}[^\n:#]{{0,99}}+(?<! )):(?: |(?=\n))|(?<=- ))(?:"  # a key, or an item's place
    # A value on the line: plain, in quotes without escapes, or an empty list.
    rf"({_FIRST}[^\n]*|(?:\"[^\"\\\n]*\"|'[^'\n]*'|\[\]){_REMARK})"
    # A text on the lines below: its mark, how far it is indented, the lines.
    rf"|([|>]-?){_REMARK}\n( +)(?! )([^\n]+(?:\n+\5[^\n]+)*)"
    r"|(?: *#[^\n]*)?)\n"  # no value
    r"|([^\n]*)\n)"  # anything else
)


class Opened(NamedTuple):
    """A mapping or a list: what its lines begin with, itself, on which line each item begins."""

    lead: str
    data: Any
    lines: list[int]

    @property
    def place(self) -> tuple[int, int]:
        """The line and column, from 1, of the first key or dash."""
        is_list = isinstance(self.data, list)
        return self.lines[0] + 1, len(self.lead) + (-1 if is_list else 1)

    def place_of(self, at: int, key: str | None = None) -> tuple[int, int]:
        """The line and column, from 1, of an item; with `key`, of the value that follows it."""
        after = 0 if key is None else len(key) + (1 if self.data[key] is None else 2)
        return self.lines[at] + 1, len(self.lead) + after + 1


class Lined(NamedTuple):
    """The data of a file, and where each of its containers stands, by `id`."""

    data: dict[str, Any]
    opened: dict[int, Opened]


class _Unsure(Exception):
    """Something is not written as `parcli fmt` would: only the events can tell what it is."""


def read_by_lines(text: str) -> Lined | None:
    """The data of a text in the layout of `parcli fmt`; None where any of it is written otherwise.

    The text has neither tabs nor line breaks other than line feeds.
    """
    if not text.endswith("\n") or text.startswith("...") or "\n..." in text:  # ends a document
        return None
    try:
        return _Reading().read(text)
    except _Unsure:
        return None


class _Reading:
    """One pass over the lines. `top` is the innermost open container, `around` those around it."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.top = Opened("", self.root, [])
        self.around: list[Opened] = []
        self.opened = {id(self.root): self.top}

    def read(self, text: str) -> Lined:
        """All of the text; raises _Unsure."""
        lead, data, lines = self.top
        at = 0
        for start, key, value, mark, indent, body, rest in _LINE.findall(text):
            if key or value or body:
                if start != lead or (key and data.__class__ is list):
                    (self._mapping if key else self._list)(start, at)
                    lead, data, lines = self.top
                lines.append(at)
                item = None
                if value:
                    item = self._value(value)
                elif body:
                    item = _text(mark, indent, body, len(start) if key else len(start) - 2)
                    at += body.count("\n") + 1
                if not key:
                    data.append(item)
                elif key in data:
                    raise _Unsure
                else:
                    data[key] = item
            elif "-" in start or (rest and rest[0] != "#"):
                raise _Unsure
            at += 1
        if not self.root:
            raise _Unsure
        return Lined(self.root, self.opened)

    def _mapping(self, start: str, at: int) -> None:
        """Go to the mapping of the key on a line that begins with `start`; begin it if need be."""
        if start.endswith("- "):
            self._list(start, at)
            self._begin_item(" " * len(start), {}, at)
        elif self._is_waiting() and len(start) > len(self.top.lead):
            self._begin_value(start, {})
        else:
            self._close_until(start)

    def _list(self, start: str, at: int) -> None:
        """Go to the list of the item on a line that begins with `start`; begin it if need be."""
        if start.count("-") > _DEEPEST:
            raise _Unsure
        lead = f"{' ' * (len(start) - 2)}- "
        if lead != start:  # a list that begins on the line of the one around it
            self._list(start[:-2], at)
            self._begin_item(lead, [], at)
        elif self._is_waiting() and len(lead) - 2 >= len(self.top.lead):
            self._begin_value(lead, [])
        else:
            self._close_until(lead)

    def _is_waiting(self) -> bool:
        """Whether the last key has no value yet, so that a container may follow as its value."""
        data = self.top.data
        return bool(data) and isinstance(data, dict) and next(reversed(data.values())) is None

    def _begin_item(self, lead: str, value: Any, at: int) -> None:
        self.top.data.append(value)
        self.top.lines.append(at)
        self._begin(lead, value)

    def _begin_value(self, lead: str, value: Any) -> None:
        self.top.data[next(reversed(self.top.data))] = value
        self._begin(lead, value)

    def _begin(self, lead: str, data: Any) -> None:
        self.around.append(self.top)
        if len(self.around) > _DEEPEST:
            raise _Unsure
        self.top = self.opened[id(data)] = Opened(lead, data, [])

    def _close_until(self, lead: str) -> None:
        while self.top.lead != lead:
            if not self.around:
                raise _Unsure
            self.top = self.around.pop()

    def _value(self, value: str) -> str | list[Any]:
        """A value on the line of its key or dash, without its quotes or the remark after it."""
        first = value[0]
        if first in "\"'":
            return value[1 : value.index(first, 1)]
        if first == "[":
            empty: list[Any] = []
            self.opened[id(empty)] = Opened("", empty, [])
            return empty
        if " #" in value:
            value = value[: value.index(" #")].rstrip(" ")
        if ": " in value or value[-1] in " :":
            raise _Unsure
        return value


def _text(mark: str, indent: str, body: str, column: int) -> str:
    """The text whose lines are `body`, below a key at `column`."""
    if len(indent) <= column or " \n" in body or body[-1] == " ":
        raise _Unsure
    if mark[0] == "|":
        text = body.replace(f"\n{indent}", "\n")
    elif f"\n{indent} " in body or "\n\n" in body:
        raise _Unsure
    else:
        text = body.replace(f"\n{indent}", " ")
    return text if mark[1:] else f"{text}\n"
