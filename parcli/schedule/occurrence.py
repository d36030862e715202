"""One falling due, and what is asked when they are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.schedule.periods import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from parcli.schedule.deadline import Relation
    from parcli.schedule.periods import Period
    from parcli.schedule.working_days import WorkingCalendar


class Occurrence(NamedTuple):
    """A deadline's last day for one period; `time` is "HH:MM" on that day where the words give one.

    `exact` is False where the words name a frequency and no day: the period's end stands in.
    """

    period: Period
    last_day: date
    time: str | None = None
    exact: bool = True

    def order(self) -> tuple[date, Period, bool]:
        """Sorts by last day, then period, an exact statement before an inexact one."""
        return self.last_day, self.period, not self.exact


class Asked(NamedTuple):
    """Which last days are asked for, and what is known to find them by.

    `anchor` is when the directive was issued. `before_includes_day` is the policy that "trước ngày
    15" may still be met on the 15th.
    """

    start: date
    end: date
    anchor: Period | None = None
    calendar: WorkingCalendar | None = None
    before_includes_day: bool = False

    def covers(self, day: date) -> bool:
        """Whether `day` is among the days asked about."""
        return self.start <= day <= self.end

    def last_day(self, relation: Relation | None, day: date, time: str | None = None) -> date:
        """The last good day: "before" a day excludes it, every other word includes it.

        "Trước 17 giờ ngày 27/11" bounds the hour, so the day itself is still good.
        """
        excluded = relation == "before" and time is None and not self.before_includes_day
        return day - ONE_DAY if excluded else day
