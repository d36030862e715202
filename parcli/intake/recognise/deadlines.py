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
_DATED = {"fixed", "recurring", "range", "ongoing", "compound"}
# Right before the day these are the task's own end, whatever figure stands before them.
_HANDS_IN = re.compile(r"(?:gửi|báo cáo|trình|nộp|hoàn thành|xong)[^.;,]{0,60}$", re.IGNORECASE)
_ALONE = re.compile(r"(?:quý|tháng|trước|hoàn thành|chậm nhất|xong|thời hạn)\b", re.IGNORECASE)
_INTO = re.compile(
    r"vào (?:(?:đầu|giữa|cuối) )?(?:tháng|quý) (?:\d{1,2}|[IVX]+)(?:\s*(?:/|năm)\s*\d{4})?",
    re.IGNORECASE,
)
# Before "trước ngày …" few words make it another's: "xây dựng kế hoạch trước ngày" is a task's.
_COUNTS_FROM = re.compile(
    r"(?:so với|kể từ|giai đoạn|số liệu|phát sinh|được ban hành)\s*$", re.IGNORECASE
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
        into = _INTO.search(text)
        return (one_line(into[0]) if into else None), False
    start, end = found[0]
    return one_line(text[start:end]), len(found) > 1


def bracketed_deadline(text: str, issued: Period | None) -> str | None:
    """The deadline in a bracket, alone or beside a lead: "(Sở A chủ trì, Quý IV/2025)"."""
    for inner in re.findall(r"\(([^()]{5,200})\)", text):
        if _ALONE.match(inner) and read_deadline(inner, issued=issued).kind in _DATED:
            return one_line(inner)
        if not re.search(r"chủ trì|thực hiện|phối hợp", inner):
            continue
        for piece in re.split(r"[;,]\s+", inner)[1:]:
            if read_deadline(piece, issued=issued).kind in _DATED:
                return one_line(piece)
    return None


def _binds(deadline: Deadline, before: str, after: str) -> bool:
    """Whether a deadline found in a sentence is the sentence's own."""
    if isinstance(deadline, Compound):
        return any(_binds(part, before, after) for part in deadline.parts)
    if isinstance(deadline, Fixed):
        return _day_binds(deadline, before, after)
    if isinstance(deadline, Recurring):
        return deadline.relation is not None and (
            deadline.day is not None or deadline.dates is not None or deadline.weekday is not None
        )
    if isinstance(deadline, Duration):
        words = f"{before[-80:]} {deadline.phrase[:20]}"
        sets = re.search(r"hoàn thành|báo cáo|gửi|trình|trong (?:vòng|thời hạn)|chậm nhất", words)
        return bool(sets) and deadline.anchor is not None
    return isinstance(deadline, Range) and bool(_DONE.search(before))


def _day_binds(deadline: Fixed, before: str, after: str) -> bool:
    ends = deadline.relation in ("before", "by")
    told = ends or deadline.relation == "on"
    if deadline.target and not (ends and _HANDS_IN.search(before)):
        return False
    if (_COUNTS_FROM if told else _NOT_ITS_OWN).search(before):
        return False
    if ends:
        return not re.match(r"\s*(?:đạt|giảm|tăng|có|trên)\b", after)
    if told:
        return bool(_DONE.search(before) or re.search(r"báo cáo|gửi|trình", before[-80:]))
    return deadline.relation == "in" and bool(_DONE.search(before) or _span_is_short(deadline))


def _span_is_short(deadline: Fixed) -> bool:
    """Whether "trong …" names a quarter or month: a whole year in passing sets no deadline."""
    return deadline.phrase.lower().startswith(
        ("trong quý", "trong tháng", "ngay trong", "trong năm", "hoàn thành", "vào ")
    )


def is_understood(phrase: str, issued: Period | None) -> bool:
    """Whether the phrase reader finds a meaning in the words."""
    return read_deadline(phrase, issued=issued).kind != "none"
