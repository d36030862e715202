"""A point or stretch of the calendar as far as the words state it, and how it becomes a date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from parcli.schedule.periods import Period, Span, last_of_month

if TYPE_CHECKING:
    from parcli.schedule.deadline import Frequency

Unit = Literal["time", "weekday", "day", "week", "month", "quarter", "half", "nine", "year"]
MonthOfPeriod = Literal["first", "middle", "last"]

_MONTHS_OF_QUARTER = {"first": -2, "middle": -1, "last": 0}


class Moment(NamedTuple):
    """What the words say and nothing more: a year that is not written is None.

    `cycle` is the frequency that the words imply ("tháng cuối quý": quarterly), `of_period` that
    they mean the report period without naming it, `relative` counts units from the issue date
    ("tháng này": 0), `loose` marks a bare "trong năm", which says
    little beside anything else, `bad` a day that the calendar does not have.
    """

    unit: Unit
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    time: str | None = None
    nth: int | None = None
    month_of_period: MonthOfPeriod | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    period_offset: int | None = None
    working_day: bool | None = None
    cycle: Frequency | None = None
    of_period: bool = False
    relative: int | None = None
    loose: bool = False
    bad: bool = False

    @property
    def recurs(self) -> bool:
        """Whether the words alone say that the moment returns."""
        return self.cycle is not None or self.of_period


def checked(moment: Moment) -> Moment:
    """`moment`, marked bad where its day does not exist; without a year 29 February does."""
    if moment.month is not None and not 1 <= moment.month <= 12:
        return moment._replace(bad=True)
    if moment.year is not None and not 1900 <= moment.year <= 2199:
        return moment._replace(bad=True)
    if moment.day is None or moment.day == -1:
        return moment
    longest = last_of_month(moment.year or 2024, moment.month or 1).day
    return moment if 1 <= moment.day <= longest else moment._replace(bad=True)


def month_of_quarter(quarter: int, place: MonthOfPeriod) -> int:
    """The month that is the quarter's first, middle or last."""
    return 3 * quarter + _MONTHS_OF_QUARTER[place]


def at_end(moment: Moment) -> Moment:  # noqa: PLR0911  one return for each unit
    """The last day of what `moment` names: "hết tháng 9", "hết quý III/2025", "hết năm 2030"."""
    match moment.unit:
        case "month":
            return moment._replace(unit="day", day=-1)
        case "quarter" if moment.quarter:
            return moment._replace(unit="day", month=3 * moment.quarter, quarter=None, day=-1)
        case "half" if moment.half:
            return moment._replace(unit="day", month=6 * moment.half, half=None, day=-1)
        case "nine":
            return moment._replace(unit="day", month=9, day=-1)
        case "year":
            return moment._replace(unit="day", month=12, day=-1)
        case "week" if moment.week and moment.year and not moment.month:
            named = period_of(moment)
            return moment if named is None else _on(moment, named.last)
        case _:
            return moment


def dated(moment: Moment, issued: Period | None) -> Moment:
    """`moment` with its year, where the words or the issue date give one.

    Without a year in the words it is the next such day or period that ends on or after the first
    day of `issued`; without `issued` the moment stays as it is.
    """
    if issued is None or moment.recurs or moment.bad:
        return moment
    if moment.relative is not None:
        return _counted(moment, issued)
    if moment.year is not None:
        return moment
    for candidate in _candidates(moment, issued.first):
        last = _last_day(candidate)
        if last is not None and last >= issued.first:
            return candidate
    return moment


def _candidates(moment: Moment, since: date) -> list[Moment]:
    if moment.unit == "weekday" and moment.weekday and moment.nth is None:
        ahead = (moment.weekday - since.isoweekday()) % 7
        return [_on(moment, since + timedelta(days=ahead))]
    if moment.unit == "day" and moment.month is None and moment.day is not None:
        following = last_of_month(since.year, since.month) + timedelta(days=1)
        months = [(since.year, since.month), (following.year, following.month)]
        return [checked(moment._replace(year=year, month=month)) for year, month in months]
    if moment.unit in {"time", "weekday"}:
        return []
    return [checked(moment._replace(year=since.year + ahead)) for ahead in (0, 1)]


def _last_day(moment: Moment) -> date | None:
    end = at_end(moment)
    if end.bad or end.year is None or end.month is None or end.day is None:
        return None
    return day_of(end)


def day_of(moment: Moment) -> date | None:
    """The date of a day moment; None where the year, the month or the day is missing or wrong."""
    moment = checked(moment)
    if moment.bad or not (moment.year and moment.month and moment.day):
        return None
    if moment.day == -1:
        return last_of_month(moment.year, moment.month)
    return date(moment.year, moment.month, moment.day)


def period_of(moment: Moment) -> Period | None:  # noqa: PLR0911  one return for each unit
    """The period of a moment longer than a day; None where its year or number is missing."""
    year = moment.year
    if year is None or moment.bad:
        return None
    match moment:
        case Moment(unit="year"):
            return Period.year(year)
        case Moment(unit="half", half=int(half)):
            return Period.half(year, half)
        case Moment(unit="nine"):
            return Period.nine_months(year)
        case Moment(unit="quarter", quarter=int(quarter)):
            return Period.quarter(year, quarter)
        case Moment(unit="month" | "week", month=int(month)):
            return Period.month(year, month)
        case Moment(unit="week", week=int(week)) if 1 <= week <= _weeks(year):
            return Period.week(year, week)
        case _:
            return None


def _weeks(year: int) -> int:
    """52 or 53: 28 December always lies in a year's last ISO week."""
    return date(year, 12, 28).isocalendar().week


def _on(moment: Moment, day: date) -> Moment:
    return moment._replace(
        unit="day", year=day.year, month=day.month, day=day.day, week=None, relative=None
    )


def _counted(moment: Moment, issued: Period) -> Moment:  # noqa: PLR0911  one return for each unit
    """A moment that counts from the issue date: "tháng này", "thứ Sáu tuần sau", "ngày mai"."""
    ahead, since = moment.relative or 0, issued.first
    known = moment._replace(relative=None)
    match moment.unit:
        case "year":
            return known._replace(year=since.year + ahead)
        case _ if issued.span is Span.YEAR:
            return moment
        case "quarter":
            index = since.year * 4 + (since.month - 1) // 3 + ahead
            return known._replace(year=index // 4, quarter=index % 4 + 1)
        case "month":
            return _month_ahead(known, since, ahead)
        case "day" if moment.day is not None:
            return _month_ahead(known, since, ahead)
        case _ if issued.span is not Span.DAY:
            return moment
        case "day":
            return _on(moment, since + timedelta(days=ahead))
        case "weekday" if moment.weekday:
            monday = since - timedelta(days=since.weekday())
            return _on(moment, monday + timedelta(days=7 * ahead + moment.weekday - 1))
        case "week":
            year, week, _day = (since + timedelta(days=7 * ahead)).isocalendar()
            return known._replace(year=year, week=week)
        case _:
            return moment


def _month_ahead(known: Moment, since: date, ahead: int) -> Moment:
    index = since.year * 12 + since.month - 1 + ahead
    return checked(known._replace(year=index // 12, month=index % 12 + 1))
