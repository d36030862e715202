"""One thing of the registry with all that is known of it: a task, directive, unit or criterion."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parcli.errors import UsageError
from parcli.language import N_
from parcli.queries.tasks import TaskFilter, TaskRow, list_tasks
from parcli.queries.unit_cards import UnitCard, cards_of
from parcli.queries.unit_lookup import UnknownUnit
from parcli.registry.origin import Origin, origin
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.registry.compiled.store import Index


class NothingCalled(UsageError):
    """No task, directive, unit or criterion has that id."""

    message = N_("Nothing in the registry is called “{ident}”.")
    hint = N_("Did you mean: {near}?")


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
            "origin": self.origin._asdict(),
            "history": [vars(entry) for entry in self.history],
        }


@dataclass(frozen=True)
class DirectiveCard:
    """A directive's header, what it rests on, how many tasks it has, what it wants reported."""

    kind: Literal["directive"]
    header: dict[str, Any]
    citations: tuple[dict[str, Any], ...]
    parts: tuple[dict[str, Any], ...]
    reports: tuple[dict[str, Any], ...]
    origin: Origin

    def json(self) -> dict[str, Any]:
        """Header, citations, parts with their number of tasks, reports, origin."""
        return {
            "kind": self.kind,
            **self.header,
            "citations": list(self.citations),
            "parts": list(self.parts),
            "reports": list(self.reports),
            "origin": self.origin._asdict(),
        }


@dataclass(frozen=True)
class CriterionCard:
    """A criterion, dimension or whole framework, and the tasks that serve it."""

    kind: Literal["criterion", "dimension", "framework"]
    header: dict[str, Any]
    criteria: tuple[dict[str, Any], ...]
    tasks: tuple[TaskRow, ...]
    origin: Origin

    def json(self) -> dict[str, Any]:
        """The criterion with what is below it and the tasks that serve it."""
        return {
            "kind": self.kind,
            **self.header,
            "criteria": list(self.criteria),
            "tasks": [{"id": t.id, "title": t.title, "text": t.text} for t in self.tasks],
            "origin": self.origin._asdict(),
        }


@dataclass(frozen=True)
class UnitCards:
    """The unit that a name means, or its bearers over time."""

    kind: Literal["unit"]
    units: tuple[UnitCard, ...]

    def json(self) -> dict[str, Any]:
        """The units with their surroundings."""
        return {"kind": self.kind, "units": [card.json() for card in self.units]}


Card = TaskCard | DirectiveCard | CriterionCard | UnitCards


def card(index: Index, ident: str, orgs: Sequence[str]) -> Card:
    """What `ident` names: a task, a directive, a criterion, else a unit by any of its names.

    Raises NothingCalled, or AmbiguousUnit.
    """
    found: Card | None = (
        _task_card(index, ident) or _directive_card(index, ident) or _criterion_card(index, ident)
    )
    if found is not None:
        return found
    try:
        return UnitCards("unit", tuple(cards_of(index, ident, orgs, None)))
    except UnknownUnit:
        near = nearest(ident, _idents(index)) or ["parcli tasks"]
        raise NothingCalled(ident=ident, near=", ".join(near)) from None


def _idents(index: Index) -> list[str]:
    sql = (
        "SELECT slug FROM directive UNION SELECT id FROM criterion UNION SELECT id FROM unit "
        "UNION SELECT d.slug || '/' || t.slug FROM task t JOIN directive d ON d.id = t.directive "
        "LIMIT 20000"
    )
    return [row[0] for row in index.db.execute(sql)]


def _task_card(index: Index, ident: str) -> TaskCard | None:
    rows = list_tasks(index, TaskFilter(task=ident)) if "/" in ident else []
    if not rows:
        return None
    directive, n = rows[0].key
    sql = (
        "SELECT t.at, t.output, a.title FROM task t LEFT JOIN appendix a "
        "ON a.directive = t.directive AND a.n = t.appendix WHERE t.directive = ? AND t.n = ?"
    )
    at, output, appendix = index.db.execute(sql, (directive, n)).fetchone()
    where = origin(index, directive, at)
    return TaskCard("task", rows[0], output, appendix, where, _history(index, ident))


def _history(index: Index, ident: str) -> tuple[History, ...]:
    sql = (
        'SELECT p.period, coalesce(u.name, p.unit), p.status, p.result, p."values", p.evidence, '
        "p.difficulties, p.proposals FROM progress p LEFT JOIN unit u "
        "ON u.org = p.org AND u.id = p.unit WHERE p.task = ? ORDER BY p.period, u.position"
    )
    return tuple(
        History(period, unit, status, result, json.loads(values), json.loads(evidence), *rest)
        for period, unit, status, result, values, evidence, *rest in index.db.execute(sql, (ident,))
    )


_HEADER = (
    "id", "org", "type", "number", "symbol", "superior", "issuer", "place", "issued", "subject",
)  # fmt: skip


def _directive_card(index: Index, slug: str) -> DirectiveCard | None:
    columns = ", ".join(("id", "slug", *_HEADER[1:], "first_day", "last_day"))
    sql = f"SELECT {columns} FROM directive WHERE slug = ?"
    row = index.db.execute(sql, (slug,)).fetchone()
    if row is None:
        return None
    directive, *values, first, last = row
    header = dict(zip(_HEADER, values, strict=True))
    header["in_force"] = {"from": first, "until": last}
    return DirectiveCard(
        "directive",
        header,
        tuple(_present(index, "type number issued issuer title role at", "citation", directive)),
        tuple(_parts(index, directive)),
        tuple(_reports(index, directive)),
        origin(index, directive),
    )


def _present(index: Index, columns: str, table: str, directive: int) -> list[dict[str, Any]]:
    names = columns.split()
    sql = f"SELECT {', '.join(names)} FROM {table} WHERE directive = ? ORDER BY n"
    rows = index.db.execute(sql, (directive,))
    return [{k: v for k, v in zip(names, row, strict=True) if v is not None} for row in rows]


def _parts(index: Index, directive: int) -> list[dict[str, Any]]:
    sql = (
        "SELECT a.number, a.title, a.framework, count(*) FROM task t LEFT JOIN appendix a "
        "ON a.directive = t.directive AND a.n = t.appendix WHERE t.directive = ? "
        "GROUP BY t.appendix ORDER BY t.appendix"
    )
    keys = ("appendix", "title", "index", "tasks")
    return [dict(zip(keys, row, strict=True)) for row in index.db.execute(sql, (directive,))]


def _reports(index: Index, directive: int) -> list[dict[str, Any]]:
    sql = (
        "SELECT slug, title, phrase, after FROM duty WHERE directive = ? AND kind = 'report' "
        "ORDER BY n"
    )
    keys = ("id", "title", "deadline", "after")
    return [dict(zip(keys, row, strict=True)) for row in index.db.execute(sql, (directive,))]


def _criterion_card(index: Index, ident: str) -> CriterionCard | None:
    keys = ("id", "framework", "number", "name", "name_en", "max_points", "scored_by")
    columns = f"{', '.join(keys)}, is_dimension, file"
    row = index.db.execute(f"SELECT {columns} FROM criterion WHERE id = ?", (ident,)).fetchone()
    if row is None:
        return _framework_card(index, ident)
    *values, is_dimension, file = row
    below = _below(
        index, "framework = ? AND dimension = ? AND is_dimension = 0", values[1], values[2]
    )
    return CriterionCard(
        "dimension" if is_dimension else "criterion",
        dict(zip(keys, values, strict=True)),
        tuple(below) if is_dimension else (),
        tuple(list_tasks(index, TaskFilter(criterion=ident))),
        origin(index, file),
    )


def _framework_card(index: Index, ident: str) -> CriterionCard | None:
    keys = ("id", "name", "name_en", "abbreviation", "years_from", "years_until", "scored_by")
    sql = f"SELECT {', '.join(keys)}, sources, note, file FROM framework WHERE id = ?"
    row = index.db.execute(sql, (ident,)).fetchone()
    if row is None:
        return None
    *values, sources, note, file = row
    header = dict(zip(keys, values, strict=True)) | {"sources": json.loads(sources), "note": note}
    below = _below(index, "framework = ? AND is_dimension = 1", ident)
    return CriterionCard("framework", header, tuple(below), (), origin(index, file))


def _below(index: Index, condition: str, *values: str) -> list[dict[str, Any]]:
    keys = ("id", "number", "name", "max_points")
    sql = f"SELECT {', '.join(keys)} FROM criterion WHERE {condition} ORDER BY position"
    return [dict(zip(keys, row, strict=True)) for row in index.db.execute(sql, values)]
