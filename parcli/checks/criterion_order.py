"""A task's criterion is out of the order that the appendix otherwise keeps.

An appendix that goes through an index lists its criteria one after another. Where a single task
breaks the order, its criterion was most likely mistyped.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR312"
SEVERITY = Severity.WARNING
_MESSAGE = N_("{criterion} stands here out of the order of the index.")
_HINT = N_("Compare the criterion with the document.")
# Fewer tasks, or more breaks, make no order.
_FEWEST = 5
_MOST_BREAKS = 0.1


def check(context: Context) -> Iterator[Finding]:
    """Each task whose first criterion breaks an order that the others keep."""
    sql = """
    WITH first AS MATERIALIZED (
      SELECT s.directive, t.appendix, s.task, c.position, s.criterion, t.at,
        lag(c.position) OVER (PARTITION BY s.directive, t.appendix ORDER BY s.task) AS before
      FROM task t
      CROSS JOIN serves s ON s.directive = t.directive AND s.task = t.n AND s.n = 0
      CROSS JOIN criterion c ON c.id = s.criterion AND c.framework = t.framework
      WHERE t.appendix IS NOT NULL)
    SELECT directive, appendix, position, criterion, at FROM first WHERE (directive, appendix) IN (
      SELECT directive, appendix FROM first WHERE position < before)
    ORDER BY directive, appendix, task
    """
    for _appendix, rows in groupby(context.db.execute(sql).fetchall(), itemgetter(0, 1)):
        listed = list(rows)
        for n in _out_of_order([row[2] for row in listed]):
            directive, _number, _position, criterion, at = listed[n]
            yield found(directive, at, ("criteria", 0), _MESSAGE, _HINT, criterion=criterion)


def _out_of_order(positions: Sequence[int]) -> list[int]:
    """The few items without which the rest never goes back; none where there is no such order."""
    kept: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for n, position in enumerate(positions):
        at = next((i for i, tail in enumerate(tails) if positions[tail] > position), len(tails))
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [n]
    last = tails[-1] if tails else -1
    while last >= 0:
        kept.append(last)
        last = before[last]
    odd = sorted(set(range(len(positions))) - set(kept))
    few = len(positions) >= _FEWEST and len(odd) <= max(1, _MOST_BREAKS * len(positions))
    return odd if few else []
