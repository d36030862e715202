"""Deadlines tied to something else: "ngay sau khi lũ rút", "theo kế hoạch công tác hằng năm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.deadline import Duration, Event, Reference
from parcli.schedule.phrases.facts import Fact, Told
from parcli.schedule.phrases.lengths import anchor_end, length
from parcli.schedule.phrases.manner import RELATION_WORDS
from parcli.schedule.phrases.tokens import BLANK, BREAK, Lexicon
from parcli.text import folded

if TYPE_CHECKING:
    from parcli.schedule.deadline import Relation
    from parcli.schedule.phrases.tokens import Tokens

_EVENTS: Lexicon[tuple[Relation, bool]] = Lexicon(
    {
        "ngay sau khi": ("after", True), "ngay khi": ("after", True), "sau khi": ("after", False),
        "khi": ("after", False), "ngay sau ngày": ("after", True), "ngay sau": ("after", True),
        "sau ngày": ("after", False), "kể từ khi": ("after", False), "kể từ ngày": ("after", False),
        "kể từ thời điểm": ("after", False), "từ khi": ("after", False),
        "sau kỳ": ("after", False), "sau tết": ("after", False), "sau hội nghị": ("after", False),
        "sau thời điểm": ("after", False), "sau đại hội": ("after", False),
        "trước khi": ("before", False), "trước ngày": ("before", False),
        "trước thời điểm": ("before", False), "trước kỳ": ("before", False),
        "trước mùa": ("before", False), "trước tết": ("before", False),
        "trước quốc khánh": ("before", False), "trước giỗ tổ": ("before", False),
        "trước phiên": ("before", False), "trước hội nghị": ("before", False),
        "trước đại hội": ("before", False), "trước dịp": ("before", False),
        "trước lễ": ("before", False), "trước thềm": ("before", False),
        "trước cuộc": ("before", False), "trước năm học": ("before", False),
        "chậm nhất khi": ("by", False),
    }
)  # fmt: skip
_KEPT_HEADS = frozenset(
    ["ky", "tet", "quoc", "gio", "hoi", "dai", "mua", "phien", "dip", "le", "them", "cuoc", "nam"]
)  # the noun is part of the event's name
_REFERENCES = (
    "quy định", "kế hoạch", "tiến độ", "lộ trình", "chương trình", "thời hạn", "thời gian",
    "chế độ",
    "hướng dẫn", "thông báo", "phân công", "quy chế", "đề án", "văn bản", "luật", "nghị định",
    "nghị quyết", "quyết định", "thông tư", "công văn", "hợp đồng", "lịch", "mốc", "thẩm quyền",
    "từng kế hoạch", "nội dung", "phương án", "chỉ thị", "kết luận", "phụ lục", "bộ luật",
    "pháp luật", "quy trình", "dự án", "giấy mời", "yêu cầu tiến độ", "chỉ tiêu",
    "nhu cầu", "giai đoạn", "phân kỳ", "đợt", "tình hình",
)  # fmt: skip
_PUNCTUAL = (
    "bảo đảm đúng", "đảm bảo đúng", "bảo đảm", "đảm bảo", "đúng", "kịp", "trong", "theo kịp",
    "đáp ứng",
)  # fmt: skip
_SCHEDULES = (
    "tiến độ", "thời hạn quy định", "thời hạn theo quy định", "thời hạn được giao", "thời hạn",
    "thời gian quy định", "thời gian theo quy định", "hạn", "quy định", "lộ trình", "kế hoạch",
    "thời gian",
)  # fmt: skip
_LONGEST_REFERENCE = 60
_AFTER_REFERENCE = (
    "trước ngày",
    "chậm nhất",
    "muộn nhất",
    "trước",
    "trong năm",
    "hoặc",
    "và đột xuất",
)
_AFTER_COMMA = (
    ", hằng", ", định kỳ", ", thường xuyên", ", hoàn thành", ", gửi", ", báo cáo", ", trong",
    ", kịp thời",
)  # fmt: skip


def event(tokens: Tokens, index: int) -> Fact | None:
    """The event that a deadline hangs on; its words run to the end of the clause."""
    found = _EVENTS.at(tokens, index)
    if found is None:
        return None
    (relation, urgent), after = found
    kept = tokens.any(index, "trước", "sau") and tokens[index + 1].bare in _KEPT_HEADS
    first = index + 1 if kept else after
    end = _event_end(tokens, after)
    words = tokens.words(first, end)
    if tokens[first].key == BLANK or not folded(words):
        return None
    if tokens.any(first, "nào"):
        return None  # "khi nào rảnh" asks; it names no event
    if relation == "before" and (counted := _counted_back(tokens, first, end)):
        return Fact(index, end, Told(counted))
    if tokens.running and not urgent:
        return None
    told = Event(relation=relation, event=words, urgent=urgent or None)
    return Fact(index, end, Told(told))


def _event_end(tokens: Tokens, index: int) -> int:
    if tokens.running:
        return anchor_end(tokens, index)
    end = tokens.clause_end(index)
    depth = 0
    for ahead in range(index, end):
        depth += {"(": 1, ")": -1}.get(tokens[ahead].key, 0)
        if depth < 0:
            return ahead
        if tokens[ahead].key == "," and tokens.take(ahead + 1, *RELATION_WORDS):
            return ahead
        done = tokens.take(ahead, "và hoàn thành", "và gửi", "và báo cáo")
        if done and tokens.take(done, "trước", "chậm nhất", "trong"):
            return ahead
    return end


def _counted_back(tokens: Tokens, first: int, end: int) -> Duration | None:
    """ "trước ngày khai mạc kỳ họp ít nhất 10 ngày": a length counted back from the event."""
    for ahead in range(max(first, end - 8), end):
        start = tokens.skip(ahead, "ít nhất", "tối thiểu", "chậm nhất", "là")
        found = length(tokens, start)
        if found is None or found.after != end or ahead == first:
            continue
        words = tokens.words(first, ahead)
        expiry = folded(words).startswith(("het han", "het thoi han", "het hieu luc"))
        return Duration(
            span=f"-{found.span}",
            working_days=found.working_days,
            anchor="expiry" if expiry else "event",
            event=None if expiry else words,
        )
    return None


def reference(tokens: Tokens, index: int) -> Fact | None:
    """What is stated elsewhere: "theo kế hoạch công tác tư pháp hằng năm", "đúng tiến độ"."""
    first = 0 if tokens.running else _reference_start(tokens, index)
    if not first:
        return None
    end = _reference_end(tokens, first)
    return Fact(index, end, Told(Reference(reference=tokens.words(first, end))))


def _reference_start(tokens: Tokens, index: int) -> int:
    if after := tokens.take(index, "theo đúng", "theo như", "theo các", "theo từng", "theo"):
        return after if tokens.take(after, *_REFERENCES) else 0
    after = tokens.take(index, *_PUNCTUAL)
    scheduled = tokens.take(after, *_SCHEDULES) if after else 0
    if not scheduled:
        return 0
    loose = tokens.any(index, "trong") and not tokens.take(scheduled, "theo quy định", "quy định")
    promised = tokens.any(index, "trong") and tokens.take(
        after, "thời hạn quy định", "thời hạn theo quy định"
    )
    return 0 if loose and not promised else after


def _reference_end(tokens: Tokens, first: int) -> int:
    for ahead in range(first + 1, first + _LONGEST_REFERENCE):
        key = tokens[ahead].key
        if key in {"", ";", "(", BREAK} or tokens.clause_end(ahead) == ahead:
            return ahead
        if tokens.take(ahead, *_AFTER_REFERENCE) or tokens.take(ahead, *_AFTER_COMMA):
            return ahead
    return first + _LONGEST_REFERENCE
