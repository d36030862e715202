"""Months, quarters, halves, years and weeks: "Quý III/2025", "6 tháng đầu năm 2026", "tuần 31"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.moments import Moment, checked
from parcli.schedule.phrases.numbers import count, quarter_number, spelled
from parcli.schedule.phrases.offsets import month_offset, quarter_offset, year_offset
from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

Found = tuple[Moment, int]

_JOINTS = {"/", "-", "."}
_GLUED_QUARTERS = {"qi": 1, "qii": 2, "qiii": 3, "qiv": 4}
_HALVES = Lexicon(
    {
        "nửa đầu năm": 1, "nửa năm đầu": 1, "nửa cuối năm": 2, "nửa năm cuối": 2,
        "nửa đầu của năm": 1, "nửa cuối của năm": 2,
    }
)  # fmt: skip
_RELATIVE_WEEKS = Lexicon({"này": 0, "nay": 0, "sau": 1, "tới": 1, "tiếp theo": 1})
_WEEK_PLACES = Lexicon(
    {"đầu tiên": 1, "đầu": 1, "thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4,
     "cuối cùng": -1, "cuối": -1}
)  # fmt: skip


def calendar_year(tokens: Tokens, index: int) -> int | None:
    """The year that the four figures at `index` write; None for other numbers."""
    token = tokens[index]
    number = token.number
    if number is None or len(token.key) != 4 or not 1900 <= number <= 2199:
        return None
    return number


def year_after(tokens: Tokens, index: int, moment: Moment) -> Found:
    """`moment` with the year that follows at `index`, if any: "/2025", " năm 2025", " năm sau"."""
    mark = tokens[index].key
    if mark in _JOINTS and (year := calendar_year(tokens, index + 1)):
        return checked(moment._replace(year=year)), index + 2
    comma = tokens.take(index, ",")
    start = tokens.skip(comma or index, "của", "trong", "thuộc", "(", "cùng")
    if named := tokens.take(start, "năm"):
        joined = tokens.skip(named, ":")
        if year := calendar_year(tokens, joined):
            closed = tokens[start - 1].key == "("
            return checked(moment._replace(year=year)), tokens.skip(
                joined + 1, ")"
            ) if closed else joined + 1
        return year_offset(tokens, named, moment) or (moment, index)
    if after := tokens.take(start, "kỳ báo cáo"):
        return moment._replace(of_period=True), after
    if not comma and start == index and (year := calendar_year(tokens, index)):
        return checked(moment._replace(year=year)), index + 1
    return moment, index


def stretch(tokens: Tokens, index: int) -> Found | None:
    """The month, quarter, half, nine months, week or year at `index`."""
    return (
        half(tokens, index)
        or month(tokens, index)
        or _relative_month(tokens, index)
        or quarter(tokens, index)
        or week(tokens, index)
        or year(tokens, index)
    )


def month(tokens: Tokens, index: int) -> Found | None:
    """ "tháng 9", "tháng 12/2025", "tháng Mười hai năm 2025", "T12/2025", "9/2025"."""
    if named := tokens.take(index, "tháng"):
        number = tokens[named].number
        if number is not None and len(tokens[named].key) <= 2:
            return year_after(tokens, named + 1, checked(Moment(unit="month", month=number)))
        return _spelled_month(tokens, named)
    if tokens.any(index, "t") and tokens[index + 1].key.isdecimal() | (
        tokens[index + 1].key == "."
    ):
        return _month_and_year(tokens, tokens.skip(index + 1, "."))
    return _month_and_year(tokens, index) if not tokens.any(index - 1, "/") else None


def _month_and_year(tokens: Tokens, index: int) -> Found | None:
    number = tokens[index].number
    mark = tokens[index + 1]
    joined = mark.key in {"/", "-"} or (mark.key == "." and mark.glued and tokens[index + 2].glued)
    if number is None or len(tokens[index].key) > 2 or not joined:
        return None
    year_number = calendar_year(tokens, index + 2)
    if year_number is None or tokens[index + 3].key == tokens[index + 1].key:
        return None
    return checked(Moment(unit="month", month=number, year=year_number)), index + 3


def _spelled_month(tokens: Tokens, index: int) -> Found | None:
    """A month in words counts only with a year after it: "tháng năm" is a blank, not May."""
    found = spelled(tokens, index)
    if found is None or found[0] > 12:
        return None
    placed, after = year_after(tokens, found[1], Moment(unit="month", month=found[0]))
    known = placed.year is not None and tokens[found[1]].key != str(placed.year)
    return (placed, after) if known else None


def _relative_month(tokens: Tokens, index: int) -> Found | None:
    after = tokens.take(index, "tháng")
    if not after:
        return None
    placed, end = month_offset(tokens, after, Moment(unit="month"))
    return (placed, end) if end != after and placed.month_of_period is None else None


def quarter(tokens: Tokens, index: int) -> Found | None:
    """ "quý I/2026", "Quý 3 năm 2025", "QIII/2025", "Q.1/2026", "quý này", "quý sau"."""
    if number := _GLUED_QUARTERS.get(tokens[index].key):
        return year_after(tokens, index + 1, Moment(unit="quarter", quarter=number))
    named = tokens.take(index, "quý")
    start = named or tokens.take(index, "q .", "q")
    if not start and not _roman_alone(tokens, index):
        return None
    start = start or index
    numbered = quarter_number(tokens, start)
    if numbered is not None:
        return year_after(tokens, start + 1, Moment(unit="quarter", quarter=numbered))
    return _worded_quarter(tokens, start) if named else None


def _roman_alone(tokens: Tokens, index: int) -> bool:
    """Whether "III/2026" stands at `index` without "quý"."""
    roman = tokens[index].key in {"i", "ii", "iii", "iv"} and tokens[index + 1].key == "/"
    return roman and calendar_year(tokens, index + 2) is not None


def _worded_quarter(tokens: Tokens, index: int) -> Found | None:
    """ "quý một năm 2026", "quý sau"; not "quý năm", which lists two frequencies."""
    found = spelled(tokens, index)
    if found is not None and found[0] <= 4 and not tokens.any(index, "tư"):
        return year_after(tokens, found[1], Moment(unit="quarter", quarter=found[0]))
    placed, after = quarter_offset(tokens, index, Moment(unit="quarter"))
    if placed.period_offset:
        return placed._replace(cycle="quarterly"), after
    return (placed, after) if placed.relative is not None else None


def half(tokens: Tokens, index: int) -> Found | None:
    """ "6 tháng đầu năm 2026", "nửa cuối năm", "9 tháng năm 2025", "3 tháng đầu năm"."""
    named = _HALVES.at(tokens, index)
    if named is None:
        return _months_of_year(tokens, index)
    inside = named[1] - 1 if tokens.any(named[1] - 1, "năm") else named[1]
    placed, after = year_after(tokens, inside, Moment(unit="half", half=named[0]))
    return placed, max(after, named[1])


def _months_of_year(tokens: Tokens, index: int) -> Found | None:
    months = _counted_months(tokens, index)
    if months is None:
        return None
    after = months[1]
    place = 1 if tokens.any(after, "đầu") else 2 if tokens.any(after, "cuối") else 0
    inside = tokens.skip(after + bool(place), "của")
    dated = tokens.any(inside, "năm") and (place or calendar_year(tokens, inside + 1))
    part = _part_of_year(months[0], place) if dated else None
    return None if part is None else _in_year(tokens, inside, part)


def _counted_months(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The months of "6 tháng", "02 quý" and the index after them."""
    number = count(tokens, index)
    if number is None:
        return None
    if after := tokens.take(number[1], "tháng"):
        return number[0], after
    quarters = tokens.take(number[1], "quý")
    return (3 * number[0], quarters) if quarters else None


def _part_of_year(months: int, place: int) -> Moment | None:
    match months, place:
        case 6, 1 | 2:
            return Moment(unit="half", half=place)
        case 9, 0 | 1:
            return Moment(unit="nine")
        case 3, 1:
            return Moment(unit="quarter", quarter=1)
        case 3, 2:
            return Moment(unit="quarter", quarter=4)
        case 6, 0:
            return Moment(unit="half", half=1)
        case _:
            return None


def _in_year(tokens: Tokens, index: int, moment: Moment) -> Found:
    """`moment` in the year named at "năm": known, counted, or none ("6 tháng đầu năm")."""
    placed, after = year_after(tokens, index, moment)
    return (placed, after) if after > index else (moment, index + 1)


def week(tokens: Tokens, index: int) -> Found | None:
    """ "tuần 31/2025", "tuần này", "tuần cuối tháng 12/2025" (a week of its month, -1 the last)."""
    after = tokens.take(index, "tuần")
    if not after:
        return None
    if relative := _RELATIVE_WEEKS.at(tokens, after):
        return Moment(unit="week", relative=relative[0]), relative[1]
    place = _WEEK_PLACES.at(tokens, tokens.skip(after, "lễ")) or _numbered_week(tokens, after)
    return None if place is None else _placed_week(tokens, place)


def _placed_week(tokens: Tokens, place: tuple[int, int]) -> Found | None:
    """A week by its number, of each month, of one month or of the year."""
    if tokens.take(place[1], "hằng tháng", "mỗi tháng", "của mỗi tháng", "của hằng tháng"):
        return Moment(unit="week", nth=place[0], cycle="monthly"), place[1]
    inside = month(tokens, tokens.skip(place[1], "của", "trong"))
    if inside is not None:
        return inside[0]._replace(unit="week", week=place[0]), inside[1]
    if of_month := tokens.take(place[1], "tháng", "trong tháng", "của tháng"):
        placed, after = month_offset(tokens, of_month, Moment(unit="week", nth=place[0]))
        return placed._replace(cycle="monthly"), after
    worded = tokens[place[1] - 1].number is None
    periods = ("quý", "của quý", *(("năm", "của năm", "kỳ", "của kỳ") if worded else ()))
    if longer := tokens.take(place[1], *periods):
        return Moment(unit="week", bad=True), longer  # no member of the union places it
    if not 1 <= place[0] <= 53 or tokens[place[1] - 1].number is None:
        return None
    found = year_after(tokens, place[1], Moment(unit="week", week=place[0]))
    return found if found[0].year is not None else None


def _numbered_week(tokens: Tokens, index: int) -> tuple[int, int] | None:
    start = tokens.skip(index, "thứ")
    number = tokens[start].number
    return None if number is None else (number, start + 1)


def year(tokens: Tokens, index: int) -> Found | None:
    """ "năm 2026", "2030", "năm nay", "năm sau"; never the figures of a document's number."""
    named = tokens.take(index, "năm", "cả năm")
    number = calendar_year(tokens, tokens.skip(named, ":") if named else index)
    if number is not None:
        after = (tokens.skip(named, ":") if named else index) + 1
        joined = tokens[after].key in {"/", "%"} or tokens[index - 1].key == "/"
        if joined and not named:
            return None
        return Moment(unit="year", year=number), after
    if named:
        return year_offset(tokens, named, Moment(unit="year"))
    return None
