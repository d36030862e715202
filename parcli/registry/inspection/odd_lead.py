"""One task of an appendix has another unit among its leads or supports than all the rest.

Where ten tasks and more are led by the very same units, a single one that differs in one of them
was most likely mistyped; where twenty are supported by them, too, unless the task's own words speak
of that unit. A task of one unit of its own is no such case.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.model.directive import UnitRef
    from parcli.registry.inspection.document_parts import DataPath, PlacedTask
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


class _Led(NamedTuple):
    """A task by its place in the data, and the names that lead it as written."""

    path: DataPath
    leads: tuple[str, ...]


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each appendix whose tasks are all led, or supported, alike but for one unit of one task."""
    for part, placed in groupby(file.tasks, lambda placed: placed.path[:2]):
        if part[0] == "appendices":
            tasks = list(placed)
            yield from _substituted(file, [led for task in tasks if (led := _led(task)).leads])
            yield from _odd_support(file, tasks)


def _led(placed: PlacedTask) -> _Led:
    own, inherited = placed.task.lead, placed.part.lead
    return _Led(placed.path, _names((inherited or ()) if own is None else own))


def _names(units: Sequence[UnitRef]) -> tuple[str, ...]:
    return tuple([each if isinstance(each, str) else each.unit for each in units])


def _odd_support(file: Inspected, tasks: Sequence[PlacedTask]) -> Iterator[Diagnostic]:
    """The one supporting unit that stands in another's place, in tasks with lists as long."""
    several = [task for task in tasks if task.task.support and len(task.task.support) > 1]
    if len(several) <= _FEWEST_SUPPORTED:
        return
    own = [(task, _names(task.task.support or ())) for task in several]
    alike: Counter[frozenset[str]] = Counter()
    for names, count in Counter(names for _task, names in own).items():
        alike[frozenset(names)] += count
    usual, times = alike.most_common(1)[0]
    if times < _FEWEST_SUPPORTED:
        return
    others = [each for each in own if len(each[1]) == len(usual) and usual != set(each[1])]
    if len(others) != 1:
        return
    task, names = others[0]
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


def _substituted(file: Inspected, tasks: Sequence[_Led]) -> Iterator[Diagnostic]:
    """The one lead that stands in another's place."""
    written = Counter(task.leads for task in tasks)
    if len(written) == 1:
        return
    alike: Counter[frozenset[str]] = Counter()
    for leads, times in written.items():
        alike[frozenset(leads)] += times
    by_leads = alike.most_common(3)
    if len(by_leads) != 2 or by_leads[1][1] != 1 or by_leads[0][1] < _FEWEST:
        return
    usual = next(task.leads for task in tasks if frozenset(task.leads) == by_leads[0][0])
    odd = next(task for task in tasks if frozenset(task.leads) == by_leads[1][0])
    strange = [n for n, unit in enumerate(odd.leads) if unit not in usual]
    if len(usual) > 1 and len(odd.leads) == len(usual) and len(strange) == 1:
        yield file.found(
            CODE, (*odd.path, "lead", strange[0]), _MESSAGE, _HINT,
            unit=odd.leads[strange[0]], usual=", ".join(usual),
        )  # fmt: skip
