"""How a deadline stands to its day: "trước", "chậm nhất", "đến hết", "trong", "vào"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from parcli.schedule.phrases.calendar import moment
from parcli.schedule.phrases.facts import Fact, Stated
from parcli.schedule.phrases.moments import Moment, at_end, checked
from parcli.schedule.phrases.numbered_days import listed_months
from parcli.schedule.phrases.numbers import count, quarter_number
from parcli.schedule.phrases.stretches import calendar_year, year_after
from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.deadline import Relation
    from parcli.schedule.phrases.moments import Unit
    from parcli.schedule.phrases.tokens import Tokens

Tag = Literal["before", "by", "closing", "end", "in", "on", "after", "limit", "now"]

_LISTED = 12
_PLAIN: tuple[Literal["after", "in", "on"], ...] = ("after", "in", "on")

_WORDS: Lexicon[Tag] = Lexicon.grouped(
    {
        "before": (
            "trước", "xong trước", "trước thời điểm", "trước mốc", "trước hạn", "trước thời hạn",
        ),
        "by": (
            "trước và trong", "trước hoặc trong", "trước hoặc vào", "trước và vào",
            "chậm nhất", "muộn nhất", "không quá", "không muộn hơn", "không chậm hơn",
            "không trễ hơn", "trễ nhất", "chậm nhất không quá", "tối đa", "đến", "cho đến", "tới",
            "cho tới", "đến ngày và trong", "không được quá", "không để quá",
        ),
        "closing": (
            "hết giờ làm việc", "hết giờ hành chính", "trước khi hết giờ làm việc",
            "trước khi hết giờ hành chính", "cuối giờ làm việc", "cuối giờ hành chính",
            "cuối giờ chiều", "cuối giờ", "hết ngày làm việc", "đến hết giờ làm việc",
            "đến hết giờ hành chính", "đến cuối giờ chiều", "trước giờ hành chính cuối cùng",
        ),
        "limit": (
            "hạn cuối", "hạn cuối cùng", "hạn chót", "thời hạn cuối cùng", "thời hạn cuối",
            "thời hạn chót", "hạn chót cuối cùng", "hạn sau cùng", "thời hạn chậm nhất",
            "thời gian chậm nhất",
        ),
        "end": ("hết", "đến hết", "tới hết", "cho đến hết", "kết thúc", "đến khi hết"),
        "in": (
            "trong", "nội trong", "vào trong", "trong khoảng", "ở trong", "ngay từ",
            "trong thời gian", "trong nội", "ngay trong",
        ),
        "on": ("vào", "lúc", "vào lúc", "vào hồi", "đúng", "hồi", "vào thời điểm"),
        "after": ("sau", "sau thời điểm"),
        "now": ("ngay",),
    }
)  # fmt: skip
_FILLERS = (
    "là",
    "khoảng",
    ":",
    "thời điểm",
    "mốc",
    "cuối ngày",
    "hết ngày",
    "vào",
    "cả",
    "suốt",
    "toàn bộ",
)


def stated(tokens: Tokens, index: int) -> list[Fact]:
    """The moments stated at `index`, all with one relation; empty where none stands there."""
    tags, after = _relation_words(tokens, index)
    after = _past_day_count(tokens, after) if tags else after
    found = moment(tokens, after)
    if found is None and tags:
        found = _day_alone(tokens, after) or _last_year(tokens, after)
    if found is None and "in" in tags:
        found = _bare_unit(tokens, after)
    if found is None and "end" in tags:
        found = _bare_end(tokens, after)
    if found is None or not _says_enough(tokens, tags, *found):
        return []
    placed, after = found
    if "end" in tags and placed.day is None:
        placed = at_end(placed)
    relation = _relation(tags)
    urgent = tokens.any(index, "ngay") and bool(tags)
    facts = [Fact(index, after, Stated(placed, relation, urgent))]
    for further, first, after_it in _listed(tokens, after, placed):
        facts.append(Fact(first, after_it, Stated(further, relation, urgent)))
    return _years_shared(facts)


def _relation_words(tokens: Tokens, index: int) -> tuple[list[Tag], int]:
    tags: list[Tag] = []
    for _step in range(6):
        found = _WORDS.at(tokens, index)
        if found is not None and found[0] == "now" and _WORDS.at(tokens, found[1]) is None:
            break  # "ngày" without accents, or haste that belongs to no date
        if found is not None:
            tags.append(found[0])
            index = found[1]
            if found[0] == "limit":
                index = _past_purpose(tokens, index)
        elif tags and (filled := tokens.take(index, *_FILLERS)):
            index = filled
        else:
            break
    if tags and tokens.any(index, "các") and tokens[index + 2].number is not None:
        index += 1
    return tags, index


def _past_day_count(tokens: Tokens, index: int) -> int:
    """Past the count of "trong hai ngày 24 và 25/11/2025"."""
    number = count(tokens, index)
    if number is None or not tokens.any(number[1], "ngày"):
        return index
    listed = tokens.any(number[1] + 2, "và", ",", "-")
    return number[1] if tokens[number[1] + 1].number is not None and listed else index


def _past_purpose(tokens: Tokens, index: int) -> int:
    """Past what a limit is for: "hạn cuối nộp báo cáo: 15/12"."""
    for ahead in range(index, index + 8):
        if tokens.any(ahead, ":", "là"):
            return ahead + 1
        if tokens[ahead].key in {"", ".", ";", ","} or tokens[ahead].number is not None:
            break
        if tokens.any(ahead, "ngày", "trước", "trong", "tháng", "vào"):
            return ahead
    return index


def _relation(tags: list[Tag]) -> Relation | None:
    known = set(tags)
    if "closing" in known:  # "trước khi hết giờ làm việc ngày 15" leaves the 15th itself
        return "by"
    if "before" in known:
        return "before"
    if known & {"by", "end", "limit"}:
        return "by"
    for tag in _PLAIN:
        if tag in known:
            return tag
    return None


def _says_enough(tokens: Tokens, tags: list[Tag], placed: Moment, after: int) -> bool:
    """Whether the words state a deadline: "trong 24 giờ" is a span, "17 giờ" alone is nothing."""
    relation = _relation(tags)
    if "now" in tags and relation is None:
        return False
    if placed.unit == "year" and placed.year is None and relation is None:
        return False
    if placed.unit != "time":
        return True
    each = tokens.take(after, "hằng", "mỗi", ", hằng", "các ngày") > 0
    to_the_minute = relation == "by" and not (placed.time or "").endswith("00")
    return relation in {"before", "on"} or each or to_the_minute


def _day_alone(tokens: Tokens, index: int) -> tuple[Moment, int] | None:
    """A figure that its relation makes a day: "trước 20 tháng cuối quý", "trước 15, hằng tháng"."""
    number = tokens[index].number
    after = tokens.skip(index + 1, ",")
    if (
        number is None
        or len(tokens[index].key) > 2
        or not tokens.take(after, "hằng tháng", "mỗi tháng")
    ):
        return None
    return checked(Moment(unit="day", day=number)), index + 1


def _last_year(tokens: Tokens, index: int) -> tuple[Moment, int] | None:
    """The end of "đến hết giai đoạn 2021-2025"."""
    start = tokens.take(index, "giai đoạn", "nhiệm kỳ")
    last = calendar_year(tokens, start + 2) if start and calendar_year(tokens, start) else None
    if last is None or tokens[start + 1].key != "-":
        return None
    return Moment(unit="year", year=last), start + 3


def _bare_unit(tokens: Tokens, index: int) -> tuple[Moment, int] | None:
    """ "trong năm", "trong tháng" at the end of a clause: the one of the issue date."""
    units: dict[str, Unit] = {"năm": "year", "tháng": "month", "quý": "quarter", "tuần": "week"}
    for word, unit in units.items():
        after = tokens.take(index, word)
        if (
            after
            and not tokens.running
            and (tokens[after].key in {"", ".", ",", ";", ")"} or tokens.any(after, "và"))
        ):
            return Moment(unit=unit, relative=0, loose=True), after
    return None


def _bare_end(tokens: Tokens, index: int) -> tuple[Moment, int] | None:
    """ "đến hết năm", "hết tháng": the end of the one running; of which quarter nobody knows."""
    if tokens.running:
        return None
    ends = {
        "năm": Moment(unit="day", month=12, day=31),
        "tháng": Moment(unit="day", day=-1),
        "quý": Moment(unit="quarter", bad=True),
    }
    for word, ending in ends.items():
        after = tokens.take(index, word)
        if after and (tokens[after].key in {"", ".", ",", ";", ")"} or tokens.any(after, "đạt")):
            return ending, after
    return None


def _listed(tokens: Tokens, after: int, placed: Moment) -> list[tuple[Moment, int, int]]:
    """The further members of a list that the first moment opens: "quý I, II/2026"."""
    if placed.unit == "day" and placed.month and placed.year is None:
        months, end = listed_months(tokens, after)
        return [(checked(placed._replace(month=number)), after + 1, end) for number in months]
    if placed.year is not None and placed.unit != "year":
        return []
    found = []
    for _step in range(_LISTED):
        joint = tokens.take(after, ", và", ",", "và", "hoặc", "&", "+")
        member = _member(tokens, joint, placed) if joint else None
        if member is None:
            break
        found.append((member[0], joint, member[1]))
        after = member[1]
        if member[0].year is not None and placed.unit != "year":
            break
    return found


def _member(tokens: Tokens, index: int, first: Moment) -> tuple[Moment, int] | None:
    match first:
        case Moment(unit="quarter", relative=None, cycle=None):
            start = tokens.skip(index, "quý")
            number = quarter_number(tokens, start)
            if number is not None and not _counts_something(tokens, start + 1):
                return year_after(tokens, start + 1, Moment(unit="quarter", quarter=number))
        case Moment(unit="month", month=int()):
            start = tokens.skip(index, "tháng")
            number = tokens[start].number
            small = number is not None and len(tokens[start].key) <= 2
            if small and not _counts_something(tokens, start + 1):
                return year_after(tokens, start + 1, checked(Moment(unit="month", month=number)))
        case Moment(unit="year", year=int()):
            start = tokens.skip(index, "năm")
            year = calendar_year(tokens, start)
            if year is not None and tokens[start + 1].key != "-":
                return Moment(unit="year", year=year), start + 1
        case Moment(unit="day", day=int(), month=None, cycle=None, of_period=False):
            start = tokens.skip(index, "ngày")
            number = tokens[start].number
            if (
                number is not None
                and number <= 31
                and (
                    tokens[start + 1].key in {"", ".", ";", ")"}
                    or tokens.take(
                        start + 1, "hằng tháng", "mỗi tháng", "của tháng", "và", ",", "hằng quý"
                    )
                )
            ):
                return checked(first._replace(day=number)), start + 1
    return None


def _counts_something(tokens: Tokens, index: int) -> bool:
    follows = ("tháng", "lần", "ngày", "%", "giờ", "năm một", "tuần")
    if tokens[index].key == "/" and calendar_year(tokens, index + 1) is None:
        return True
    return tokens.take(index, *follows) > 0


def _years_shared(facts: list[Fact]) -> list[Fact]:
    """A year written once at a list's end belongs to each member: "quý III, IV năm 2025"."""
    last = facts[-1].payload
    year = last.moment.year if isinstance(last, Stated) else None
    if year is None or len(facts) == 1:
        return facts
    return [_with_year(fact, year) for fact in facts]


def _with_year(fact: Fact, year: int) -> Fact:
    said = fact.payload
    if not isinstance(said, Stated) or said.moment.year is not None:
        return fact
    moment = checked(said.moment._replace(year=year))
    return fact._replace(payload=said._replace(moment=moment))
