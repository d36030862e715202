"""The deadline of a task in its own words, and what a cell of deadlines says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.schedule.deadline import Compound, Deadline, Duration, Fixed, Range, Recurring
from parcli.schedule.phrases import find_deadlines, read_deadline
from parcli.text import one_line

if TYPE_CHECKING:
    from parcli.schedule.periods import Period

_DONE = re.compile(
    r"(?:hoàn thành|xong|thời hạn|thời gian|tiến độ|chậm nhất)[^.;]{0,60}$", re.IGNORECASE
)
_NOT_ITS_OWN = re.compile(
    r"(?:kế hoạch|chỉ số|chương trình|nghị quyết|quyết định|công văn|đề án|so với|kết quả|"
    r"giai đoạn|của|"
    r"dự toán|chỉ tiêu|số liệu|kể từ)\s*$",
    re.IGNORECASE,
)


def cell_deadline(text: str) -> str | None:
    """A deadline cell's words on one line; None for an empty cell or a dash."""
    words = one_line(text.replace("\n", " ")).strip(" -–")
    return words or None


def deadline_in(text: str, issued: Period | None) -> tuple[str | None, bool]:
    """The deadline that running text sets, and whether it was one of several.

    A year in passing, a target's horizon and a manner ("thường xuyên") are none.
    """
    found = [
        (start, end)
        for start, end, deadline in find_deadlines(text, issued=issued)
        if _binds(deadline, text[:start], text[end:])
    ]
    if not found:
        return None, False
    start, end = found[0]
    return one_line(text[start:end]), len(found) > 1


def _binds(deadline: Deadline, before: str, after: str) -> bool:
    """Whether a deadline found in a sentence is the sentence's own."""
    if isinstance(deadline, Compound):
        return any(_binds(part, before, after) for part in deadline.parts)
    if isinstance(deadline, Fixed):
        return _day_binds(deadline, before, after)
    if isinstance(deadline, Recurring):
        return deadline.relation is not None and (
            deadline.day is not None or deadline.dates is not None
        )
    if isinstance(deadline, Duration):
        return bool(
            re.search(r"hoàn thành|báo cáo|gửi|trình|trong vòng|chậm nhất", before[-80:])
        ) and (deadline.anchor is not None)
    return isinstance(deadline, Range) and bool(_DONE.search(before))


def _day_binds(deadline: Fixed, before: str, after: str) -> bool:
    if deadline.target or _NOT_ITS_OWN.search(before):
        return False
    if deadline.relation in ("before", "by"):
        return not re.match(r"\s*(?:đạt|giảm|tăng|có|trên)\b", after)
    return deadline.relation == "in" and bool(_DONE.search(before) or _span_is_short(deadline))


def _span_is_short(deadline: Fixed) -> bool:
    """Whether "trong …" names a quarter or month: a whole year in passing sets no deadline."""
    return deadline.phrase.lower().startswith(
        ("trong quý", "trong tháng", "ngay trong", "trong năm", "hoàn thành")
    )


def is_understood(phrase: str, issued: Period | None) -> bool:
    """Whether the phrase reader finds a meaning in the words."""
    return read_deadline(phrase, issued=issued).kind != "none"
