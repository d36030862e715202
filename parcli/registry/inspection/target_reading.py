"""What the printed words of a target say in figures: the number, how to compare, which way."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from parcli.text import folded

_FIGURE = re.compile(r"(?<![\w/.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(%|phần trăm)?(?![\w/])")
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
_NONE_OF = re.compile(r"\b(?:khong|chua|chong)\b")


# Of these, less is better, so that a bare figure may be the most there is to be.
_FAULTS = re.compile(r"\b(?:giam|tre|qua han|ton dong|vi pham|sai|loi|han che|khieu nai|ton)\b")


class Said(NamedTuple):
    """One figure in the words: its value, whether in percent, and the comparison ("" for none)."""

    value: float
    percent: bool
    compare: str


@lru_cache(maxsize=8192)
def figures_in(words: str) -> tuple[Said, ...]:
    """The figures that the words state, in order; years, dates and numbers of documents aside."""
    found = []
    for match in _FIGURE.finditer(words):
        whole, fraction, percent = match.groups()
        if not percent and _YEAR.fullmatch(whole) and not fraction:
            continue
        value = float(f"{whole.replace('.', '')}.{fraction or 0}")
        compare = _comparison(words[: match.start()], words[match.end() :])
        found.append(Said(value, percent is not None, compare))
    return tuple(found)


def years_in(words: str) -> set[int]:
    """The years that stand in the words."""
    return {int(year) for year in _YEAR.findall(words)}


def says_none(words: str) -> bool:
    """Whether the words ask that something not be: "không có", "không để xảy ra"."""
    return _NONE_OF.search(folded(words)) is not None


def speaks_of_faults(words: str) -> bool:
    """Whether the figure counts something of which there should be little."""
    return _FAULTS.search(folded(words)) is not None


def _comparison(before: str, after: str) -> str:
    tail, head = folded(before[-40:]), folded(after[:40])
    for pattern, compare in _AFTER:
        if pattern.search(head):
            return compare
    for pattern, compare in _BEFORE:
        if pattern.search(tail):
            return compare
    return ""
