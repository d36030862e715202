"""`after:` names no other report of the directive.

A roll-up waits for the units' reports. Where `after` leads nowhere, or back to the roll-up itself,
`parcli due` cannot say whom it waits for.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.first_of_many import MOST
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR304"
SEVERITY = Severity.ERROR
_MESSAGE = N_("No report of this directive has the id “{after}”.")
_CIRCLE = N_("The report “{after}” waits, by its own `after`, for this one.")
_HINT = N_("Reports of this directive: {known}.")
_MOST_NAMED = 20


def check(context: Context) -> Iterator[Finding]:
    """Each `after` without its report, and each circle of reports that wait for one another."""
    sql = """
    SELECT directive, slug, after, at FROM duty WHERE kind = 'report' AND directive IN (
      SELECT directive FROM duty WHERE after IS NOT NULL) ORDER BY directive, n
    """
    for directive, rows in groupby(context.db.execute(sql).fetchall(), itemgetter(0)):
        reports = [row[1:] for row in rows]
        follows = {slug: after for slug, after, _at in reports}
        once = Counter(slug for slug, _after, _at in reports)
        circles = _circles(follows)
        wrong = (
            (after, at, _MESSAGE if after not in follows else _CIRCLE)
            for slug, after, at in reports
            if after is not None and (after not in follows or (slug in circles and once[slug] == 1))
        )
        for n, (after, at, message) in enumerate(wrong):
            # What comes after the first of very many is not told one by one.
            meant = nearest(after, follows) if n < MOST else []
            known = ", ".join(meant or islice(follows, _MOST_NAMED))
            yield found(directive, at, ("after",), message, _HINT, after=after, known=known)


def _circles(follows: Mapping[str, str | None]) -> set[str]:
    """The reports that following `after` leads back to."""
    circles: set[str] = set()
    walked: set[str] = set()
    for start in follows:
        way: dict[str, int] = {}
        report = start
        while report in follows and report not in walked and report not in way:
            way[report] = len(way)
            report = follows[report] or ""
        if report in way:
            circles.update(list(way)[way[report] :])
        walked.update(way)
    return circles
