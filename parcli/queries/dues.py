"""What is due: every duty with a time in it, one row for each single unit that owes it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from parcli.queries.duty_units import DutyUnits
from parcli.queries.submissions import Submissions
from parcli.schedule.cycles import CYCLES, DataWindow, ending_with, window, window_gap_ok
from parcli.schedule.deadline import Recurring, from_json
from parcli.schedule.due_dates import DueDates, DueStatus, due_dates, status
from parcli.schedule.periods import Period, Span
from parcli.schedule.recurrence import EARLIEST, LATEST, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.queries.unit_lookup import Unit, UnitRef
    from parcli.registry.compiled.store import Index
    from parcli.schedule.deadline import Deadline
    from parcli.schedule.occurrence import Occurrence
    from parcli.schedule.working_days import WorkingCalendar

_CYCLE_OF = {
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "semiannual": "half",
    "annual": "year",
}


@dataclass(frozen=True)
class Due:
    """One falling due of one unit (một lần đến hạn của một đơn vị)."""

    id: str
    directive: str
    org: str
    kind: Literal["report", "task"]
    title: str | None
    period: Period | None
    unit: UnitRef
    unit_kind: str | None
    to: UnitRef | None
    via: UnitRef | None
    phrase: str | None
    time: str | None
    dates: DueDates
    window: DataWindow | None
    standing: DueStatus
    exact: bool = True
    provisional: bool = False
    leaves_working_day: bool = True
    waiting_for: tuple[UnitRef, ...] = ()

    def json(self) -> dict[str, Any]:
        """The contract's form; `time`, `exact` and `provisional` are there where they matter."""
        plain: dict[str, Any] = {
            "id": self.id,
            "directive": self.directive,
            "kind": self.kind,
            "title": self.title,
            "period": str(self.period) if self.period else None,
            "unit": self.unit.json(),
            "to": self.to.id or self.to.name if self.to else None,
            "via": self.via.id or self.via.name if self.via else None,
            "phrase": self.phrase,
            "last_day": self.dates.last_day.isoformat(),
            "send_by": self.dates.send_by.isoformat(),
            "rolled_to": self.dates.rolled_to.isoformat(),
            "window": {"from": self.window.first.isoformat(), "to": self.window.last.isoformat()}
            if self.window
            else None,
            "status": self.standing.status,
            "days_left": self.standing.days_left,
            "working_days_left": self.standing.working_days_left,
            "waiting_for": [unit.json() for unit in self.waiting_for],
        }
        if self.time:
            plain["time"] = self.time
        if not self.exact:
            plain["exact"] = False
        if self.provisional:
            plain["provisional"] = True
        return plain


@dataclass(frozen=True)
class DueFilter:
    """What is asked: days, and whose. `today` is the clock; policies are the registry's."""

    start: date
    end: date
    today: date
    units: Sequence[Unit] = ()
    directive: str | None = None
    overdue_only: bool = False
    before_includes_day: bool = False
    roll_forward: bool = False
    soon_working_days: int = 5


@dataclass
class DueList:
    """The rows, and the units that no longer existed when something would have come due."""

    rows: list[Due] = field(default_factory=list)
    dissolved: list[Unit] = field(default_factory=list)


class Duty(NamedTuple):
    """One duty as the index keeps it, with what its directive adds."""

    directive: int
    number: int
    kind: Literal["report", "task"]
    slug: str
    task: int | None
    title: str | None
    phrase: str | None
    meaning: str
    cycle: str | None
    to: int | None
    via: int | None
    after: str | None
    first_day: str
    last_day: str
    directive_slug: str
    org: str
    issued: str | None

    @property
    def id(self) -> str:
        """The duty's id across the registry."""
        return f"{self.directive_slug}/{self.slug}"


def list_dues(index: Index, calendar: WorkingCalendar, asked: DueFilter) -> DueList:
    """Everything that comes due from `asked.start` to `asked.end`, the nearest first."""
    found = DueList()
    listing = _Listing(index, calendar, asked)
    dissolved: dict[tuple[str, str], Unit] = {}
    for duty in duties(index, asked):
        for occurrence in falling_due(duty, calendar, asked, asked.start, asked.end):
            found.rows += listing.rows(duty, occurrence)
            gone = listing.units.dissolved(duty, occurrence.last_day)
            dissolved.update({(unit.org, unit.id): unit for unit in gone})
    found.rows.sort(key=lambda row: (row.dates.last_day, row.directive, row.kind != "report"))
    found.dissolved = [unit for unit in dissolved.values() if listing.asks_about(unit)]
    return found


def duties(index: Index, asked: DueFilter) -> Iterator[Duty]:
    """The duties whose directive is in force on some day asked about."""
    sql = (
        'SELECT u.directive, u.n, u.kind, u.slug, u.task, u.title, u.phrase, u.meaning, u.cycle, u."to", '
        "u.via, u.after, u.first_day, u.last_day, d.slug, d.org, d.issued "
        "FROM duty u JOIN directive d ON d.id = u.directive "
        "WHERE u.last_day >= ? AND u.first_day <= ? AND (? IS NULL OR d.slug = ?) "
        "ORDER BY d.slug, u.n"
    )
    values = (asked.start.isoformat(), asked.end.isoformat(), asked.directive, asked.directive)
    return map(Duty._make, index.db.execute(sql, values).fetchall())


def falling_due(
    duty: Duty, calendar: WorkingCalendar, asked: DueFilter, start: date, end: date
) -> Iterator[Occurrence]:
    """The duty's occurrences with a last day from `start` to `end`, while its directive holds."""
    return occurrences(
        from_json(json.loads(duty.meaning)),
        max(start, date.fromisoformat(duty.first_day)),
        min(end, date.fromisoformat(duty.last_day)),
        anchor=Period.parse(duty.issued) if duty.issued else None,
        calendar=calendar,
        before_includes_day=asked.before_includes_day,
    )


def next_due(index: Index, calendar: WorkingCalendar, asked: DueFilter) -> Occurrence | None:
    """The first occurrence after the days asked about; None where nothing is to come."""
    later = DueFilter(asked.end + timedelta(days=1), LATEST, asked.today, directive=asked.directive)
    start = max(later.start, EARLIEST)
    nearest = [
        occurrence
        for duty in duties(index, later)
        if (occurrence := next(falling_due(duty, calendar, asked, start, LATEST), None))
    ]
    return min(nearest, key=lambda occurrence: occurrence.last_day, default=None)


class _Listing:
    """Rows for occurrences, each duty's units and submissions looked up once."""

    def __init__(self, index: Index, calendar: WorkingCalendar, asked: DueFilter) -> None:
        self.calendar = calendar
        self.asked = asked
        self.units = DutyUnits(index)
        self.submissions = Submissions(index)

    def asks_about(self, unit: Unit) -> bool:
        """Whether the unit is among those asked about; every one where none was named."""
        wanted = {(u.org, u.id) for u in self.asked.units}
        return not wanted or (unit.org, unit.id) in wanted

    def rows(self, duty: Duty, occurrence: Occurrence) -> Iterator[Due]:
        """One row for each unit that owes the duty on its last day."""
        for unit in self.units.of(duty, occurrence.last_day):
            if self.asks_about(unit):
                row = self._row(duty, occurrence, unit)
                if row.standing.status == "overdue" or not self.asked.overdue_only:
                    yield row

    def _row(self, duty: Duty, occurrence: Occurrence, unit: Unit) -> Due:
        period, cycle_window = reported_period(duty, occurrence)
        dates = due_dates(occurrence.last_day, self.calendar)
        received = self.submissions.received(duty, unit.id, period, occurrence.last_day)
        return Due(
            id=duty.id,
            directive=duty.directive_slug,
            org=duty.org,
            kind=duty.kind,
            title=duty.title,
            period=period,
            unit=unit.ref,
            unit_kind=unit.kind,
            to=self.units.named(duty.to),
            via=self.units.named(duty.via),
            phrase=duty.phrase,
            time=occurrence.time,
            dates=dates,
            window=cycle_window,
            standing=self._standing(dates, received),
            exact=occurrence.exact,
            provisional=self._provisional(dates),
            leaves_working_day=cycle_window is None
            or window_gap_ok(cycle_window.last, dates.last_day, self.calendar),
            waiting_for=self._waiting_for(duty, period, occurrence.last_day),
        )

    def _standing(self, dates: DueDates, received: date | None) -> DueStatus:
        return status(
            self.asked.today,
            dates,
            received,
            calendar=self.calendar,
            soon_working_days=self.asked.soon_working_days,
            roll_forward=self.asked.roll_forward,
        )

    def _provisional(self, dates: DueDates) -> bool:
        return any(map(self.calendar.is_provisional, (dates.send_by, dates.rolled_to)))

    def _waiting_for(self, duty: Duty, period: Period | None, day: date) -> tuple[UnitRef, ...]:
        if duty.after is None:
            return ()
        reports = self.units.sibling(duty, duty.after)
        if reports is None:
            return ()
        return tuple(
            unit.ref
            for unit in self.units.of(reports, day)
            if not self.submissions.in_hand(reports, unit.id, period, day, self.asked.today)
        )


def reported_period(duty: Duty, occurrence: Occurrence) -> tuple[Period | None, DataWindow | None]:
    """The period that a report is about and the days of its figures; neither for a single day."""
    deadline: Deadline = from_json(json.loads(duty.meaning))
    if occurrence.period.span is Span.DAY:
        return None, None
    name = duty.cycle
    if name is None and isinstance(deadline, Recurring) and isinstance(deadline.freq, str):
        name = _CYCLE_OF.get(deadline.freq)
    if duty.kind == "task" or name is None:
        return occurrence.period, None
    period = ending_with(occurrence.period, CYCLES[name]) or occurrence.period
    return period, window(period, CYCLES[name])
