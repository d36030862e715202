"""One task of an appendix has another unit among its leads or supports than all the rest.

Where ten tasks and more are led by the very same units, a single one that differs in one of them
was most likely mistyped; where twenty are supported by them, too, unless the task's own words speak
of that unit. A task of one unit of its own is no such case.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.model.directive import UnitRef
    from parcli.registry.inspection.document_parts import PlacedTask
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR413"
SEVERITY = Severity.WARNING
_MESSAGE = N_("All other tasks of this appendix are led by {usual}; here it is “{unit}”.")
_HINT = N_("Compare the lead with the document.")
_SUPPORTED = N_("In {count} tasks of this appendix {usual} support; here it is “{unit}”.")
_SUPPORT_HINT = N_("Compare the supporting units with the document.")
_FEWEST = 10
_FEWEST_SUPPORTED = 20
# What says of which kind or level a unit is, not what it does.
_KINDS = {"phong", "so", "ban", "vu", "cuc", "ubnd", "cac"}
_LEVELS = {"tinh", "thanh", "pho", "huyen", "thi", "xa", "quan", "phuong", "tran", "cap"}


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each appendix whose tasks are all led, or supported, alike but for one unit of one task."""
    for tasks in file.tasks_by_appendix.values():
        if len(tasks) > _FEWEST:
            yield from _odd_lead(file, tasks)
            yield from _odd_support(file, tasks)


def _odd_lead(file: Inspected, tasks: Sequence[PlacedTask]) -> Iterator[Diagnostic]:
    """The one lead that stands in another's place, in tasks of several leads."""
    leads = [placed.part.lead if placed.task.lead is None else placed.task.lead for placed in tasks]
    written = Counter(tuple(own) for own in leads if own)
    if len(written) == 1 or all(len(own) == 1 for own in written):
        return
    by_leads = _alike(written).most_common(3)
    if len(by_leads) != 2 or by_leads[1][1] != 1 or by_leads[0][1] < _FEWEST:
        return
    led = [(each.path, _names(own)) for each, own in zip(tasks, leads, strict=True) if own]
    usual = next(names for _path, names in led if frozenset(names) == by_leads[0][0])
    path, odd = next(each for each in led if frozenset(each[1]) == by_leads[1][0])
    strange = [n for n, unit in enumerate(odd) if unit not in usual]
    if len(usual) > 1 and len(odd) == len(usual) and len(strange) == 1:
        yield file.found(
            CODE, (*path, "lead", strange[0]), _MESSAGE, _HINT,
            unit=odd[strange[0]], usual=", ".join(usual),
        )  # fmt: skip


def _alike(written: Counter[tuple[UnitRef, ...]]) -> Counter[frozenset[str]]:
    """How many tasks name the same units, in whatever order."""
    alike: Counter[frozenset[str]] = Counter()
    for units, times in written.items():
        alike[frozenset(_names(units))] += times
    return alike


def _names(units: Sequence[UnitRef]) -> tuple[str, ...]:
    return tuple([each if isinstance(each, str) else each.unit for each in units])


def _odd_support(file: Inspected, tasks: Sequence[PlacedTask]) -> Iterator[Diagnostic]:
    """The one supporting unit that stands in another's place, in tasks with lists as long."""
    several = [task for task in tasks if task.task.support and len(task.task.support) > 1]
    if len(several) <= _FEWEST_SUPPORTED:
        return
    written = Counter(tuple(task.task.support or ()) for task in several)
    usual, times = _alike(written).most_common(1)[0]
    if times < _FEWEST_SUPPORTED:
        return
    others = [
        units for units in written if len(units) == len(usual) and usual != set(_names(units))
    ]
    if len(others) != 1 or written[others[0]] != 1:
        return
    task = next(task for task in several if tuple(task.task.support or ()) == others[0])
    names = _names(others[0])
    strange = [n for n, unit in enumerate(names) if unit not in usual]
    words = f"{task.task.title or ''} {task.task.text or ''}"
    if len(strange) == 1 and not _speak_of(words, names[strange[0]]):
        yield file.found(
            CODE, (*task.path, "support", strange[0]), _SUPPORTED, _SUPPORT_HINT,
            unit=names[strange[0]], usual=", ".join(sorted(usual)), count=times,
        )  # fmt: skip


def _speak_of(words: str, unit: str) -> bool:
    """Whether the words name what a unit does: “tư pháp” of “Phòng Tư pháp”."""
    name = folded(unit).split()
    while name and name[0] in _KINDS:
        del name[0]
    while name and name[-1] in _LEVELS:
        del name[-1]
    return bool(name) and f" {' '.join(name)} " in f" {folded(words)} "
