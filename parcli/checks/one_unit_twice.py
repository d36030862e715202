"""A unit or a group stands twice in one list.

One of the two was most likely another unit; reports would ask it twice. Its name and its id, or two
of its names, mean the same unit.
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

CODE = "PAR406"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” and “{other}” are one unit, which stands twice in this list.")
_HINT = N_("Remove one, or write the unit that was meant.")
_LISTS = {1: "lead", 2: "support"}


def check(context: Context) -> Iterator[Finding]:
    """Each name of a list that means, in other words, the unit of an earlier one."""
    sql = """
    SELECT t.at, b.role, b.n, y.written, x.written FROM assignment a
    JOIN assignment b
      ON b.directive = a.directive AND b.task = a.task AND b.role = a.role AND b.n > a.n
    JOIN name x ON x.id = a.name JOIN name y ON y.id = b.name
    JOIN task t ON t.directive = a.directive AND t.n = a.task
    WHERE a.directive = ? AND a.task = ?
    AND a.name <> b.name AND x.unit = y.unit AND a.scope IS b.scope
    """
    for directive, task in tasks_listing(context, _twice):
        for at, role, n, unit, other in context.db.execute(sql, (directive, task)):
            yield found(directive, at, (_LISTS[role], n), _MESSAGE, _HINT, unit=unit, other=other)
    sql = """
    SELECT a.directive, u.at, b.n, y.written, x.written FROM duty_from a
    CROSS JOIN duty_from b ON b.directive = a.directive AND b.duty = a.duty AND b.n > a.n
    CROSS JOIN name x ON x.id = a.name CROSS JOIN name y ON y.id = b.name
    CROSS JOIN duty u ON u.directive = a.directive AND u.n = a.duty
    WHERE u.kind = 'report' AND a.name <> b.name AND x.unit = y.unit
    """
    for directive, at, n, unit, other in context.db.execute(sql):
        yield found(directive, at, ("from", n), _MESSAGE, _HINT, unit=unit, other=other)


def _twice(listed: list[Listed]) -> bool:
    """Whether two names of one list mean one unit."""
    names = {each for each in listed if each.unit}
    return len({(each.role, each.unit) for each in names}) < len(names)
