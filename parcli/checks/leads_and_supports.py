"""A unit leads a task and cooperates in it as well.

It cannot cooperate with itself: one of the two lists has a unit too many, or the wrong one. A group
of units that holds the leading one (“các phòng, ban”) is no fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.lists_of_names import tasks_listing
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding
    from parcli.checks.lists_of_names import Listed

CODE = "PAR404"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” leads this task and cooperates in it.")
_HINT = N_("Compare both columns with the document.")


def check(context: Context) -> Iterator[Finding]:
    """Each cooperating name that means the very unit or group which leads."""
    sql = """
    SELECT t.at, b.n, y.written FROM assignment a
    JOIN assignment b ON b.directive = a.directive AND b.task = a.task AND b.role = 2
    JOIN name x ON x.id = a.name JOIN name y ON y.id = b.name
    JOIN task t ON t.directive = a.directive AND t.n = a.task
    WHERE a.directive = ? AND a.task = ?
    AND a.role = 1 AND (a.name = b.name OR x.unit = y.unit) AND a.scope IS NULL
    """
    for directive, task in tasks_listing(context, _in_both):
        for at, n, unit in context.db.execute(sql, (directive, task)):
            yield found(directive, at, ("support", n), _MESSAGE, _HINT, unit=unit)


def _in_both(listed: list[Listed]) -> bool:
    """Whether a name that leads cooperates, too, or means a unit that does."""
    leading = {each.unit or each.name for each in listed if each.role == 1}
    return any((each.unit or each.name) in leading for each in listed if each.role > 1)
