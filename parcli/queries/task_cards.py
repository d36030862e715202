"""One task with the part of the document it stands in and what was reported on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parcli.queries.task_parts import period_order
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.registry.origin import Origin, origin

if TYPE_CHECKING:
    from parcli.queries.task_rows import TaskRow
    from parcli.registry.compiled.store import Index


@dataclass(frozen=True)
class History:
    """What one unit reported on a task in one period."""

    period: str
    unit: str
    status: str
    result: str | None
    values: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    difficulties: str | None
    proposals: str | None


@dataclass(frozen=True)
class TaskCard:
    """A task, the part of the document it stands in, and what was reported on it."""

    kind: Literal["task"]
    task: TaskRow
    output: str | None
    appendix_title: str | None
    headings: tuple[str, ...]
    origin: Origin
    history: tuple[History, ...]

    def json(self) -> dict[str, Any]:
        """The task's list form with origin and history."""
        return {
            "kind": self.kind,
            **self.task.json(),
            "output": self.output,
            "group_title": self.task.group_title,
            "appendix_title": self.appendix_title,
            "headings": list(self.headings),
            "printed": {
                "lead": [who.written for who in self.task.lead],
                "support": [who.written for who in self.task.support],
            },
            "origin": self.origin._asdict(),
            "history": [vars(entry) for entry in self.history],
        }


def task_card(index: Index, ident: str) -> TaskCard | None:
    """The task of that id; None where there is none."""
    rows = list_tasks(index, TaskFilter(task=ident)) if "/" in ident else []
    if not rows:
        return None
    directive, n = rows[0].key
    sql = (
        'SELECT t.at, t.output, a.title, t."group" FROM task t LEFT JOIN appendix a '
        "ON a.directive = t.directive AND a.n = t.appendix WHERE t.directive = ? AND t.n = ?"
    )
    at, output, appendix, group = index.db.execute(sql, (directive, n)).fetchone()
    headings = tuple(_headings(index, directive, group))
    where = origin(index, directive, at)
    return TaskCard("task", rows[0], output, appendix, headings, where, _history(index, ident))


def _headings(index: Index, directive: int, group: int | None) -> list[str]:
    """The titles of the groups around a task, the outermost first; a number for one without."""
    found: list[str] = []
    sql = 'SELECT parent, coalesce(title, number) FROM "group" WHERE directive = ? AND n = ?'
    while group is not None:
        group, title = index.db.execute(sql, (directive, group)).fetchone()
        found += [title] if title else []
    return found[::-1]


def _history(index: Index, ident: str) -> tuple[History, ...]:
    sql = (
        'SELECT p.period, coalesce(u.name, p.unit), p.status, p.result, p."values", p.evidence, '
        "p.difficulties, p.proposals FROM progress p LEFT JOIN unit u "
        "ON u.org = p.org AND u.id = p.unit WHERE p.task = ? ORDER BY u.position"
    )
    rows = sorted(index.db.execute(sql, (ident,)), key=lambda row: period_order(row[0]))
    return tuple(
        History(period, unit, status, result, json.loads(values), json.loads(evidence), *rest)
        for period, unit, status, result, values, evidence, *rest in rows
    )
