"""One task of an appendix has another unit among its leads than all the rest.

Where ten tasks and more are led by the very same units, a single one that differs in one of them
was most likely mistyped. A task led by one unit of its own is no such case.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath, PlacedTask
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR413"
SEVERITY = Severity.WARNING
_MESSAGE = N_("All other tasks of this appendix are led by {usual}; here it is “{unit}”.")
_HINT = N_("Compare the lead with the document.")
_FEWEST = 10


class _Led(NamedTuple):
    """A task by its place in the data, and the names that lead it as written."""

    path: DataPath
    leads: tuple[str, ...]


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each appendix whose tasks are all led alike but for one unit of one task."""
    for part, tasks in groupby(file.tasks, lambda placed: placed.path[:2]):
        if part[0] == "appendices":
            yield from _substituted(file, [led for task in tasks if (led := _led(task)).leads])


def _led(placed: PlacedTask) -> _Led:
    own, inherited = placed.task.lead, placed.part.lead
    leads = (inherited or ()) if own is None else own
    return _Led(
        placed.path, tuple([each if isinstance(each, str) else each.unit for each in leads])
    )


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
