"""From a moment, a frequency or a range as read to the deadline member that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import Fixed, NoDeadline, Range, Recurring
from parcli.schedule.phrases.moments import Moment, dated, day_of, period_of

if TYPE_CHECKING:
    from parcli.schedule.deadline import Deadline, Frequency, Relation
    from parcli.schedule.periods import Period
    from parcli.schedule.phrases.facts import Between, Often, Stated

UNREAD = NoDeadline(reason="unread")


def fixed(said: Stated, issued: Period | None) -> Deadline:
    """The one date or period that `said` names; unread where it does not exist."""
    moment = dated(said.moment, issued)
    if moment.bad or moment.relative is not None:
        return UNREAD
    day, period = day_of(moment), period_of(moment) if moment.unit != "day" else None
    relation = _settled(said.relation, moment)
    common = Fixed(
        relation=relation, time=moment.time, weekday=moment.weekday, urgent=said.urgent or None
    )
    if day is not None:
        return common._replace(date=day.isoformat())
    if period is not None:
        week = moment.week if moment.month else None
        return common._replace(period=str(period), week=week)
    return _yearless(moment, common)


def _settled(relation: Relation | None, moment: Moment) -> Relation:
    """A day without a relation is bare; a period is the stretch within which."""
    stretch = moment.unit in {"week", "month", "quarter", "half", "nine", "year"}
    if relation is None:
        return "in" if stretch else "bare"
    return "in" if relation == "on" and stretch else relation


def _yearless(moment: Moment, common: Fixed) -> Deadline:
    known = (moment.day, moment.month, moment.quarter, moment.half, moment.weekday, moment.time)
    if moment.year is not None or moment.unit in {"nine", "year", "week"} or not any(known):
        return UNREAD
    return common._replace(
        day=moment.day, month=moment.month, quarter=moment.quarter, half=moment.half
    )


def recurring(oftens: list[Often], said: list[Stated]) -> Deadline:
    """What returns: the frequencies of `oftens`, or those that the moments of `said` imply."""
    moments = [each.moment for each in said]
    if any(moment.bad or moment.relative is not None for moment in moments):
        return UNREAD
    freqs = _frequencies(oftens, moments)
    every = next((each.every for each in oftens if each.every), None)
    times = next((each.times for each in oftens if each.times), None)
    relation = next((each.relation for each in said if each.relation), None)
    if relation is None and moments:
        relation = _settled(None, moments[0])
    relation = "in" if relation == "on" and _settled("on", moments[0]) == "in" else relation
    common = Recurring(
        freq=freqs[0] if len(freqs) == 1 else freqs, relation=relation, times=times, every=every
    )
    if len(moments) == 1:
        return _placed(common, moments[0])
    if not moments:
        return common
    if any(moment.month is None for moment in moments):
        return UNREAD
    return common._replace(
        dates=tuple(yearly(moment) for moment in moments),
        year_offset=next((each.year_offset for each in moments if each.year_offset), None),
    )


def _placed(common: Recurring, moment: Moment) -> Deadline:
    if moment.half or moment.unit == "nine" or (moment.unit == "week" and not moment.nth):
        first = 7 if moment.half == 2 else 1
        last = {1: 6, 2: 12}.get(moment.half or 0, 9)
        return UNREAD if moment.unit == "week" else common._replace(window=f"{first:02}..{last:02}")
    return common._replace(
        day=moment.day,
        month=moment.month,
        month_of_period=moment.month_of_period,
        quarter=moment.quarter,
        weekday=moment.weekday,
        time=moment.time,
        nth=moment.nth,
        year_offset=moment.year_offset,
        month_offset=moment.month_offset,
        period_offset=moment.period_offset,
        working_day=moment.working_day,
    )


def yearly(moment: Moment) -> str:
    """ "MM-DD", or "MM" for a whole month; a month's last day is written as the longest it has."""
    if moment.day is None:
        return f"{moment.month:02}"
    longest = 29 if moment.month == 2 else 30 if moment.month in {4, 6, 9, 11} else 31
    return f"{moment.month:02}-{longest if moment.day == -1 else moment.day:02}"


def _frequencies(oftens: list[Often], moments: list[Moment]) -> tuple[Frequency, ...]:
    named: list[Frequency] = []
    for each in oftens:
        named += [freq for freq in each.freqs if freq not in named]
    implied = _implied(moments)
    placed = any(moment.month_of_period for moment in moments)
    if placed and implied and implied not in named and oftens and not oftens[0].opening:
        return (implied, *named)
    if placed and implied and implied not in named and len(named) <= 1:
        return (implied,)
    if named:
        return tuple(named)
    return (implied,) if implied else ()


def _implied(moments: list[Moment]) -> Frequency | None:
    """How often moments without a frequency return, by what they are."""
    for moment in moments:
        if moment.cycle is not None:
            return moment.cycle
    if not moments or moments[0].of_period:
        return None
    first = moments[0]
    if first.month or first.quarter or first.half or first.unit in {"year", "nine"}:
        return "annual"
    if first.day:
        return "monthly"
    return "weekly" if first.weekday else "daily"


def ranged(said: Between, issued: Period | None) -> Deadline:
    """The range; its ends keep "MM-DD" or "MM" where no year is known."""
    start, end = said.start, said.end
    if start is not None and start.year is None and end is not None and end.year is None:
        end = dated(end, issued)
        if end.year is not None:
            later = (start.month or 0) > (end.month or 12)
            start = start._replace(year=end.year - 1 if later else end.year)
    moments = [dated(each, issued) for each in (start, end) if each is not None]
    if any(each.bad or each.relative is not None for each in moments):
        return UNREAD
    first, last = written(moments[0]) if start else None, written(moments[-1]) if end else None
    if (start and not first) or (end and not last):
        return UNREAD
    return Range(start=first, end="open" if said.open else last, end_event=said.end_event)


def written(moment: Moment) -> str | None:
    """The day or period as text: "2026-Q1", "2025-12-15"; "12-15", "12", "Q1" without a year."""
    day, period = day_of(moment), period_of(moment) if moment.unit != "day" else None
    if day is not None or period is not None:
        return day.isoformat() if day is not None else str(period)
    if moment.month is not None and moment.year is None:
        return yearly(moment)
    if moment.quarter is not None and moment.year is None:
        return f"Q{moment.quarter}"
    return None


def season(said: Between) -> str | None:
    """The window of a yearly or monthly season: "03..11", "10-01..12-15", "D01..D05" of a month."""
    ends = [_season_end(moment) for moment in (said.start, said.end)]
    return f"{ends[0]}..{ends[1]}" if all(ends) else None


def _season_end(moment: Moment | None) -> str | None:
    if moment is None or moment.bad or moment.year is not None:
        return None
    if moment.month is not None:
        return yearly(moment)
    if moment.quarter is not None:
        return f"Q{moment.quarter}"
    return f"D{moment.day:02}" if moment.day and moment.day > 0 else None


def data_window(said: Between) -> str | None:
    """A data period as NĐ 09/2019 Điều 12 states them: "12-15(Y-1)..12-14(Y)", "15(M-1)..14(M)"."""
    ends = [_window_end(moment) for moment in (said.start, said.end)]
    return f"{ends[0]}..{ends[1]}" if all(ends) else None


def _window_end(moment: Moment | None) -> str | None:
    if moment is None or moment.bad or moment.day is None:
        return None
    if moment.year is not None:
        return written(moment)
    sign, offset = "Y", moment.year_offset
    day = "last" if moment.day == -1 else f"{moment.day:02}"
    if moment.month is not None:
        day = yearly(moment)
    elif moment.month_of_period is not None:
        day, sign, offset = f"{moment.month_of_period}-{day}", "P", moment.period_offset
    else:
        sign, offset = "M", moment.month_offset
    return f"{day}({sign}{offset:+d})" if offset else f"{day}({sign})"
