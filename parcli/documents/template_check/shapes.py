"""The shape of a context: which names a template may use, and synthetic data of that shape."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from parcli.documents.text_width import NO_BREAK_SPACE

_WORDS = "Nội dung mẫu"
_LINE = NO_BREAK_SPACE * 10


@cache
def names_of(record: Any) -> dict[str, Any]:
    """The names of a record with their types."""
    return get_type_hints(record)


def without_none(shape: Any) -> Any:
    """A type that may be None, without it."""
    if get_origin(shape) in (Union, types.UnionType):
        return next(part for part in get_args(shape) if part is not type(None))
    return shape


def element(shape: Any) -> Any:
    """What a list of that type holds; None for what is no list."""
    shape = without_none(shape)
    return get_args(shape)[0] if get_origin(shape) is tuple else None


def is_record(shape: Any) -> bool:
    """Whether a type is a record with names of its own."""
    return is_dataclass(without_none(shape))


def sample(shape: Any, *, full: bool, name: str = "") -> Any:
    """A value of the type: everything there (`full`), or all that may be absent absent."""
    if get_origin(shape) in (Union, types.UnionType):
        return sample(without_none(shape), full=full, name=name) if full else None
    if get_origin(shape) is tuple:
        count = _length(name) if full else 0
        return tuple(sample(get_args(shape)[0], full=full, name=name) for _ in range(count))
    if get_origin(shape) is Literal:
        return get_args(shape)[0 if full else -1]
    if is_record(shape):
        hints = names_of(shape)
        values = {f.name: sample(hints[f.name], full=full, name=f.name) for f in fields(shape)}
        return shape(**values)
    words = _LINE if name.endswith("line") else _WORDS
    return {bool: full, int: 2}.get(shape, words)


def _length(name: str) -> int:
    """Tables have as many columns as the widest layout; other lists two items."""
    return 7 if name in ("columns", "cells") else 2
