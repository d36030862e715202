"""Which days an office works: Monday to Friday, less days off, plus make-up Saturdays.

Saturday and Sunday are off by QĐ 188/1999/QĐ-TTg. What is off or worked besides differs from year
to year and is given, one `YearOff` a year; nothing here knows a holiday by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from parcli.errors import ParcliError
from parcli.language import N_
from parcli.schedule.periods import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_SATURDAY = 6


class UnknownYearError(ParcliError):
    """A year whose days off were not given."""

    message = N_("The days off of {year} are not known.")


class YearOff(NamedTuple):
    """One year's days off, each with its name, and the weekend days worked to make up for others.

    `worked` maps a make-up day to the day it stands for, None where that is not known. `official`
    is False for a year that was computed and not yet announced.
    """

    year: int
    days_off: Mapping[date, str] = MappingProxyType({})
    worked: Mapping[date, date | None] = MappingProxyType({})
    official: bool = True

    def works(self, day: date) -> bool:
        """Whether a day of this year is worked; a make-up day is, whatever its weekday."""
        return day in self.worked or (day.isoweekday() < _SATURDAY and day not in self.days_off)

    def worked_ordinals(self) -> list[int]:
        """Every day worked this year as `date.toordinal` counts it, in order."""
        first, last = date(self.year, 1, 1).toordinal(), date(self.year, 12, 31).toordinal()
        return [n for n in range(first, last + 1) if self.works(date.fromordinal(n))]


class WorkingCalendar:
    """Working days of any year, each year asked for once, when first needed."""

    def __init__(self, load_year: Callable[[int], YearOff]) -> None:
        self._load_year = load_year
        self._years: dict[int, YearOff] = {}
        self._ordinals: dict[int, list[int]] = {}

    @classmethod
    def of(cls, years: Iterable[YearOff]) -> WorkingCalendar:
        """A calendar of these years alone; asking it for another raises UnknownYearError."""
        known = {year_off.year: year_off for year_off in years}

        def load_year(year: int) -> YearOff:
            """The year, if it is one of these."""
            if year not in known:
                raise UnknownYearError(year=year)
            return known[year]

        return cls(load_year)

    def year(self, year: int) -> YearOff:
        """The days off of a year, as loaded; whatever the loader raises passes through."""
        if year not in self._years:
            self._years[year] = self._load_year(year)
        return self._years[year]

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`."""
        return self.year(day.year).works(day)

    def is_provisional(self, day: date) -> bool:
        """Whether the days off of that day's year are computed, not announced."""
        return not self.year(day.year).official

    def working_on_or_before(self, day: date) -> date:
        """`day`, or the nearest earlier working day."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def working_on_or_after(self, day: date) -> date:
        """`day`, or the nearest later working day."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and including `end`.

        The first day is not counted (BLDS 2015 Điều 147). Where `end` comes before `start` the
        count is that of the two exchanged, negative.
        """
        if end < start:
            return -self.working_days_between(end, start)
        whole = sum(len(self._worked_in(year)) for year in range(start.year, end.year))
        return whole + self._worked_up_to(end) - self._worked_up_to(start)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, before it for a negative count; 0 is `day`."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _nth in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def _worked_in(self, year: int) -> list[int]:
        if year not in self._ordinals:
            self._ordinals[year] = self.year(year).worked_ordinals()
        return self._ordinals[year]

    def _worked_up_to(self, day: date) -> int:
        """Working days of `day`'s year up to and including it."""
        return bisect_right(self._worked_in(day.year), day.toordinal())
