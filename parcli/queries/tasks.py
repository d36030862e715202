"""Listing tasks: who leads, who cooperates, what they serve, by when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.queries.duties import worked_out_tasks
from parcli.queries.task_parts import assignees_of, criteria_of, statuses_of, targets_of
from parcli.queries.task_rows import TaskRow
from parcli.queries.unit_lookup import LAST_DAY
from parcli.registry.year_calendar import working_calendar
from parcli.text import folded, nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.task_parts import Key
    from parcli.queries.task_rows import Assignee, Role
    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index

_ROLES: dict[int, Role] = {1: "lead", 2: "support"}
_SERVES = (
    "EXISTS (SELECT 1 FROM serves s WHERE s.directive = t.directive AND s.task = t.n AND ({}))"
)
# What each part of a filter asks of a task; its value stands for every question mark.
_ASKED = {
    "directive": "d.slug = ?",
    "task": "d.slug || '/' || t.slug = ?",
    "index": "(t.framework = ? OR " + _SERVES.format("s.criterion LIKE ? || '/%'") + ")",
    "criterion": _SERVES.format("s.criterion = ? OR s.criterion LIKE ? || '.%'"),
}
_LISTED = (
    "SELECT d.slug, d.org, t.directive, t.n, t.slug, a.number, g.path, g.title, t.number, "
    "t.title, t.text, t.output, t.deadline, t.framework "
    "FROM task t JOIN directive d ON d.id = t.directive "
    "LEFT JOIN appendix a ON a.directive = t.directive AND a.n = t.appendix "
    'LEFT JOIN "group" g ON g.directive = t.directive AND g.n = t."group"'
)
# Tasks assigned to a unit or to a group that it is in, each with the strongest role.
_REACHING = f"""
SELECT x.directive, x.task, min(x.role) FROM name JOIN assignment x ON x.name = name.id
JOIN directive d ON d.id = x.directive
LEFT JOIN unit g ON g.org = name.org AND g.id = name.unit
WHERE name.org = :org AND (name.unit = :unit OR name.unit IN
  (SELECT "group" FROM membership WHERE org = :org AND unit = :unit))
AND d.first_day <= :last AND d.last_day >= :first
AND coalesce(g.valid_from, '') <= d.last_day
AND coalesce(g.valid_until, '{LAST_DAY}') >= d.first_day
AND (:directive IS NULL OR d.slug = :directive)
GROUP BY x.directive, x.task
"""


@dataclass(frozen=True)
class TaskFilter:
    """What is asked of the list; an absent part asks nothing.

    `before_includes_day` is the registry's policy, by which `due_before` counts. The status is
    the one that was reported of periods begun by `day`, where it is given.
    """

    units: Sequence[Unit] = ()
    role: Role | None = None
    index: str | None = None
    criterion: str | None = None
    directive: str | None = None
    status: str | None = None
    search: str | None = None
    due_before: str | None = None
    task: str | None = None
    expand: bool = False
    before_includes_day: bool = False
    day: date | None = None


class _Listed(NamedTuple):
    """A task as `_LISTED` finds it, before what belongs to it is looked up."""

    directive_slug: str
    org: str
    directive: int
    number_in_index: int
    slug: str
    appendix: str | None
    group: str | None
    group_title: str | None
    number: str | None
    title: str | None
    text: str | None
    output: str | None
    deadline: str | None
    framework: str | None

    @property
    def key(self) -> Key:
        """The numbers of directive and task in the index."""
        return self.directive, self.number_in_index

    @property
    def id(self) -> str:
        """The task's id across the registry."""
        return f"{self.directive_slug}/{self.slug}"


def list_tasks(index: Index, asked: TaskFilter) -> list[TaskRow]:
    """The tasks that fit, in the documents' order; each once, with the unit's strongest role."""
    roles = _roles(index, asked) if asked.units else None
    where, values = _conditions(index, asked)
    rows = index.db.execute(f"{_LISTED} WHERE {where} ORDER BY d.slug, t.n", values)
    found = [_Listed._make(row) for row in rows]
    if roles is not None:
        found = [task for task in found if task.key in roles]
    if asked.search and asked.search.strip():
        found = [
            task for task in found if _says(f"{task.title or ''} {task.text or ''}", asked.search)
        ]
    listed = _completed(index, asked, found, roles or {})
    return [row for row in listed if asked.status in (None, row.status or "none")]


def _says(words: str, wanted: str) -> bool:
    """Whether the words contain it, accents aside; signs such as "%" as they are typed."""
    letters = folded(wanted)
    return letters in folded(words) if letters else nfc(wanted.strip()) in words


def _conditions(index: Index, asked: TaskFilter) -> tuple[str, list[object]]:
    """What SQL asks of a task, and the values of its question marks."""
    parts: list[str] = ["1"]
    values: list[object] = []
    for name, condition in _ASKED.items():
        value = getattr(asked, name)
        if value is not None:
            parts.append(condition)
            values += [value] * condition.count("?")
    if asked.due_before is not None:
        condition, days = _due_before(index, asked, asked.due_before)
        parts.append(condition)
        values += days
    return " AND ".join(parts), values


def _due_before(index: Index, asked: TaskFilter, day: str) -> tuple[str, list[object]]:
    """Tasks of which the index has a last day before that day, or for which one is worked out."""
    end = max(date.fromisoformat(day), date(1, 1, 2)) - timedelta(days=1)
    lenient = asked.before_includes_day
    worked_out = worked_out_tasks(
        index, working_calendar(index), end, asked.directive, before_includes_day=lenient
    )
    kept = (
        "EXISTS (SELECT 1 FROM duty u JOIN occurrence o ON o.directive = u.directive"
        " AND o.duty = u.n WHERE u.directive = t.directive AND u.task = t.n AND o.last_day < ?)"
    )
    named = "d.slug || '/' || t.slug IN (SELECT value FROM json_each(?))"
    listed = json.dumps(sorted(worked_out))
    return (named, [listed]) if lenient else (f"({kept} OR {named})", [day, listed])


def _roles(index: Index, asked: TaskFilter) -> dict[Key, Role]:
    """Tasks that reach the units, by themselves or through a group, with the strongest role.

    A task that a unit leads is none that it supports, though it be in a group that does.
    """
    found: dict[Key, int] = {}
    for unit in asked.units:
        values = {
            "org": unit.org,
            "unit": unit.id,
            "first": unit.valid_from or "",
            "last": unit.valid_until or LAST_DAY,
            "directive": asked.directive,
        }
        for directive, task, strongest in index.db.execute(_REACHING, values):
            key = (directive, task)
            found[key] = min(strongest, found.get(key, strongest))
    roles = {key: _ROLES[strongest] for key, strongest in found.items()}
    return {key: role for key, role in roles.items() if asked.role in (None, role)}


class _Belonging(NamedTuple):
    """What belongs to the tasks listed, by task; the statuses by organisation and task."""

    who: dict[tuple[Key, int], list[Assignee]]
    criteria: dict[Key, list[str]]
    targets: dict[Key, list[dict[str, Any]]]
    statuses: dict[tuple[str, str], list[str]]
    roles: dict[Key, Role]


def _completed(
    index: Index, asked: TaskFilter, found: Sequence[_Listed], roles: dict[Key, Role]
) -> list[TaskRow]:
    """The rows with whom they name, what they serve and reach, and how they stand."""
    wanted = {task.key for task in found}
    directives = sorted({task.directive for task in found})
    belonging = _Belonging(
        assignees_of(index, directives, wanted, expand=asked.expand),
        criteria_of(index, directives, wanted),
        targets_of(index, directives, wanted),
        statuses_of(index, asked.units, asked.day),
        roles,
    )
    return [_row(task, belonging) for task in found]


def _row(task: _Listed, belonging: _Belonging) -> TaskRow:
    key, ident = task.key, task.id
    return TaskRow(
        id=ident,
        directive=task.directive_slug,
        appendix=task.appendix,
        group=task.group,
        group_title=task.group_title,
        number=task.number,
        title=task.title,
        text=task.text,
        output=task.output,
        deadline=task.deadline,
        index=task.framework,
        lead=tuple(belonging.who[key, 1]),
        support=tuple(belonging.who[key, 2]),
        criteria=tuple(belonging.criteria[key]),
        targets=tuple(belonging.targets[key]),
        status=_combined(belonging.statuses.get((task.org, ident), ())),
        role=belonging.roles.get(key),
        key=key,
    )


def _combined(statuses: Sequence[str]) -> str | None:
    """One status for several units: their common one, else "in-progress"; None without reports."""
    if not statuses:
        return None
    return statuses[0] if len(set(statuses)) == 1 else "in-progress"
