"""Named series of reporting periods, each period with the days its figures cover.

The closing days are those of Nghị định 09/2019/NĐ-CP Điều 12: figures run from the 15th of the
month before a period to the 14th of its last month. The nine-month window follows the same rule in
provincial regulations, and so does the cải cách hành chính cycle of công văn 581/BNV-CCHC, whose
quý III report covers 15/6 to 14/9 and whose June and December reports are those of 6 tháng and năm.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from parcli.language import N_, _
from parcli.schedule.periods import Period, Span, last_of_month
from parcli.schedule.written_dates import written_day, written_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parcli.schedule.working_days import WorkingCalendar

# The number of a quarter as documents write it: "quý III".
ROMAN = ("I", "II", "III", "IV")


class Cycle(NamedTuple):
    """A named series of periods.

    `of_year` gives one year's periods, by last day. `closing_day` is the day of a period's last
    month on which its figures close, None where they close with the period itself. `send_by_day`
    is the day of that month to send by, None where the cycle leaves it to the directive.
    """

    name: str
    label: str
    of_year: Callable[[int], tuple[Period, ...]]
    closing_day: int | None = 14
    send_by_day: int | None = None

    def title(self) -> str:
        """What the cycle is called, in the language in force."""
        return _(self.label)


class DataWindow(NamedTuple):
    """The days a report's figures cover, first and last included."""

    first: date
    last: date


def _quarters(year: int) -> tuple[Period, ...]:
    return tuple(Period.quarter(year, quarter) for quarter in (1, 2, 3, 4))


def _halves(year: int) -> tuple[Period, ...]:
    return Period.half(year, 1), Period.half(year, 2)


def _months(year: int) -> tuple[Period, ...]:
    return tuple(Period.month(year, month) for month in range(1, 13))


def _weeks(year: int) -> tuple[Period, ...]:
    """The ISO weeks of a year; 28 December is always in the last."""
    return tuple(
        Period.week(year, week) for week in range(1, date(year, 12, 28).isocalendar().week + 1)
    )


def _reform_reports(year: int) -> tuple[Period, ...]:
    return (
        Period.quarter(year, 1),
        Period.half(year, 1),
        Period.quarter(year, 3),
        Period.year(year),
    )


CYCLES: dict[str, Cycle] = {
    cycle.name: cycle
    for cycle in (
        Cycle(name="week", label=N_("weekly"), of_year=_weeks, closing_day=None),
        Cycle(name="month", label=N_("monthly"), of_year=_months),
        Cycle(name="quarter", label=N_("quarterly"), of_year=_quarters),
        Cycle(name="half", label=N_("half-yearly"), of_year=_halves),
        Cycle(
            name="nine-months",
            label=N_("nine-monthly"),
            of_year=lambda year: (Period.nine_months(year),),
        ),
        Cycle(name="year", label=N_("yearly"), of_year=lambda year: (Period.year(year),)),
        Cycle(
            name="cchc",
            label=N_("administrative reform reports (quarter I, half-year, quarter III, year)"),
            of_year=_reform_reports,
            send_by_day=20,
        ),
    )
}


def periods_of(cycle: Cycle, start: date, end: date) -> Iterator[Period]:
    """The cycle's periods whose last day falls from `start` to `end`, by last day."""
    for year in range(start.year - 1, end.year + 1):
        for period in cycle.of_year(year):
            if start <= period.last <= end:
                yield period


def window(period: Period, cycle: Cycle) -> DataWindow:
    """The days the figures of a period's report cover, by the cycle's closing day.

    Consecutive periods of one span have windows without gap or overlap.
    """
    if cycle.closing_day is None:
        return DataWindow(period.first, period.last)
    month_before = last_of_month(period.first.year, period.first.month - 1)
    return DataWindow(
        month_before.replace(day=cycle.closing_day + 1),
        period.last.replace(day=cycle.closing_day),
    )


def send_by(period: Period, cycle: Cycle) -> date | None:
    """The day the cycle itself has a period's report sent by; None where it names none."""
    return period.last.replace(day=cycle.send_by_day) if cycle.send_by_day else None


def ending_with(period: Period, cycle: Cycle) -> Period | None:
    """The cycle's period that ends on the same day: 2024-Q2 is 2024-H1 in the cycle "cchc".

    None where the cycle has no period ending then.
    """
    return next(periods_of(cycle, period.last, period.last), None)


def ending_nearest(day: date, *cycles: Cycle) -> Period:
    """The period of the cycles that ends nearest to the day, before or after; of two the longer.

    2026-H1 for 14 June 2026 in the cycle "half", though that half ends on the 30th.
    """
    years = (day.year - 1, day.year, day.year + 1)
    periods = (period for cycle in cycles for year in years for period in cycle.of_year(year))
    return min(periods, key=lambda period: (abs(period.last - day), period.first))


def window_gap_ok(window_to: date, last_day: date, calendar: WorkingCalendar) -> bool:
    """Whether a working day is left to write the report, after closing up to the last day to send.

    Nghị định 09/2019/NĐ-CP Điều 8.5 wants one at least. A report due on its own closing day has
    none.
    """
    return calendar.working_days_between(window_to, last_day) >= 1


def period_label(period: Period) -> str:
    """What people call the period, in the language in force: "Quý III năm 2024"."""
    first = period.first
    message, number = _LABELS[period.span](first)
    year = first.isocalendar().year if period.span is Span.WEEK else first.year
    return _(message).format(
        number=number, day=written_day(first.day), month=written_month(first.month), year=year
    )


def period_in_words(period: Period) -> str:
    """The period within a sentence: "quý III năm 2024"."""
    label = period_label(period)
    return label[:1].lower() + label[1:]


_LABELS: dict[Span, Callable[[date], tuple[str, str]]] = {
    Span.YEAR: lambda _first: (N_("Year {year}"), ""),
    Span.HALF: lambda first: (
        N_("First half of {year}") if first.month == 1 else N_("Second half of {year}"),
        "",
    ),
    Span.NINE_MONTHS: lambda _first: (N_("First nine months of {year}"), ""),
    Span.QUARTER: lambda first: (N_("Quarter {number} of {year}"), ROMAN[first.month // 3]),
    Span.MONTH: lambda _first: (N_("Month {month}/{year}"), ""),
    Span.WEEK: lambda first: (N_("Week {number} of {year}"), str(first.isocalendar().week)),
    Span.DAY: lambda _first: (N_("Day {day}/{month}/{year}"), ""),
}
