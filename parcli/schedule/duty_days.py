"""When a duty falls due and what it is about: its deadline's words together with its cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.cycles import CYCLES, DataWindow, ending_with, periods_of, send_by, window
from parcli.schedule.deadline import Compound, NoDeadline, Recurring
from parcli.schedule.occurrence import Occurrence
from parcli.schedule.periods import Period, Span, last_of_month
from parcli.schedule.recurrence import EARLIEST, LATEST, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from parcli.schedule.cycles import Cycle
    from parcli.schedule.deadline import Deadline
    from parcli.schedule.working_days import WorkingCalendar

_CYCLE_OF = {
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "semiannual": "half",
    "annual": "year",
}


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
    """The period that a report is about and the days of its figures; neither for a single day."""
    if occurrence.period.span is Span.DAY:
        return None, None
    if cycle is None and isinstance(meaning, Recurring) and isinstance(meaning.freq, str):
        cycle = _CYCLE_OF.get(meaning.freq)
    if not is_report or cycle is None:
        return occurrence.period, None
    period = ending_with(occurrence.period, CYCLES[cycle]) or occurrence.period
    return period, window(period, CYCLES[cycle])


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
