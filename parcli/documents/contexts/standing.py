"""How tasks stand in a period: each with each of its lead units, and counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from parcli.documents.contexts.results import Result, results
from parcli.documents.contexts.wording import share
from parcli.queries.dues import DueFilter, list_dues
from parcli.queries.reporting_status import WORKED_ON
from parcli.queries.tasks import TaskFilter, list_tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.queries.task_rows import TaskRow
    from parcli.queries.unit_lookup import UnitRef
    from parcli.schedule.working_days import WorkingCalendar

_CLOSED = ("done", "not-applicable")


@dataclass(frozen=True)
class Standing:
    """One task in one lead unit: its result where there is one, and whether it is late."""

    task: TaskRow
    unit: UnitRef
    result: Result | None
    is_late: bool

    @property
    def status(self) -> str:
        """The status reported; "no-report" where there is none."""
        return self.result.status if self.result else "no-report"


@dataclass(frozen=True)
class Counts:
    """How many tasks are how far. What does not apply leaves the denominator of `rate`."""

    total: int
    done: int
    in_progress: int
    not_started: int
    no_report: int
    not_applicable: int
    late: int
    rate: str


def standings(
    frame: ReportFrame, calendar: WorkingCalendar, index: str | None = None
) -> list[Standing]:
    """Every task with every single unit that leads it, in the order of the document."""
    reported = {(r.task, r.unit): r for r in results(frame.index, frame.org, str(frame.period))}
    late = _late_tasks(frame, calendar)
    found = []
    for task in list_tasks(
        frame.index, TaskFilter(directive=frame.directive["slug"], index=index, expand=True)
    ):
        for unit in leads(task):
            key = (task.id, unit.id)
            result = reported.get(key)
            closed = result is not None and result.status in _CLOSED
            found.append(Standing(task, unit, result, key in late and not closed))
    return found


def leads(task: TaskRow) -> list[UnitRef]:
    """The single units that lead a task; a name that means none stands for itself."""
    units: dict[tuple[str, str], UnitRef] = {}
    for who in task.lead:
        for unit in who.members or (who.unit,):
            units[unit.id, unit.name if not unit.id else ""] = unit
    return list(units.values())


def counted(standings: Iterable[Standing]) -> Counts:
    """Standings counted one by one: the tasks of one unit."""
    return _counts([(s.status, s.is_late) for s in standings])


def counted_by_task(standings: Sequence[Standing]) -> Counts:
    """Tasks counted once each, however many units lead them.

    A task is done when every unit it applies to has done it, and without report when none of them
    has reported.
    """
    by_task: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        by_task[standing.task.id].append(standing)
    return _counts([(combined(group), any(s.is_late for s in group)) for group in by_task.values()])


def combined(standings: Iterable[Standing]) -> str:
    """One status for the units that lead a task."""
    statuses = {s.status for s in standings}
    statuses = statuses - {"not-applicable"} or {"not-applicable"}
    if len(statuses) == 1:
        return statuses.pop()
    return "not-started" if statuses <= {"not-started", "no-report"} else "in-progress"


def _counts(pairs: Sequence[tuple[str, bool]]) -> Counts:
    statuses = [status for status, _late in pairs]
    done, excluded = statuses.count("done"), statuses.count("not-applicable")
    return Counts(
        total=len(statuses),
        done=done,
        in_progress=sum(statuses.count(status) for status in WORKED_ON),
        not_started=statuses.count("not-started"),
        no_report=statuses.count("no-report"),
        not_applicable=excluded,
        late=sum(late for _status, late in pairs),
        rate=share(done, len(statuses) - excluded),
    )


def _late_tasks(frame: ReportFrame, calendar: WorkingCalendar) -> set[tuple[str, str]]:
    """Tasks with a deadline of their own that has passed, with each unit that owes them."""
    first = date.fromisoformat(frame.directive["first_day"])
    asked = DueFilter(
        first,
        min(frame.today, frame.period.last),
        frame.today,
        directive=frame.directive["slug"],
        overdue_only=True,
        **frame.policies._asdict(),
    )
    if asked.end < asked.start:
        return set()
    rows = list_dues(frame.index, calendar, asked).rows
    return {(due.id, due.unit.id) for due in rows if due.kind == "task"}
