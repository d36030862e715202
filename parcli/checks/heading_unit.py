"""A section is headed by a unit's name, and another unit leads its task.

Directives that go unit by unit (“1. Phòng Nội vụ: …”) give each section's tasks to the unit of its
heading.
"""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR409"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The heading names “{heading}”, but it does not lead this task.")
_HINT = N_("Compare the lead with the heading of the section.")


def check(context: Context) -> Iterator[Finding]:
    """Each task below such a heading whose lead does not include the unit."""
    sql = """
    SELECT t."group", t.at, group_concat(coalesce(n.unit, '?'), ' ') FROM task t
    JOIN assignment a ON a.directive = t.directive AND a.task = t.n AND a.role = 1
    JOIN name n ON n.id = a.name
    WHERE t.directive = ? AND t."group" BETWEEN ? AND ? GROUP BY t.n
    """
    for directive, headings in _headings(context):
        span = (min(headings), max(headings))
        for group, at, units in context.db.execute(sql, (directive, *span)).fetchall():
            title, unit = headings.get(group, ("", "?"))
            if unit not in units.split() and "?" not in units.split() and title:
                yield found(directive, at, ("lead", 0), _MESSAGE, _HINT, heading=title)


def _headings(context: Context) -> Iterator[tuple[int, dict[int, tuple[str, str]]]]:
    """Groups of the body whose title is some unit's name: by directive, number → title, unit."""
    names = _names(context)
    sql = (
        'SELECT g.directive, g.n, g.title, d.org FROM "group" g '
        "JOIN directive d ON d.id = g.directive WHERE g.appendix IS NULL AND g.title IS NOT NULL "
        "ORDER BY g.directive, g.n"
    )
    for directive, rows in groupby(context.db.execute(sql).fetchall(), itemgetter(0)):
        headings = {
            group: (title, unit)
            for _directive, group, title, org in rows
            if (unit := names.get((org, title)))
        }
        if headings:
            yield directive, headings


def _names(context: Context) -> dict[tuple[str, str], str]:
    """Single units by organisation and name, official or other."""
    sql = "SELECT org, id, name, aliases FROM unit WHERE NOT is_group"
    return {
        (org, name): unit
        for org, unit, official, aliases in context.db.execute(sql)
        for name in (official, *json.loads(aliases))
    }
