"""A day by its number: "20/9/2022", "15 tháng 12 năm 2025", "15 của tháng cuối quý"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.moments import Moment, checked
from parcli.schedule.phrases.numbers import quarter_number
from parcli.schedule.phrases.offsets import month_offset
from parcli.schedule.phrases.places import place_in_period
from parcli.schedule.phrases.stretches import half, month, year_after
from parcli.schedule.phrases.tokens import BLANK

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

Found = tuple[Moment, int]

_LONGEST_REMARK = 24
_EDGE_OF_PERIOD = (
    "đầu tháng", "cuối tháng", "giữa tháng", "đầu quý", "cuối quý", "giữa quý", "đầu mỗi quý",
    "cuối mỗi quý", "cuối hằng quý", "đầu hằng quý", "cuối mỗi tháng", "đầu mỗi tháng",
)  # fmt: skip


def day_in_figures(tokens: Tokens, index: int, *, named: bool) -> Found | None:
    """A date in figures: "20 /9/ 2022", "15-9-2025", "15.9.2025", "2025-12-31", "30/11"."""
    mark = tokens[index + 1].key
    first, second = tokens[index].number, tokens[index + 2].number
    if mark == "/" and first is not None and _left_open(tokens, index):
        return Moment(unit="day", bad=True), index + 3
    if mark not in {"/", "-", "."} or first is None or second is None:
        return None
    third = tokens[index + 4].number
    if tokens[index + 3].key == mark and third is not None:
        return _full(tokens, index, (first, second, third))
    if len(tokens[index + 2].key) > 2 or (mark != "/" and not named):
        return None
    found = checked(Moment(unit="day", day=first, month=second))
    if not named and (found.bad or tokens.any(index + 3, "ngày", "số", "tháng", "tổng")):
        return None
    return year_after(tokens, index + 3, found)


def _left_open(tokens: Tokens, index: int) -> bool:
    """Whether the month or year is a blank, or a figure that no year has: "15/12/20225"."""
    if tokens[index + 2].key == BLANK:
        return True
    third = tokens[index + 4].key
    if tokens[index + 3].key != "/" or not (tokens[index].number or 0) <= 31:
        return False
    month_number = tokens[index + 2].number
    return month_number is not None and (third == BLANK or (third.isdecimal() and len(third) > 4))


def _full(tokens: Tokens, index: int, figures: tuple[int, int, int]) -> Found | None:
    first, second, third = figures
    widths = [len(tokens[index + step].key) for step in (0, 2, 4)]
    if widths[0] == 4:
        return checked(Moment(unit="day", year=first, month=second, day=third)), index + 5
    if widths[2] == 2 and tokens[index + 1].key != "." and widths[1] <= 2:
        third += 2000
    elif widths[2] != 4:
        return None
    return checked(Moment(unit="day", year=third, month=second, day=first)), index + 5


def day_and_month(tokens: Tokens, index: int, *, named: bool) -> Found | None:
    """A day before its month in words: "15 tháng 12 năm 2025", "15 của tháng cuối quý", "15"."""
    number = tokens[index].number
    after = tokens.skip(_past_bracket(tokens, index + 1), "của", ",")
    placed = Moment(unit="day", day=number)
    if len(tokens[index].key) > 2 or (not named and _months_of_year(tokens, index)):
        return None
    if named or tokens.take(after, "tháng cuối", "tháng đầu", "tháng thứ", "tháng giữa"):
        inside = place_in_period(tokens, after)
        if inside is not None:
            return checked(inside[0]._replace(unit="day", day=number)), inside[1]
    if tokens.any(after, "tháng"):
        return _day_of_month(tokens, after, placed, named=named)
    each = tokens.take(after, "các tháng")
    if each and tokens[each].number is not None:
        return checked(placed._replace(month=tokens[each].number, cycle="annual")), each + 1
    if named or tokens.take(index + 1, "hằng tháng", "mỗi tháng", "hằng quý"):
        return checked(placed._replace(bad=_misplaced(tokens, index + 1))), index + 1
    return None


def _misplaced(tokens: Tokens, index: int) -> bool:
    """Whether what follows a day is no month: "ngày 15/122025", "15 quý III", "25 cuối quý"."""
    if tokens[index].key == "/":
        return tokens[index + 1].key.isdecimal()
    if tokens.take(index, *_EDGE_OF_PERIOD):
        return True
    return tokens.any(index, "quý") and quarter_number(tokens, index + 1) is not None


def _past_bracket(tokens: Tokens, index: int) -> int:
    """Past a remark between a day and its month: "ngày 15 (hoặc ngày liền kề) tháng cuối quý"."""
    if tokens[index].key != "(":
        return index
    for ahead in range(index + 1, index + _LONGEST_REMARK):
        if tokens[ahead].key == ")":
            return ahead + 1 if tokens.take(ahead + 1, "tháng", "của tháng") else index
    return index


def _months_of_year(tokens: Tokens, index: int) -> bool:
    """Whether the figure counts months: "6 tháng đầu năm", "2 tháng cuối năm"."""
    words = ("tháng cuối năm", "tháng đầu năm", "tháng cuối của năm", "tháng đầu của năm")
    return half(tokens, index) is not None or tokens.take(index + 1, *words) > 0


def _day_of_month(tokens: Tokens, index: int, placed: Moment, *, named: bool) -> Found | None:
    if tokens[index + 1].key == BLANK:
        return placed._replace(bad=True), index + 2
    found = month(tokens, index)
    if found is not None:
        named_month, after = found
        together = named_month._replace(unit="day", day=placed.day)
        return checked(together), after
    if not named:
        return None
    counted, after = month_offset(tokens, index + 1, checked(placed))
    if after == index + 1 and tokens.any(index - 1, "của"):
        return counted._replace(cycle="monthly"), after
    return counted, after


def listed_months(tokens: Tokens, index: int) -> tuple[list[int], int]:
    """The further months of "ngày 15 các tháng 3, 6, 9 và 12" at `index`; none may follow."""
    found: list[int] = []
    while len(found) < 12:
        joint = tokens.take(index, ", và", ",", "và", ";")
        if not joint:
            break
        joint = tokens.skip(joint, "tháng")
        number = tokens[joint].number
        if number is None or not 1 <= number <= 12 or _is_date(tokens, joint):
            break
        found.append(number)
        index = joint + 1
    return found, index


def _is_date(tokens: Tokens, index: int) -> bool:
    follows = tokens[index + 1]
    return follows.key in {"/", "-", "%"} or tokens.take(index + 1, "tháng", "ngày", "lần") > 0
