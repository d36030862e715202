"""A draft as JSON: the structure of a directive file, each deadline with its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.intake.sources import Sources
from parcli.schedule.deadline import to_json
from parcli.schedule.phrases import read_deadline

if TYPE_CHECKING:
    from parcli.intake.draft import Draft
    from parcli.schedule.periods import Period


def draft_json(draft: Draft) -> dict[str, Any]:
    """The draft's values; every `deadline` is followed by its `meaning`.

    `extra.sources` says where each value stood, by its path.
    """
    plain: dict[str, Any] = _with_meanings(draft.values, draft.issued)
    sources = dict(Sources(draft).listed(draft.values))
    plain["extra"] = {**plain.get("extra", {}), "sources": sources}
    return plain


def _with_meanings(value: Any, issued: Period | None) -> Any:
    if isinstance(value, list):
        return [_with_meanings(each, issued) for each in value]
    if not isinstance(value, dict):
        return value
    plain: dict[str, Any] = {}
    for key, each in value.items():
        plain[key] = _with_meanings(each, issued)
        if key == "deadline" and "meaning" not in value and isinstance(each, str):
            plain["meaning"] = to_json(read_deadline(each, issued=issued))
    return plain
