"""Listing tasks: who leads, who cooperates, what they serve, by when."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from parcli.queries.unit_lookup import UnitRef, members
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index

Role = Literal["lead", "support"]
_ROLES: dict[int, Role] = {1: "lead", 2: "support"}


@dataclass(frozen=True)
class Assignee:
    """A unit or group that a task names; `members` are its single units, where asked for."""

    unit: UnitRef
    is_group: bool = False
    scope: str | None = None
    members: tuple[UnitRef, ...] | None = None

    def json(self) -> dict[str, Any]:
        """The contract's form: id, name, and scope and members where they are there."""
        plain: dict[str, Any] = self.unit.json()
        if self.scope:
            plain["scope"] = self.scope
        if self.members is not None and self.is_group:
            plain["members"] = [member.json() for member in self.members]
        return plain


@dataclass(frozen=True)
class TaskRow:
    """One task as it is listed."""

    id: str
    directive: str
    appendix: str | None
    group: str | None
    group_title: str | None
    number: str | None
    title: str | None
    text: str | None
    output: str | None
    deadline: str | None
    index: str | None
    lead: tuple[Assignee, ...] = ()
    support: tuple[Assignee, ...] = ()
    criteria: tuple[str, ...] = ()
    targets: tuple[dict[str, Any], ...] = ()
    status: str | None = None
    role: Role | None = None
    key: tuple[int, int] = field(default=(0, 0), repr=False)

    def json(self) -> dict[str, Any]:
        """The contract's form; `role` is there where tasks of one unit were asked for."""
        plain: dict[str, Any] = {
            "id": self.id,
            "directive": self.directive,
            "appendix": appendix_number(self.appendix),
            "group": self.group,
            "number": self.number,
            "title": self.title,
            "text": self.text,
            "lead": [who.json() for who in self.lead],
            "support": [who.json() for who in self.support],
            "index": self.index,
            "criteria": list(self.criteria),
            "targets": list(self.targets),
            "deadline": self.deadline,
            "status": self.status,
        }
        if self.role is not None:
            plain["role"] = self.role
        return plain


@dataclass(frozen=True)
class TaskFilter:
    """What is asked of the list; an absent part asks nothing."""

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


def list_tasks(index: Index, asked: TaskFilter) -> list[TaskRow]:
    """The tasks that fit, in the documents' order; each once, with the unit's strongest role."""
    roles = _roles(index, asked) if asked.units else None
    where, values = _conditions(asked)
    sql = (
        "SELECT d.slug, d.org, t.directive, t.n, t.slug, a.number, g.path, g.title, t.number, "
        "t.title, t.text, t.output, t.deadline, t.framework, d.first_day, d.last_day "
        "FROM task t JOIN directive d ON d.id = t.directive "
        "LEFT JOIN appendix a ON a.directive = t.directive AND a.n = t.appendix "
        'LEFT JOIN "group" g ON g.directive = t.directive AND g.n = t."group" '
        f"WHERE {where} ORDER BY d.slug, t.n"
    )
    found = index.db.execute(sql, values).fetchall()
    if roles is not None:
        found = [row for row in found if (row[2], row[3]) in roles]
    if asked.search:
        wanted = folded(asked.search)
        found = [row for row in found if wanted in folded(f"{row[9] or ''} {row[10] or ''}")]
    rows = _completed(index, asked, found, roles or {})
    return [row for row in rows if asked.status in (None, row.status or "none")]


def _conditions(asked: TaskFilter) -> tuple[str, list[object]]:
    parts: list[str] = ["1"]
    values: list[object] = []
    for condition, value in (
        ("d.slug = ?", asked.directive),
        ("d.slug || '/' || t.slug = ?", asked.task),
        (
            (
                "EXISTS (SELECT 1 FROM duty u JOIN occurrence o ON o.directive = u.directive"
                " AND o.duty = u.n WHERE u.directive = t.directive AND u.task = t.n"
                " AND o.last_day < ?)"
            ),
            asked.due_before,
        ),
    ):
        if value is not None:
            parts.append(condition)
            values.append(value)
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
    who = _assignees(index, directives, wanted, expand=asked.expand)
    criteria = _criteria(index, directives, wanted)
    targets = _targets(index, directives, wanted)
    statuses = _statuses(index, asked)
    rows = []
    for (
        slug, org, directive, n, task, appendix, path, heading, number, title, text, output,
        deadline, framework, _first, _last,
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


def _assignees(
    index: Index, directives: Iterable[int], wanted: set[tuple[int, int]], *, expand: bool
) -> dict[tuple[tuple[int, int], int], list[Assignee]]:
    found: dict[tuple[tuple[int, int], int], list[Assignee]] = defaultdict(list)
    sql = (
        "SELECT x.task, x.role, x.scope, name.written, name.org, u.id, u.name, u.is_group, "
        "d.first_day, d.last_day FROM assignment x JOIN name ON name.id = x.name "
        "JOIN directive d ON d.id = x.directive "
        "LEFT JOIN unit u ON u.org = name.org AND u.id = name.unit "
        "WHERE x.directive = ? ORDER BY x.task, x.role, x.n"
    )
    folds: dict[tuple[str, str, str, str], tuple[UnitRef, ...]] = {}
    for directive in directives:
        for task, role, scope, written, org, ident, name, is_group, first, last in index.db.execute(
            sql, (directive,)
        ):
            if (directive, task) not in wanted:
                continue
            inside = None
            if expand and is_group:
                key = (org, ident, first, last)
                if key not in folds:
                    folds[key] = tuple(u.ref for u in members(index, *key))
                inside = folds[key]
            ref = UnitRef(ident or "", name or written)
            found[(directive, task), role].append(Assignee(ref, bool(is_group), scope, inside))
    return found


def _criteria(
    index: Index, directives: Iterable[int], wanted: set[tuple[int, int]]
) -> dict[tuple[int, int], list[str]]:
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    sql = "SELECT task, criterion FROM serves WHERE directive = ? ORDER BY task, n"
    for directive in directives:
        for task, criterion in index.db.execute(sql, (directive,)):
            if (directive, task) in wanted:
                found[directive, task].append(criterion)
    return found


def _targets(
    index: Index, directives: Iterable[int], wanted: set[tuple[int, int]]
) -> dict[tuple[int, int], list[dict[str, Any]]]:
    found: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    keys = ("text", "compare", "value", "unit", "change", "baseline", "by", "scope")
    sql = (
        "SELECT task, text, compare, value, unit, change, baseline, by, scope FROM target "
        "WHERE directive = ? ORDER BY task, n"
    )
    for directive in directives:
        for task, *values in index.db.execute(sql, (directive,)):
            if (directive, task) in wanted:
                present = {k: v for k, v in zip(keys, values, strict=True) if v is not None}
                found[directive, task].append(present)
    return found


def _statuses(index: Index, asked: TaskFilter) -> dict[tuple[str, str], list[str]]:
    """Each unit's latest status of each task, of the units asked about or of all."""
    sql = (
        "SELECT org, task, status, unit FROM progress p WHERE period = (SELECT max(period) "
        "FROM progress q WHERE q.task = p.task AND q.org = p.org AND q.unit = p.unit)"
    )
    units = {(u.org, u.id) for u in asked.units}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for org, task, status, unit in index.db.execute(sql):
        if not units or (org, unit) in units:
            found[org, task].append(status)
    return found


def _combined(statuses: Sequence[str]) -> str | None:
    """One status for several units: their common one, else "in-progress"; None without reports."""
    if not statuses:
        return None
    return statuses[0] if len(set(statuses)) == 1 else "in-progress"


def appendix_number(number: str | None) -> int | str | None:
    """An appendix's number as a number, Roman or Arabic; as text where it is neither."""
    if number is None:
        return None
    if number.isdecimal():
        return int(number)
    return _roman(number.upper()) or number


def _roman(number: str) -> int | None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    if not number or set(number) - set(values):
        return None
    digits = [values[letter] for letter in number]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < after else digit for digit, after in pairs)


def json_text(rows: Iterable[TaskRow]) -> str:
    """The contract's JSON list."""
    return json.dumps([row.json() for row in rows], ensure_ascii=False, indent=2)
