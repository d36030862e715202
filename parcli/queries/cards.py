"""One thing of the registry with all that is known of it: a task, directive, unit, criterion…"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parcli.errors import UsageError
from parcli.language import N_
from parcli.queries.dues import list_dues
from parcli.queries.part_cards import DutyCard, PartCard, duty_card, part_card
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.queries.unit_cards import UnitCard, cards_of
from parcli.queries.unit_lookup import UnknownUnit
from parcli.registry.origin import Origin, origin, unit_origin
from parcli.registry.year_calendar import working_calendar
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.dues import Due, DueFilter
    from parcli.queries.task_rows import TaskRow
    from parcli.registry.compiled.store import Index


class NothingCalled(UsageError):
    """No task, directive, unit or criterion has that id."""

    message = N_("Nothing in the registry is called “{ident}”.")
    hint = N_("parcli tasks and parcli units list what there is.")


class NothingCalledNear(NothingCalled):
    """Nothing has that id, but something has one much like it."""

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
    """The unit that a name means, or its bearers over time, each with where it was read.

    `tasks` are those that reach it by itself or through a group, `dues` what it owes in the days
    asked about.
    """

    kind: Literal["unit"]
    units: tuple[UnitCard, ...]
    origins: tuple[Origin, ...]
    tasks: tuple[TaskRow, ...] = ()
    dues: tuple[Due, ...] = ()

    def json(self) -> dict[str, Any]:
        """The units with their surroundings and origins, their tasks, what they owe."""
        return {
            "kind": self.kind,
            "units": [
                {**card.json(), "origin": place._asdict()}
                for card, place in zip(self.units, self.origins, strict=True)
            ],
            "tasks": [
                {"id": t.id, "title": t.title, "text": t.text, "role": t.role} for t in self.tasks
            ],
            "dues": [due.json() for due in self.dues],
        }


Card = TaskCard | DirectiveCard | CriterionCard | PartCard | DutyCard | UnitCards


def card(index: Index, ident: str, orgs: Sequence[str], clock: DueFilter | None = None) -> Card:
    """What `ident` names: a task, a directive or a part of it, a criterion, else a unit.

    What is due is told of the days that the clock asks about; nothing without one. Raises
    NothingCalled, or AmbiguousUnit.
    """
    found: Card | None = (
        _task_card(index, ident)
        or _directive_card(index, ident)
        or _criterion_card(index, ident)
        or duty_card(index, ident, clock)
        or part_card(index, ident)
    )
    if found is not None:
        return found
    try:
        return _unit_cards(index, cards_of(index, ident, orgs, None), clock)
    except UnknownUnit:
        near = nearest(ident, _idents(index))
        if near:
            raise NothingCalledNear(ident=ident, near=", ".join(near)) from None
        raise NothingCalled(ident=ident) from None


def _unit_cards(index: Index, cards: Sequence[UnitCard], clock: DueFilter | None) -> UnitCards:
    units = [card.unit for card in cards]
    dues = (
        list_dues(index, working_calendar(index), clock._replace(units=units)).rows if clock else ()
    )
    return UnitCards(
        "unit",
        tuple(cards),
        tuple(unit_origin(index, unit.org, unit.id) for unit in units),
        tuple(list_tasks(index, TaskFilter(units=units))),
        tuple(dues),
    )


def _idents(index: Index) -> list[str]:
    sql = (
        "SELECT slug FROM directive UNION SELECT id FROM criterion UNION SELECT id FROM unit "
        "UNION SELECT d.slug || '/' || u.slug FROM duty u JOIN directive d ON d.id = u.directive "
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
