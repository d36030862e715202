"""What a unit says about its tasks, against what the registry has: the difference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parcli.model.progress import Evidence, Progress, TaskProgress

FIELDS = ("status", "values", "result", "evidence", "difficulties", "proposals")
TEXTS = ("result", "difficulties", "proposals")
_EVIDENCE_KEYS = ("number", "title", "file", "sha256")


@dataclass(frozen=True)
class Said:
    """What is said about one task. What is not said stays; "" takes a text back.

    `values` maps a target, counted from 1, to its figure, None to take it back. Evidence adds to
    what is there, unless `forget_evidence`.
    """

    status: str | None = None
    values: Mapping[int, float | None] = field(default_factory=dict)
    result: str | None = None
    evidence: tuple[Mapping[str, str], ...] = ()
    difficulties: str | None = None
    proposals: str | None = None
    forget_evidence: bool = False

    def __bool__(self) -> bool:
        """Whether anything is said at all."""
        return self != Said()


@dataclass(frozen=True)
class UnitReport:
    """What one unit says about one period: its report and its tasks, in the tasks' order.

    `first_received` is the day of receipt where the registry has none yet.
    """

    org: str
    unit: str
    period: str
    tasks: Mapping[str, Said] = field(default_factory=dict)
    number: str | None = None
    received: str | None = None
    first_received: str | None = None


@dataclass(frozen=True)
class Change:
    """One value that changes, None where absent; `task` is None for the report's own."""

    task: str | None
    field: str
    old: Any
    new: Any


def changes(current: Progress | None, said: UnitReport) -> list[Change]:
    """Every difference that `said` makes, in the order of the file; none where it is all known."""
    found = _submission_changes(current, said)
    entries = current.tasks if current else {}
    for task, words in said.tasks.items():
        found += entry_changes(task, entries.get(task), words)
    return found


def entry_changes(task: str, entry: TaskProgress | None, said: Said) -> list[Change]:
    """The differences in one task's entry."""
    old: dict[str, Any] = dict.fromkeys(FIELDS)
    if entry is not None:
        old |= entry.model_dump(mode="json", exclude_none=True, exclude_defaults=False)
    new = {
        "status": said.status or old["status"],
        "values": _values(old["values"], said.values),
        "evidence": _evidence(entry.evidence if entry else [], said),
    }
    for name in TEXTS:
        text = getattr(said, name)
        new[name] = old[name] if text is None else text or None
    return [
        Change(task, name, old[name] or None, new[name] or None)
        for name in FIELDS
        if (old[name] or None) != (new[name] or None)
    ]


def _submission_changes(current: Progress | None, said: UnitReport) -> list[Change]:
    known = current.submission if current else None
    old = {
        "number": known.number if known else None,
        "received": known.received if known else None,
    }
    new = {
        "number": said.number or old["number"],
        "received": said.received or old["received"] or said.first_received,
    }
    return [Change(None, name, old[name], new[name]) for name in old if old[name] != new[name]]


def _values(
    old: list[dict[str, Any]] | None, said: Mapping[int, float | None]
) -> list[dict[str, Any]]:
    figures = {item["target"]: item for item in old or ()}
    for target, value in said.items():
        if value is None:
            figures.pop(target, None)
        else:
            figures[target] = {**figures.get(target, {"target": target}), "value": value}
    return [figures[target] for target in sorted(figures)]


def _evidence(known: list[Evidence], said: Said) -> list[dict[str, str]]:
    """The documents known and said, each once: one file, or one number with one title."""
    found = [] if said.forget_evidence else [e.model_dump(exclude_none=True) for e in known]
    for document in said.evidence:
        for at, other in enumerate(found):
            if _same_document(other, document):
                found[at] = {**other, **_differing(other, document)}
                break
        else:
            found.append(dict(document))
    return [_in_order(document) for document in found]


def _in_order(document: Mapping[str, str]) -> dict[str, str]:
    """The document with its keys where the canonical layout has them."""
    return {key: document[key] for key in _EVIDENCE_KEYS if key in document}


def _same_document(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    for key in ("file", "number", "title"):
        if key in other and (key == "file" or key in one):
            return one_line(one.get(key, "")) == one_line(other[key])
        if key in other or (key == "number" and key in one):
            return False
    return False


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """What `new` says otherwise than by white space."""
    return {
        key: words for key, words in new.items() if one_line(old.get(key, "")) != one_line(words)
    }
