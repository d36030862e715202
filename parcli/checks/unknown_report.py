"""`after:` names no other report of the directive.

A roll-up waits for the units' reports. Where `after` leads nowhere, or back to the roll-up itself,
`parcli due` cannot say whom it waits for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR304"
SEVERITY = Severity.ERROR
_MESSAGE = N_("No report of this directive has the id “{after}”.")
_CIRCLE = N_("The report “{after}” waits, by its own `after`, for this one.")
_HINT = N_("Reports of this directive: {known}.")


def check(context: Context) -> Iterator[Finding]:
    """Each `after` without its report, and each circle of reports that wait for one another."""
    # Only where something may be wrong: no such report, or one that waits itself.
    sql = """
    SELECT directive, slug, after, at FROM duty WHERE kind = 'report' AND directive IN (
      SELECT u.directive FROM duty u LEFT JOIN duty r
      ON r.directive = u.directive AND r.kind = 'report' AND r.slug = u.after
      WHERE u.after IS NOT NULL AND (r.slug IS NULL OR r.after IS NOT NULL))
    """
    duties: dict[int, dict[str, tuple[str | None, str]]] = {}
    twice: set[tuple[int, str]] = set()
    for directive, slug, after, at in context.db.execute(sql):
        if slug in duties.setdefault(directive, {}):
            twice.add((directive, slug))
        duties[directive][slug] = (after, at)
    for directive, reports in duties.items():
        for slug, (after, at) in reports.items():
            if after is None:
                continue
            known = nearest(after, reports) or list(reports)
            values: dict[str, Any] = {"after": after, "known": ", ".join(known)}
            if after not in reports:
                yield found(directive, at, ("after",), _MESSAGE, _HINT, **values)
            elif (directive, slug) not in twice and _comes_back(slug, reports):
                yield found(directive, at, ("after",), _CIRCLE, _HINT, **values)


def _comes_back(slug: str, reports: dict[str, tuple[str | None, str]]) -> bool:
    """Whether following `after` from a report leads back to it."""
    seen: set[str] = set()
    following = reports[slug][0]
    while following in reports and following not in seen:
        if following == slug:
            return True
        seen.add(following)
        following = reports[following][0]
    return False
