"""How a task is to be done in time: "thường xuyên", "kịp thời", on request, "nếu có", "đạt 50%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from parcli.schedule.deadline import Asap, Ongoing
from parcli.schedule.phrases.facts import Asked, Fact, Given, Goal, Told
from parcli.schedule.phrases.lengths import anchor_end
from parcli.schedule.phrases.numbers import count
from parcli.schedule.phrases.stretches import calendar_year
from parcli.schedule.phrases.tokens import BLANK, Lexicon

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

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
    "đột xuất khi có yêu cầu", "đột xuất theo yêu cầu", "đột xuất", "khi có yêu cầu",
    "khi được yêu cầu",
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
RELATION_WORDS = (
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
    if found is None or calendar_year(tokens, found[1]) is not None:
        return None
    return Fact(index, found[1], Told(Ongoing()))


def asap(tokens: Tokens, index: int) -> Fact | None:
    """ "kịp thời", "ngay", "trong thời gian sớm nhất" and the like."""
    found = _ASAP.at(tokens, index)
    if found is None or (tokens[index].loose and _day_word(tokens, index)):
        return None
    return Fact(index, found[1], Told(Asap()))


def _day_word(tokens: Tokens, index: int) -> bool:
    """Whether "ngay" without accents stands beside a figure or blank and means "ngày"."""
    beside = (tokens[index - 1], tokens[index + 1])
    return any(token.key in {BLANK, "/"} or token.key.isdecimal() for token in beside)


def asked(tokens: Tokens, index: int) -> Fact | None:
    """On request, with the words that say whose: "theo yêu cầu của UBND tỉnh"."""
    after = tokens.take(index, *_ASKED)
    if not after:
        return None
    if tokens.any(after - 1, "xuất"):
        follows = tokens.skip(after, "(", "hoặc", "và", ",", "/")
        whose = tokens.take(follows, *_ASKED)
        if not whose:
            return Fact(index, after, Asked(tokens.words(index, after)))
        after = whose
    end = anchor_end(tokens, after)
    for ahead in range(after, end):
        if tokens.take(ahead, *RELATION_WORDS) or tokens.any(ahead, "hằng", "mỗi", "và", "hoặc"):
            end = ahead
            break
    return Fact(index, end, Asked(tokens.words(index, end)))


def given(tokens: Tokens, index: int) -> Fact | None:
    """The condition at `index`: "trong thời gian lũ lụt" is "lũ lụt", "nếu có" itself."""
    if tokens.running:
        return None
    if after := tokens.take(index, *_IF):
        return Fact(index, after, Given(tokens.words(index, after), "if"))
    after = tokens.take(index, *_WHILE)
    if not after or _ASAP.at(tokens, index):
        return None
    end = anchor_end(tokens, after)
    if end == after or tokens.any(after, "qua", "tới", "vừa"):
        return None
    sort: Literal["while", "if"] = "while" if tokens.take(index, "trong thời gian") else "if"
    words = tokens.words(after if sort == "while" else index, end)
    return Fact(index, end, Given(words, sort))


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
