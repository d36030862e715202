"""Words that no member of the union can hold: what they say is left unread, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import NoDeadline
from parcli.schedule.phrases.facts import Fact, Told
from parcli.schedule.phrases.numbers import count, quarter_number

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

_UNREAD = Told(NoDeadline(reason="unread"))
_EXCEPT = ("riêng đối với", "riêng", "trừ", "ngoại trừ", "trừ trường hợp", "riêng trong")
_PERIODS = ("báo cáo", "kỳ", "của")
_SCHOOL_YEARS = ("năm học", "đầu năm học", "cuối năm học", "niên học", "niên khóa")


def beyond(tokens: Tokens, index: int) -> Fact | None:
    """What follows its own rule at `index`: one period of a series, or a school year's term."""
    return _except(tokens, index) or _school_year(tokens, index) or _each_quarter(tokens, index)


def _except(tokens: Tokens, index: int) -> Fact | None:
    """ "…, riêng quý IV trước ngày 10/12": the series has a member that is due otherwise."""
    after = tokens.take(index, *_EXCEPT)
    start = tokens.skip(after, *_PERIODS) if after else 0
    if not start or not _one_period(tokens, start):
        return None
    return Fact(index, max(tokens.clause_end(start), start), _UNREAD)


def _one_period(tokens: Tokens, index: int) -> bool:
    if tokens.any(index, "quý"):
        return quarter_number(tokens, index + 1) is not None
    if tokens.any(index, "tháng"):
        return count(tokens, index + 1) is not None
    if tokens.any(index, "năm"):
        return tokens[index + 1].number is not None
    months = count(tokens, index)
    return months is not None and tokens.take(months[1], "tháng đầu", "tháng cuối") > 0


def _school_year(tokens: Tokens, index: int) -> Fact | None:
    """ "năm học 2025 - 2026" ends when the school authority says, not with the calendar year."""
    start = tokens.skip(index, "trong", "đến hết", "hết", "đến")
    after = tokens.take(start, *_SCHOOL_YEARS)
    if not after or tokens.running or tokens[after].number is None:
        return None
    second = after + 2 if tokens[after + 1].key in {"-", "/"} else after
    return Fact(index, second + 1, _UNREAD)


def _each_quarter(tokens: Tokens, index: int) -> Fact | None:
    """ "các quý trong năm 2026": four times in one year, on days that are not said."""
    after = tokens.take(index, "các quý trong năm", "các tháng trong năm", "các quý năm")
    if not after or tokens.running or tokens[after].number is None:
        return None
    return Fact(index, after + 1, _UNREAD)
