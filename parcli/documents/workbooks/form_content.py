"""What stands in a unit's form: its tasks, their targets, what it said before and says now."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcli.model.progress_form import FormIdentity, registry_id
from parcli.queries.assigned_tasks import assigned_tasks
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from datetime import date

    from parcli.queries.task_rows import TaskRow
    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index


@dataclass(frozen=True)
class FormEntry:
    """What the registry has about one task in one period."""

    period: Period
    status: str
    values: dict[int, float] = field(default_factory=dict)
    result: str | None = None
    evidence: tuple[dict[str, str], ...] = ()
    difficulties: str | None = None
    proposals: str | None = None


@dataclass(frozen=True)
class FormTask:
    """One task of the form, with this period's entry and the latest earlier one, if any."""

    task: TaskRow
    leads: bool
    now: FormEntry | None
    before: FormEntry | None


@dataclass(frozen=True)
class FormContent:
    """A whole form. `as_of` is the day it is made for."""

    identity: FormIdentity
    registry_title: str
    unit_name: str
    organisation: str
    period: Period
    as_of: date
    number: str | None
    tasks: tuple[FormTask, ...]


def form_content(index: Index, unit: Unit, period: Period, as_of: date) -> FormContent:
    """The form of one unit for one period; without tasks where it has none then."""
    settings = index.settings()
    title = str(settings.get("title", ""))
    org = settings.get("org")
    registry = registry_id(str(org) if org else None, title)
    return FormContent(
        FormIdentity(registry, unit.org, unit.id, str(period)),
        title,
        unit.name,
        _organisation(index, unit.org),
        period,
        as_of,
        _number(index, unit, period),
        _tasks(index, unit, period),
    )


def _organisation(index: Index, org: str) -> str:
    row = index.db.execute("SELECT name FROM organisation WHERE id = ?", (org,)).fetchone()
    return str(row[0]) if row else org


def _number(index: Index, unit: Unit, period: Period) -> str | None:
    sql = "SELECT number FROM submission WHERE org = ? AND unit = ? AND period = ?"
    row = index.db.execute(sql, (unit.org, unit.id, str(period))).fetchone()
    return row[0] if row else None


def _tasks(index: Index, unit: Unit, period: Period) -> tuple[FormTask, ...]:
    assigned = assigned_tasks(index, period, unit).get((unit.org, unit.id), [])
    rows = {row.id: row for row in list_tasks(index, TaskFilter(units=[unit]))}
    entries = _entries(index, unit)
    found = []
    for task in assigned:
        known = entries.get(task.id, [])
        now = next((entry for entry in known if entry.period == period), None)
        earlier = [entry for entry in known if entry.period.last < period.first]
        before = max(earlier, key=lambda entry: entry.period.last, default=None)
        found.append(FormTask(rows[task.id], task.leads, now, before))
    return tuple(found)


def _entries(index: Index, unit: Unit) -> dict[str, list[FormEntry]]:
    sql = (
        'SELECT task, period, status, "values", result, evidence, difficulties, proposals '
        "FROM progress WHERE org = ? AND unit = ? ORDER BY task, period"
    )
    found: dict[str, list[FormEntry]] = {}
    for task, period, *rest in index.db.execute(sql, (unit.org, unit.id)):
        found.setdefault(task, []).append(_entry(period, rest))
    return found


def _entry(period: str, columns: list[Any]) -> FormEntry:
    status, values, result, evidence, difficulties, proposals = columns
    return FormEntry(
        Period.parse(period),
        status,
        {value["target"]: value["value"] for value in json.loads(values)},
        result,
        tuple(json.loads(evidence)),
        difficulties,
        proposals,
    )
