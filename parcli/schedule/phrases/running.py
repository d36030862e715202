"""Deadlines inside running text: which of the times that a sentence mentions are due dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import Duration, Event, Fixed, NoDeadline, Ongoing, Range, Recurring
from parcli.schedule.phrases.assembly import assemble
from parcli.schedule.phrases.facts import (
    Aside,
    Between,
    Fact,
    Often,
    Stated,
    Statement,
    Told,
)

if TYPE_CHECKING:
    from parcli.schedule.periods import Period
    from parcli.schedule.phrases.tokens import Tokens

_DUE_VERBS = (
    "hoàn thành", "xong", "thực hiện", "triển khai", "ban hành", "trình", "gửi", "tổ chức",
    "kết thúc",
    "thời hạn", "thời gian", "tiến độ", "dự kiến", "báo cáo", "phê duyệt", "công bố", "nghiệm thu",
    "bàn giao", "khởi công", "khánh thành", "khoảng", "là", "áp dụng", "đưa vào", "vận hành", "hạn",
    "thời điểm", "hoàn tất", "từ", "vào", "thông qua", "tham mưu", "xây dựng", "họp", "giai đoạn",
    "thời gian thực hiện", "bắt đầu", "hoàn thiện", "tiếp tục", "và", "hoặc", "đến", "tiến hành",
    "ngay", "theo", "rà soát", "sơ kết", "tổng kết",
)  # fmt: skip
_MARKS = {"", ":", "&", "(", ")", "-", ",", ";", ".", "+", "/", "¶", "•", "[", "]", '"', "“", "”"}
_WEEKLY = ("hằng tuần", "hàng tuần", "mỗi tuần", "của tuần")
_HEADS = {"", ".", ";", "¶", "-", "+", "•", ":", ")"}


def isolated(tokens: Tokens, fact: Fact) -> bool:
    """Whether a bare period stands by itself or beside a word of doing, as in a table's cell."""
    before = tokens[fact.first - 1].key in _MARKS or _verb_before(tokens, fact.first)
    if not before:
        return False
    after = tokens[fact.after].key in _MARKS or bool(tokens.take(fact.after, *_DUE_VERBS))
    return after or tokens[fact.first - 1].key not in _MARKS


def _verb_before(tokens: Tokens, index: int) -> bool:
    return any(
        tokens.take(index - width, *_DUE_VERBS) == index for width in (1, 2, 3, 4) if index >= width
    )


def found_in(tokens: Tokens, facts: list[Fact], issued: Period | None) -> list[Statement]:
    """The statements of each sentence that are deadlines, in order."""
    found: list[Statement] = []
    sentence: list[Fact] = []
    for fact in facts:
        if sentence and tokens.clause_end(sentence[-1].after) < fact.first:
            found += _of_sentence(tokens, sentence, issued)
            sentence = []
        sentence.append(fact)
    found += _of_sentence(tokens, sentence, issued)
    return _apart(found)


def _of_sentence(tokens: Tokens, facts: list[Fact], issued: Period | None) -> list[Statement]:
    said = [fact for fact in facts if _due(tokens, fact)]
    said = _own_frequency(said)
    if not any(isinstance(fact.payload, Stated | Often | Between | Told) for fact in said):
        return []
    return [_bracketed(tokens, each) for each in assemble(said, tokens, issued) if _deadline(each)]


def _bracketed(tokens: Tokens, each: Statement) -> Statement:
    """The statement with the bracket that closes its last words: "hằng năm (trước ngày 15/12)"."""
    marks = [tokens[place].key for place in range(each.first, each.after)]
    if marks.count("(") > marks.count(")") and tokens[each.after].key == ")":
        return each._replace(after=each.after + 1)
    return each


def _due(tokens: Tokens, fact: Fact) -> bool:  # noqa: PLR0911  one return for each kind of fact
    """Whether a fact can be part of a deadline where it stands in a sentence."""
    match fact.payload:
        case Stated(relation=None | "on", moment=moment) if moment.unit == "weekday":
            return tokens.take(fact.after, *_WEEKLY) > 0
        case Stated(relation=None, moment=moment) if moment.unit == "day":
            return moment.recurs or _introduced(tokens, fact.first)
        case Stated(relation=None):
            return tokens.any(fact.first - 1, ":") and _introduced(tokens, fact.first)
        case Stated(relation="on" | "after"):
            return fact.payload.moment.unit == "day"
        case Often() as said:
            return _announced(tokens, fact, said)
        case Between(spoken=spoken, start=start, end=end):
            return spoken and end is not None and start is not None and start.unit != "year"
        case Told(deadline=told):
            return isinstance(told, Duration) or _standing(tokens, fact)
        case Aside():
            return False
        case _:
            return True


def _introduced(tokens: Tokens, index: int) -> bool:
    """A bare day counts after another day or after the word for a term: "thời hạn: 15/12/2025"."""
    for back in range(index - 1, max(-1, index - 7), -1):
        if tokens.any(back, "hạn", "trước") or tokens.take(back, "thời gian", "tiến độ"):
            return True
        if tokens[back].key in {".", ";", "¶"}:
            return False
    return tokens.any(index - 1, "và", "thành")


def _announced(tokens: Tokens, fact: Fact, said: Often) -> bool:
    """A frequency counts after "định kỳ", at a clause's head or counted, not in "thu hằng năm"."""
    if not said.freqs:
        return tokens.any(fact.first, "định")
    if not said.opening:
        return tokens[fact.after].key in {"(", ":"}
    head = tokens[fact.first - 1].key in _HEADS or fact.first == 0
    counted = said.times is not None or said.every is not None or tokens.any(fact.after - 1, "lần")
    return head or counted or tokens.any(fact.first, "định", "theo") or _beside_day(tokens, fact)


def _beside_day(tokens: Tokens, fact: Fact) -> bool:
    """ "trước ngày 15/12 hằng năm", "trước 13 giờ hằng ngày": it belongs to what it follows."""
    if tokens.any(fact.first - 1, "và", "hoặc"):
        return True
    if tokens.any(fact.first - 1, "giờ", "h") and tokens[fact.first - 2].number is not None:
        return True
    return tokens[fact.first - 1].number is not None or tokens.any(
        fact.first - 1, "tuần", "hai", "ba", "tư", "năm", "sáu", "bảy", "nhật", "quý", "cuối"
    )


def _standing(tokens: Tokens, fact: Fact) -> bool:
    """ "thường xuyên" counts at a clause's head or with "và đột xuất"; an event with "ngay"."""
    told = fact.payload.deadline if isinstance(fact.payload, Told) else None
    if isinstance(told, Ongoing):
        head = tokens[fact.first - 1].key in _HEADS or fact.after - fact.first > 2
        return head or tokens.take(fact.after, "và đột xuất", "hoặc đột xuất") > 0
    return isinstance(told, Event) and bool(told.urgent)


def _own_frequency(facts: list[Fact]) -> list[Fact]:
    """Without a frequency that a later day of the sentence implies by itself, far from it."""
    implied = {
        fact.payload.moment.cycle: fact.first
        for fact in facts
        if isinstance(fact.payload, Stated) and fact.payload.moment.cycle
    }
    kept = []
    for fact in facts:
        said = fact.payload
        if isinstance(said, Often):
            place = implied.get(said.freqs[0], -1) if len(said.freqs) == 1 else -1
            if not said.freqs and implied:
                place = max(implied.values())
            if place - fact.after > 3:
                continue
        kept.append(fact)
    return kept


def _deadline(each: Statement) -> bool:
    match each.deadline:
        case NoDeadline():
            return False
        case Fixed(date=None, period=None, day=None, month=None, quarter=None, half=None):
            return False
        case Recurring(freq=(), month_of_period=None):
            return False
        case Fixed() | Recurring() | Duration() | Range() | Ongoing():
            return each.spoken
        case Event(urgent=urgent):
            return bool(urgent)
        case _:
            return False


def _apart(found: list[Statement]) -> list[Statement]:
    """Without statements that lie inside an earlier one."""
    kept: list[Statement] = []
    for each in found:
        if not kept or each.first >= kept[-1].after:
            kept.append(each)
    return kept
