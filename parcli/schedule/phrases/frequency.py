"""How often: "định kỳ hằng quý", "06 tháng một lần", "02 lần/năm", "tháng, quý, 6 tháng và năm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.facts import Fact, Often, Stated
from parcli.schedule.phrases.numbers import count, quarter_number
from parcli.schedule.phrases.relations import stated
from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.deadline import Frequency
    from parcli.schedule.phrases.tokens import Tokens

_UNITS: Lexicon[Frequency] = Lexicon(
    {
        "ngày": "daily", "tuần": "weekly", "tháng": "monthly", "quý": "quarterly",
        "nửa năm": "semiannual", "bán niên": "semiannual", "năm": "annual",
    }
)  # fmt: skip
_MONTHS: dict[int, Frequency] = {1: "monthly", 3: "quarterly", 6: "semiannual", 12: "annual"}
_EACH = (
    "hằng",
    "mỗi",
    "từng",
    "cứ",
    "cứ mỗi",
    "theo từng",
    "theo",
    "vào mỗi",
    "vào hằng",
    "theo định kỳ",
)
_PERIODIC = ("theo định kỳ", "định kỳ")
_AFTER_PERIODIC = (
    "báo cáo", "mỗi", "hằng", "từng", "theo", "vào", "là", ":", "cứ", "thực hiện báo cáo",
    "tối thiểu", "ít nhất", "trong", "(", "tổ chức", "kiểm tra",
)  # fmt: skip
_JOINTS = (", và", ",", "và", "hoặc", "/", "-", ", định kỳ", "và định kỳ", "& ", "cùng với")
_ONCE = ("một lần", "1 lần", "01 lần", "/ lần", "/ 1 lần", "/ 01 lần", "/ một lần", "lần")
_PER = ("/", "một", "mỗi", "trong", "trong một", "hằng", "trên", "trên một", "trong mỗi", "của mỗi")
_OCCASIONS = ("lần", "kỳ", "cuộc", "đợt", "buổi", "phiên", "lượt", "hội nghị", "lớp")
_AT_LEAST = ("ít nhất", "tối thiểu", "không dưới", "tối đa", "không quá", "tổ chức ít nhất")


def often(tokens: Tokens, index: int, *, listing: bool) -> Fact | None:
    """The frequency at `index`; with `listing` a bare "6 tháng" may continue an earlier one."""
    return (
        _times(tokens, index)
        or _interval(tokens, index)
        or _periodic(tokens, index)
        or _each(tokens, index)
        or _report_label(tokens, index)
        or (_continued(tokens, index) if listing else _bare_list(tokens, index))
    )


def _unit(tokens: Tokens, index: int) -> tuple[Frequency, int | None, int] | None:
    """The frequency of a period word, the interval where it is more than one, the index after."""
    number = None if _is_year_word(tokens, index) else count(tokens, index)
    start = number[1] if number else index
    found = _UNITS.at(tokens, start)
    if found is None or _named(tokens, found[1], found[0]):
        return None
    freq, after = found
    if number is None or number[0] == 1:
        return freq, None, after
    if freq == "monthly" and number[0] in _MONTHS:
        return _MONTHS[number[0]], None, after
    return (freq, number[0], after) if number[0] > 1 else None


def _is_year_word(tokens: Tokens, index: int) -> bool:
    """ "năm" is the year here, not five, unless it counts years: "năm năm", "năm (05) năm"."""
    if tokens[index + 1].key == "(":
        return tokens.any(index, "năm") and tokens[index + 2].number is None
    return tokens.any(index, "năm") and not tokens.any(index + 1, "năm")


def _named(tokens: Tokens, index: int, freq: Frequency) -> bool:
    """Whether the word before `index` names one period ("năm 2026", "quý I"), not each."""
    if freq == "quarterly":
        return quarter_number(tokens, index) is not None
    names = tokens[index].number is not None
    if freq == "daily":
        return names or tokens.take(index, "làm việc", "càng", "nay", "cuối") > 0
    once = tokens.take(index, "1 lần", "01 lần", "2 lần", "02 lần") or (
        tokens.take(index + 1, "lần") and names
    )
    return (names and not once) or tokens.take(index, "đầu", "cuối năm", "cuối quý", "học") > 0


def _each(tokens: Tokens, index: int) -> Fact | None:
    after = tokens.take(index, *_EACH)
    found = _unit(tokens, after) if after else None
    if found is None:
        if tokens.take(index, "hằng kỳ", "mỗi kỳ"):
            return Fact(index, index + 2, Often())
        return None
    return _counted(tokens, index, found)


def _periodic(tokens: Tokens, index: int) -> Fact | None:
    after = tokens.take(index, *_PERIODIC)
    if not after:
        return None
    start = after
    for _step in range(3):
        start = tokens.skip(start, *_AFTER_PERIODIC)
    timed = _times(tokens, start) or _interval(tokens, start)
    if timed is not None:
        return Fact(index, timed.after, timed.payload)
    found = _unit(tokens, start)
    if found is None:
        return Fact(index, after, Often(named=False))
    return _counted(tokens, index, found)


def _counted(tokens: Tokens, index: int, found: tuple[Frequency, int | None, int]) -> Fact:
    """The frequency with the rest of its list, or with its count ("mỗi năm hai lần")."""
    freq, every, after = found
    after = _past_once(tokens, after)
    number = count(tokens, tokens.skip(after, *_AT_LEAST))
    if number and (counted := tokens.take(number[1], "lần", "kỳ")):
        return Fact(index, counted, Often((freq,), times=_several(number[0]), every=every))
    freqs, after = _list(tokens, after, (freq,))
    return Fact(index, after, Often(freqs, every=every))


def _past_once(tokens: Tokens, index: int) -> int:
    return tokens.skip(
        index, "một lần", "1 lần", "01 lần", "/ lần", "/ 01 lần", "/ 1 lần", "/ một lần"
    )


def _several(number: int) -> int | None:
    return number if number > 1 else None


def _list(
    tokens: Tokens, index: int, freqs: tuple[Frequency, ...]
) -> tuple[tuple[Frequency, ...], int]:
    for _step in range(8):
        joint = tokens.take(index, *_JOINTS)
        if not joint:
            break
        start = tokens.skip(joint, "định kỳ", "báo cáo", "tổng kết", "cả")
        start = tokens.skip(start, *_EACH)
        nine = count(tokens, start)
        if nine and nine[0] == 9 and tokens.any(nine[1], "tháng"):
            index = nine[1] + 1
            continue
        found = _unit(tokens, start)
        if found is None or found[1] is not None or not _ends_member(tokens, found[2]):
            break
        freqs = (*freqs, found[0]) if found[0] not in freqs else freqs
        index = found[2]
    return freqs, index


def _ends_member(tokens: Tokens, index: int) -> bool:
    """Whether a list member ends here: "và năm tiếp theo" is no frequency."""
    return not tokens.take(
        index, "tiếp theo", "sau", "trước khi", "nay", "này", "tới", "kế tiếp", "kể từ"
    )


def _continued(tokens: Tokens, index: int) -> Fact | None:
    """A bare period word that continues a list of reports: "…; 6 tháng (trước ngày 15/6)"."""
    joint = tokens.any(index - 1, ",", "và", "(", ";", "/", ")", "cáo", "-", "+", "hoặc")
    found = _unit(tokens, index) if joint or index == 0 else None
    if found is None or found[1] is not None or not _ends_member(tokens, found[2]):
        return None
    follows = tokens[found[2]].key
    stated = tokens.take(found[2], "trước", "chậm nhất", "gửi", "hoặc", "và", "báo cáo") > 0
    if follows not in {"", "(", ",", ":", ";", ".", ")", "-", "/"} and not stated:
        return None
    freqs, after = _list(tokens, found[2], (found[0],))
    return Fact(index, after, Often(freqs, opening=False))


def _bare_list(tokens: Tokens, index: int) -> Fact | None:
    """What opens a phrase by listing periods: "quý, 6 tháng, năm", "6 tháng (trước ngày 15/6)"."""
    opens = index == 0 or tokens.any(index - 1, ":", "(", "cáo", "kết")
    found = _unit(tokens, index) if opens and not tokens.running else None
    if found is None or found[1] is not None:
        return None
    freqs, after = _list(tokens, found[2], (found[0],))
    whole = tokens[after].key in {"", ".", ")", ";", "("}
    due = tokens.take(after, "( trước", "( chậm nhất", "( ngày", "( vào", "( đến") > 0
    listed = len(freqs) > 1
    if not due and not (listed and whole):
        return None
    return Fact(index, after, Often(freqs, opening=listed or index == 0))


def _report_label(tokens: Tokens, index: int) -> Fact | None:
    """ "báo cáo quý trước ngày 20": the report's name says how often its bare day returns."""
    found = _unit(tokens, index) if tokens.take(index - 2, "báo cáo") == index >= 2 else None
    if found is None or found[1] is not None or tokens.running:
        return None
    days = [fact.payload for fact in stated(tokens, tokens.skip(found[2], "gửi", "nộp", ":", "("))]
    bare = len(days) == 1 and isinstance(days[0], Stated) and _bare_day(days[0])
    return Fact(index, found[2], Often((found[0],), opening=False)) if bare else None


def _bare_day(said: Stated) -> bool:
    """Whether only the day of the month or week is named: "trước ngày 20", "trước thứ Năm"."""
    moment = said.moment
    placed = moment.month or moment.year or moment.recurs or moment.relative is not None
    return said.relation is not None and moment.unit in {"day", "weekday"} and not placed


def _times(tokens: Tokens, index: int) -> Fact | None:
    """ "02 lần/năm", "ít nhất một lần mỗi quý", "hai lần trong năm"."""
    number = count(tokens, tokens.skip(index, *_AT_LEAST))
    after = tokens.take(number[1], *_OCCASIONS) if number else 0
    start = tokens.take(after, *_PER) if after else 0
    found = _unit(tokens, tokens.skip(start, "một", "mỗi")) if number and start else None
    if number is None or found is None:
        return None
    freq, every, after = found
    return Fact(index, after, Often((freq,), times=_several(number[0]), every=every))


def _interval(tokens: Tokens, index: int) -> Fact | None:
    """ "06 tháng một lần", "03 tháng/lần", "tháng/lần", "hai năm một lần", "một năm hai lần"."""
    found = _unit(tokens, tokens.skip(index, *_AT_LEAST))
    if found is None:
        return None
    freq, every, after = found
    once = tokens.take(after, *_ONCE[:-1])
    if once:
        return Fact(index, once, Often((freq,), every=every))
    number = count(tokens, after)
    counted = tokens.take(number[1], "lần") if number else 0
    if number is None or not counted:
        return None
    return Fact(index, counted, Often((freq,), times=_several(number[0]), every=every))
