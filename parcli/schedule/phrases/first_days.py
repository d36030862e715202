"""The first days of each month: "trong 05 ngày đầu của tháng tiếp theo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import NoDeadline, Recurring
from parcli.schedule.phrases.facts import Fact, Told
from parcli.schedule.phrases.moments import Moment
from parcli.schedule.phrases.numbers import count
from parcli.schedule.phrases.offsets import month_offset

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

_FIRST_DAYS = (
    "ngày đầu tiên", "ngày đầu", "ngày làm việc đầu tiên", "ngày làm việc đầu",
)  # fmt: skip


def first_days(tokens: Tokens, index: int) -> Fact | None:
    """ "trong 05 ngày đầu của tháng tiếp theo": the month's days 1 to 5, each month."""
    number = count(tokens, tokens.skip(index, "trong vòng", "trong"))
    after = tokens.take(number[1], *_FIRST_DAYS) if number else 0
    start = tokens.skip(after, "của", "mỗi", "hằng", "của mỗi") if after else 0
    if number is None or not start or not 1 <= number[0] <= 31:
        return None
    if longer := tokens.take(start, "quý", "năm", "tháng đầu", "tháng cuối"):
        return Fact(index, tokens.clause_end(longer), Told(NoDeadline(reason="unread")))
    inside = tokens.take(start, "tháng")
    if not inside or tokens[inside].number is not None:
        return None
    placed, end = month_offset(tokens, inside, Moment(unit="month"))
    told = Recurring(
        freq="monthly",
        relation="in",
        window=f"D01..D{number[0]:02}",
        month_offset=placed.month_offset,
    )
    if tokens.take(number[1], "ngày làm việc"):
        told = told._replace(relation="by", window=None, day=number[0], working_day=True)
    return Fact(index, end, Told(told))
