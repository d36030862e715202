"""The deadline of a task in its own words, and what a cell of deadlines says."""

from __future__ import annotations

import re
from datetime import timedelta

from parcli.intake.recognise.units import heading_units
from parcli.schedule.deadline import Compound, Deadline, Duration, Fixed, Range, Recurring
from parcli.schedule.periods import Period
from parcli.schedule.phrases import find_deadlines, read_deadline
from parcli.text import one_line

_DONE = re.compile(
    r"(?:hoàn thành|xong|thời hạn|thời gian|tiến độ|chậm nhất)[^.;]{0,60}$", re.IGNORECASE
)
_DATED = {"fixed", "recurring", "range", "ongoing", "compound"}
# Right before the day these are the task's own end, whatever figure stands before them.
_HANDS_IN = re.compile(r"(?:gửi|báo cáo|trình|nộp|hoàn thành|xong)[^.;,]{0,60}$", re.IGNORECASE)
_ACT_BETWEEN = re.compile(
    r"(?P<often>(?:định kỳ|h[ằà]ng|mỗi)\b[^()]*?),?\s+(?:tổng hợp|báo cáo|gửi|trình|nộp)\b[^()]*"
    r"(?P<when>\([^()]+\))\s*\.?",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s*(?:[.;/,)]|$)")
_ALONE = re.compile(r"(?:quý|tháng|trước|hoàn thành|chậm nhất|xong|thời hạn)\b", re.IGNORECASE)
# "(gồm số hộ, kiến nghị trong quá trình thực hiện)": what happens then, not when it is due.
_OF_WORK = re.compile(r"(?:(?!trong)[^\W\d_]+\s){1,6}trong (?:quá trình|khi|thời gian)\b")
_INTO = re.compile(
    r"vào (?:(?:đầu|giữa|cuối) )?(?:tháng|quý) (?:\d{1,2}|[IVX]+)(?:\s*(?:/|năm)\s*\d{4})?",
    re.IGNORECASE,
)
# "Báo cáo 3 tháng một lần": how often, told as a count.
_EVERY = re.compile(
    r"\d ?(?:tháng|quý|tuần|năm)(?: (?:một|1)|/) ?lần$|"
    r"(?:hai|ba|sáu|chín) (?:tháng|tuần|năm) (?:một|1) lần$",
    re.IGNORECASE,
)
# Before "trước ngày …" few words make it another's: "xây dựng kế hoạch trước ngày" is a task's.
_COUNTS_FROM = re.compile(
    r"(?:so với|kể từ|giai đoạn|số liệu|phát sinh|được ban hành|tầm nhìn(?: chiến lược)?|"
    r"định hướng)\s*$",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(
    r"(?:kế hoạch|chỉ số|chương trình|nghị quyết|quyết định|công văn|đề án|so với|kết quả|"
    r"giai đoạn|của|"
    r"dự toán|chỉ tiêu|số liệu|kể từ)\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
# "triển khai Đề án phát triển rừng đến năm 2030": the year closes the plan's name.
_OF_PLAN = re.compile(
    r"\b(?:Chiến lược|Đề án|Chương trình|Kế hoạch|Quy hoạch|Dự án|Nghị quyết|Quyết định)\s"
    r"(?:(?!\b(?:phấn đấu|hoàn thành|bảo đảm|đảm bảo|đạt|xong|chậm nhất|trình|báo cáo)\b)[^.;:])*$"
)
# Before "trong tháng 12" these are verbs as often as names: "trình Chính phủ xem xét, quyết định".
_NOT_OF_MONTH = re.compile(
    r"(?:chỉ số|so với|kết quả|giai đoạn|của|dự toán|chỉ tiêu|số liệu|kể từ)\s*$", re.IGNORECASE
)
_HANDED = re.compile(r"báo cáo|gửi|trình|nộp", re.IGNORECASE)
# A single day to hand something in: "báo cáo … trong ngày 08/9".
_HOURS = re.compile(r"(?:ngay )?(?:trong|vào) (?:sáng |chiều )?ngày\b", re.IGNORECASE)
# "Bố trí vốn để thực hiện ngay trong năm": that is when the money is used, not when it is found.
_MEANT_FOR = re.compile(
    r"\b(?:để|nhằm)\s+(?:kịp thời\s+)?(?:thực hiện|triển khai|sử dụng|giải ngân|hoàn thành)\s*$",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:đã|vừa|mới)\s+(?:được\s+)?[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s*$")
# "trong 70 ngày thi đua" is when a campaign runs, "trong 3 ngày nghỉ" what is left out.
_OF_EVENT = re.compile(
    r"\s*(?:đêm )?(?:thi đua|cao điểm|ra quân|nghỉ|lễ|hội|qua|vừa qua|gần đây)\b"
)
_SETS_TERM = re.compile(
    r"hoàn thành|báo cáo|gửi|trình|trong (?:vòng|thời hạn)|chậm nhất", re.IGNORECASE
)
# So long something lasts; nothing is to be done by its end: "cách ly trong vòng 14 ngày".
_LASTS = re.compile(
    r"(?:cách ly|tạm dừng|tạm ngừng|ngừng|giãn cách|duy trì|áp dụng|ứng trực|đóng cửa|treo|"
    r"trưng bày|"
    r"niêm yết|công khai|trở về|đến từ|đi từ|đi qua|tiếp xúc|nhập cảnh|có mặt|bảo quản|lưu giữ)\b"
    r"[^.;,]{0,60}$",
    re.IGNORECASE,
)
_LATEST_MINUTES = timedelta(days=92)
# What stands further away says nothing of a deadline, and looking through it takes long.
_NEAR = 2000
_NEAR_WORDS = 160


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
        if _binds(deadline, text[max(0, start - _NEAR) : start], text[end : end + _NEAR])
        and not _is_past(deadline, issued)
    ]
    if not found:
        into = _INTO.search(text)
        return (one_line(into[0]) if into else None), False
    start, end = found[0]
    return its_own_words(one_line(text[start:end])), len(found) > 1


def _is_past(deadline: Deadline, issued: Period | None) -> bool:
    """Whether a day lies long before the document: "đất sử dụng trước ngày 01/7/2004" is no
    deadline. Minutes may be sent out some weeks after the day they set."""
    if issued is None or not isinstance(deadline, Fixed):
        return False
    said = deadline.date or deadline.period
    return said is not None and issued.first - Period.parse(said).last > _LATEST_MINUTES


def its_own_words(phrase: str) -> str:
    """The deadline without the act that parts its words; any other as it stands.

    "Định kỳ 6 tháng báo cáo Sở A (trước ngày 20/6)" is due "Định kỳ 6 tháng (trước ngày 20/6)".
    """
    found = _ACT_BETWEEN.fullmatch(phrase)
    return f"{found['often']} {found['when']}" if found else phrase


def bracketed_deadline(text: str, issued: Period | None) -> str | None:
    """The deadline in a bracket, alone or beside a lead: "(Sở A chủ trì, Quý IV/2025)"."""
    for inner in re.findall(r"\(([^()]{5,200})\)", text):
        if _ALONE.match(inner) and read_deadline(inner, issued=issued).kind in _DATED:
            return one_line(inner)
        told = re.search(r"chủ trì|thực hiện|phối hợp", inner)
        if not told and not (";" in inner and heading_units(inner.split(";")[0])):
            continue
        for piece in re.split(r"[;,]\s+", inner)[1:]:
            if _OF_WORK.match(piece):
                continue
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
        return _cycle_binds(deadline, before, after)
    if isinstance(deadline, Duration):
        words = f"{before[-80:]} {deadline.phrase[:20]}"
        sets = _SETS_TERM.search(words)
        lasts = _OF_EVENT.match(after) or _LASTS.search(before[-_NEAR_WORDS:])
        return bool(sets) and deadline.anchor is not None and not lasts
    return isinstance(deadline, Range) and (
        bool(_DONE.search(before)) or _days_bind(deadline, before, after)
    )


def _cycle_binds(deadline: Recurring, before: str, after: str) -> bool:
    """Whether a frequency binds: with its day or hour, or counted and closing its clause.

    "Định kỳ hằng quý" alone sets no day: it says how the work is done; what is done each year
    is due within the year.
    """
    if deadline.weekday is not None:
        return True
    if any(each is not None for each in (deadline.day, deadline.dates, deadline.time)):
        return deadline.relation is not None
    if _NOT_ITS_OWN.search(before):
        return False
    announced = deadline.phrase.lower().startswith("định kỳ") or _opens_sentence(before)
    yearly = announced and deadline.freq in ("annual", ("annual",))
    counted = deadline.times is not None or _EVERY.search(deadline.phrase)
    return yearly or bool(counted and _CLOSED.match(after))


def _days_bind(deadline: Range, before: str, after: str) -> bool:
    """Whether "từ ngày … đến ngày …" opens or closes its sentence: then the work lies there."""
    if not re.search(r"\d{1,2}\s*/\s*\d|ngày\s*\d", deadline.phrase) or _NOT_ITS_OWN.search(before):
        return False
    return _opens_sentence(before) or bool(_CLOSED.match(after))


def _opens_sentence(before: str) -> bool:
    return not before.strip(" -+*•\t") or bool(re.search(r"[.;:\n]\s*$", before))


def _day_binds(deadline: Fixed, before: str, after: str) -> bool:
    ends = deadline.relation in ("before", "by")
    told = ends or deadline.relation == "on"
    if deadline.target and not (ends and _HANDS_IN.search(before)):
        return False
    if _is_others(deadline, before[-_NEAR_WORDS:]):
        return False
    if ends:
        return not re.match(r"\s*(?:đạt|giảm|tăng|có|trên)\b", after)
    if told:
        appointed = deadline.phrase.lower().startswith("vào") and bool(_CLOSED.match(after))
        return appointed or bool(_DONE.search(before) or _HANDED.search(before[-80:]))
    if _HOURS.match(deadline.phrase) and _HANDED.search(before[-80:]):
        return True
    return deadline.relation == "in" and bool(_DONE.search(before) or _span_is_short(deadline))


def _is_others(deadline: Fixed, before: str) -> bool:
    """Whether the words before a day make it that of a plan, a figure or something past."""
    if deadline.urgent and _MEANT_FOR.search(before):
        return True
    if _YEAR.fullmatch(deadline.period or "") and _OF_PLAN.search(before):
        return True
    ends = deadline.relation in ("before", "by")
    month = deadline.phrase.lower().startswith(("trong tháng", "trong quý", "ngay trong"))
    told = ends or deadline.relation == "on"
    others = _COUNTS_FROM if told else _NOT_OF_MONTH if month else _NOT_ITS_OWN
    return bool(others.search(before) or (not ends and _PAST.search(before)))


def _span_is_short(deadline: Fixed) -> bool:
    """Whether "trong …" names a quarter or month: a whole year in passing sets no deadline."""
    return deadline.phrase.lower().startswith(
        ("trong quý", "trong tháng", "ngay trong", "trong năm", "hoàn thành", "vào ")
    )


def is_understood(phrase: str, issued: Period | None) -> bool:
    """Whether the phrase reader finds a meaning in the words."""
    return read_deadline(phrase, issued=issued).kind != "none"
