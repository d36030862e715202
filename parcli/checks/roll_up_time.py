"""Between the reports and their roll-up lies no working day.

Reports that come in on their last day cannot be rolled up in time
(NĐ 09/2019/NĐ-CP Điều 8 asks for a working day between the close of figures and sending).
"""

from __future__ import annotations

from functools import cache
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

CODE = "PAR506"
SEVERITY = Severity.WARNING
_MESSAGE = N_("From “{title}” ({reports_by}) to the roll-up ({day}) there is no working day.")
_HINT = N_("Agree with the units on an earlier day; the directive's deadlines stay as they are.")
_LONG = 31


def check(context: Context) -> Iterator[Finding]:
    """Each roll-up that leaves its unit no working day, told for the first such period."""
    told: set[tuple[int, str]] = set()
    between = cache(context.calendar.working_days_between)
    for each in roll_ups(context):
        apart = (each.last_day - each.reports_by).days
        if not 0 < apart < _LONG or (each.directive, each.at) in told:
            continue
        if between(each.reports_by, each.last_day) == 0:
            told.add((each.directive, each.at))
            yield found(
                each.directive, each.at, ("deadline",), _MESSAGE, _HINT,
                day=short_date(each.last_day), title=each.title,
                reports_by=short_date(each.reports_by),
            )  # fmt: skip
