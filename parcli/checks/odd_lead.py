"""One task of an appendix has another unit among its leads than all the rest.

Where ten tasks and more are led by the very same units, a single one that differs in one of them
was most likely mistyped. A task led by one unit of its own is no such case.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR413"
SEVERITY = Severity.WARNING
_MESSAGE = N_("All other tasks of this appendix are led by {usual}; here it is “{unit}”.")
_HINT = N_("Compare the lead with the document.")
_FEWEST = 10


class _Lead(NamedTuple):
    """One written name that leads a task; `unit` is the name itself where it is unknown."""

    directive: int
    appendix: int
    task: int
    n: int
    unit: str
    written: str


def check(context: Context) -> Iterator[Finding]:
    """Each appendix whose tasks are all led alike but for one unit of one task."""
    for _appendix, leads in groupby(_leads(context), itemgetter(0, 1)):
        tasks = [list(rows) for _task, rows in groupby(leads, itemgetter(2))]
        for lead, usual in _substituted(tasks):
            yield found(
                lead.directive, _place(context, lead), ("lead", lead.n), _MESSAGE, _HINT,
                unit=lead.written, usual=", ".join(each.written for each in usual),
            )  # fmt: skip


def _leads(context: Context) -> list[_Lead]:
    """The leads of appendices in which many tasks have several, task by task."""
    sql = """
    WITH shared AS MATERIALIZED (
      SELECT a.directive, t.appendix FROM assignment a
      CROSS JOIN task t ON t.directive = a.directive AND t.n = a.task
      WHERE a.role = 1 AND a.n = 1 AND NOT a.inherited AND t.appendix IS NOT NULL
      GROUP BY a.directive, t.appendix HAVING count(*) > ?)
    SELECT s.directive, s.appendix, a.task, a.n, coalesce(x.unit, x.written), x.written
    FROM shared s CROSS JOIN task t ON t.directive = s.directive AND t.appendix = s.appendix
    CROSS JOIN assignment a ON a.directive = t.directive AND a.task = t.n AND a.role = 1
    CROSS JOIN name x ON x.id = a.name
    ORDER BY s.directive, s.appendix, a.task, a.n
    """
    return [_Lead._make(row) for row in context.db.execute(sql, (_FEWEST,))]


def _place(context: Context, lead: _Lead) -> str:
    sql = "SELECT at FROM task WHERE directive = ? AND n = ?"
    return str(context.db.execute(sql, (lead.directive, lead.task)).fetchone()[0])


def _substituted(tasks: Sequence[Sequence[_Lead]]) -> Iterator[tuple[_Lead, Sequence[_Lead]]]:
    """The one lead that stands in another's place, and a task as all the others are."""
    sets = [frozenset(lead.unit for lead in task) for task in tasks]
    [(usual, count), *rest] = Counter(sets).most_common(2)
    if count < _FEWEST or count != len(tasks) - 1 or not rest:
        return
    odd = tasks[sets.index(rest[0][0])]
    strange = [lead for lead in odd if lead.unit not in usual]
    if len(odd) == len(usual) and len(strange) == 1:
        yield strange[0], tasks[sets.index(usual)]
