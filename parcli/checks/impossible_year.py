"""The year of issue cannot be right.

A directive is in the registry because it was issued: not in the year after next, and by no state
office of today before 1945. Two figures of the year have changed places; every deadline that is
counted from the day of issue is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR514"
SEVERITY = Severity.ERROR
_AHEAD = N_("The directive would be issued in the future: {issued}.")
_LONG_AGO = N_("No state office of today has issued anything in {issued}.")
_HINT = N_("Compare the year with the document.")
_FIRST_YEAR = 1945


def check(context: Context) -> Iterator[Finding]:
    """Each directive of a year after the next one, or before 1945.

    Drafts of next year's documents pass; so does any later year where the day of today is unknown.
    None of a directive that is issued after its end: that is told.
    """
    latest = context.today.year + 1 if context.today else 9999
    sql = (
        "SELECT id, issued FROM directive WHERE CAST(substr(issued, 1, 4) AS INTEGER) "
        "NOT BETWEEN ? AND ? AND issued <= last_day"
    )
    for directive, issued in context.db.execute(sql, (_FIRST_YEAR, latest)).fetchall():
        message = _LONG_AGO if int(issued[:4]) < _FIRST_YEAR else _AHEAD
        yield found(directive, "", ("issued",), message, _HINT, issued=written_date(issued))
