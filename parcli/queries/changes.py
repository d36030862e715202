"""A change between two versions of a directive, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

Value = str | tuple[str, ...] | None


class ChangeKind(StrEnum):
    """What sort of change; the order is the order in which they are told."""

    DIRECTIVE_ADDED = "directive-added"
    DIRECTIVE_DROPPED = "directive-dropped"
    DIRECTIVE_RENAMED = "directive-renamed"
    HEADER_CHANGED = "header-changed"
    PART_ADDED = "part-added"
    PART_DROPPED = "part-dropped"
    PART_CHANGED = "part-changed"
    TASK_ADDED = "task-added"
    TASK_DROPPED = "task-dropped"
    TASK_MOVED = "task-moved"
    TASK_RENUMBERED = "task-renumbered"
    TASK_REASSIGNED = "task-reassigned"
    TASK_RESPELLED = "task-respelled"
    TASK_RESCHEDULED = "task-rescheduled"
    TASK_RETARGETED = "task-retargeted"
    TASK_REWORDED = "task-reworded"
    TASK_CHANGED = "task-changed"
    REPORT_ADDED = "report-added"
    REPORT_DROPPED = "report-dropped"
    REPORT_CHANGED = "report-changed"


@dataclass(frozen=True)
class Change:
    """One change. `id` is that of the new version, of the old one for what is gone.

    `was` is the old id where it differs; `before` and `after` are what the field said, None where
    it said nothing.
    """

    kind: ChangeKind
    id: str = ""
    title: str = ""
    field: str = ""
    before: Value = None
    after: Value = None
    was: str = ""


def said(value: Any, *, keys: bool = False) -> Value:
    """A field's value as words: text, a list of texts, or None where it says nothing.

    With `keys` the parts of a record are told with the keys that they stand under.
    """
    if value is None or value in ([], {}):
        return None
    if isinstance(value, list):
        return tuple(_one(item, keys=keys) for item in value)
    return _one(value, keys=keys)


def _one(value: Any, *, keys: bool = False) -> str:
    if isinstance(value, BaseModel):
        parts = {name: getattr(value, name) for name in type(value).model_fields}
        told = {name.rstrip("_"): part for name, part in parts.items() if part is not None}
        return _one(told) if keys else ", ".join(map(_one, told.values()))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_one(item)}" for key, item in value.items())
    if isinstance(value, list):
        return " | ".join(_one(item) for item in value)
    return "" if value is None else str(value)
