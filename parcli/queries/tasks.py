"""Listing tasks: who leads, who cooperates, what they serve, by when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from parcli.queries.duties import worked_out_tasks
from parcli.queries.task_parts import assignees_of, criteria_of, statuses_of, targets_of
from parcli.queries.task_rows import TaskRow
from parcli.registry.year_calendar import working_calendar
from parcli.text import folded, nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.task_rows import Role
    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index

_ROLES: dict[int, Role] = {1: "lead", 2: "support"}


@dataclass(frozen=True)
class TaskFilter:
    """What is asked of the list; an absent part asks nothing.

    `before_includes_day` is the registry's policy, by which `due_before` counts.
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


def list_tasks(index: Index, asked: TaskFilter) -> list[TaskRow]:
    """The tasks that fit, in the documents' order; each once, with the unit's strongest role."""
    roles = _roles(index, asked) if asked.units else None
    where, values = _conditions(index, asked)
    sql = (
        "SELECT d.slug, d.org, t.directive, t.n, t.slug, a.number, g.path, g.title, t.number, "
        "t.title, t.text, t.output, t.deadline, t.framework "
        "FROM task t JOIN directive d ON d.id = t.directive "
        "LEFT JOIN appendix a ON a.directive = t.directive AND a.n = t.appendix "
        'LEFT JOIN "group" g ON g.directive = t.directive AND g.n = t."group" '
        f"WHERE {where} ORDER BY d.slug, t.n"
    )
    found = index.db.execute(sql, values).fetchall()
    if roles is not None:
        found = [row for row in found if (row[2], row[3]) in roles]
    if asked.search and asked.search.strip():
        found = [row for row in found if _says(f"{row[9] or ''} {row[10] or ''}", asked.search)]
    rows = _completed(index, asked, found, roles or {})
    return [row for row in rows if asked.status in (None, row.status or "none")]


def _says(words: str, wanted: str) -> bool:
    """Whether the words contain it, accents aside; signs such as "%" as they are typed."""
    letters = folded(wanted)
    return letters in folded(words) if letters else nfc(wanted.strip()) in words


def _conditions(index: Index, asked: TaskFilter) -> tuple[str, list[object]]:
    parts: list[str] = ["1"]
    values: list[object] = []
    for condition, value in (
        ("d.slug = ?", asked.directive),
        ("d.slug || '/' || t.slug = ?", asked.task),
    ):
        if value is not None:
            parts.append(condition)
            values.append(value)
    if asked.due_before is not None:
        condition, days = _due_before(index, asked, asked.due_before)
        parts.append(condition)
        values += days
    if asked.index is not None:
        parts.append(
            "(t.framework = ? OR EXISTS (SELECT 1 FROM serves s WHERE s.directive = t.directive"
            " AND s.task = t.n AND s.criterion LIKE ? || '/%'))"
        )
        values += [asked.index, asked.index]
    if asked.criterion is not None:
        parts.append(
            "EXISTS (SELECT 1 FROM serves s WHERE s.directive = t.directive AND s.task = t.n"
            " AND (s.criterion = ? OR s.criterion LIKE ? || '.%'))"
        )
        values += [asked.criterion, asked.criterion]
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


def _roles(index: Index, asked: TaskFilter) -> dict[tuple[int, int], Role]:
    """Tasks that reach the units, by themselves or through a group, with the strongest role."""
    found: dict[tuple[int, int], int] = {}
    sql = (
        "SELECT x.directive, x.task, min(x.role) FROM name JOIN assignment x ON x.name = name.id "
        "JOIN directive d ON d.id = x.directive "
        "LEFT JOIN unit g ON g.org = name.org AND g.id = name.unit "
        "WHERE name.org = :org AND (name.unit = :unit OR name.unit IN "
        '(SELECT "group" FROM membership WHERE org = :org AND unit = :unit)) '
        "AND d.first_day <= :last AND d.last_day >= :first "
        "AND coalesce(g.valid_from, '') <= d.last_day "
        "AND coalesce(g.valid_until, '9999-12-31') >= d.first_day "
        "AND (:role IS NULL OR x.role = :role) AND (:directive IS NULL OR d.slug = :directive) "
        "GROUP BY x.directive, x.task"
    )
    role = {name: number for number, name in _ROLES.items()}.get(asked.role or "lead")
    for unit in asked.units:
        values = {
            "org": unit.org,
            "unit": unit.id,
            "first": unit.valid_from or "",
            "last": unit.valid_until or "9999-12-31",
            "role": role if asked.role else None,
            "directive": asked.directive,
        }
        for directive, task, strongest in index.db.execute(sql, values):
            key = (directive, task)
            found[key] = min(strongest, found.get(key, strongest))
    return {key: _ROLES[strongest] for key, strongest in found.items()}


def _completed(
    index: Index,
    asked: TaskFilter,
    found: Sequence[tuple[Any, ...]],
    roles: dict[tuple[int, int], Role],
) -> list[TaskRow]:
    wanted = {(row[2], row[3]) for row in found}
    directives = sorted({row[2] for row in found})
    who = assignees_of(index, directives, wanted, expand=asked.expand)
    criteria = criteria_of(index, directives, wanted)
    targets = targets_of(index, directives, wanted)
    statuses = statuses_of(index, asked.units)
    rows = []
    for (
        slug, org, directive, n, task, appendix, path, heading, number, title, text, output,
        deadline, framework,
    ) in found:  # fmt: skip
        key = (directive, n)
        ident = f"{slug}/{task}"
        row = TaskRow(
            id=ident,
            directive=slug,
            appendix=appendix,
            group=path,
            group_title=heading,
            number=number,
            title=title,
            text=text,
            output=output,
            deadline=deadline,
            index=framework,
            lead=tuple(who[key, 1]),
            support=tuple(who[key, 2]),
            criteria=tuple(criteria[key]),
            targets=tuple(targets[key]),
            status=_combined(statuses.get((org, ident), ())),
            role=roles.get(key),
            key=key,
        )
        rows.append(row)
    return rows


def _combined(statuses: Sequence[str]) -> str | None:
    """One status for several units: their common one, else "in-progress"; None without reports."""
    if not statuses:
        return None
    return statuses[0] if len(set(statuses)) == 1 else "in-progress"
