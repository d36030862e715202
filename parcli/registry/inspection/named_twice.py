"""One list names the same unit twice.

A unit counts once; most often the second entry should have been another unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.inspection.document_parts import tasks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import DataPath, Inspected

CODE = "PAR406"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” stands twice in this list.")
_HINT = N_("Remove one, or write the unit that was meant.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each name that its own list has already; the same unit with two scopes is no repetition."""
    for path, names in _lists(file):
        if len(names) < 2 or len(set(map(str, names))) == len(names):
            continue
        seen: set[str] = set()
        for n, name in enumerate(names):
            if str(name) in seen:
                unit = name if isinstance(name, str) else name.unit
                yield file.found(CODE, (*path, n), _MESSAGE, _HINT, unit=unit)
            seen.add(str(name))


def _lists(file: Inspected) -> Iterator[tuple[DataPath, list]]:  # type: ignore[type-arg]
    for part in file.parts:
        items = [(path, task) for path, _slug, task in tasks_of(part)]
        items += [((*part.path, "groups", n), group) for n, group in enumerate(part.item.groups)]
        for path, item in items:
            yield (*path, "lead"), item.lead or []
            yield (*path, "support"), item.support or []
    for n, duty in enumerate(file.model.reports):
        yield ("reports", n, "from"), duty.from_
