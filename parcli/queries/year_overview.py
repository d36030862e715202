"""A year at a glance: its days off, the weekend days worked for them, and what comes due."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from parcli.queries.dues import list_dues
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from parcli.queries.dues import Due, DueFilter
    from parcli.registry.compiled.store import Index
    from parcli.schedule.working_days import WorkingCalendar, YearOff

# No run of days off is longer, so that a last day further into the next year is sent in its own.
_LONGEST_BREAK = timedelta(days=20)


class DayOff(NamedTuple):
    """A named day off; `added` where the registry's own calendar file gives it."""

    day: date
    name: str
    added: bool


class MakeUpDay(NamedTuple):
    """A weekend day worked, and the day off it stands for where that is known."""

    day: date
    instead_of: date | None


@dataclass(frozen=True)
class YearOverview:
    """`official` is False for days off that are computed and not announced.

    `worked_days` counts each month's working days. `rows` are due or to be sent in the year.
    """

    year: int
    official: bool
    days_off: tuple[DayOff, ...]
    make_up: tuple[MakeUpDay, ...]
    worked_days: tuple[int, ...]
    rows: tuple[Due, ...]


def year_days(year: int) -> tuple[date, date]:
    """The days to ask dues of, so that none to be sent in the year is missed."""
    return date(year, 1, 1), date(year, 12, 31) + _LONGEST_BREAK


def year_overview(
    index: Index, calendar: WorkingCalendar, year: int, asked: DueFilter
) -> YearOverview:
    """The year's days and its dues; `asked` covers `year_days` and says whose dues."""
    off = calendar.year(year)
    added = _added(index, year)
    rows = list_dues(index, calendar, asked).rows
    return YearOverview(
        year,
        off.official,
        tuple(DayOff(day, name, day in added) for day, name in sorted(off.days_off.items())),
        tuple(MakeUpDay(day, instead) for day, instead in sorted(off.worked.items())),
        tuple(_worked_in(off, Period.month(year, month)) for month in range(1, 13)),
        tuple(r for r in rows if year in (r.dates.send_by.year, r.dates.last_day.year)),
    )


def _worked_in(off: YearOff, month: Period) -> int:
    days = (month.first + timedelta(days=n) for n in range((month.last - month.first).days + 1))
    return sum(map(off.works, days))


def _added(index: Index, year: int) -> set[date]:
    """Days off that the registry's calendar file adds or names."""
    sql = "SELECT correction FROM calendar_file WHERE year = ?"
    return {
        date.fromisoformat(entry["date"])
        for (correction,) in index.db.execute(sql, (year,))
        for entry in json.loads(correction)["days_off"]
    }
