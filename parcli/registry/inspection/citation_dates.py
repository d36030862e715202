"""A directive cites a document that is younger than itself.

A document can only rest on what was there before; one of the two dates is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.periods import Period
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR508"
SEVERITY = Severity.ERROR
_MESSAGE = N_("The cited document is of {cited}, the directive itself of {issued}.")
_HINT = N_("Compare both dates with the document.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each citation whose first possible day is after the directive's last possible one."""
    issued = file.model.issued
    if not issued:
        return
    latest = Period.parse(issued).last
    for n, citation in enumerate(file.model.citations):
        if citation.issued and Period.parse(citation.issued).first > latest:
            yield file.found(
                CODE, ("citations", n, "issued"), _MESSAGE, _HINT, severity=SEVERITY,
                cited=written_date(citation.issued), issued=written_date(issued),
            )  # fmt: skip
