"""Where the last day of a returning deadline falls in each period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from parcli.schedule.occurrence import ONE_DAY, Asked, Occurrence
from parcli.schedule.periods import Period, Span, last_of_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.schedule.deadline import Frequency, Recurring

_SPANS: dict[Frequency, Span] = {
    "daily": Span.DAY,
    "weekly": Span.WEEK,
    "monthly": Span.MONTH,
    "quarterly": Span.QUARTER,
    "semiannual": Span.HALF,
    "annual": Span.YEAR,
}
_MONTHS_IN = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}


def streams(deadline: Recurring, asked: Asked) -> list[Iterator[Occurrence]]:
    """One stream per frequency, each of the last days asked for, rising.

    None for "after", and for a season told in words ("trong thời gian lũ lụt") without a day.
    """
    if deadline.relation == "after" or (deadline.condition and not _is_placed(deadline)):
        return []
    frequencies = (deadline.freq,) if isinstance(deadline.freq, str) else deadline.freq
    if deadline.dates:
        return [_on_dates(deadline, _SPANS[frequencies[0]], asked)]
    return [_of_span(deadline, _SPANS[frequency], asked) for frequency in frequencies]


def _of_span(deadline: Recurring, span: Span, asked: Asked) -> Iterator[Occurrence]:
    """Last days rise from period to period, so the first one past the end is the end."""
    season = None if span is Span.YEAR else _season(deadline)
    exact = _is_exact(deadline, span)
    period = Period.around(asked.start - _latest_after(deadline), span)
    while (last_day := _last_day(deadline, period, asked)) <= asked.end:
        if asked.covers(last_day) and (season is None or period.last.month in season):
            yield Occurrence(period=period, last_day=last_day, time=deadline.time, exact=exact)
        period = Period.around(period.last + ONE_DAY, span)


def _latest_after(deadline: Recurring) -> timedelta:
    """How far after its period a last day may lie, at most."""
    return timedelta(days=31 * max(_months_later(deadline), 0) + (366 if deadline.window else 0))


def _last_day(deadline: Recurring, period: Period, asked: Asked) -> date:
    if period.span is Span.DAY:
        return period.last
    if period.span is Span.WEEK:
        if deadline.weekday is None:
            return period.last
        day = period.first + timedelta(days=deadline.weekday - 1)
        return asked.last_day(deadline.relation, day, deadline.time)
    stretch = _stretch(deadline, period)
    if deadline.day is not None:
        day = _day_of_month(stretch.last.year, stretch.last.month, deadline.day)
        return asked.last_day(deadline.relation, day, deadline.time)
    if deadline.relation == "before" and stretch != period:
        return stretch.first - ONE_DAY
    return stretch.last


def _stretch(deadline: Recurring, period: Period) -> Period:
    """The month, quarter or whole period that the words place the last day in."""
    stretch, year = period, period.first.year
    season = _season(deadline)
    if period.span is Span.YEAR and deadline.quarter is not None:
        stretch = Period.quarter(year, deadline.quarter)
    elif period.span is Span.YEAR and deadline.month is not None:
        stretch = Period.month(year, deadline.month)
    elif period.span is Span.YEAR and season and not _is_placed(deadline):
        stretch = Period.month(year + (season[-1] < season[0]), season[-1])
    if deadline.month_of_period is not None:
        stretch = _month_of(stretch, deadline.month_of_period)
    elif deadline.day is not None:
        stretch = _month_of(stretch, "last")
    return _later(stretch, _months_later(deadline))


def _month_of(stretch: Period, which: str) -> Period:
    """Its first, middle or last month; the middle of an even number is the earlier (BLDS 146)."""
    count = _MONTHS_IN[stretch.span]
    number = {"first": 0, "middle": (count - 1) // 2, "last": count - 1}[which]
    return Period.month(stretch.first.year, stretch.first.month + number)


def _later(stretch: Period, months: int) -> Period:
    """The stretch as many months later, as many months long."""
    if not months:
        return stretch
    first = last_of_month(stretch.first.year, stretch.first.month + months).replace(day=1)
    last = last_of_month(stretch.last.year, stretch.last.month + months)
    return Period(first, last, stretch.span)


def _months_later(deadline: Recurring) -> int:
    return 12 * (deadline.year_offset or 0) + (deadline.month_offset or 0)


def _season(deadline: Recurring) -> tuple[int, ...] | None:
    """The months of a yearly window "MM..MM" in their order; one that begins late runs on over."""
    if deadline.window is None:
        return None
    first, last = (int(month) for month in deadline.window.split(".."))
    return tuple((first + n - 1) % 12 + 1 for n in range((last - first) % 12 + 1))


def _is_placed(deadline: Recurring) -> bool:
    placing = (deadline.day, deadline.month, deadline.quarter, deadline.month_of_period)
    return any(part is not None for part in (*placing, deadline.weekday, deadline.dates))


def _is_exact(deadline: Recurring, span: Span) -> bool:
    """Whether the words say when in a period of that span; a bare day does so only in a month."""
    if span is Span.DAY:
        return True
    season = deadline.window if deadline.day is None else None
    placing: dict[Span, tuple[object, ...]] = {
        Span.WEEK: (deadline.weekday,),
        Span.MONTH: (deadline.day, deadline.month_offset),
        Span.YEAR: (deadline.month, deadline.quarter, deadline.month_of_period, season),
    }
    inside = (deadline.month_of_period, deadline.month_offset)
    return any(part is not None for part in placing.get(span, inside))


def _on_dates(deadline: Recurring, span: Span, asked: Asked) -> Iterator[Occurrence]:
    """Several days a year; each closes the period of that span which its last day lies in."""
    days = sorted(tuple(map(int, written.split("-"))) for written in deadline.dates or ())
    offset = deadline.year_offset or 0
    previous = None
    for year in range(asked.start.year - offset, asked.end.year - offset + 2):
        for month, day in days:
            named = _day_of_month(year + offset, month, day)
            last_day = asked.last_day(deadline.relation, named, deadline.time)
            if asked.covers(last_day) and last_day != previous:
                yield Occurrence(
                    period=_closed_by(span, year, last_day, offset),
                    last_day=last_day,
                    time=deadline.time,
                )
                previous = last_day


def _closed_by(span: Span, year: int, last_day: date, offset: int) -> Period:
    if span is Span.YEAR:
        return Period.year(year)
    shifted = _day_of_month(last_day.year - offset, last_day.month, last_day.day)
    return Period.around(shifted, span)


def _day_of_month(year: int, month: int, day: int) -> date:
    """That day; the month's last for -1 and where the month lacks it (BLDS 2015 Điều 148)."""
    last = last_of_month(year, month)
    return last if day == -1 or day > last.day else last.replace(day=day)
