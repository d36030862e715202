"""An entry of a list says the same as one before it.

A section, a task, a target, a report or a citation pasted twice is counted twice, in every list and
in every share of what is done, though the numbers beside it may differ. Told are entries that agree
in all but their numbers and origin; the same words for another unit, day or criterion are another
entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.model.directive import Group, ReportingDuty, Task, UnitRef
    from parcli.registry.inspection.document_parts import DataPath, Part
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR717"
SEVERITY = Severity.WARNING
_MESSAGE = N_("This says the same as line {line}.")
_HINT = N_("Remove one, or write what was meant to differ; if it is printed twice, say so.")
# Shorter tasks (“Không.”, “Như trên”) are said again and again.
_SHORTEST = 40


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each entry that an earlier one of its list equals."""
    model = file.model
    yield from _repeated(file, ("addressees",), model.addressees)
    yield from _repeated(file, ("recipients",), model.recipients)
    cited = [each.number and (each.type, each.number, each.at) for each in model.citations]
    yield from _repeated(file, ("citations",), cited)
    yield from _repeated(file, ("reports",), [_asked(duty) for duty in model.reports])
    for part in file.parts:
        tasks = part.item.tasks
        # Equal entries have equal words: most lists are done with when these are compared.
        if len({(task.title, task.text) for task in tasks}) < len(tasks):
            said = [_said(task, part) for task in tasks]
            yield from _repeated(file, (*part.path, "tasks"), said)
        if len(part.item.groups) > 1:
            sections = [_held(group) for group in part.item.groups]
            yield from _repeated(file, (*part.path, "groups"), sections)
    for placed in file.tasks:
        criteria, targets = placed.task.criteria, placed.task.targets
        if len(criteria) > 1:
            yield from _repeated(file, (*placed.path, "criteria"), criteria)
        if len(targets) > 1 and len({target.text for target in targets}) < len(targets):
            told = [tuple(vars(target).values()) for target in targets]
            yield from _repeated(file, (*placed.path, "targets"), told)


def _repeated(
    file: Inspected, path: DataPath, entries: Sequence[str | tuple[Hashable, ...] | None]
) -> Iterator[Diagnostic]:
    """The entries that stand in the list before; None and what is empty equals nothing."""
    if len(set(entries)) == len(entries):
        return
    first: dict[Hashable, int] = {}
    for n, entry in enumerate(entries):
        if entry and first.setdefault(entry, n) != n:
            line = file.found(CODE, (*path, first[entry]), _MESSAGE).line
            yield file.found(CODE, (*path, n), _MESSAGE, _HINT, line=line)


def _said(task: Task, part: Part) -> tuple[Hashable, ...] | None:
    """What a task says; None for one too short to tell, and for a row that nobody leads."""
    if len(f"{task.title or ''}{task.text or ''}") < _SHORTEST or not (task.lead or part.lead):
        return None
    words = (task.title, task.text, task.deadline, task.output, task.responsible, task.note)
    served = (_names(task.lead), _names(task.support), tuple(task.criteria), repr(task.extra))
    return (*words, *served)


def _held(group: Group) -> tuple[Hashable, ...] | None:
    """A section's heading and its tasks' words; None for one without either."""
    words = tuple([(task.title, task.text) for task in group.tasks])
    return (group.title, words, _names(group.lead)) if group.title and words else None


def _asked(duty: ReportingDuty) -> tuple[Hashable, ...] | None:
    """What a report asks, and of whom; None for one without words."""
    whom = (_names(duty.from_), duty.to, duty.via)
    return (duty.title, duty.text, duty.deadline, *whom) if duty.text else None


def _names(units: Sequence[UnitRef] | None) -> Hashable:
    return None if units is None else tuple(map(str, units))
