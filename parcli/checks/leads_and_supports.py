"""A unit leads a task and cooperates in it as well.

It cannot cooperate with itself: one of the two lists has a unit too many, or the wrong one. A group
of units that holds the leading one (“các phòng, ban”) is no fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR404"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” leads this task and cooperates in it.")
_HINT = N_("Compare both columns with the document.")


def check(context: Context) -> Iterator[Finding]:
    """Each cooperating name that means the very unit or group which leads."""
    sql = """
    SELECT a.directive, t.at, b.n, y.written FROM assignment a
    CROSS JOIN assignment b ON b.directive = a.directive AND b.task = a.task AND b.role = 2
    CROSS JOIN name x ON x.id = a.name CROSS JOIN name y ON y.id = b.name
    CROSS JOIN task t ON t.directive = a.directive AND t.n = a.task
    WHERE a.role = 1 AND (a.name = b.name OR x.unit = y.unit) AND a.scope IS NULL
    """
    for directive, at, n, unit in context.db.execute(sql):
        yield found(directive, at, ("support", n), _MESSAGE, _HINT, unit=unit)
