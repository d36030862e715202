"""Claimed text that no value of the draft holds: what keeps the share of the text true."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import dropwhile, groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.intake.accounting import Span
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parcli.intake.accounting import Ledger
    from parcli.intake.blocks import Paragraph

# So many words in a row that a value has too are kept in it; a shorter value only whole.
_ENOUGH = 7
# Fewer lost words in a row are a conjunction or a sign between two values.
_FEWEST = 3
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,3}|[ivx]{1,6}|[a-zđ]")
# Words that only name the value that follows, or its kind, which the draft says in its own way.
_LABELS = frozenset(
    [
        "kinh",
        "gui",
        "noi",
        "nhan",
        "so",
        "ve",
        "viec",
        "v",
        "ngay",
        "thang",
        "nam",
        "gio",
        "phut",
        "tm",
        "kt",
        "tl",
        "tuq",
        "tp",
        "q",
        "ky",
        "da",
        "tt",
        "stt",
        "quyet",
        "dinh",
        "ke",
        "hoach",
        "chi",
        "thi",
        "cong",
        "dien",
        "van",
        "thong",
        "bao",
        "nghi",
        "chuong",
        "trinh",
        "phuong",
        "an",
        "de",
        "huong",
        "dan",
        "to",
        "cao",
        "phu",
        "luc",
        "chu",
        "tri",
        "phoi",
        "hop",
        "thoi",
        "gian",
        "han",
        "tien",
        "do",
        "hoan",
        "thanh",
        "don",
        "vi",
        "co",
        "quan",
        "dau",
        "moi",
        "thuc",
        "hien",
        "giao",
        "nhiem",
        "vu",
        "va",
        "a",
        "b",
        "c",
        "d",
    ]
)


class _Word(NamedTuple):
    key: str
    start: int
    end: int


def lost_spans(
    ledger: Ledger, paragraphs: Iterable[Paragraph], values: dict[str, Any]
) -> Iterator[Span]:
    """Stretches that were claimed and are in no value, in the order of the document."""
    known = _Known(values)
    for paragraph in paragraphs:
        claims = [(claim.start, claim.end) for claim in ledger.of(paragraph)]
        words = list(_claimed(_words(paragraph.text), claims))
        for column in _columns(paragraph.text, words):
            for first, after in _runs(column, known.kept(column)):
                yield Span(paragraph, column[first].start, column[after - 1].end)


def _claimed(words: Sequence[_Word], claims: Sequence[tuple[int, int]]) -> Iterator[_Word]:
    """The words that begin in a claim; both come in the order of the text."""
    reach, following = 0, 0
    for word in words:
        while following < len(claims) and claims[following][0] <= word.start:
            reach = max(reach, claims[following][1])
            following += 1
        if word.start < reach:
            yield word


def _columns(text: str, words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """The words between tabs: columns of one line have nothing to do with each other."""
    tabs = [place for place, letter in enumerate(text) if letter == "\t"] if "\t" in text else []
    for _column, group in groupby(words, key=lambda word: bisect_left(tabs, word.start)):
        yield list(group)


def _words(text: str) -> list[_Word]:
    return [_Word(folded(found[0]), *found.span()) for found in _WORD.finditer(text)]


class _Known:
    """The words of every value: short ones whole, and each few words in a row."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._rows: set[tuple[str, ...]] = set()
        self._parts: set[tuple[str, ...]] = set()
        for text in _texts(values):
            keys = tuple(folded(found) for found in _WORD.findall(text))
            # "Các Sở: XD, TC": the first word of a name is printed once for several.
            self._rows.update(keys[at:] for at in range(max(0, len(keys) - _ENOUGH), len(keys) - 1))
            if len(keys) < _ENOUGH:
                self._rows.add(keys)
            for at in range(len(keys) - _ENOUGH + 1):
                self._rows.add(keys[at : at + _ENOUGH])
            for width in range(1, _ENOUGH):
                self._parts.update(keys[at : at + width] for at in range(len(keys) - width + 1))

    def kept(self, words: Sequence[_Word]) -> list[bool]:
        """For each word, whether a value has it, in a row with its neighbours or alone."""
        keys = tuple(word.key for word in words)
        # "III. TRÌNH VÀ": a title's first line, whose number stands apart from its words.
        bare = keys[1:] if len(keys) > 1 and _NUMBER.fullmatch(keys[0]) else keys
        # "V/v sửa cầu,": a subject's first line, whose mark is no part of the value.
        marked = tuple(dropwhile(_LABELS.__contains__, keys))
        if not self._parts.isdisjoint((keys, bare, marked)):
            return [True] * len(keys)
        kept = [False] * len(keys)
        for width in range(1, _ENOUGH + 1):
            for at in range(len(keys) - width + 1):
                if keys[at : at + width] in self._rows:
                    kept[at : at + width] = [True] * width
        return kept


def _runs(words: Sequence[_Word], kept: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and after-last of each row of words that are lost, labels at its ends left out."""
    for known, group in groupby(range(len(words)), key=lambda place: kept[place]):
        places = list(group)
        while places and words[places[-1]].key in _LABELS:
            places.pop()
        while places and words[places[0]].key in _LABELS:
            places.pop(0)
        own = sum(words[place].key not in _LABELS for place in places)
        if not known and own >= _FEWEST:
            yield places[0], places[-1] + 1


def _texts(value: Any) -> Iterator[str]:
    """Every text within a value, but for where it stood."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            if key != "source":
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        text = str(value)
        yield text
        if "\n" in text:
            yield from text.split("\n")
