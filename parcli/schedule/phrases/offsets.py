"""Moments counted from the one a report is about: "tháng sau", "của năm tiếp theo", "quý này"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.moments import Moment
from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

Found = tuple[Moment, int]

_SHIFTS = Lexicon.grouped(
    {
        1: (
            "sau liền kề", "liền kề sau", "tiếp theo liền kề", "liền kề tiếp theo", "tiếp theo",
            "kế tiếp", "liền kề", "liền sau", "kế sau", "tiếp sau", "sau", "kế",
        ),
        -1: ("trước liền kề", "liền kề trước", "liền trước", "trước đó", "trước"),
        0: (
            "báo cáo", "kế hoạch", "đó", "đánh giá", "thực hiện", "ngân sách", "tài chính",
            "của kỳ báo cáo", "kỳ báo cáo",
        ),
    }
)  # fmt: skip
_RELATIVE = Lexicon({"này": 0, "nay": 0, "hiện tại": 0, "tới": 1, "nay và": 0})
_ABOUT = (
    "báo cáo", "kế hoạch", "đánh giá", "thực hiện", "ngân sách", "tài chính", "quyết toán", "đó",
    "xếp loại", "tổng kết",
)  # fmt: skip
_NOT_AFTER_SHIFT = ("ngày", "khi", "thời điểm", "thứ", "hạn", "giờ", "tết", "mùa", "đó là")


def shift(tokens: Tokens, index: int) -> tuple[str, int, int] | None:
    """("offset" or "relative", its count, the index after) for the words after a unit."""
    relative = _RELATIVE.at(tokens, index)
    if relative is not None:
        return "relative", *relative
    found = _SHIFTS.at(tokens, index)
    if found is None:
        return None
    value, after = found
    follows = tokens[after]
    if value and (follows.number is not None or tokens.take(after, *_NOT_AFTER_SHIFT)):
        return None
    return "offset", value, _past_anchor(tokens, after)


def _past_anchor(tokens: Tokens, index: int) -> int:
    """Past the words that say what the offset counts from: "… trước năm kế hoạch"."""
    after = tokens.skip(index, "so với", "của", "sau", "trước")
    after = tokens.skip(after, "năm", "tháng", "quý", "kỳ")
    return tokens.take(after, *_ABOUT) or index


def year_offset(tokens: Tokens, index: int, moment: Moment) -> Found | None:
    """`moment` in the year that the words after "năm" at `index` name by its distance."""
    found = shift(tokens, index)
    if found is None:
        return None
    sort, value, after = found
    if sort == "relative":
        return moment._replace(relative=value) if moment.unit == "year" else moment, after
    return moment._replace(year_offset=value or None, cycle=moment.cycle or "annual"), after


def month_offset(tokens: Tokens, index: int, moment: Moment) -> Found:
    """`moment` in the month that the words after "tháng" at `index` name; as it is without them."""
    start = tokens.skip(index, "tiếp theo", "kế tiếp", "liền kề", "đầu tiên", "liền", "ngay")
    if after := tokens.take(start, "sau quý báo cáo", "sau quý", "của quý báo cáo"):
        return moment._replace(month_of_period="first", period_offset=1, cycle="quarterly"), after
    if after := tokens.take(index, "sau kỳ báo cáo", "tiếp theo của kỳ báo cáo", "sau kỳ"):
        return moment._replace(month_offset=1, of_period=True), after
    found = shift(tokens, index)
    if found is None:
        return moment, index
    sort, value, after = found
    if sort == "relative":
        return moment._replace(relative=value), after
    return moment._replace(month_offset=value or None, cycle=moment.cycle or "monthly"), after


def quarter_offset(tokens: Tokens, index: int, moment: Moment) -> Found:
    """`moment` in the quarter or report period that the words at `index` name by its distance."""
    found = shift(tokens, index)
    if found is None:
        return moment, index
    sort, value, after = found
    if sort == "relative":
        return (
            (moment._replace(relative=value), after)
            if moment.unit == "quarter"
            else (
                moment,
                after,
            )
        )
    return moment._replace(period_offset=value or None), after
