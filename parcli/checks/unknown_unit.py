"""A name means no unit of the catalogue.

The task then reaches nobody: it is missing from the unit's list, its report and its reminders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.written_names import pieces_of, places, unresolved
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR401"
SEVERITY = Severity.ERROR
_MESSAGE = N_("No unit of “{org}” is called “{unit}”.")
_NEAR = N_("Did you mean {near}? Otherwise add it to data/units/{org}.yaml, or as an alias.")
_SPLIT = N_("These are several units; write one item for each: {near}.")
_BROKEN = N_("data/units/{org}.yaml has errors, so it may be there: mend those first.")
_HINT = N_("Add it to data/units/{org}.yaml: as a unit, a group, or an alias of one.")


def check(context: Context) -> Iterator[Finding]:
    """Each place of a name that no unit ever had; each progress file of such a unit."""
    broken = _with_errors(context)
    for name in unresolved(context):
        if name.candidates != "[]":
            continue
        on = context.day_of(name.org, name.since)
        match = context.names(name.org).find(name.written, on)
        if match.other_days:
            continue
        pieces = pieces_of(context.names(name.org), name.written, on)
        near = "; ".join(pieces) or ", ".join(match.suggestions)
        hint = _BROKEN if name.org in broken else _SPLIT if pieces else _NEAR if near else _HINT
        for place in places(context, name.number):
            yield found(*place, _MESSAGE, hint, unit=name.written, org=name.org, near=near)
    yield from _reporting_units(context)


def _with_errors(context: Context) -> set[str]:
    """The organisations whose catalogues have lost something to errors."""
    sql = (
        "SELECT DISTINCT o.id FROM organisation o "
        "JOIN diagnostic d ON d.file = o.file WHERE d.severity = 2"
    )
    return {org for (org,) in context.db.execute(sql)}


def _reporting_units(context: Context) -> Iterator[Finding]:
    sql = """
    SELECT DISTINCT p.file, p.org, p.unit FROM (
      SELECT file, org, unit FROM progress UNION SELECT file, org, unit FROM submission
    ) p WHERE p.org IN (SELECT id FROM organisation)
    AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.org = p.org AND u.id = p.unit AND NOT u.is_group)
    """
    for file, org, unit in context.db.execute(sql).fetchall():
        ids = "SELECT id FROM unit WHERE org = ? AND NOT is_group"
        near = ", ".join(nearest(unit, [row[0] for row in context.db.execute(ids, (org,))]))
        hint = _NEAR if near else _HINT
        yield found(file, "", ("unit",), _MESSAGE, hint, unit=unit, org=org, near=near)
