"""Splits a printed cell ("Phòng Nội vụ, Tư pháp và UBND các xã, phường") into the names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from parcli.model import unit_vocabulary as vocabulary
from parcli.model.unit_heads import SIGHT, begins_name, carrier, completes_office, list_heads
from parcli.model.unit_spelling import fold_for, level_words, parted, spelled_out
from parcli.text import folded, nfc, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.model.unit_spelling import Fold

    Known = Callable[[str], bool]

_SEPARATOR = re.compile(r"[;,\n] ?(?:và )?|/ ?| và ", re.IGNORECASE)
_UNACCENTED_SEPARATOR = re.compile(r"[;,\n] ?(?:va )?|/ ?| va ", re.IGNORECASE)
_BULLETS = " \t-+•*–—"
_EDGES = " \t\n,;:.-–—"
# A name has at most so many parts; beyond them nothing is looked up.
_MOST_PARTS = 8
_LONGEST_NAME = 300


@dataclass(frozen=True)
class _Part:
    """A stretch of the cell between two separators, and the separator before it."""

    separator: str
    start: int
    end: int


def split_names(cell: str, known: Known | None = None) -> list[str]:
    """The names that a cell lists, in order; [] for a cell without any.

    `known` says whether a catalogue has a name: the longest known name wins. Everything else is
    told from the language: "Phòng Nội vụ, Tư pháp" is two departments, "Sở Văn hóa, Thể thao và
    Du lịch" one, "Các Sở: XD, TC" two.
    """
    lines = (one_line(line).lstrip(_BULLETS) for line in nfc(cell).splitlines())
    return _Cell("\n".join(lines), known or _nobody).names()


def _nobody(_name: str) -> bool:
    return False


def _parts(text: str) -> list[_Part]:
    """The stretches of `text` between separators outside brackets, empty ones left out."""
    parts: list[_Part] = []
    start, separator, depth, seen = 0, "", 0, 0
    last_close = text.rfind(")")
    pattern = _UNACCENTED_SEPARATOR if text.isascii() else _SEPARATOR
    for found in pattern.finditer(text):
        depth += text.count("(", seen, found.start()) - text.count(")", seen, found.start())
        seen = found.start()
        if depth > 0 and found.start() < last_close:
            continue
        depth = 0
        if text[start : found.start()].strip(_EDGES):
            parts.append(_Part(separator, start, found.start()))
            separator = ""
        start, separator = found.end(), separator or found.group().strip().lower()[:2]
    if text[start:].strip(_EDGES):
        parts.append(_Part(separator, start, len(text)))
    return parts


@cache
def _fields(fold: Fold, ministry: bool) -> frozenset[tuple[str, ...]]:
    names = vocabulary.FIELDS + (vocabulary.MINISTRY_FIELDS if ministry else ())
    return frozenset(tuple(spelled_out(f"Sở {name}", fold)[1:]) for name in names)


@lru_cache(maxsize=4096)
def _field(head: str, text: str) -> tuple[bool, bool]:
    """Whether "<head> <text>" is a department of a known field; whether a level closes it."""
    fold = fold_for(head + text)
    base, tail = parted(spelled_out(f"{head} {text}", fold), fold)
    ministry = fold(head) == fold(vocabulary.MINISTRY)
    return tuple(base[1:]) in _fields(fold, ministry), tail is not None


def is_field(head: str, text: str) -> bool:
    """Whether "<head> <text>" is a department of a known field: "Sở" and "Nội vụ tỉnh"."""
    return _field(head, text)[0]


def _heads_department(head: str) -> bool:
    return folded(head) in {folded(known) for known in vocabulary.DEPARTMENT_HEADS}


class _Cell:
    """One cell being read from left to right."""

    def __init__(self, text: str, known: Known) -> None:
        self._text = text
        self._parts = _parts(text)
        self._known = known
        self._heads: tuple[str, ...] = ()  # what following names may leave out
        self._listed = False  # after "Các Sở:" all of them leave it out
        self._apart = False  # "Các Cục: A, B và C; D": semicolons alone part its names

    def names(self) -> list[str]:
        """The names in the order of the cell."""
        found: list[str] = []
        at = self._open_list(0)
        while at < len(self._parts):
            name, last = self._carried(at) or self._whole(at)
            found.append(name)
            at = self._open_list(last + 1)
        return found

    def _between(self, first: int, last: int) -> str:
        text = self._text[self._parts[first].start : self._parts[last].end]
        return one_line(text).strip(_EDGES)

    def _ends_of(self, first: int, last: int) -> str:
        """As much of a name as `begins_name` looks at, so that long text costs no more."""
        start, end = self._parts[first].start, self._parts[last].end
        if end - start <= _LONGEST_NAME:
            return self._between(first, last)
        return f"{self._text[start : start + SIGHT]} {self._text[end - SIGHT : end].rstrip(_EDGES)}"

    def _reach(self, at: int) -> list[int]:
        """The parts that a name beginning at `at` may end with: none beyond a semicolon."""
        limit = self._parts[at].start + _LONGEST_NAME
        reach = range(at + 1, min(len(self._parts), at + _MOST_PARTS))
        parts = self._parts
        return [
            at,
            *takewhile(lambda k: parts[k].separator[:1] != ";" and parts[k].end <= limit, reach),
        ]

    def _open_list(self, at: int) -> int:
        """Note the heads of "Các Sở: XD, TC"; the first part listed, `at` where no list opens."""
        for last in self._reach(at) if at < len(self._parts) else ():
            part = self._parts[last]
            colon = self._text.find(":", part.start, part.end)
            if colon < 0:
                continue
            heads = list_heads(self._text[self._parts[at].start : colon])
            if not heads:
                return at
            self._heads, self._listed = heads, True
            self._parts[last] = _Part(";", colon + 1, part.end)
            self._apart = not _heads_department(heads[0]) and self._parted_by_semicolon(last + 1)
            return last if self._between(last, last) else last + 1
        return at

    def _parted_by_semicolon(self, at: int) -> bool:
        """Whether a semicolon from part `at` on stands before a name without a head."""
        return any(
            part.separator[:1] == ";" and not begins_name(self._between(place, place))
            for place, part in enumerate(self._parts[at:], start=at)
        )

    def _carried(self, at: int) -> tuple[str, int] | None:
        """A name that leaves out the head said before it, and its last part."""
        if not self._heads:
            return None
        if begins_name(self._between(at, at)) and not self._ministry(at):
            return None
        last = self._field_end(self._heads[0], at)
        if last is None and self._listed:
            last = self._listed_end(at)
        return None if last is None else (self._with_head(self._between(at, last)), last)

    def _ministry(self, at: int) -> bool:
        """Whether it is the "Công an" of "Bộ Quốc phòng, Công an": the ministry, not the police."""
        name = folded(self._between(at, at))
        fields = map(folded, vocabulary.MINISTRY_FIELDS)
        return self._heads == (vocabulary.MINISTRY,) and name in fields

    def _with_head(self, name: str) -> str:
        if vocabulary.PROVINCE_LEVELS[-1] in self._heads[-1] and len(self._heads) > 1:
            central = folded(name) in map(folded, vocabulary.CENTRAL_CITIES)
            return f"{self._heads[central]} {name}"
        candidates = [f"{head} {name}" for head in self._heads]
        common = candidates[0] if len(candidates) == 1 else f"{self._heads[0].split()[0]} {name}"
        return next(filter(self._known, candidates), common)

    def _listed_end(self, at: int) -> int:
        """A listed name goes on over "và", except where places are listed; where semicolons part
        the names, over commas too."""
        last = at
        joints = ("v", ",") if self._apart else ("v",)
        if not self._heads[0].startswith("UBND"):
            while last + 1 < len(self._parts) and self._parts[last + 1].separator[:1] in joints:
                if self._starts(last + 1, "", self._heads[0]):
                    break
                last += 1
        return last

    def _field_end(self, head: str, at: int, skipped: int = 0) -> int | None:
        """The last part of the longest known field from `at` on; None where none is known."""
        end = None
        for last in self._reach(at):
            if last > at and begins_name(self._between(last, last)):
                break
            is_field, closed = _field(head, self._between(at, last)[skipped:])
            end = last if is_field else end
            if closed:
                break
        return end

    def _starts(self, at: int, said: str, head: str = "") -> bool:
        """Whether a new name starts with part `at`, after the name `said`.

        `head` is what a department there may leave out.
        """
        if self._parts[at].separator[:1] == ";":
            return True
        name = self._with_levels(at)
        if completes_office(name, said):
            return False
        if begins_name(name, said) or self._known(self._between(at, at)):
            return True
        return bool(head) and self._field_end(head, at) is not None

    def _with_levels(self, at: int) -> str:
        """The part's words, and the level that goes on after it: "UBND xã, phường"."""
        if at + 1 < len(self._parts):
            following = self._between(at + 1, at + 1)
            fold = fold_for(following)
            if " ".join(fold(following)) in level_words(fold):
                return self._between(at, at + 1)
        return self._between(at, at)

    def _whole(self, at: int) -> tuple[str, int]:
        """The name that begins with part `at` and its last part: known, of a field, or spoken."""
        self._heads, self._listed = (), False
        return self._catalogued(at) or self._department(at) or self._spoken(at)

    def _catalogued(self, at: int) -> tuple[str, int] | None:
        for last in reversed(self._reach(at)):
            name = self._between(at, last)
            if not self._known(name):
                continue
            head = carrier(name) if _heads_department(carrier(name)) else ""
            if last + 1 == len(self._parts) or self._starts(last + 1, name, head):
                self._heads = (head,) if head else ()
                return name, last
        return None

    def _department(self, at: int) -> tuple[str, int] | None:
        """ "Phòng Nội vụ", also out of "Các phòng Nội vụ, Tư pháp"."""
        first = self._between(at, at)
        head = carrier(first)
        if not _heads_department(head):
            return None
        skipped = first.lower().index(head.lower()) + len(head)
        last = self._field_end(head, at, skipped)
        if last is None:
            return None
        name = self._between(at, last)
        if last + 1 < len(self._parts) and not self._starts(last + 1, name, head):
            return None
        self._heads = (head,)
        return (head + name[skipped:] if skipped > len(head) else name), last

    def _spoken(self, at: int) -> tuple[str, int]:
        last = at
        while last + 1 < len(self._parts):
            if self._starts(last + 1, self._ends_of(at, last)):
                break
            last += 1
        return self._between(at, last), last
