"""A roll-up falls due before the reports it is made of.

The coordinating unit would have to report what it has not received.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.roll_ups import roll_ups
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.written_dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR505"
SEVERITY = Severity.ERROR
_MESSAGE = N_("The roll-up is due by {day}, “{title}” only by {reports_by}.")
_HINT = N_("Compare both deadlines with the document.")


def check(context: Context) -> Iterator[Finding]:
    """Each roll-up that is due on or before its reports' last day, told for its first period."""
    told: set[tuple[int, str]] = set()
    for each in roll_ups(context):
        if each.last_day <= each.reports_by and (each.directive, each.at) not in told:
            told.add((each.directive, each.at))
            yield found(
                each.directive, each.at, ("deadline",), _MESSAGE, _HINT,
                day=short_date(each.last_day), title=each.title,
                reports_by=short_date(each.reports_by),
            )  # fmt: skip
