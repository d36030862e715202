"""Who has reported for a period: since when, how late, on which tasks, and what is missing."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.queries.assigned_tasks import AssignedTask, UnitKey, assigned_tasks
from parcli.queries.duties import duties, falling_due
from parcli.queries.duty_units import DutyUnits
from parcli.queries.submissions import Submissions
from parcli.queries.unit_lookup import Unit, UnitRef, units
from parcli.schedule.due_dates import due_dates, working_days_late
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parcli.queries.duties import Duty
    from parcli.registry.compiled.store import Index
    from parcli.schedule.working_days import WorkingCalendar

STATUSES = ("done", "in-progress", "not-started", "returned", "not-applicable")
# What somebody is working on: a result that was sent back is mended.
WORKED_ON = ("in-progress", "returned")
LATEST_AFTER = timedelta(days=92)  # a report comes due within a quarter of its period's end


@dataclass(frozen=True)
class StatusFilter:
    """What is asked; of every unit where none is named. `today` is the clock."""

    period: Period
    today: date
    units: Sequence[Unit] = ()
    before_includes_day: bool = False
    roll_forward: bool = False


@dataclass(frozen=True)
class ReportDue:
    """One report that a unit owes for the period. `received` is None until it is there."""

    id: str
    last_day: date
    received: date | None
    is_late: bool
    late_working_days: int

    def json(self) -> dict[str, Any]:
        """Plain data; days as ISO text."""
        return {
            "id": self.id,
            "last_day": self.last_day.isoformat(),
            "received": self.received.isoformat() if self.received else None,
            "late": self.is_late,
            "late_working_days": self.late_working_days,
        }


@dataclass(frozen=True)
class Missing:
    """What the office still has to ask a unit for: ids of tasks that it leads."""

    entries: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    def json(self) -> dict[str, list[str]]:
        """Plain data."""
        return {
            "entries": list(self.entries),
            "values": list(self.values),
            "evidence": list(self.evidence),
        }


@dataclass(frozen=True)
class UnitStatus:
    """One unit's report of the period. `counts` are of tasks that it leads, by status."""

    unit: UnitRef
    org: str
    number: str | None
    received: date | None
    reports: tuple[ReportDue, ...]
    led: int
    supported: int
    counts: dict[str, int] = field(default_factory=dict)
    supported_entries: int = 0
    missing: Missing = field(default_factory=Missing)

    @property
    def is_awaited(self) -> bool:
        """Whether a report is owed and not there; a unit may have tasks and owe no report."""
        return self.received is None and bool(self.reports)

    @property
    def is_late(self) -> bool:
        """Whether any report is, or came, after its last day."""
        return any(report.is_late for report in self.reports)

    @property
    def late_working_days(self) -> int:
        """By how many working days the latest report is late; 0 where only days off have passed."""
        return max((report.late_working_days for report in self.reports), default=0)

    @property
    def without_entry(self) -> int:
        """Tasks led of which nothing is said."""
        return self.led - sum(self.counts.values())

    def json(self, period: Period) -> dict[str, Any]:
        """Plain data for machines; ids and enum values are English."""
        return {
            "unit": self.unit.json(),
            "org": self.org,
            "period": str(period),
            "reported": self.received is not None,
            "number": self.number,
            "received": self.received.isoformat() if self.received else None,
            "late": self.is_late,
            "late_working_days": self.late_working_days,
            "reports": [report.json() for report in self.reports],
            "tasks": {
                "led": self.led,
                **{status: self.counts.get(status, 0) for status in STATUSES},
                "without_entry": self.without_entry,
                "supported": self.supported,
                "supported_entries": self.supported_entries,
            },
            "missing": self.missing.json(),
        }


def reporting_status(
    index: Index, calendar: WorkingCalendar, asked: StatusFilter
) -> list[UnitStatus]:
    """A row for every unit that owes a report for the period or has a task in it.

    In catalogue order; a name that no catalogue has comes last. What is received after
    `asked.today` is not yet there.
    """
    work = _Work(index, asked)
    owed = _reports(index, calendar, asked)
    wanted = {(unit.org, unit.id) for unit in asked.units}
    listed = [unit for unit in units(index) if not unit.is_group]
    known = {(unit.org, unit.id): unit.ref for unit in listed}
    known |= {key: ref for key, (ref, _reports) in owed.items() if key not in known}
    return [
        work.status(key, ref, owed[key][1] if key in owed else ())
        for key, ref in known.items()
        if (key in owed or key in work.assigned) and (not wanted or key in wanted)
    ]


def _reports(
    index: Index, calendar: WorkingCalendar, asked: StatusFilter
) -> dict[UnitKey, tuple[UnitRef, list[ReportDue]]]:
    """The reports on the period that each unit owes; roll-ups of others' are not among them."""
    found: dict[UnitKey, tuple[UnitRef, list[ReportDue]]] = {}
    bearers, submissions = DutyUnits(index), Submissions(index)
    for duty, last_day in _falling_due(index, calendar, asked):
        for unit in bearers.of(duty, last_day):
            received = submissions.received(duty, unit.id, asked.period, last_day)
            due = _due(duty, last_day, received, calendar, asked)
            found.setdefault((unit.org, unit.id or unit.name), (unit.ref, []))[1].append(due)
    return found


def _falling_due(
    index: Index, calendar: WorkingCalendar, asked: StatusFilter
) -> Iterator[tuple[Duty, date]]:
    first, last = asked.period.first, asked.period.last + LATEST_AFTER
    for duty in duties(index, first, last):
        if duty.kind != "report" or duty.after is not None:
            continue
        for falling in falling_due(
            index, duty, calendar, first, last, before_includes_day=asked.before_includes_day
        ):
            if falling.period == asked.period:
                yield duty, falling.last_day


def _due(
    duty: Duty,
    last_day: date,
    received: date | None,
    calendar: WorkingCalendar,
    asked: StatusFilter,
) -> ReportDue:
    there = received if received is not None and received <= asked.today else None
    dates, until = due_dates(last_day, calendar), there or asked.today
    late = working_days_late(until, dates, calendar, roll_forward=asked.roll_forward)
    return ReportDue(duty.id, last_day, there, late is not None, late or 0)


class _Entry(NamedTuple):
    """What a unit said about a task: with a value for which targets, and whether with evidence."""

    status: str
    targets: frozenset[int]
    is_proved: bool


_NOTHING_SAID = _Entry("", frozenset(), is_proved=False)


class _Work:
    """What each unit has said about its tasks in the period."""

    def __init__(self, index: Index, asked: StatusFilter) -> None:
        self.asked = asked
        self.assigned = assigned_tasks(index, asked.period)
        self.entries: dict[UnitKey, dict[str, _Entry]] = defaultdict(dict)
        period = (str(asked.period),)
        sql = 'SELECT org, unit, task, status, "values", evidence FROM progress WHERE period = ?'
        for org, unit, task, status, values, evidence in index.db.execute(sql, period):
            targets = frozenset(value["target"] for value in json.loads(values))
            self.entries[org, unit][task] = _Entry(status, targets, evidence != "[]")
        sql = "SELECT org, unit, number, received FROM submission WHERE period = ?"
        rows = index.db.execute(sql, period)
        self.submitted = {(org, unit): (number, day) for org, unit, number, day in rows}

    def status(self, key: UnitKey, unit: UnitRef, reports: Iterable[ReportDue]) -> UnitStatus:
        """The row of one unit."""
        tasks = self.assigned.get(key, [])
        entries = self.entries.get(key, {})
        led = [task for task in tasks if task.leads]
        number, received = self.submitted.get(key, (None, None))
        day = Period.parse(received).last if received else None
        return UnitStatus(
            unit=unit,
            org=key[0],
            number=number,
            received=day if day is not None and day <= self.asked.today else None,
            reports=tuple(reports),
            led=len(led),
            supported=len(tasks) - len(led),
            counts=dict(Counter(entries[task.id].status for task in led if task.id in entries)),
            supported_entries=sum(not task.leads and task.id in entries for task in tasks),
            missing=self._missing(led, entries),
        )

    def _missing(self, led: Sequence[AssignedTask], entries: dict[str, _Entry]) -> Missing:
        said = [(task, entries.get(task.id, _NOTHING_SAID)) for task in led]
        return Missing(
            entries=tuple(task.id for task, entry in said if not entry.status),
            values=tuple(
                task.id
                for task, entry in said
                if entry.status in ("done", "in-progress") and len(entry.targets) < task.targets
            ),
            evidence=tuple(
                task.id for task, entry in said if entry.status == "done" and not entry.is_proved
            ),
        )
