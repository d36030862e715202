"""Lengths of time and what they count from: "15 ngày làm việc kể từ ngày nhận đủ hồ sơ"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from parcli.schedule.deadline import Duration
from parcli.schedule.phrases.facts import Fact, Told
from parcli.schedule.phrases.numbers import count
from parcli.schedule.phrases.tokens import Lexicon
from parcli.text import folded

if TYPE_CHECKING:
    from parcli.schedule.deadline import Relation
    from parcli.schedule.phrases.tokens import Tokens

_WITHIN: Lexicon[Literal["by", "after"]] = Lexicon.grouped(
    {
        "by": (
            "trong", "trong vòng", "trong thời hạn", "trong thời gian", "trong khoảng thời gian",
            "trong khoảng", "trong thời hạn tối đa", "thời hạn", "thời gian", "chậm nhất",
            "muộn nhất", "không quá", "tối đa", "ít nhất", "tối thiểu", "trước", "thời hạn là",
            "không muộn hơn", "trễ nhất", "hạn", "nội trong", "không vượt quá",
            "thời gian không quá",
        ),
        "after": ("sau", "sau thời hạn"),
    }
)  # fmt: skip
_FILLERS = (
    "là",
    ":",
    "vòng",
    "sau",
    "kéo dài",
    "tối đa",
    "không quá",
    "chậm nhất",
    "thời hạn",
    "thực hiện",
    "hoàn thành",
)
_UNITS = Lexicon(
    {
        "ngày": "P{}D", "tuần": "P{}W", "tuần lễ": "P{}W", "tháng": "P{}M", "năm": "P{}Y",
        "giờ": "PT{}H", "giờ đồng hồ": "PT{}H", "tiếng": "PT{}H", "phút": "PT{}M", "h": "PT{}H",
        "quý": "quarter",
    }
)  # fmt: skip
# BLDS 2015 Điều 146: half a month is 15 days, half a year 6 months.
_HALVES = Lexicon({"nửa tháng": "P15D", "nửa năm": "P6M", "nửa ngày": "PT12H"})
_SINCE: Lexicon[Literal["since", "until"]] = Lexicon.grouped(
    {
        "since": (
            "kể từ", "tính từ", "kể từ sau", "kể từ khi", "kể từ ngày", "kể từ thời điểm",
            "từ ngày", "từ khi", "từ thời điểm", "từ lúc", "tính từ ngày", "tính từ khi",
            "tính từ thời điểm", "sau ngày", "sau khi", "sau thời điểm", "kể từ lúc",
            "tính từ lúc", "khi", "ngay sau khi", "kể từ ngày được", "sau",
        ),
        "until": (
            "trước ngày", "trước khi", "trước thời điểm", "trước", "trước thời hạn",
            "so với ngày", "trước thời gian",
        ),
    }
)  # fmt: skip
_RECEIPT = ("nhan", "duoc nhan", "tiep nhan")
_COMPLETE = ("du ho so", "ho so day du", "day du ho so", "ho so hop le", "du thanh phan ho so")
_ISSUE = (
    "ky", "ky ban hanh", "ban hanh", "ban hanh van ban nay", "van ban nay duoc ban hanh",
    "duoc ban hanh", "co van ban nay", "phat hanh van ban nay", "ky van ban nay",
)  # fmt: skip
_ISSUED_NOW = ("ban hanh", "ky", "ky ban hanh")
_EXPIRY = ("het han", "het thoi han", "het hieu luc")
_ANCHOR_ENDS = frozenset({",", ";", ".", ")", "¶", "", ":"})
_LONGEST_ANCHOR = 40


class Length(NamedTuple):
    """An ISO 8601 length as written, without what it counts from."""

    span: str
    working_days: bool | None
    after: int


def length(tokens: Tokens, index: int) -> Length | None:
    """The length at `index`: "10 (mười) ngày làm việc", "24 giờ", "nửa tháng"."""
    named = _HALVES.at(tokens, index)
    if named is not None:
        return Length(named[0], None, named[1])
    number = count(tokens, index)
    unit = _UNITS.at(tokens, number[1]) if number else None
    if (
        number is None
        or unit is None
        or len(tokens[index].key) > 3 + 4 * (not _figure(tokens, index))
    ):
        return None
    pattern, after = unit
    written = f"P{3 * number[0]}M" if pattern == "quarter" else pattern.format(number[0])
    working = tokens.take(after, "làm việc", "hành chính")
    if pattern == "P{}Y" and tokens[after].number is not None:
        return None
    return Length(written, True if working else None, working or after)


def _figure(tokens: Tokens, index: int) -> bool:
    return tokens[index].number is not None


def duration(tokens: Tokens, index: int) -> Fact | None:
    """A length that is a deadline: led by "trong vòng", "chậm nhất"…, or followed by its anchor."""
    relation, start = _lead(tokens, index)
    found = length(tokens, start)
    if found is None:
        return None
    bare = Duration(
        span=found.span, working_days=found.working_days, anchor="issue", relation=relation or "by"
    )
    anchored = _anchored(tokens, found.after, bare, led=relation is not None)
    if anchored is None and relation is None and not _alone(tokens, index, found.after):
        return None
    told, after = anchored or (bare, found.after)
    return Fact(index, after, Told(told))


def _lead(tokens: Tokens, index: int) -> tuple[Relation | None, int]:
    relation: Relation | None = None
    for _step in range(4):
        found = _WITHIN.at(tokens, index)
        if found is not None:
            relation = relation or found[0]
            index = found[1]
        elif relation and (filled := tokens.take(index, *_FILLERS)):
            index = filled
        else:
            break
    return relation, index


def _alone(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the length is the whole clause: "15 ngày", "03 tháng"."""
    start = first == 0 or tokens[first - 1].key in {":", "(", "-"}
    return start and tokens[after].key in {"", ".", ";", ")"} and not tokens.running


def _anchored(
    tokens: Tokens, index: int, bare: Duration, *, led: bool
) -> tuple[Duration, int] | None:
    start = tokens.skip(index, ",")
    since = _SINCE.at(tokens, start)
    if since is None:
        return None
    sense, first = since
    if tokens[first].number is not None and (tokens.any(start, "từ") or not led):
        return None
    after = anchor_end(tokens, first)
    words = tokens.words(first, after)
    if not words:
        return None
    if sense == "until":
        named = "expiry" if _starts(words, _EXPIRY) else "event"
        event = None if named == "expiry" else words
        return bare._replace(span=f"-{bare.span}", anchor=named, event=event), after
    anchor = anchor_named(words)
    return bare._replace(anchor=anchor, event=words if anchor == "event" else None), after


def anchor_end(tokens: Tokens, first: int) -> int:
    """The index where the words of an anchor end: at a comma, a bracket or the clause's end."""
    for ahead in range(first, first + _LONGEST_ANCHOR):
        key = tokens[ahead].key
        if key == "(" and ahead > first:
            return ahead
        if key in _ANCHOR_ENDS and not (key == "." and tokens[ahead + 1].glued):
            return ahead
    return first + _LONGEST_ANCHOR


def anchor_named(words: str) -> str:
    """The kind of anchor that the words after "kể từ" name; "event" for one of its own."""
    plain = folded(words).removeprefix("ngay ").removeprefix("khi ").removeprefix("duoc ")
    plain = plain.removeprefix("thoi diem ")
    if plain.startswith(_RECEIPT):
        return "complete-file" if any(part in plain for part in _COMPLETE) else "receipt"
    if any(part in plain for part in _COMPLETE):
        return "complete-file"
    if plain in _ISSUE or (plain.startswith(_ISSUED_NOW) and plain.endswith(" nay")):
        return "issue"
    return "expiry" if _starts(words, _EXPIRY) else "event"


def _starts(words: str, beginnings: tuple[str, ...]) -> bool:
    return folded(words).startswith(beginnings)


def same_day(tokens: Tokens, index: int) -> Fact | None:
    """ "ngay trong ngày", "trong ngày làm việc", "trong ngày nhận hồ sơ": no day is counted."""
    start = tokens.take(
        index, "ngay trong ngày", "trong ngày", "trong cùng ngày", "ngay trong buổi"
    )
    if not start:
        return None
    working = tokens.take(start, "làm việc")
    told = Duration(span="P0D", working_days=True if working else None, anchor="issue")
    after = working or start
    if next_day := tokens.take(after, "tiếp theo", "kế tiếp", "liền kề"):
        return Fact(index, next_day, Told(told._replace(span="P1D")))
    end = anchor_end(tokens, after)
    words = tokens.words(after, end)
    if words and anchor_named(words) != "event":
        return Fact(index, end, Told(told._replace(anchor=anchor_named(words))))
    return Fact(index, after, Told(told)) if tokens[after].number is None else None
