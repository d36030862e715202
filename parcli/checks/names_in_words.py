"""Names of units as words list them: “các phòng, UBND các xã, phường và Công an xã”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

_BOUNDARY = re.compile(r"(?<=\w)(?!\w)")
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
    ends = [end.start() for end in _BOUNDARY.finditer(text, at, at + _LONGEST)]
    names = (text[at:end] for end in reversed(ends))
    return next((name for name in names if name.casefold() in known), "")
