"""Where the last day of a returning deadline falls in each period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from parcli.schedule.occurrence import Asked, Occurrence
from parcli.schedule.periods import ONE_DAY, Period, Span, last_of_month
from parcli.schedule.season import MonthlySeason, YearlySeason, day_of_month, read_season

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
_DAYS_IN = {Span.DAY: 1, Span.WEEK: 7}


def streams(deadline: Recurring, asked: Asked) -> list[Iterator[Occurrence]]:
    """One stream per frequency, each of the last days asked for, rising.

    None for what cannot be dated: "after" a day, a season told in words ("trong thời gian lũ lụt")
    without a day, every second year or month (of which?), a working day without a calendar.
    """
    frequencies = (deadline.freq,) if isinstance(deadline.freq, str) else deadline.freq
    if not frequencies or _is_undatable(deadline, asked):
        return []
    spans = [_SPANS[frequency] for frequency in frequencies]
    if deadline.dates:
        return [_on_dates(deadline, spans[0], asked)]
    season = read_season(deadline.window) if deadline.window else None
    if isinstance(season, MonthlySeason):
        deadline, season = _until_its_end(deadline, season), None
    return [
        _on_dates(_as_dates(deadline), span, asked)
        if deadline.month is not None and span in {Span.QUARTER, Span.HALF}
        else _of_span(deadline, span, season, asked)
        for span in spans
    ]


def _as_dates(deadline: Recurring) -> Recurring:
    """ "6 tháng (trước ngày 15/6)": a day of the year comes once a year, not in every half."""
    day = "" if deadline.day is None else f"-{31 if deadline.day == -1 else deadline.day:02}"
    return deadline._replace(dates=(f"{deadline.month:02}{day}",))


def _is_undatable(deadline: Recurring, asked: Asked) -> bool:
    return (
        deadline.relation == "after"
        or (deadline.condition is not None and not _is_placed(deadline))
        or (deadline.every or 1) > 1
        or (deadline.working_day is True and asked.calendar is None)
    )


def _until_its_end(deadline: Recurring, season: MonthlySeason) -> Recurring:
    """ "Từ ngày 25 đến ngày 05 hằng tháng": by the 5th of the next month."""
    offset = (deadline.month_offset or 0) + season.runs_on
    return deadline._replace(window=None, relation="by", day=season.last, month_offset=offset)


def _of_span(
    deadline: Recurring, span: Span, season: YearlySeason | None, asked: Asked
) -> Iterator[Occurrence]:
    """Last days rise from period to period, so the first one past the end is the end."""
    whole_season = season if span is Span.YEAR and not _is_placed(deadline) else None
    within = season if span is not Span.YEAR else None
    exact = whole_season is not None or _is_exact(deadline, span)
    period = Period.around(asked.start - _latest_after(deadline, span), span)
    while True:
        year = period.first.year
        last_day = whole_season.end(year) if whole_season else _last_day(deadline, period, asked)
        if last_day > asked.end:
            return
        if last_day >= asked.start and (within is None or within.holds(period.last)):
            yield Occurrence(period=period, last_day=last_day, time=deadline.time, exact=exact)
        period = Period.around(period.last + ONE_DAY, span)


def _latest_after(deadline: Recurring, span: Span) -> timedelta:
    """How far after its period a last day may lie, at most."""
    months = max(_months_later(deadline, span), 0)
    weeks_or_days = _DAYS_IN.get(span, 0) * max(deadline.period_offset or 0, 0)
    return timedelta(days=31 * months + weeks_or_days + (366 if deadline.window else 0))


def _last_day(deadline: Recurring, period: Period, asked: Asked) -> date:
    if period.span in _DAYS_IN:
        later = timedelta(days=_DAYS_IN[period.span] * (deadline.period_offset or 0))
        if period.span is Span.DAY or deadline.weekday is None:
            return period.last + later
        day = period.first + timedelta(days=deadline.weekday - 1)
        return asked.last_day(deadline.relation, day + later, deadline.time)
    stretch = _stretch(deadline, period)
    named = _named_day(deadline, stretch.last, asked)
    if named is not None:
        return asked.last_day(deadline.relation, named, deadline.time)
    if deadline.relation == "before" and stretch != period:
        return stretch.first - ONE_DAY
    return stretch.last


def _named_day(deadline: Recurring, month: date, asked: Asked) -> date | None:
    """The day of that month which the words name; `month` is any day of it."""
    if deadline.nth is not None and deadline.weekday is not None:
        return _nth_weekday(month, deadline.weekday, deadline.nth)
    if deadline.day is None:
        return None
    if deadline.working_day and asked.calendar is not None:
        if deadline.day == -1:
            return asked.calendar.working_on_or_before(last_of_month(month.year, month.month))
        return asked.calendar.add_working_days(month.replace(day=1) - ONE_DAY, deadline.day)
    return day_of_month(month.year, month.month, deadline.day)


def _nth_weekday(month: date, weekday: int, nth: int) -> date:
    """The first weekday (1) to the last (-1) of a month; the last too where there is no fifth."""
    last = last_of_month(month.year, month.month)
    final = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    if nth == -1:
        return final
    first = (final.day - 1) % 7 + 1
    return min(final, last.replace(day=first) + timedelta(weeks=nth - 1))


def _stretch(deadline: Recurring, period: Period) -> Period:
    """The month, quarter or whole period that the words place the last day in."""
    stretch, year = period, period.first.year
    if period.span is Span.YEAR and deadline.quarter is not None:
        stretch = Period.quarter(year, deadline.quarter)
    elif period.span is Span.YEAR and deadline.month is not None:
        stretch = Period.month(year, deadline.month)
    if deadline.month_of_period is not None:
        stretch = _month_of(stretch, deadline.month_of_period)
    elif deadline.day is not None or deadline.nth is not None:
        stretch = _month_of(stretch, "last")
    return _later(stretch, _months_later(deadline, period.span))


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


def _months_later(deadline: Recurring, span: Span) -> int:
    periods = _MONTHS_IN.get(span, 0) * (deadline.period_offset or 0)
    return 12 * (deadline.year_offset or 0) + periods + (deadline.month_offset or 0)


def _is_placed(deadline: Recurring) -> bool:
    placing = (deadline.day, deadline.month, deadline.quarter, deadline.month_of_period)
    return any(part is not None for part in (*placing, deadline.weekday, deadline.dates))


def _is_exact(deadline: Recurring, span: Span) -> bool:
    """Whether the words say when in a period of that span; a bare day does so only in a month."""
    if span is Span.DAY:
        return True
    placing: dict[Span, tuple[object, ...]] = {
        Span.WEEK: (deadline.weekday,),
        # A week of the month has no day of its own: the month's end stands in.
        Span.MONTH: (deadline.day, deadline.month_offset, deadline.weekday and deadline.nth),
        Span.YEAR: (deadline.month, deadline.quarter, deadline.month_of_period),
    }
    inside = (deadline.month_of_period, deadline.month_offset)
    return any(part is not None for part in placing.get(span, inside))


def _on_dates(deadline: Recurring, span: Span, asked: Asked) -> Iterator[Occurrence]:
    """Several days or months a year; each closes the period of that span its last day lies in."""
    offset = deadline.year_offset or 0
    dates = deadline.dates or ()
    for year in range(asked.start.year - offset, asked.end.year - offset + 2):
        found = {_last_day_on(written, year + offset, deadline, asked) for written in dates}
        for last_day in sorted(filter(asked.covers, found)):
            period = _closed_by(span, year, last_day, offset)
            yield Occurrence(period=period, last_day=last_day, time=deadline.time)


def _last_day_on(written: str, year: int, deadline: Recurring, asked: Asked) -> date:
    """Of a day "06-15", or of the whole month "06"."""
    month, _dash, day = written.partition("-")
    if day:
        named = day_of_month(year, int(month), int(day))
        return asked.last_day(deadline.relation, named, deadline.time)
    if deadline.relation == "before":
        return date(year, int(month), 1) - ONE_DAY
    return last_of_month(year, int(month))


def _closed_by(span: Span, year: int, last_day: date, offset: int) -> Period:
    if span is Span.YEAR:
        return Period.year(year)
    return Period.around(day_of_month(last_day.year - offset, last_day.month, last_day.day), span)
