"""Stretches of the calendar as offices name them: a year, a half, a quarter, a month, a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from parcli.errors import BadPeriod

if TYPE_CHECKING:
    from collections.abc import Callable

_WRITTEN = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<nine>9M)|W(?P<week>\d{2})"
    r"|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
)

ONE_DAY = timedelta(days=1)
# No directive is older or reaches further; every offset from here stays within `date`.
EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 12, 31)


class Span(StrEnum):
    """What kind of stretch a period is."""

    YEAR = "year"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True, order=True)
class Period:
    """A named stretch of days, first and last included; sorts by its first day."""

    first: date
    last: date
    span: Span

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period written "2024", "2024-H1", "2024-Q3", "2024-9M", "2024-07" or "2024-W31".

        A day is written "2024-07-21". Raises BadPeriod for anything else and for a day that does
        not exist.
        """
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise BadPeriod(text=text)
        try:
            return _from_parts({k: v for k, v in found.groupdict().items() if v})
        except ValueError:
            raise BadPeriod(text=text) from None

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Span.YEAR)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """The first (1) or second (2) half of a year."""
        return _months(year, 6 * half - 5, 6, Span.HALF)

    @classmethod
    def nine_months(cls, year: int) -> Period:
        """January to September, the period of the nine-month report."""
        return _months(year, 1, 9, Span.NINE_MONTHS)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Quarter 1 to 4 of a year."""
        return _months(year, 3 * quarter - 2, 3, Span.QUARTER)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A calendar month."""
        return _months(year, month, 1, Span.MONTH)

    @classmethod
    def week(cls, year: int, week: int) -> Period:
        """An ISO week, Monday to Sunday."""
        monday = date.fromisocalendar(year, week, 1)
        return cls(monday, monday + timedelta(days=6), Span.WEEK)

    @classmethod
    def day(cls, day: date) -> Period:
        """One single day."""
        return cls(day, day, Span.DAY)

    @classmethod
    def around(cls, day: date, span: Span) -> Period:
        """The period of that span which contains `day`.

        Raises BadPeriod where none does (nine months in the fourth quarter).
        """
        period = _AROUND[span](day)
        if day not in period:
            raise BadPeriod(text=day.isoformat())
        return period

    def __contains__(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        """The period as `parse` reads it: "2024-Q3"."""
        return _WRITING[self.span](self.first)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; months past 12 run on into later years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return after - ONE_DAY


def _months(year: int, first: int, count: int, span: Span) -> Period:
    return Period(date(year, first, 1), last_of_month(year, first + count - 1), span)


def _from_parts(parts: dict[str, str]) -> Period:
    year = int(parts["year"])
    if "day" in parts:
        return Period.day(date(year, int(parts["month"]), int(parts["day"])))
    for part, read in _READING.items():
        if part in parts:
            return read(year, int(parts[part]))
    if "nine" in parts:
        return Period.nine_months(year)
    return Period.year(year)


_READING: dict[str, Callable[[int, int], Period]] = {
    "half": Period.half,
    "quarter": Period.quarter,
    "week": Period.week,
    "month": Period.month,
}

_AROUND: dict[Span, Callable[[date], Period]] = {
    Span.YEAR: lambda day: Period.year(day.year),
    Span.HALF: lambda day: Period.half(day.year, (day.month + 5) // 6),
    Span.NINE_MONTHS: lambda day: Period.nine_months(day.year),
    Span.QUARTER: lambda day: Period.quarter(day.year, (day.month + 2) // 3),
    Span.MONTH: lambda day: Period.month(day.year, day.month),
    Span.WEEK: lambda day: Period.week(*day.isocalendar()[:2]),
    Span.DAY: Period.day,
}

_WRITING: dict[Span, Callable[[date], str]] = {
    Span.YEAR: lambda first: f"{first.year:04}",
    Span.HALF: lambda first: f"{first.year:04}-H{(first.month + 5) // 6}",
    Span.NINE_MONTHS: lambda first: f"{first.year:04}-9M",
    Span.QUARTER: lambda first: f"{first.year:04}-Q{(first.month + 2) // 3}",
    Span.MONTH: lambda first: f"{first.year:04}-{first.month:02}",
    Span.WEEK: lambda first: "{:04}-W{:02}".format(*first.isocalendar()[:2]),
    Span.DAY: date.isoformat,
}
