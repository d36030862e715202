"""`meaning:` is not of the form that deadlines have.

It explains words that parcli cannot read by itself. Where it cannot be read either, it is passed
over, and the words alone decide, or nothing falls due at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR502"
SEVERITY = Severity.ERROR
_HINT = N_("parcli deadline “…” --format json prints the form for words it can read.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each `meaning` that is no deadline, at the key that is wrong."""
    for path, meaning in _meanings(file):
        yield from _judged(file, path, meaning)


def _judged(file: Inspected, path: DataPath, meaning: dict[str, Any]) -> Iterator[Diagnostic]:
    from parcli.model.deadline_meaning import meaning_problems  # noqa: PLC0415  rare

    for problem in meaning_problems(meaning):
        place = (*path, "meaning", *problem.path)
        yield file.found(CODE, place, problem.message, _HINT, severity=SEVERITY, **problem.values)


def _meanings(file: Inspected) -> Iterator[tuple[DataPath, dict[str, Any]]]:
    for n, duty in enumerate(file.model.reports):
        if duty.meaning is not None:
            yield ("reports", n), duty.meaning
    for part in file.parts:
        meaning = getattr(part.item, "meaning", None)
        if meaning is not None:
            yield part.path, meaning
    for placed in file.tasks:
        if placed.task.meaning is not None:
            yield placed.path, placed.task.meaning
