"""A deadline names a date that does not exist.

No calendar has 31 February or a thirteenth month. The document or whoever typed it is wrong; until
somebody says which day was meant, nothing falls due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.impossible_dates import impossible_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR512"
SEVERITY = Severity.ERROR
_MESSAGE = N_("There is no date “{date}”, so the deadline “{phrase}” never comes.")
_HINT = N_("Compare it with the document; where that prints it so, say the day with `meaning:`.")


def check(context: Context) -> Iterator[Finding]:
    """Each deadline that could not be read and has an impossible date in it."""
    sql = """
    SELECT directive, at, phrase FROM duty
    WHERE instr(meaning, '"kind": "none"') AND phrase IS NOT NULL
    """
    for directive, at, phrase in context.db.execute(sql):
        dates = impossible_dates(phrase)
        if dates:
            values = {"date": ", ".join(dates), "phrase": phrase}
            yield found(directive, at, ("deadline",), _MESSAGE, _HINT, **values)
