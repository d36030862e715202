"""What is no day of the calendar: events, references, "thường xuyên", "kịp thời", conditions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from parcli.schedule.deadline import Asap, Duration, Event, Ongoing, Reference
from parcli.schedule.phrase_facts import Asked, Fact, Given, Goal, Told
from parcli.schedule.phrase_lengths import anchor_end, length
from parcli.schedule.phrase_numbers import count
from parcli.schedule.phrase_tokens import BLANK, Lexicon
from parcli.text import folded

if TYPE_CHECKING:
    from parcli.schedule.deadline import Relation
    from parcli.schedule.phrase_tokens import Tokens

_ONGOING = Lexicon(
    dict.fromkeys(
        (
            "thường xuyên , liên tục", "thường xuyên liên tục", "liên tục , thường xuyên",
            "thường xuyên và liên tục", "thường xuyên", "liên tục", "lâu dài", "quanh năm",
            "xuyên suốt", "suốt năm", "trong cả năm", "cả năm", "vô thời hạn", "không thời hạn",
            "trong suốt năm", "không ngừng",
        ),
        True,
    )
)  # fmt: skip
_ASAP = Lexicon(
    dict.fromkeys(
        (
            "kịp thời", "ngay lập tức", "ngay", "lập tức", "tức thì", "khẩn trương", "khẩn",
            "sớm nhất", "sớm", "trong thời gian sớm nhất", "càng sớm càng tốt", "hỏa tốc",
            "hoả tốc", "thượng khẩn", "nhanh nhất", "trong thời gian ngắn nhất", "nhanh chóng",
            "ngay từ bây giờ", "không chậm trễ", "sớm nhất có thể", "cấp bách", "tức khắc",
            "trong thời gian nhanh nhất",
        ),
        True,
    )
)  # fmt: skip
_ASKED = (
    "đột xuất khi có yêu cầu", "đột xuất theo yêu cầu", "đột xuất", "khi có yêu cầu", "khi được yêu cầu",
    "theo yêu cầu", "theo đề nghị", "khi có đề nghị", "khi cấp trên yêu cầu", "khi có chỉ đạo",
    "theo chỉ đạo", "khi có công văn yêu cầu", "khi có văn bản yêu cầu",
)  # fmt: skip
_WHILE = (
    "trong suốt thời gian", "trong thời gian", "trong thời kỳ", "trong mùa", "vào mùa", "trong đợt",
    "trong suốt quá trình", "trong quá trình", "trong dịp", "nhân dịp", "vào dịp", "dịp",
)  # fmt: skip
_IF = (
    "nếu có",
    "nếu cần",
    "khi cần thiết",
    "khi cần",
    "khi có phát sinh",
    "khi phát sinh",
    "trong trường hợp",
)
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
        "trước phiên": ("before", False), "trước hội nghị": ("before", False),
        "trước đại hội": ("before", False), "trước dịp": ("before", False),
        "trước lễ": ("before", False), "trước thềm": ("before", False),
        "trước cuộc": ("before", False), "trước năm học": ("before", False),
        "chậm nhất khi": ("by", False),
    }
)  # fmt: skip
_KEPT_HEADS = frozenset(
    "ky tet hoi dai mua phien dip le them cuoc nam ngay".split()
)  # the noun is part of the event's name
_REFERENCES = (
    "quy định", "kế hoạch", "tiến độ", "lộ trình", "chương trình", "thời hạn", "thời gian", "chế độ",
    "hướng dẫn", "thông báo", "phân công", "quy chế", "đề án", "văn bản", "luật", "nghị định",
    "nghị quyết", "quyết định", "thông tư", "công văn", "hợp đồng", "lịch", "mốc", "thẩm quyền",
    "từng kế hoạch", "nội dung", "phương án", "chỉ thị", "kết luận", "phụ lục", "bộ luật",
    "pháp luật", "quy trình", "dự án", "giấy mời", "yêu cầu tiến độ", "chỉ tiêu",
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
_LOOSE_SCHEDULES = ("hạn", "quy định", "kế hoạch", "thời gian", "thời hạn")
_GOALS = (
    "phải đạt",
    "đạt tỷ lệ",
    "đạt mức",
    "đạt",
    "ít nhất",
    "tối thiểu",
    "không dưới",
    "tỷ lệ đạt",
)
_COMPARE = Lexicon(
    {
        "tối thiểu": ">=", "ít nhất": ">=", "từ": ">=", "không dưới": ">=", "trên": ">",
        "tối đa": "<=", "không quá": "<=", "dưới": "<", "hơn": ">", "tối thiểu là": ">=",
        "tối thiểu từ": ">=", "ít nhất là": ">=", "tối thiểu đạt": ">=",
    }
)  # fmt: skip
_RELATION_WORDS = (
    "trước",
    "chậm nhất",
    "muộn nhất",
    "trong",
    "hoàn thành trước",
    "báo cáo",
    "định kỳ",
)


def ongoing(tokens: Tokens, index: int) -> Fact | None:
    """ "thường xuyên, liên tục" and the like."""
    found = _ONGOING.at(tokens, index)
    return Fact(index, found[1], Told(Ongoing())) if found else None


def asap(tokens: Tokens, index: int) -> Fact | None:
    """ "kịp thời", "ngay", "trong thời gian sớm nhất" and the like."""
    found = _ASAP.at(tokens, index)
    return Fact(index, found[1], Told(Asap())) if found else None


def asked(tokens: Tokens, index: int) -> Fact | None:
    """On request, with the words that say whose: "theo yêu cầu của UBND tỉnh"."""
    after = tokens.take(index, *_ASKED)
    if not after:
        return None
    after = tokens.skip(after, "(", "hoặc", "và", "theo", "khi")
    end = anchor_end(tokens, after)
    for ahead in range(after, end):
        if tokens.take(ahead, *_RELATION_WORDS) or tokens.any(ahead, "hằng", "mỗi", "và", "hoặc"):
            end = ahead
            break
    return Fact(index, max(end, tokens.take(index, *_ASKED)), Asked(tokens.words(index, end)))


def given(tokens: Tokens, index: int) -> Fact | None:
    """The condition at `index`: "trong thời gian lũ lụt" is "lũ lụt", "nếu có" itself."""
    if after := tokens.take(index, *_IF):
        return Fact(index, after, Given(tokens.words(index, after), "if"))
    after = tokens.take(index, *_WHILE)
    if not after or _ASAP.at(tokens, index):
        return None
    end = anchor_end(tokens, after)
    if end == after:
        return None
    sort: Literal["while", "if"] = "while" if tokens.take(index, "trong thời gian") else "if"
    words = tokens.words(after if sort == "while" else index, end)
    return Fact(index, end, Given(words, sort))


def event(tokens: Tokens, index: int) -> Fact | None:
    """The event that a deadline hangs on; its words run to the end of the clause."""
    found = _EVENTS.at(tokens, index)
    if found is None:
        return None
    (relation, urgent), after = found
    kept = tokens[after - 1].bare in _KEPT_HEADS and not tokens.any(after - 1, "ngày")
    first = after - 1 if kept else after
    end = _event_end(tokens, after)
    words = tokens.words(first, end)
    if tokens[first].key == BLANK or not folded(words):
        return None
    if relation == "before" and (counted := _counted_back(tokens, first, end)):
        return Fact(index, end, Told(counted))
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
        if tokens[ahead].key == "," and tokens.take(ahead + 1, *_RELATION_WORDS):
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
    first = _reference_start(tokens, index)
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
    end = anchor_end(tokens, first)
    for ahead in range(first + 1, end):
        if tokens.take(ahead, "trước ngày", "chậm nhất", "muộn nhất", "trước", "trong năm", "hoặc"):
            return ahead
    return end


def goal(tokens: Tokens, index: int) -> Fact | None:
    """The figure at "đạt", "ít nhất"…: "đạt tối thiểu 6%" is ">=6%", "đạt 50%" is "50%"."""
    after = tokens.take(index, *_GOALS)
    if not after:
        return None
    least = tokens.take(index, "ít nhất", "tối thiểu", "không dưới")
    compared = _COMPARE.at(tokens, after)
    sign, start = compared or (">=" if least else "", after)
    number = count(tokens, start)
    if number is None or tokens[start].number is None:
        return None
    figure, end = _figure(tokens, start)
    if tokens.any(end, "lần", "ngày", "tháng"):
        return None
    up = tokens.take(end, "trở lên")
    return Fact(index, up or end, Goal((">=" if up else sign) + figure))


def _figure(tokens: Tokens, index: int) -> tuple[str, int]:
    written, after = str(tokens[index].number), index + 1
    if tokens[after].key in {",", "."} and tokens[after].glued and tokens[after + 1].glued:
        decimals = tokens[after + 1]
        if decimals.number is not None:
            written, after = f"{written}{tokens[after].key}{decimals.key}", after + 2
    if tokens[after].key == "%":
        return f"{written}%", after + 1
    return written, after


def with_condition(told: Ongoing, words: str) -> Ongoing:
    """`told` while or as the words say."""
    return replace(told, condition=words)
