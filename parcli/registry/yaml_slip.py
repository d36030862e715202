"""What a parser's error becomes: a slip of the hand, at a place, with what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import yaml

Place = tuple[int, int]


class Slip(NamedTuple):
    """Where it is (line and column from 1), what is wrong with its fields, and what to do."""

    place: Place
    message: str
    hint: str
    values: Mapping[str, object] = {}


def begun_at(error: yaml.YAMLError, context: str) -> Place | None:
    """Where that began in which the error was noticed; None where the parser was at another."""
    mark = getattr(error, "context_mark", None)
    if mark is None or not str(getattr(error, "context", None) or "").startswith(context):
        return None
    return mark.line + 1, mark.column + 1
