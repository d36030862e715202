"""Names of units as words list them: “các phòng, UBND các xã, phường và Công an xã”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container

_WORD = re.compile(r"\w+")
_BEGINNING = re.compile(r"(?<!\w)(?=\w)")
_NEXT = re.compile(r"\s*(?:[,;]|,?\s+và)\s+")
_LONGEST = 100


class Listed(NamedTuple):
    """Names that follow one another, and where the last of them ends."""

    names: list[str]
    end: int


def names_from(text: str, at: int, known: Container[str]) -> Listed:
    """The known names listed from an offset on, the longest at each place.

    `known` has them in small letters.
    """
    listed = Listed([], at)
    while name := _name_at(text, at, known):
        listed = Listed([*listed.names, name], at + len(name))
        following = _NEXT.match(text, listed.end)
        if following is None:
            break
        at = following.end()
    return listed


def _name_at(text: str, at: int, known: Container[str]) -> str:
    """The longest known name that begins at an offset; empty where none does."""
    words = text[at : at + _LONGEST + 1]
    small = words.lower()
    ends = [end.end() for end in _WORD.finditer(words, 0, _LONGEST)]
    if len(words) > _LONGEST and words[_LONGEST - 1].isalnum() and words[_LONGEST].isalnum():
        del ends[-1]
    return next((words[:end] for end in reversed(ends) if small[:end] in known), "")


def name_before(text: str, end: int, known: Container[str]) -> str:
    """The longest known name that ends at an offset; empty where none does."""
    starts = (begin.start() for begin in _BEGINNING.finditer(text, max(0, end - _LONGEST), end))
    names = (text[start:end] for start in starts)
    return next((name for name in names if name.casefold() in known), "")


def related_names(db: sqlite3.Connection, org: str) -> dict[str, frozenset[str]]:
    """Each official or other name of an organisation's units, with the ids that it may stand for.

    Those are the unit's own, its members' and those of the groups it belongs to.
    """
    related: dict[str, set[str]] = {}
    sql = 'SELECT "group", unit FROM membership WHERE org = ?'
    for group, unit in db.execute(sql, (org,)):
        related.setdefault(group, set()).add(unit)
        related.setdefault(unit, set()).add(group)
    sql = (
        "SELECT id, name FROM unit WHERE org = :org "
        "UNION SELECT u.id, j.value FROM unit u, json_each(u.aliases) j WHERE u.org = :org"
    )
    names: dict[str, frozenset[str]] = {}
    for unit, name in db.execute(sql, {"org": org}):
        ids = frozenset({unit, *related.get(unit, ())})
        names[name.casefold()] = ids | names.get(name.casefold(), frozenset())
    return names
