"""A month named by its place in a period: "tháng cuối quý", "tháng đầu tiên của quý tiếp theo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.moments import Moment, MonthOfPeriod, month_of_quarter
from parcli.schedule.phrases.numbers import count, quarter_number
from parcli.schedule.phrases.offsets import quarter_offset
from parcli.schedule.phrases.stretches import year_after
from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

Found = tuple[Moment, int]

MONTH_PLACES: Lexicon[MonthOfPeriod] = Lexicon(
    {
        "cuối cùng": "last", "cuối": "last", "sau cùng": "last", "thứ ba": "last",
        "thứ 3": "last", "đầu tiên": "first", "đầu": "first", "thứ nhất": "first",
        "thứ 1": "first", "giữa": "middle", "thứ hai": "middle", "thứ 2": "middle",
    }
)  # fmt: skip
_PERIODS = ("kỳ báo cáo", "kỳ")


def place_in_period(tokens: Tokens, index: int) -> Found | None:
    """The month moment at "tháng" that is placed in a quarter, half-year or report period."""
    named = tokens.take(index, "tháng")
    placed = MONTH_PLACES.at(tokens, named) if named else None
    if placed is None:
        return None
    place, after = placed
    start = tokens.skip(after, "của", "trong", "thuộc", "sau")
    since = tokens.any(after, "sau")
    inside = tokens.skip(start, "mỗi", "từng", "hằng", "các", "hết")
    moment = Moment(unit="month", month_of_period=place, period_offset=1 if since else None)
    return (
        _of_quarter(tokens, inside, moment)
        or _of_half(tokens, inside, moment)
        or _of_report_period(tokens, inside, moment)
        or _of_year(tokens, inside, place)
    )


def _of_quarter(tokens: Tokens, index: int, moment: Moment) -> Found | None:
    after = tokens.take(index, "quý")
    if not after:
        return None
    number = quarter_number(tokens, after)
    if number is not None and moment.month_of_period:
        month = month_of_quarter(number, moment.month_of_period)
        return year_after(tokens, after + 1, Moment(unit="month", month=month))
    return quarter_offset(tokens, after, moment._replace(cycle="quarterly"))


def _of_half(tokens: Tokens, index: int, moment: Moment) -> Found | None:
    """ "tháng cuối của 6 tháng": the last month of each half-year."""
    months = count(tokens, index)
    if months is None or months[0] != 6:
        return None
    after = tokens.take(months[1], "tháng")
    return (moment._replace(cycle="semiannual"), after) if after else None


def _of_report_period(tokens: Tokens, index: int, moment: Moment) -> Found | None:
    after = tokens.take(index, *_PERIODS)
    if not after:
        return None
    return quarter_offset(tokens, after, moment._replace(of_period=True))


def _of_year(tokens: Tokens, index: int, place: MonthOfPeriod) -> Found | None:
    if place == "middle" or not tokens.any(index, "năm"):
        return None
    moment = Moment(unit="month", month=12 if place == "last" else 1)
    found = year_after(tokens, index, moment)
    return found if found[1] > index else (moment, index + 1)
