"""A stretch of time ends before it begins.

Nothing holds on any day of it: the unit is never found, the directive never falls due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.inspection.validity_days import first_day, last_day
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.model.base import Validity
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR507"
SEVERITY = Severity.ERROR
_MESSAGE = N_("This ends on {until}, before it begins on {begin}.")
_ISSUED_LATER = N_("Issued on {issued}, after the directive ends on {until}.")
_BEFORE_ISSUE = N_("The directive is in force from {begin}, before it was issued ({issued}).")
_HINT = N_("Compare both dates with the document.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each validity whose last day is before its first; a directive in force before its issue.

    One that ended before its issue is told of at `issued`.
    """
    for path, validity in _validities(file):
        if validity and last_day(validity) < first_day(validity):
            yield file.found(
                CODE, (*path, "until"), _MESSAGE, _HINT, severity=SEVERITY,
                until=written_date(validity.until), begin=written_date(validity.from_),
            )  # fmt: skip
    issued, in_force = getattr(file.model, "issued", None), getattr(file.model, "in_force", None)
    if not issued or not in_force:
        return
    last = last_day(in_force)
    if last < first_day(in_force):
        return
    if issued > last:
        yield file.found(
            CODE, ("issued",), _ISSUED_LATER, _HINT, severity=SEVERITY,
            issued=written_date(issued), until=written_date(in_force.until),
        )  # fmt: skip
    elif in_force.from_:
        length = min(len(issued), len(in_force.from_))
        if in_force.from_[:length] < issued[:length]:
            yield file.found(
                CODE, ("in_force", "from"), _BEFORE_ISSUE, _HINT, severity=SEVERITY,
                begin=written_date(in_force.from_), issued=written_date(issued),
            )  # fmt: skip


def _validities(file: Inspected) -> Iterator[tuple[DataPath, Validity | None]]:
    model = file.model
    yield ("in_force",), getattr(model, "in_force", None)
    yield ("years",), getattr(model, "years", None)
    if hasattr(model, "organisation"):
        yield ("organisation", "valid"), model.organisation.valid
        for key in ("units", "groups"):
            for n, item in enumerate(getattr(model, key)):
                yield (key, n, "valid"), item.valid
