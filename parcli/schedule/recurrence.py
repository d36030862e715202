"""The days on which a deadline falls due, each with the period it closes.

What the words leave open is never guessed: without an anchor, an event's day or an end there is no
occurrence, and a frequency without a day ends with its period, marked as not exact.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from heapq import merge
from typing import TYPE_CHECKING

from parcli.schedule.deadline import Compound, Deadline, Duration, Fixed, Range, Recurring
from parcli.schedule.occurrence import Asked, Occurrence
from parcli.schedule.periods import EARLIEST, LATEST, ONE_DAY, Period, Span, last_of_month
from parcli.schedule.recurring import streams

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parcli.schedule.working_days import WorkingCalendar

_OF_A_YEAR = re.compile(r"\d{4}", re.ASCII)
_LENGTH = re.compile(
    r"P(?:(?P<years>\d{1,2})Y)?(?:(?P<months>\d{1,3})M)?(?:(?P<weeks>\d{1,3})W)?"
    r"(?:(?P<days>\d{1,4})D)?(?:T(?P<hours>\d{1,4})H)?",
    re.ASCII,
)


def occurrences(
    deadline: Deadline,
    start: date,
    end: date,
    *,
    anchor: Period | None = None,
    calendar: WorkingCalendar | None = None,
    before_includes_day: bool = False,
) -> Iterator[Occurrence]:
    """Every occurrence whose last day lies from `start` to `end`, by last day, then period.

    No two share both, and none depends on the days asked about. `anchor` is the day a directive was
    issued, which a length "kể từ ngày ban hành" counts from; one in working days needs `calendar`
    too. Years before 1900 and after 2200 have none. Raises BadPeriod for a date that is none.
    """
    asked = Asked(
        start=max(start, EARLIEST),
        end=min(end, LATEST),
        anchor=anchor,
        calendar=calendar,
        before_includes_day=before_includes_day,
    )
    previous = None
    for occurrence in _read(deadline, asked):
        key = (occurrence.last_day, occurrence.period)
        if key != previous:
            yield occurrence
        previous = key


def _read(deadline: Deadline, asked: Asked) -> Iterable[Occurrence]:
    match deadline:
        case Recurring():
            return merge(*streams(deadline, asked), key=Occurrence.order)
        case Compound():
            return merge(*(_read(part, asked) for part in deadline.parts), key=Occurrence.order)
        case Fixed():
            single = _fixed(deadline, asked)
        case Range():
            single = _range_end(deadline)
        case Duration():
            single = _counted(deadline, asked)
        case _:
            single = None
    return [single] if single and asked.covers(single.last_day) else []


def _fixed(deadline: Fixed, asked: Asked) -> Occurrence | None:
    written = deadline.date or deadline.period
    if written is None or deadline.relation == "after":
        return None
    period = Period.parse(written)
    if period.span is Span.DAY:
        last_day = asked.last_day(deadline.relation, period.last, deadline.time)
    else:
        last_day = period.first - ONE_DAY if deadline.relation == "before" else period.last
    exact = deadline.week is None  # "tuần đầu tháng 3/2026": the month's end stands in
    return Occurrence(period=period, last_day=last_day, time=deadline.time, exact=exact)


def _range_end(deadline: Range) -> Occurrence | None:
    """The range's last day, closing the period its end is written as; none without a year."""
    if deadline.end is None or not _OF_A_YEAR.match(deadline.end):
        return None
    period = Period.parse(deadline.end)
    return Occurrence(period=period, last_day=period.last)


def _counted(deadline: Duration, asked: Asked) -> Occurrence | None:
    anchor = asked.anchor
    if deadline.anchor != "issue" or deadline.relation == "after":
        return None
    if anchor is None or anchor.span is not Span.DAY:
        return None
    working_days = bool(deadline.working_days)
    last_day = counted_from(anchor.first, deadline.span, asked.calendar, working_days=working_days)
    return Occurrence(period=Period.day(last_day), last_day=last_day) if last_day else None


def counted_from(
    day: date, length: str, calendar: WorkingCalendar | None = None, *, working_days: bool = False
) -> date | None:
    """The last day of a length counted from `day`, which itself is not counted (BLDS 147).

    Months and years end on the same day of the month, or on its last (BLDS 148). None for a
    length that counts back, for hours that make no whole days, and for working days that no
    calendar is given for.
    """
    found = _LENGTH.fullmatch(length)
    if found is None:
        return None
    parts = {name: int(number) for name, number in found.groupdict().items() if number}
    if working_days:
        if calendar is None or parts.keys() != {"days"}:
            return None
        return calendar.add_working_days(day, parts["days"])
    if not parts or parts.get("hours", 0) % 24:
        return None
    last = last_of_month(day.year + parts.get("years", 0), day.month + parts.get("months", 0))
    days = 7 * parts.get("weeks", 0) + parts.get("days", 0) + parts.get("hours", 0) // 24
    return last.replace(day=min(day.day, last.day)) + timedelta(days=days)
