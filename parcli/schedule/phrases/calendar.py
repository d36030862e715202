"""Days of the calendar: "20/9/2022", "ngày 15 tháng cuối quý", "cuối năm 2026"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.clock import clock, part_of_day, weekday
from parcli.schedule.phrases.lunar import lunar_day, lunar_mark
from parcli.schedule.phrases.moments import Moment, month_of_quarter
from parcli.schedule.phrases.numbered_days import day_and_month, day_in_figures
from parcli.schedule.phrases.numbers import count
from parcli.schedule.phrases.offsets import month_offset, quarter_offset
from parcli.schedule.phrases.places import place_in_period
from parcli.schedule.phrases.stretches import stretch, year_after
from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.deadline import Frequency
    from parcli.schedule.phrases.moments import MonthOfPeriod
    from parcli.schedule.phrases.tokens import Tokens

Found = tuple[Moment, int]

_LAST_DAY = Lexicon(
    {
        "làm việc cuối cùng": (-1, True), "làm việc cuối": (-1, True),
        "làm việc đầu tiên": (1, True), "làm việc đầu": (1, True),
        "cuối cùng": (-1, None), "cuối": (-1, None), "đầu tiên": (1, None), "đầu": (1, None),
    }
)  # fmt: skip
# BLDS 2015 Điều 146: a month's beginning, middle and end are its 1st, 15th and last day.
_EDGES = Lexicon(
    {
        "đầu": "first", "giữa": "middle", "cuối": "last", "những ngày đầu": "first",
        "những ngày cuối": "last", "vào cuối": "last", "vào đầu": "first", "vào giữa": "middle",
        "khoảng cuối": "last", "khoảng giữa": "middle", "khoảng đầu": "first",
    }
)  # fmt: skip
_EDGE_DAYS = {"first": 1, "middle": 15, "last": -1}
# The same article: a year's are 1 January, the last day of June and the last day of December.
_YEAR_EDGES = {"first": (1, 1), "middle": (6, 30), "last": (12, 31)}
_CYCLES: dict[str, Frequency] = {"thang": "monthly", "quy": "quarterly", "nam": "annual"}
_RELATIVE_DAYS = Lexicon({"hôm nay": 0, "ngày hôm nay": 0, "ngày mai": 1, "ngày hôm sau": 1})


def moment(tokens: Tokens, index: int) -> Found | None:
    """The calendar moment at `index`: a time, a weekday, a day or a longer stretch."""
    time = clock(tokens, index)
    after = part_of_day(tokens, time[1] if time else index)
    if time:
        after = tokens.skip(after, ",")
        after = tokens.skip(after, "của", "vào", "trong")
    found = _in_calendar(tokens, after, timed=time is not None)
    if time is None:
        return found
    if found is None:
        return Moment(unit="time", time=time[0], bad=not time[0]), time[1]
    placed, after = found
    return placed._replace(time=time[0] or None, bad=placed.bad or not time[0]), after


def _in_calendar(tokens: Tokens, index: int, *, timed: bool) -> Found | None:
    """The day or stretch at `index`; one of the lunar calendar is bad, for it is not computed."""
    if lunar := lunar_day(tokens, index):
        return Moment(unit="day", bad=True), lunar
    if tokens.any(index, "nửa") and (
        half_quarter := tokens.take(index, "nửa đầu quý", "nửa cuối quý")
    ):
        return Moment(unit="day", bad=True), half_quarter
    found = _weekday_and_day(tokens, index) or (None if timed else _stretch(tokens, index))
    marked = lunar_mark(tokens, found[1]) if found else 0
    return (found[0]._replace(bad=True), marked) if found and marked else found


def _stretch(tokens: Tokens, index: int) -> Found | None:
    """A stretch by its name, or one month by its place in a quarter: "tháng đầu quý III/2025"."""
    placed = place_in_period(tokens, index) if tokens.any(index, "tháng") else None
    return placed if placed and placed[0].month else stretch(tokens, index)


def _weekday_and_day(tokens: Tokens, index: int) -> Found | None:
    named = weekday(tokens, tokens.skip(index, "ngày"))
    if named is None:
        return _day_and_weekday(tokens, index)
    number, after = named
    bracket = tokens.take(after, "(", ", (")
    follows = bracket or tokens.skip(after, ",")
    dated = day(tokens, follows) if tokens.any(follows, "ngày") or _dated(tokens, follows) else None
    if dated is not None:
        after = tokens.skip(dated[1], ")") if bracket else dated[1]
        return dated[0]._replace(weekday=number), after
    return _weekday_alone(tokens, number, after)


def _day_and_weekday(tokens: Tokens, index: int) -> Found | None:
    """A day with its weekday after it: "ngày 27/11/2025 (thứ Năm)"."""
    found = day(tokens, index)
    bracket = tokens.take(found[1], "(") if found else 0
    named = weekday(tokens, bracket) if bracket else None
    if found is None or named is None or tokens[named[1]].key != ")":
        return found
    return found[0]._replace(weekday=named[0]), named[1] + 1


def _dated(tokens: Tokens, index: int) -> bool:
    return tokens[index].number is not None and tokens[index + 1].key == "/"


def _weekday_alone(tokens: Tokens, number: int, after: int) -> Found:
    placed = Moment(unit="weekday", weekday=number)
    if taken := tokens.take(after, "tuần này", "trong tuần này", "của tuần này"):
        return placed._replace(relative=0), taken
    if taken := tokens.take(after, "tuần sau", "tuần tới", "tuần tiếp theo", "của tuần sau"):
        return placed._replace(relative=1), taken
    for words, nth in (("đầu tiên", 1), ("cuối cùng", -1), ("tuần đầu", 1), ("tuần cuối", -1)):
        if taken := tokens.take(after, words):
            taken = tokens.skip(taken, "tiên", "cùng")
            inside = tokens.take(taken, "của tháng", "trong tháng", "tháng")
            return placed._replace(nth=nth, cycle="monthly"), _not_numbered(tokens, inside, taken)
    return placed, after


def _not_numbered(tokens: Tokens, inside: int, taken: int) -> int:
    return inside if inside and tokens[inside].number is None else taken


def day(tokens: Tokens, index: int) -> Found | None:
    """The day at `index`; a bare figure is one only before a month ("15 tháng cuối quý")."""
    relative = _RELATIVE_DAYS.at(tokens, index)
    if relative is not None:
        return Moment(unit="day", relative=relative[0]), relative[1]
    named = tokens.take(index, "ngày mùng", "ngày", "mùng")
    after = named or index
    if named and (last := _LAST_DAY.at(tokens, after) or _nth_working_day(tokens, after)):
        return _edge_day(tokens, last)
    number = tokens[after].number
    if number is None:
        return _edge(tokens, index)
    return day_in_figures(tokens, after, named=bool(named)) or day_and_month(
        tokens, after, named=bool(named)
    )


def _nth_working_day(tokens: Tokens, index: int) -> tuple[tuple[int, bool | None], int] | None:
    """The count of "ngày làm việc thứ 5 của tháng"."""
    number = count(tokens, tokens.take(index, "làm việc thứ")) if tokens.any(index, "làm") else None
    counted = number is not None and tokens.take(index, "làm việc thứ") and 1 <= number[0] <= 20
    return ((number[0], True), number[1]) if number and counted else None


def _edge_day(tokens: Tokens, last: tuple[tuple[int, bool | None], int]) -> Found | None:
    """ "ngày cuối cùng của tháng 12/2025", "ngày làm việc cuối cùng của quý"."""
    (number, working), after = last
    inside = tokens.skip(after, "của", "trong")
    place: MonthOfPeriod = "last" if number == -1 else "first"
    found = _edge_of(tokens, inside, place, of_day=True)
    if found is None:
        return None
    placed = found[0]._replace(working_day=working)
    if number > 1:
        placed = placed._replace(day=number)
    if inside != after and placed.unit == "day" and placed.month is None and not placed.recurs:
        placed = placed._replace(cycle="monthly") if placed.relative is None else placed
    return placed, found[1]


def _edge(tokens: Tokens, index: int) -> Found | None:
    """ "cuối tháng 10/2025", "đầu quý II/2026", "giữa năm 2026" as the days that the law says."""
    found = _EDGES.at(tokens, index)
    if found is None:
        return None
    place, after = found
    return _edge_of(tokens, tokens.skip(after, "của"), place)  # type: ignore[arg-type]  # one of _EDGES


def _edge_of(
    tokens: Tokens, index: int, place: MonthOfPeriod, *, of_day: bool = False
) -> Found | None:
    if named := tokens.take(index, "kỳ báo cáo"):
        return Moment(
            unit="day", day=_EDGE_DAYS[place], month_of_period=place, of_period=True
        ), named
    if of_day and (placed := place_in_period(tokens, index)):
        return placed[0]._replace(unit="day", day=_EDGE_DAYS[place]), placed[1]
    each = tokens.take(index, "mỗi", "từng", "hằng", "các")
    found = _edge_stretch(tokens, each or index, place)
    if found is None or not each:
        return found
    cycle = _CYCLES.get(tokens[each].bare)
    return found[0]._replace(cycle=cycle), found[1]


def _edge_stretch(tokens: Tokens, index: int, place: MonthOfPeriod) -> Found | None:
    days = _EDGE_DAYS[place]
    named = stretch(tokens, index)
    if named is not None:
        whole, after = named
        return _edge_of_stretch(whole, place), after
    if after := tokens.take(index, "tháng"):
        return month_offset(tokens, after, Moment(unit="day", day=days))
    if after := tokens.take(index, "quý"):
        placed = Moment(unit="day", day=days, month_of_period=place, cycle="quarterly")
        return quarter_offset(tokens, after, placed)
    if (after := tokens.take(index, "năm")) and not tokens.any(after, "học"):
        month_number, day_number = _YEAR_EDGES[place]
        placed = Moment(unit="day", month=month_number, day=day_number)
        return year_after(tokens, index, placed) if after else None
    return None


def _edge_of_stretch(whole: Moment, place: MonthOfPeriod) -> Moment:
    days = _EDGE_DAYS[place]
    match whole:
        case Moment(unit="month"):
            return whole._replace(unit="day", day=days)
        case Moment(unit="quarter", quarter=int(quarter)):
            number = month_of_quarter(quarter, place)
            return whole._replace(unit="day", quarter=None, month=number, day=days)
        case Moment(unit="year"):
            number, days = _YEAR_EDGES[place]
            return whole._replace(unit="day", month=number, day=days)
        case _:
            return whole
