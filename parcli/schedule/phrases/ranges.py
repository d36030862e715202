"""From a beginning to an end: "2026-2030", "từ tháng 10/2025 đến khi kết thúc kiểm kê"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import NoDeadline
from parcli.schedule.phrases.calendar import moment
from parcli.schedule.phrases.facts import Aside, Between, Fact
from parcli.schedule.phrases.lengths import anchor_end
from parcli.schedule.phrases.moments import Moment, at_end, checked
from parcli.schedule.phrases.numbers import count, quarter_number
from parcli.schedule.phrases.stretches import calendar_year, year_after

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

_FROM = (
    "bắt đầu thực hiện từ", "bắt đầu triển khai từ", "bắt đầu kể từ", "bắt đầu từ",
    "bắt đầu tính từ",
    "tính từ", "kể từ", "từ", "áp dụng từ", "thực hiện từ",
)  # fmt: skip
_TO = ("cho đến", "đến", "cho tới", "tới", "-", "÷", "->")
_TITLES = (
    "trong cả giai đoạn", "trong giai đoạn", "giai đoạn", "nhiệm kỳ", "thời kỳ",
    "các năm", "trong các năm", "trong 2 năm", "trong 02 năm", "trong hai năm", "hai năm",
    "02 năm", "niên độ", "trong nhiệm kỳ",
)  # fmt: skip
_OPEN = (
    "và các năm tiếp theo", "và những năm tiếp theo", "và các năm sau", "và những năm sau",
    "và các năm kế tiếp", "và các năm sau đó", "và những năm kế tiếp", "và các năm",
    "và những năm tới", "và các giai đoạn tiếp theo", "và giai đoạn tiếp theo", "các năm tiếp theo",
    "những năm tiếp theo", "và các quý tiếp theo", "và các tháng tiếp theo", "trở đi", "về sau",
    "trở về sau", "và năm tiếp theo", "và tiếp tục các năm tiếp theo", "và các thời gian tiếp theo",
    "và thời gian tiếp theo", "và các năm về sau",
)  # fmt: skip
_NOW = ("nay", "bây giờ", "hiện nay", "ngày ban hành", "ngày ký", "khi ban hành")
_EVENT_ENDS = ("khi", "lúc", "thời điểm")
_UNTIL = Moment(unit="year")


def between(tokens: Tokens, index: int) -> list[Fact]:
    """The range at `index`; empty where none stands there. A lone moment is none unless open."""
    found = _spoken(tokens, index) or _until_event(tokens, index) or _dashed(tokens, index)
    return [] if found is None else [found]


def _spoken(tokens: Tokens, index: int) -> Fact | None:
    after = tokens.take(index, *_FROM)
    if not after:
        return None
    if now := tokens.take(after, *_NOW):
        return _from_now(tokens, index, now)
    since = tokens.skip(after, "khoảng", "khoảng thời gian")
    short = _short_start(tokens, since)
    found = short or moment(tokens, since)
    if found is None or found[0].unit == "time":
        return None
    return _from(tokens, index, found, short=short is not None)


def _from(tokens: Tokens, index: int, start: tuple[Moment, int], *, short: bool) -> Fact | None:
    """What begins at `start`: to its end, to now (then it is told, not due), or open."""
    first, reach = start
    tail = tokens.skip(reach, ",")
    if until_now := tokens.take(tail, "đến nay", "tới nay", "cho đến nay", "đến hiện nay"):
        return Fact(index, until_now, Aside(NoDeadline(reason="statement")))
    each = tokens.take(reach, "hằng năm", "mỗi năm")
    if each and tokens.take(each, *_TO):
        first, tail = first._replace(bad=True), each  # no member of the union runs into next year
    end = _end(tokens, tail, first) if tokens.take(tail, *_TO) else None
    if end is not None:
        return _closed(tokens, index, first, end)
    return None if short else Fact(index, _past_open(tokens, reach), Between(first, open=True))


def _from_now(tokens: Tokens, index: int, after: int) -> Fact | None:
    end = _end(tokens, after, None) if tokens.take(after, *_TO) else None
    if end is None:
        return None
    return _closed(tokens, index, None, end)


def _closed(
    tokens: Tokens, index: int, start: Moment | None, end: tuple[Moment | str, int]
) -> Fact | None:
    finish, after = end
    if isinstance(finish, str):
        return Fact(index, after, Between(start, end_event=finish))
    if opened := _open_tail(tokens, after):
        return Fact(index, opened, Between(start, open=True))
    return Fact(index, after, Between(start and _completed(start, finish), finish))


def _end(tokens: Tokens, index: int, start: Moment | None) -> tuple[Moment | str, int] | None:
    """The end after "đến" at `index`: a moment, or the words of an event."""
    after = tokens.take(index, *_TO)
    if event := tokens.take(after, *_EVENT_ENDS):
        until = anchor_end(tokens, event)
        words = tokens.words(event, until)
        return (words, until) if words else None
    whole = tokens.take(after, "hết")
    found = moment(tokens, tokens.skip(whole or after, "trước"))
    if found is None:
        figure = tokens[whole or after].number
        if start is None or figure is None:
            return None
        return _figure_end(tokens, whole or after, start, figure)
    finish, reach = found
    return (at_end(finish) if whole else finish), reach


def _figure_end(
    tokens: Tokens, index: int, start: Moment, figure: int
) -> tuple[Moment, int] | None:
    """An end written as a figure only: "từ ngày 01 đến 05 hằng tháng", "từ tháng 3 đến 11"."""
    if (
        len(tokens[index].key) > 2
        or start.unit not in {"day", "month"}
        or start.year
        or start.recurs
    ):
        return None
    if start.unit == "month":
        return year_after(tokens, index + 1, checked(Moment(unit="month", month=figure)))
    return checked(Moment(unit="day", day=figure, month=start.month)), index + 1


def _short_start(tokens: Tokens, index: int) -> tuple[Moment, int] | None:
    """ "từ ngày 15 đến …", "từ 15 đến 20/12/2025": a day whose month its end gives."""
    start = tokens.skip(index, "ngày")
    number = tokens[start].number
    if number is None or not 1 <= number <= 31 or len(tokens[start].key) > 2:
        return None
    to = tokens.take(start + 1, *_TO)
    if not to or tokens[to].key == "-":
        return None
    if tokens[start + 1].key == "-" and start == index:
        return None
    return Moment(unit="day", day=number), start + 1


def _completed(start: Moment, end: Moment) -> Moment:
    """`start` with the month and year that only `end` writes; it lies before `end`."""
    if start.unit == "day" and start.month is None and start.day and not start.recurs:
        start = start._replace(month=end.month, cycle=end.cycle if end.month is None else None)
    if start.year is None and end.year and not start.recurs and start.relative is None:
        later = (start.month or 0, start.day or 0) > (end.month or 12, end.day or 31)
        start = start._replace(year=end.year - 1 if later and start.month else end.year)
    return checked(start)


def _until_event(tokens: Tokens, index: int) -> Fact | None:
    """ "đến khi hoàn thành": a range whose beginning is not stated."""
    after = tokens.take(index, "cho đến khi", "đến khi", "cho tới khi", "tới khi")
    if not after or tokens.any(after, "hết"):
        return None
    until = anchor_end(tokens, after)
    words = tokens.words(after, until)
    return Fact(index, until, Between(end_event=words)) if words else None


def _dashed(tokens: Tokens, index: int) -> Fact | None:
    title = tokens.take(index, *_TITLES)
    begin = title or tokens.skip(index, "trong", "đến")
    within = begin != index and not title
    short = (
        _dashed_days(tokens, begin)
        or _dashed_months(tokens, begin)
        or _half_month(tokens, begin)
        or _months_of_year(tokens, begin)
    )
    if short is not None:
        start, end, after = short
        return Fact(index, after, Between(start, end, spoken=within))
    found = moment(tokens, begin)
    if found is None or found[0].unit == "time":
        return None
    start, after = found
    if opened := _open_tail(tokens, tokens.skip(_past_years(tokens, after, start), ",")):
        return Fact(index, opened, Between(start, open=True, spoken=False))
    if tokens.any(index, "đến"):
        return None
    return _dashed_end(tokens, index, found, within=within)


def _dashed_end(
    tokens: Tokens, index: int, start: tuple[Moment, int], *, within: bool
) -> Fact | None:
    first, after = start
    to = tokens.take(after, *_TO)
    if not to:
        return None
    if first.unit == "quarter" and (number := quarter_number(tokens, tokens.skip(to, "quý"))):
        plain = Moment(unit="quarter", quarter=number)
        last, reach = year_after(tokens, tokens.skip(to, "quý") + 1, plain)
    else:
        finish, reach = _end(tokens, after, first) or (None, after)
        if not isinstance(finish, Moment):
            return None
        last = finish
    same = first.unit == last.unit or (first.unit == "month" and last.unit == "day")
    if not same or (
        first.year is None
        and last.year is None
        and first.unit == "day"
        and tokens[after].key == "-"
        and first.month is None
    ):
        return None
    fact = _closed(tokens, index, first, (last, reach))
    if fact is None or not isinstance(fact.payload, Between):
        return None
    return fact._replace(payload=fact.payload._replace(spoken=within))


def _dashed_days(tokens: Tokens, index: int) -> tuple[Moment, Moment, int] | None:
    """ "15-20/12/2025", "ngày 15 - 16/12": two days of one month."""
    begin = tokens.skip(index, "ngày", "các ngày", "từ ngày")
    first = tokens[begin].number
    if first is None or tokens[begin + 1].key != "-" or len(tokens[begin].key) > 2:
        return None
    second = tokens.skip(begin + 2, "ngày")
    if tokens[second + 1].key != "/" or tokens[second + 3].key == "-":
        return None
    found = moment(tokens, second)
    if found is None or found[0].unit != "day" or found[0].month is None:
        return None
    return checked(found[0]._replace(day=first)), found[0], found[1]


def _dashed_months(tokens: Tokens, index: int) -> tuple[Moment, Moment, int] | None:
    """ "tháng 10-12/2025", "tháng 10 - 12 năm 2025": two months of one year."""
    begin = tokens.take(index, "tháng", "các tháng")
    first = tokens[begin].number
    if not begin or first is None or tokens[begin + 1].key != "-":
        return None
    second = tokens.skip(begin + 2, "tháng")
    last = tokens[second].number
    if last is None or len(tokens[second].key) > 2:
        return None
    end, after = year_after(tokens, second + 1, checked(Moment(unit="month", month=last)))
    start = checked(Moment(unit="month", month=first))
    return _completed(start, end), end, after


def _months_of_year(tokens: Tokens, index: int) -> tuple[Moment, Moment, int] | None:
    """ "2 tháng cuối năm 2026": November and December; 3, 6 and 9 months are named periods."""
    number = count(tokens, index)
    if number is None or number[0] in {3, 6, 9} or not 1 < number[0] < 12:
        return None
    inside = tokens.take(number[1], "tháng cuối năm", "tháng đầu năm")
    if not inside:
        return None
    late = tokens.any(number[1] + 1, "cuối")
    first, last = (13 - number[0], 12) if late else (1, number[0])
    end, after = year_after(tokens, inside - 1, Moment(unit="month", month=last))
    return end._replace(month=first), end, max(after, inside)


def _half_month(tokens: Tokens, index: int) -> tuple[Moment, Moment, int] | None:
    """ "nửa đầu tháng 12/2025": half a month is 15 days (BLDS 2015 Điều 146)."""
    begin = tokens.take(index, "nửa đầu", "nửa cuối")
    found = moment(tokens, begin) if begin else None
    if found is None or found[0].unit != "month" or found[0].month is None:
        return None
    first, last = (1, 15) if tokens.any(begin - 1, "đầu") else (16, -1)
    whole = found[0]._replace(unit="day")
    return whole._replace(day=first), whole._replace(day=last), found[1]


def _open_tail(tokens: Tokens, index: int) -> int:
    return tokens.take(tokens.skip(index, ","), *_OPEN)


def _past_years(tokens: Tokens, index: int, start: Moment) -> int:
    """Past the further years of "2024, 2025 và những năm tiếp theo"."""
    joint = tokens.take(index, ",", "và")
    while start.unit == "year" and joint and calendar_year(tokens, tokens.skip(joint, "năm")):
        index = tokens.skip(joint, "năm") + 1
        joint = tokens.take(index, ",", "và")
    return index


def _past_open(tokens: Tokens, index: int) -> int:
    return _open_tail(tokens, index) or index
