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
_NAME = rf"{_FIRST}[^\n:#]*+"
_LINE = re.compile(
    r"( *(?:- )*)"  # what the line begins with
    rf"(?:(?:({_FIRST}[^\n:#]{{0,99}}+(?<! )):(?: |(?=\n))|(?<=- ))(?:"  # a key, or an item's place
    # A value on the line: plain, in quotes without escapes, or an empty list.
    rf"({_FIRST}[^\n]*|(?:\"[^\"\\\n]*\"|'[^'\n]*'|\[\]){_REMARK})"
    # A text on the lines below: its mark, how far it is indented, the lines.
    rf"|([|>]-?){_REMARK}\n( +)(?! )([^\n]+(?:\n+\5[^\n]+)*)"
    # A whole list of plain names below: how far it is indented, what follows the first dash.
    rf"|(?: *#[^\n]*)?\n( *)- ({_NAME}(?:\n\7- {_NAME})*+)(?!\n(?:\7- |\n| *#))"
    r"|(?: *#[^\n]*)?)\n"  # no value
    r"|([^\n]*)\n)"  # anything else
)


# A mapping or a list: what its lines begin with, itself, and on which line each item begins.
_Open = tuple[str, Any, Any]


class Lined(NamedTuple):
    """The data of a file; and by the `id` of each mapping and list, what its lines begin with and
    on which line, from 0, each of its items begins.
    """

    data: dict[str, Any]
    opened: dict[int, _Open]

    def place_of(self, node: Any, step: str | int, at: int, *, key: bool) -> tuple[int, int]:
        """The line and column, from 1, of the value that is item `at` of `node`, or of its key.

        `step` is that key; an item of a list has none.
        """
        lead, _data, lines = self.opened[id(node)]
        value = node[step]
        if key and isinstance(step, str):
            return lines[at] + 1, len(lead) + 1
        if value and not isinstance(value, str):
            inner, _data, lines = self.opened[id(value)]
            return lines[0] + 1, len(inner) + (-1 if isinstance(value, list) else 1)
        after = len(step) + (1 if value is None else 2) if isinstance(step, str) else 0
        return lines[at] + 1, len(lead) + after + 1


class _Unsure(Exception):
    """Something is not written as `parcli fmt` would: only the events can tell what it is."""


def read_by_lines(text: str) -> Lined | None:
    """The data of a text in the layout of `parcli fmt`; None where any of it is written otherwise.

    The text has neither tabs nor line breaks other than line feeds.
    """
    if not text.endswith("\n") or text.startswith("...") or "\n..." in text:  # ends a document
        return None
    try:
        lined = _Reading().read(text)
    except _Unsure:
        return None
    return lined if lined.data else None


class _Reading:
    """One pass over the lines. `open` has the containers that may have more items, by their leads.

    Each is further in than the one before; `top` is the innermost.
    """

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.top: _Open = ("", self.root, [])
        self.open: dict[str, _Open] = {"": self.top}
        self.opened: dict[int, _Open] = {id(self.root): self.top}

    def read(self, text: str) -> Lined:
        """All of the text; raises _Unsure."""
        lead, data, lines = self.top
        at = 0
        for start, key, value, mark, indent, body, dashes, names, rest in _LINE.findall(text):
            if key or value or body:
                if start != lead or (key and data.__class__ is list):
                    self._turn(start, at, is_key=bool(key))
                    lead, data, lines = self.top
                lines.append(at)
                item: Any = None
                if value:
                    item = self._value(value)
                elif body:
                    item = _text(mark, indent, body, len(start) if key else len(start) - 2)
                    at += body.count("\n") + 1
                elif names:
                    item = self._names(dashes, names, at + 1)
                    at += len(item)
                if not key:
                    data.append(item)
                elif key in data:
                    raise _Unsure
                else:
                    data[key] = item
            elif names or "-" in start or (rest and rest[0] != "#"):
                raise _Unsure
            at += 1
        return Lined(self.root, self.opened)

    def _turn(self, start: str, at: int, *, is_key: bool) -> None:
        """Go to where the item or key of a line that begins with `start` belongs."""
        is_item = start[-2:] == "- "
        opened = self.open.get(start)
        if opened:
            while next(reversed(self.open)) != start:
                self.open.popitem()
            self.top = opened
        elif is_item:
            self._new_list(start, at)
        else:
            self._new_value(start, {}, len(start) - 1)
        if is_item and is_key:
            self._new_item(" " * len(start), {}, at)

    def _new_list(self, start: str, at: int) -> None:
        dashes = start.count("-")
        if dashes == 1:
            self._new_value(start, [], len(start) - 2)
        elif dashes > _DEEPEST:
            raise _Unsure
        else:  # it begins on the line of the one around it
            self._turn(start[:-2], at, is_key=False)
            self._new_item(f"{' ' * (len(start) - 2)}- ", [], at)

    def _new_value(self, lead: str, value: Any, column: int) -> None:
        """Begin the value of the last key, if it has none yet and stands at most at `column`."""
        around, data, _lines = self.top
        key = next(reversed(data), None) if data.__class__ is dict else None
        if key is None or data[key] is not None or column < len(around):
            raise _Unsure
        data[key] = value
        self._begin(lead, value)

    def _new_item(self, lead: str, value: Any, at: int) -> None:
        _lead, data, lines = self.top
        data.append(value)
        lines.append(at)
        self._begin(lead, value)

    def _begin(self, lead: str, data: Any) -> None:
        if len(self.open) > _DEEPEST:
            raise _Unsure
        self.top = self.open[lead] = self.opened[id(data)] = (lead, data, [])

    def _names(self, indent: str, names: str, at: int) -> list[str]:
        """A list of plain names, the first on line `at`, as the value of a key of `top`."""
        if len(indent) < len(self.top[0]) or " \n" in names or names[-1] == " ":
            raise _Unsure
        items = names.split(f"\n{indent}- ")
        self.opened[id(items)] = (f"{indent}- ", items, range(at, at + len(items)))
        return items

    def _value(self, value: str) -> str | list[Any]:
        """A value on the line of its key or dash, without its quotes or the remark after it."""
        first = value[0]
        if first in "\"'":
            return value[1 : value.index(first, 1)]
        if first == "[":
            empty: list[Any] = []
            self.opened[id(empty)] = ("", empty, [])
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
