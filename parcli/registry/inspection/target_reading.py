"""What the printed words of a target say in figures: the number, how to compare, which way."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from parcli.text import folded

_FIGURE = re.compile(
    r"(?<![\w/.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*(%|phần trăm)(?!\w)|(?![\w/]))"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Words before a figure, or after it, and the comparison they state.
_BEFORE = (
    (
        re.compile(r"(?:khong duoi|khong thap hon|khong it hon|toi thieu|it nhat|tu)(?: \w+)?$"),
        ">=",
    ),
    (re.compile(r"(?:khong qua|khong vuot qua|toi da|khong cao hon|nhieu nhat|khong hon)$"), "<="),
    (re.compile(r"(?:tren|hon|vuot)$"), ">"),
    (re.compile(r"(?:duoi|thap hon|it hon|nho hon)$"), "<"),
)
_AFTER = (
    (re.compile(r"^(?:\w+ ){0,3}tro len"), ">="),
    (re.compile(r"^(?:\w+ ){0,3}tro xuong"), "<="),
)
# A place in a ranking: a lower figure is the better one, "thứ 10 trở lên" is the 10th or the 9th.
_RANK = re.compile(r"\b(?:thu|hang|vi tri|top|nhom|dan dau)$")
_ALL_OF = re.compile(r"\b(?:toan bo|tat ca|day du|moi)\b")
# The rest of a range whose end alone says that it is in percent: "90 - 95%".
_TO_PERCENT = re.compile(r"\s*(?:-|–|đến)\s*\d+(?:,\d+)?\s*(?:%|phần trăm)")
_DIGITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_WORD = "|".join(_DIGITS)
_IN_WORDS = re.compile(
    rf"\b(?:(?P<hundreds>{_WORD}) trăm ?)?(?:(?P<tens>(?:{_WORD}) mươi|mười) ?)?"
    rf"(?P<ones>{_WORD})?\b(?P<percent> ?phần trăm)?"
)
_NONE_OF = re.compile(r"\b(?:khong|chua|chong)\b")


# Of these, less is better, so that a bare figure may be the most there is to be.
_FAULTS = re.compile(r"\b(?:giam|tre|qua han|ton dong|vi pham|sai|loi|han che|khieu nai|ton)\b")


class Said(NamedTuple):
    """One figure in the words: its value, whether in percent, and the comparison ("" for none).

    `rank` where it is a place among others, of which the lower is the better.
    """

    value: float
    percent: bool
    compare: str
    rank: bool = False


@lru_cache(maxsize=8192)
def figures_in(words: str) -> tuple[Said, ...]:
    """The figures that the words state, in order; years, dates and numbers of documents aside."""
    found = []
    for match in _FIGURE.finditer(words):
        whole, fraction, percent = match.groups()
        if not percent and _YEAR.fullmatch(whole) and not fraction:
            continue
        value = float(f"{whole.replace('.', '')}.{fraction or 0}")
        is_percent = percent is not None or _TO_PERCENT.match(words, match.end()) is not None
        before, after = words[: match.start()], words[match.end() :]
        rank = not is_percent and _RANK.search(folded(before[-20:]).rstrip()) is not None
        found.append(Said(value, is_percent, _comparison(before, after, rank=rank), rank))
    return tuple(found)


@lru_cache(maxsize=1024)
def worded_figures(words: str) -> tuple[Said, ...]:
    """The figures that are written in words: "ít nhất một", "chín mươi phần trăm", "toàn bộ"."""
    found = []
    lowered = words.lower()
    for match in _IN_WORDS.finditer(lowered):
        if match["hundreds"] or match["tens"] or match["ones"]:
            compare = _comparison(words[: match.start()], words[match.end() :])
            found.append(Said(_worded(match), match["percent"] is not None, compare))
    if _ALL_OF.search(folded(words)):
        found.append(Said(100, True, ""))
    return tuple(found)


def _worded(match: re.Match[str]) -> int:
    hundreds, tens, ones = match["hundreds"], match["tens"] or "", match["ones"]
    ten = 1 if tens == "mười" else _DIGITS.get(tens.partition(" ")[0], 0)
    return 100 * _DIGITS.get(hundreds or "", 0) + 10 * ten + _DIGITS.get(ones or "", 0)


def years_in(words: str) -> set[int]:
    """The years that stand in the words."""
    return {int(year) for year in _YEAR.findall(words)}


def says_none(words: str) -> bool:
    """Whether the words ask that something not be: "không có", "không để xảy ra"."""
    return _NONE_OF.search(folded(words)) is not None


def speaks_of_faults(words: str) -> bool:
    """Whether the figure counts something of which there should be little."""
    return _FAULTS.search(folded(words)) is not None


def _comparison(before: str, after: str, *, rank: bool = False) -> str:
    tail, head = folded(before[-40:]), folded(after[:40])
    for pattern, compare in _AFTER:
        if pattern.search(head):
            return {">=": "<=", "<=": ">="}[compare] if rank else compare
    if rank:
        return ""
    for pattern, compare in _BEFORE:
        if pattern.search(tail):
            return compare
    return ""
