"""What changed between two versions of a directive: tasks, groups, reports and the header.

Pure: two models in, a list of changes out, in the order of the new version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.queries.changes import Change, ChangeKind, said
from parcli.queries.named_units import whom_without_catalogue
from parcli.queries.task_matching import Pair, PlacedTask, pairs, placed_tasks
from parcli.registry.inspection.document_parts import parts_of
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from parcli.model.directive import Appendix, Directive, Group, ReportingDuty, Target, UnitRef
    from parcli.queries.changes import Value
    from parcli.queries.named_units import UnitReader

_HEADER = (
    "type", "number", "symbol", "superior", "issuer", "motto", "place", "issued", "dateline",
    "urgency", "subject", "addressees", "in_force", "citations", "opening", "closing",
    "recipients", "signature", "errata", "extra", "org", "id",
)  # fmt: skip
_PART = (
    "kind", "label", "title", "reference", "index", "columns", "text", "rows", "closing",
    "printed_number", "criteria", "extra",
)  # fmt: skip
_WORDS = ("title", "text")
_OTHER = ("printed_number", "output", "responsible", "criteria", "note", "extra")
_REPORT = ("title", "text", "from_", "to", "via", "after", "deadline", "meaning", "cycle")


def differences(
    old: Directive | None, new: Directive | None, whom: UnitReader = whom_without_catalogue
) -> list[Change]:
    """Everything that changed; a version that does not exist is None.

    `whom` tells whom a written name means: a unit printed otherwise is not reassigned.
    """
    if old is None or new is None:
        return [_whole(old, new)] if old is not new else []
    changes = _fields(ChangeKind.HEADER_CHANGED, "", "", old, new, _HEADER)
    changes += _parts(old, new)
    org = new.org
    for pair in pairs(placed_tasks(old), placed_tasks(new)):
        changes += _task(pair, lambda name: whom(org, name))
    changes += _reports(old.reports, new.reports)
    return changes


def renaming(old: Directive, new: Directive) -> Change:
    """That a directive has another file name, and with it another id."""
    return Change(ChangeKind.DIRECTIVE_RENAMED, new.id, new.subject, was=old.id)


def _whole(old: Directive | None, new: Directive | None) -> Change:
    if new is not None:
        return Change(ChangeKind.DIRECTIVE_ADDED, new.id, new.subject)
    assert old is not None  # noqa: S101  one of the two is there
    return Change(ChangeKind.DIRECTIVE_DROPPED, old.id, old.subject)


def _fields(
    kind: ChangeKind, ident: str, title: str, old: Any, new: Any, names: Iterable[str]
) -> list[Change]:
    found = []
    for name in names:
        was, now = getattr(old, name, None), getattr(new, name, None)
        before, after = said(was), said(now)
        if before == after and was != now:  # the same words under another key
            before, after = said(was, keys=True), said(now, keys=True)
        if before != after:
            found.append(Change(kind, ident, title, name.rstrip("_"), before, after))
    return found


def _parts(old: Directive, new: Directive) -> list[Change]:
    """Groups and appendices: those with the same heading are the same, else those at one place."""
    before, after = _headed(old), _headed(new)
    changes: list[Change] = []
    same = _matched_parts(before, after)
    for slug, part in after.items():
        if slug not in same:
            changes.append(Change(ChangeKind.PART_ADDED, slug, part.title or ""))
        else:
            was = before[same[slug]]
            title = part.title or was.title or ""
            changes += _fields(ChangeKind.PART_CHANGED, slug, title, was, part, _PART)
    gone = [slug for slug in before if slug not in same.values()]
    return changes + [
        Change(ChangeKind.PART_DROPPED, slug, before[slug].title or "") for slug in gone
    ]


def _headed(directive: Directive) -> dict[str, Appendix | Group]:
    """Groups and appendices by id, the first where an id stands twice."""
    found: dict[str, Any] = {}
    for part in parts_of(directive):
        if part.slug:
            found.setdefault(".".join(part.slug), part.item)
    return found


def _matched_parts(
    old: Mapping[str, Appendix | Group], new: Mapping[str, Appendix | Group]
) -> dict[str, str]:
    """New id → old id."""
    matched = {
        slug: slug for slug in new if slug in old and _heading(new[slug]) == _heading(old[slug])
    }
    left = {_heading(old[slug]): slug for slug in old if slug not in matched.values()}
    for slug in new:
        if slug not in matched and _heading(new[slug]) in left:
            matched[slug] = left.pop(_heading(new[slug]))
    taken = set(matched.values())
    return matched | {
        slug: slug for slug in new if slug not in matched and slug in old and slug not in taken
    }


def _heading(part: Appendix | Group) -> str:
    return folded(part.title or "")


def _task(pair: Pair, whom: Callable[[str], str]) -> list[Change]:
    old, new = pair
    if old is None or new is None:
        return [_task_alone(old, new)]
    moved = _moved(old, new)
    name = task_name(new)
    changes = [moved] if moved else []
    for kind, field, before, after in _assigned(old, new, whom):
        changes.append(Change(kind, new.slug, name, field, before, after))
    plain: tuple[tuple[ChangeKind, str, Any, Any], ...] = (
        (ChangeKind.TASK_RESCHEDULED, "deadline", old.holds.deadline, new.holds.deadline),
        (ChangeKind.TASK_RESCHEDULED, "meaning", old.holds.meaning, new.holds.meaning),
        (ChangeKind.TASK_RETARGETED, "targets", _targets(old), _targets(new)),
    )
    for kind, name_of_field, was, now in plain:
        if said(was) != said(now):
            changes.append(Change(kind, new.slug, name, name_of_field, said(was), said(now)))
    changes += _fields(ChangeKind.TASK_REWORDED, new.slug, name, old.task, new.task, _WORDS)
    return changes + _fields(ChangeKind.TASK_CHANGED, new.slug, name, old.task, new.task, _OTHER)


def _task_alone(old: PlacedTask | None, new: PlacedTask | None) -> Change:
    if new is not None:
        lead = tuple(map(_unit, new.holds.lead or ())) or None
        return Change(ChangeKind.TASK_ADDED, new.slug, task_name(new), "lead", None, lead)
    assert old is not None  # noqa: S101  a pair has at least one side
    return Change(ChangeKind.TASK_DROPPED, old.slug, task_name(old))


def task_name(placed: PlacedTask) -> str:
    """What a task is called: its title, else its text."""
    return placed.task.title or placed.task.text or ""


def _moved(old: PlacedTask, new: PlacedTask) -> Change | None:
    """A move where the headings above differ; a new number under the same headings is none."""
    if old.slug == new.slug:
        return None
    same_place = old.parent == new.parent or _folded(old.headings) == _folded(new.headings)
    kind = ChangeKind.TASK_RENUMBERED if same_place else ChangeKind.TASK_MOVED
    before, after = (None, None) if same_place else (_last(old.headings), _last(new.headings))
    return Change(kind, new.slug, task_name(new), "", before, after, was=old.slug)


def _folded(headings: Sequence[str]) -> list[str]:
    return [folded(heading) for heading in headings]


def _last(headings: Sequence[str]) -> str | None:
    return headings[-1] if headings else None


def _assigned(
    old: PlacedTask, new: PlacedTask, whom: Callable[[str], str]
) -> Iterator[tuple[ChangeKind, str, Value, Value]]:
    """Lead and support where they are written otherwise; their order says nothing."""
    for role in ("lead", "support"):
        before = tuple(map(_unit, getattr(old.holds, role) or ()))
        after = tuple(map(_unit, getattr(new.holds, role) or ()))
        if set(before) != set(after):
            meant = [{_meant(w, whom) for w in getattr(s.holds, role) or ()} for s in (old, new)]
            same = meant[0] == meant[1]
            kind = ChangeKind.TASK_RESPELLED if same else ChangeKind.TASK_REASSIGNED
            yield kind, role, before or None, after or None


def _meant(written: UnitRef, whom: Callable[[str], str]) -> tuple[str, str | None]:
    """Whom a name means, and the scope that the unit leads in."""
    name, scope = (written, None) if isinstance(written, str) else (written.unit, written.scope)
    return whom(name), scope


def _unit(written: UnitRef) -> str:
    return written if isinstance(written, str) else f"{written.unit} ({written.scope})"


def _targets(placed: PlacedTask) -> list[str]:
    return [_target(target) for target in placed.task.targets]


def _target(target: Target) -> str:
    """The printed words, with the figures read from them."""
    value = f"{target.value:.15g}" if target.value is not None else None
    figures = " ".join(filter(None, (target.compare, value, target.unit)))
    parts = (figures, target.change, target.baseline, target.by, target.scope)
    more = ", ".join(filter(None, parts))
    return f"{target.text} [{more}]" if more else target.text


def _reports(old: Sequence[ReportingDuty], new: Sequence[ReportingDuty]) -> list[Change]:
    before = {duty.id: duty for duty in old}
    after = {duty.id: duty for duty in new}
    changes: list[Change] = []
    for ident, duty in after.items():
        title = duty.title or ident
        if ident in before:
            kind = ChangeKind.REPORT_CHANGED
            changes += _fields(kind, ident, title, before[ident], duty, _REPORT)
        else:
            deadline = said(duty.deadline)
            changes.append(
                Change(ChangeKind.REPORT_ADDED, ident, title, "deadline", None, deadline)
            )
    return changes + [
        Change(ChangeKind.REPORT_DROPPED, ident, duty.title or ident)
        for ident, duty in before.items()
        if ident not in after
    ]
