"""One list names the same unit twice.

A unit counts once; most often the second entry should have been another unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR406"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” stands twice in this list.")
_HINT = N_("Remove one, or write the unit that was meant.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each name that its own list has already; the same unit with two scopes is no repetition."""
    for path, names in _lists(file):
        if len(set(names)) == len(names):
            continue
        seen: set[str] = set()
        for n, name in enumerate(names):
            if str(name) in seen:
                unit = name if isinstance(name, str) else name.unit
                yield file.found(CODE, (*path, n), _MESSAGE, _HINT, unit=unit)
            seen.add(str(name))


def _lists(file: Inspected) -> Iterator[tuple[DataPath, list[Any]]]:
    items: list[tuple[DataPath, Any]] = [(path, task) for path, _slug, task, _part in file.tasks]
    items += [(part.path, part.item) for part in file.parts if part.path[-2:-1] == ("groups",)]
    for path, item in items:
        if item.lead and len(item.lead) > 1:
            yield (*path, "lead"), item.lead
        if item.support and len(item.support) > 1:
            yield (*path, "support"), item.support
    for n, duty in enumerate(file.model.reports):
        yield ("reports", n, "from"), duty.from_
