"""Reported values beside the targets they belong to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context


class ReportedValue(NamedTuple):
    """One value of a unit's report; `targets` counts the task's, the rest is the one target's."""

    file: int
    task: str
    n: int
    status: str
    number: int
    value: float
    targets: int
    compare: str | None
    wanted: float | None
    words: str


def reported_values(context: Context) -> Iterator[ReportedValue]:
    """Every value reported on a task that exists."""
    sql = """
    SELECT p.file, p.task, p.status, p."values", d.id, t.n FROM progress p
    JOIN directive d ON d.slug = substr(p.task, 1, instr(p.task, '/') - 1)
    JOIN task t ON t.directive = d.id AND t.slug = substr(p.task, instr(p.task, '/') + 1)
    WHERE p."values" <> '[]'
    """
    of_task = "SELECT compare, value, text FROM target WHERE directive = ? AND task = ? ORDER BY n"
    for file, task, status, values, directive, number in context.db.execute(sql).fetchall():
        targets = context.db.execute(of_task, (directive, number)).fetchall()
        for n, each in enumerate(json.loads(values)):
            which = int(each.get("target", 1))
            known = targets[which - 1] if which <= len(targets) else (None, None, "")
            yield ReportedValue(file, task, n, status, which, each["value"], len(targets), *known)
