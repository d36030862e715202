"""Progress is reported for a period in which the directive does not hold.

Such an entry is in no report: the directive's periods lie elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from parcli.checks.finding import Finding
from parcli.diagnostics import Severity, facts
from parcli.language import N_
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

CODE = "PAR609"
SEVERITY = Severity.WARNING
_MESSAGE = N_("{directive} is in force from {first} to {last}, not in {period}.")
_HINT = N_("Compare the folder's period with the directive.")


def check(context: Context) -> Iterator[Finding]:
    """Each progress entry whose period has no day in common with its directive."""
    sql = """
    SELECT p.file, p.task, p.period, d.slug, d.first_day, d.last_day FROM progress p
    JOIN directive d ON d.slug = substr(p.task, 1, instr(p.task, '/') - 1)
    """
    for file, task, period, directive, first, last in context.db.execute(sql):
        days = _days(period)
        if days[1] < first or days[0] > last:
            values = {"directive": directive, "first": first, "last": last, "period": period}
            yield Finding(file, ("tasks", task), (), _MESSAGE, _HINT, facts(values))


@lru_cache(maxsize=256)
def _days(period: str) -> tuple[str, str]:
    found = Period.parse(period)
    return found.first.isoformat(), found.last.isoformat()
