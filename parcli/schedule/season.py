"""A season that returns, in the year ("từ tháng 3 đến tháng 11 hằng năm") or in the month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from parcli.schedule.periods import last_of_month

if TYPE_CHECKING:
    from datetime import date

_END = re.compile(
    r"Q(?P<quarter>[1-4])|D?(?P<day_alone>(?<=D)\d\d|1[3-9]|[23]\d)"
    r"|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?",
    re.ASCII,
)
_LAST = 31


class YearlySeason(NamedTuple):
    """From one (month, day) to another; where that comes earlier, to the next year's."""

    first: tuple[int, int]
    last: tuple[int, int]

    def end(self, year: int) -> date:
        """The last day of the season that begins in `year`."""
        month, day = self.last
        return day_of_month(year + (self.last < self.first), month, day)

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the season of some year."""
        at = (day.month, day.day)
        if self.last < self.first:
            return at >= self.first or at <= self.last
        return self.first <= at <= self.last


class MonthlySeason(NamedTuple):
    """From one day of the month to another, of the next month where that comes earlier."""

    first: int
    last: int

    @property
    def runs_on(self) -> bool:
        """Whether it ends in the month after the one it begins in."""
        return self.last < self.first


def read_season(window: str) -> YearlySeason | MonthlySeason | None:
    """The season written "03..11", "03-15..11-15", "Q1..Q3" or, of a month, "D01..D05".

    "20..25" can only be days. None for anything else.
    """
    ends = [_END.fullmatch(end) for end in window.split("..")]
    if len(ends) != 2:
        return None
    first, last = ends
    if first is None or last is None:
        return None
    if first["day_alone"] or last["day_alone"]:
        return MonthlySeason(*(int(end[0].lstrip("D")) for end in (first, last)))
    return YearlySeason(_begin(first), _end(last))


def day_of_month(year: int, month: int, day: int) -> date:
    """That day; the month's last for -1 and where the month lacks it (BLDS 2015 Điều 148)."""
    last = last_of_month(year, month)
    return last if day == -1 or day > last.day else last.replace(day=day)


def _begin(end: re.Match[str]) -> tuple[int, int]:
    if end["quarter"]:
        return 3 * int(end["quarter"]) - 2, 1
    return int(end["month"]), int(end["day"] or 1)


def _end(end: re.Match[str]) -> tuple[int, int]:
    if end["quarter"]:
        return 3 * int(end["quarter"]), _LAST
    return int(end["month"]), int(end["day"] or _LAST)
