"""What is due: every duty with a time in it, one row for each single unit that owes it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from parcli.queries.duties import all_falling_due, falling_due, report_of
from parcli.queries.duty_units import DutyUnits
from parcli.queries.submissions import Submissions
from parcli.queries.unit_lookup import UnitRef, members
from parcli.schedule.cycles import DataWindow, window_gap_ok
from parcli.schedule.due_dates import DueDates, DueStatus, due_dates, status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.queries.duties import Duty, FallingDue
    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index
    from parcli.schedule.periods import Period
    from parcli.schedule.working_days import WorkingCalendar

_NOBODY = UnitRef("", "")
# How far before its own last day a roll-up looks for the reports it is made of.
_LONGEST_PERIOD = timedelta(days=400)
# How far back what is late is looked for where a directive does not say since when it holds.
_LOOK_BACK = timedelta(days=366)


class Due(NamedTuple):
    """One falling due of one unit (một lần đến hạn của một đơn vị).

    `occasion` tells it from the duty's other times; `issued` is its directive's date as written;
    `received` the day the report came in, where it has by the day asked on.
    """

    id: str
    directive: str
    org: str
    kind: Literal["report", "task"]
    title: str | None
    occasion: str
    issued: str | None
    period: Period | None
    to: UnitRef | None
    via: UnitRef | None
    phrase: str | None
    time: str | None
    dates: DueDates
    window: DataWindow | None
    standing: DueStatus
    unit: UnitRef = _NOBODY
    unit_kind: str | None = None
    received: date | None = None
    exact: bool = True
    provisional: bool = False
    leaves_working_day: bool = True
    waiting_for: tuple[UnitRef, ...] = ()

    @property
    def came_late(self) -> bool:
        """Whether the report is in, but came after the last day."""
        return self.received is not None and self.received > self.dates.last_day

    def json(self) -> dict[str, Any]:
        """The contract's form; what follows `waiting_for` is there only where it matters."""
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
        extras: dict[str, tuple[object, object]] = {
            "received": (self.received.isoformat() if self.received else None, None),
            "time": (self.time, None),
            "exact": (self.exact, True),
            "provisional": (self.provisional, False),
        }
        return plain | {k: value for k, (value, usual) in extras.items() if value != usual}


class DueFilter(NamedTuple):
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


class DueList(NamedTuple):
    """The rows, and the units that no longer existed when something would have come due."""

    rows: Sequence[Due] = ()
    dissolved: Sequence[Unit] = ()


def list_dues(index: Index, calendar: WorkingCalendar, asked: DueFilter) -> DueList:
    """Everything that comes due from `asked.start` to `asked.end`, the nearest first."""
    listing = Listing(index, calendar, asked)
    rows: list[Due] = []
    dissolved: dict[tuple[str, str], Unit] = {}
    for falling in listing.all_falling_due():
        rows += listing.rows(falling)
        gone = listing.units.dissolved(falling.duty, falling.last_day)
        dissolved.update({(unit.org, unit.id): unit for unit in gone})
    rows.sort(key=lambda row: (row.dates.last_day, row.directive, row.kind != "report"))
    return DueList(rows, [unit for unit in dissolved.values() if listing.asks_about(unit)])


class Listing:
    """Rows for occurrences, what they share worked out once."""

    def __init__(self, index: Index, calendar: WorkingCalendar, asked: DueFilter) -> None:
        self.index = index
        self.calendar = calendar
        self.asked = asked
        self.units = DutyUnits(index)

    @cached_property
    def submissions(self) -> Submissions:
        """What has been received, read when first needed."""
        return Submissions(self.index)

    @cached_property
    def _wanted(self) -> frozenset[tuple[str, str]]:
        """The units asked about and the members of groups asked about; empty for every unit."""
        wanted = {(u.org, u.id) for u in self.asked.units}
        for group in filter(lambda u: u.is_group, self.asked.units):
            inside = members(self.index, group.org, group.id)
            wanted |= {(u.org, u.id) for u in inside}
        return frozenset(wanted)

    def asks_about(self, unit: Unit) -> bool:
        """Whether the unit is among those asked about; every one where none was named."""
        return not self._wanted or (unit.org, unit.id) in self._wanted

    def all_falling_due(self) -> Iterator[FallingDue]:
        """Every time asked about that a duty falls due."""
        asked = self.asked
        undated = (asked.today - _LOOK_BACK) if asked.overdue_only else asked.start
        before = asked.before_includes_day
        found = all_falling_due(
            self.index,
            self.calendar,
            asked.start,
            asked.end,
            asked.directive,
            before_includes_day=before,
        )
        return (f for f in found if f.duty.begins or f.last_day >= undated)

    def falling_due(self, duty: Duty, start: date, end: date) -> Iterator[FallingDue]:
        """The duty's times from `start` to `end`, by the registry's policy."""
        before = self.asked.before_includes_day
        return falling_due(self.index, duty, self.calendar, start, end, before_includes_day=before)

    def bearers(self, duty: Duty, day: date) -> list[Unit]:
        """The units asked about that owe the duty on `day`."""
        return [unit for unit in self.units.of(duty, day) if self.asks_about(unit)]

    def rows(self, falling: FallingDue) -> Iterator[Due]:
        """One row for each unit asked about that owes the duty on its last day."""
        bearers = self.bearers(falling.duty, falling.last_day)
        if not bearers:
            return
        shared = self._shared(falling)
        for unit in bearers:
            row = self._row(shared, falling.duty, unit)
            if row.standing.status == "overdue" or not self.asked.overdue_only:
                yield row

    def _row(self, shared: Due, duty: Duty, unit: Unit) -> Due:
        day = self.submissions.received(duty, unit.id, shared.period, shared.dates.last_day)
        received = day if day and day <= self.asked.today else None
        standing = self._standing(shared.dates, received) if received else shared.standing
        return shared._replace(
            unit=unit.ref, unit_kind=unit.kind, received=received, standing=standing
        )

    def _shared(self, falling: FallingDue) -> Due:
        """What all units' rows have in common, as if nothing had been received."""
        duty, figures = falling.duty, falling.figures
        dates = due_dates(falling.last_day, self.calendar)
        return Due(
            id=duty.id,
            directive=duty.directive_slug,
            org=duty.org,
            kind=duty.kind,
            title=duty.title,
            occasion=falling.occasion,
            issued=duty.issued,
            period=falling.period,
            to=self.units.named(duty.to),
            via=self.units.named(duty.via),
            phrase=duty.phrase,
            time=falling.time,
            dates=dates,
            window=figures,
            standing=self._standing(dates, None),
            exact=falling.exact,
            provisional=self._provisional(dates),
            leaves_working_day=figures is None
            or window_gap_ok(figures.last, dates.last_day, self.calendar),
            waiting_for=self._waiting_for(duty, falling.period, falling.last_day),
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
        days = (dates.send_by, dates.last_day, dates.rolled_to)
        return any(map(self.calendar.is_provisional, days))

    def _waiting_for(self, duty: Duty, period: Period | None, day: date) -> tuple[UnitRef, ...]:
        """The units whose report the roll-up is made of and that has not come."""
        reports = report_of(self.index, duty, duty.after) if duty.after else None
        rolled_up = self._rolled_up(reports, period, day) if reports else None
        if reports is None or rolled_up is None:
            return ()
        about, today, last_day = rolled_up.period, self.asked.today, rolled_up.last_day
        return tuple(
            unit.ref
            for unit in self.units.of(reports, last_day)
            if not self.submissions.in_hand(reports, unit.id, about, last_day, today)
        )

    def _rolled_up(self, reports: Duty, period: Period | None, day: date) -> FallingDue | None:
        """The reports' falling due that a roll-up due on `day` is about.

        The one whose period ends with the roll-up's; otherwise the last one due by that day.
        """
        found = list(self.falling_due(reports, day - _LONGEST_PERIOD, day + _LONGEST_PERIOD / 4))
        ending = period.last if period else None
        for falling in reversed(found):
            if falling.ends == ending:
                return falling
        return max((f for f in found if f.last_day <= day), key=lambda f: f.last_day, default=None)
