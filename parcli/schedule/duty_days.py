"""When a duty falls due and what it is about: its deadline's words together with its cycle."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from parcli.schedule.cycles import (
    CYCLES,
    DataWindow,
    ending_nearest,
    ending_with,
    periods_of,
    send_by,
    window,
)
from parcli.schedule.deadline import Compound, NoDeadline, Recurring
from parcli.schedule.occurrence import Occurrence
from parcli.schedule.periods import EARLIEST, LATEST, Period, Span, last_of_month
from parcli.schedule.recurrence import occurrences
from parcli.schedule.season import day_of_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.schedule.cycles import Cycle
    from parcli.schedule.deadline import Deadline
    from parcli.schedule.working_days import WorkingCalendar

# The cycle that a period of each span is one of.
_CYCLE_OF = {
    Span.WEEK: "week",
    Span.MONTH: "month",
    Span.QUARTER: "quarter",
    Span.HALF: "half",
    Span.NINE_MONTHS: "nine-months",
    Span.YEAR: "year",
}
_CYCLE_OF_FREQUENCY = {
    "monthly": "month",
    "quarterly": "quarter",
    "semiannual": "half",
    "annual": "year",
}
# The cycle whose periods so many days a year may close, one each.
_CYCLE_OF_COUNT = {2: "half", 4: "quarter", 12: "month"}
_SOON_AFTER = timedelta(days=31)


def duty_occurrences(
    meaning: Deadline,
    cycle: str | None,
    start: date,
    end: date,
    *,
    anchor: Period | None = None,
    calendar: WorkingCalendar | None = None,
    before_includes_day: bool = False,
) -> Iterator[Occurrence]:
    """Every occurrence whose last day lies from `start` to `end`, as `occurrences` has them.

    A duty that names a cycle and no deadline is due when the cycle has it.
    """
    if cycle and isinstance(meaning, NoDeadline) and meaning.reason == "empty":
        return _of_cycle(CYCLES[cycle], max(start, EARLIEST), min(end, LATEST))
    return occurrences(
        meaning,
        start,
        end,
        anchor=anchor,
        calendar=calendar,
        before_includes_day=before_includes_day,
    )


def reported(
    occurrence: Occurrence, meaning: Deadline, cycle: str | None, *, is_report: bool
) -> tuple[Period | None, DataWindow | None]:
    """The period that a report is about and the days of its figures; neither for a single day.

    Several days a year close a period each: those that end nearest to them, in the cycle given or
    in the one that they fit. Where they fit none, each stands for itself.
    """
    if occurrence.period.span is Span.DAY:
        return None, None
    several = isinstance(meaning, Recurring) and len(meaning.dates or ()) > 1
    if several or (cycle and _divides(cycle, occurrence.period)):
        period = _closed(occurrence.last_day, meaning, cycle)
    elif is_report and cycle:
        period = ending_with(occurrence.period, CYCLES[cycle]) or occurrence.period
    else:
        period = occurrence.period
    if period is None or not is_report or not (cycle or _returns(meaning)):
        return period, None
    return period, window(period, CYCLES[cycle or _CYCLE_OF[period.span]])


def occasion(meaning: Deadline, period: Period | None, last_day: date) -> str:
    """What tells an occurrence from the duty's others: the period it is about, else its last day.

    Words that name several days to a period are told apart by the day.
    """
    several = isinstance(meaning, Compound) or (
        isinstance(meaning, Recurring) and bool(meaning.dates or isinstance(meaning.freq, tuple))
    )
    return last_day.isoformat() if several or period is None else str(period)


def _of_cycle(cycle: Cycle, first: date, last: date) -> Iterator[Occurrence]:
    """The cycle's own days to send by, each period's end where it names none."""
    for period in periods_of(cycle, first, last_of_month(last.year, last.month)):
        day = send_by(period, cycle)
        occurrence = Occurrence(period=period, last_day=day or period.last, exact=day is not None)
        if first <= occurrence.last_day <= last:
            yield occurrence


def _returns(meaning: Deadline) -> bool:
    parts = meaning.parts if isinstance(meaning, Compound) else (meaning,)
    return bool(parts) and all(isinstance(part, Recurring) for part in parts)


def _divides(cycle: str, period: Period) -> bool:
    """Whether the cycle has several periods in a year and the period is a whole one."""
    return period.span is Span.YEAR and len(CYCLES[cycle].of_year(period.first.year)) > 1


def _closed(last_day: date, meaning: Deadline, cycle: str | None) -> Period | None:
    """The period that one of several days a year closes; None where nothing tells."""
    if cycle:
        return ending_nearest(last_day, CYCLES[cycle])
    if not isinstance(meaning, Recurring):
        return None
    if isinstance(meaning.freq, tuple):
        # "6 tháng, năm": December's report is the year's, as Nghị định 09/2019/NĐ-CP has it.
        names = filter(None, map(_CYCLE_OF_FREQUENCY.get, meaning.freq))
        return ending_nearest(last_day, *map(CYCLES.__getitem__, names))
    dates = meaning.dates or ()
    counted = _CYCLE_OF_COUNT.get(len(dates))
    return _fitting(last_day, dates, CYCLES[counted]) if counted else None


def _fitting(last_day: date, dates: tuple[str, ...], cycle: Cycle) -> Period | None:
    """The period, where each day of a year lies in another one's last month or soon after it."""
    closed = set()
    for written in dates:
        month, _dash, day = written.partition("-")
        named = day_of_month(last_day.year, int(month), int(day or 31))
        period = ending_nearest(named, cycle)
        if not period.last.replace(day=1) <= named <= period.last + _SOON_AFTER:
            return None
        closed.add(period)
    return ending_nearest(last_day, cycle) if len(closed) == len(dates) else None
