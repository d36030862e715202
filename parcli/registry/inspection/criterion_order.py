"""A task's criterion is out of the order that the appendix otherwise keeps.

An appendix that goes through an index lists its criteria one after another. Where a single task
breaks the order, its criterion was most likely mistyped.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR312"
SEVERITY = Severity.WARNING
_MESSAGE = N_("{criterion} stands here out of the order of the index.")
_HINT = N_("Compare the criterion with the document.")
# Fewer tasks, or more breaks, make no order.
_FEWEST = 5
_MOST_BREAKS = 0.1

_Place = list[tuple[int, str]]


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each task whose first criterion breaks an order that the others of its appendix keep."""
    for appendix, tasks in file.tasks_by_appendix.items():
        listed = [placed for placed in tasks if placed.task.criteria]
        index = file.model.appendices[appendix].index
        if index:
            listed = [each for each in listed if each.task.criteria[0].startswith(f"{index}/")]
        places = [_place_in_index(each.task.criteria[0]) for each in listed]
        if all(before <= after for before, after in pairwise(places)):
            continue
        for n in _out_of_order(places):
            place = (*listed[n].path, "criteria", 0)
            yield file.found(CODE, place, _MESSAGE, _HINT, criterion=listed[n].task.criteria[0])


@lru_cache(maxsize=4096)
def _place_in_index(criterion: str) -> _Place:
    """What sorts criteria as their index lists them: "2.10" after "2.9"."""
    index, _slash, number = criterion.partition("/")
    steps = [(int(step), "") if step.isdecimal() else (0, step) for step in number.split(".")]
    return [(0, index), *steps]


def _out_of_order(places: Sequence[_Place]) -> list[int]:
    """The few items without which the rest never goes back; none where there is no such order."""
    kept: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for n, place in enumerate(places):
        at = next((i for i, tail in enumerate(tails) if places[tail] > place), len(tails))
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [n]
    last = tails[-1] if tails else -1
    while last >= 0:
        kept.append(last)
        last = before[last]
    odd = sorted(set(range(len(places))) - set(kept))
    few = len(places) >= _FEWEST and len(odd) <= max(1, _MOST_BREAKS * len(places))
    return odd if few else []
