"""A deadline is over before the directive is issued.

Nobody can keep it: the year is most often the one before, or the date of issue was mistyped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.due_days import fixed_dues
from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR503"
SEVERITY = Severity.ERROR
_MESSAGE = N_("“{phrase}” ends on {day}, before the directive was issued ({issued}).")
_HINT = N_("Compare the deadline and `issued` with the document.")


def check(context: Context) -> Iterator[Finding]:
    """Each deadline whose last day is before the first possible day of issue.

    None of a directive that is issued after its end: its day of issue is told of.
    """
    for due in fixed_dues(context):
        if (
            due.issued
            and due.issued <= due.last_day
            and due.last_due[: len(due.issued)] < due.issued
        ):
            yield found(
                due.directive, due.at, ("deadline",), _MESSAGE, _HINT,
                phrase=due.phrase, day=written_date(due.last_due), issued=written_date(due.issued),
            )  # fmt: skip
