"""One spelling for the many ways to write a unit's name: abbreviations, order, left-out words."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from parcli.model import unit_vocabulary as vocabulary
from parcli.model.unit_abbreviations import (
    ABBREVIATIONS,
    DEPARTMENT_ABBREVIATIONS,
    HEAD_ABBREVIATIONS,
)
from parcli.text import folded, unaccented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Fold = Callable[[str], list[str]]

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LONGEST_RUN = 4
_LONGEST_COMPOUND = 3


def folded_words(text: str) -> list[str]:
    """The words of `text` in lower case without accents, "&" read "va"."""
    return folded(text).split()


def toned_words(text: str) -> list[str]:
    """The words of `text` in lower case, each with its tone mark moved to its end.

    "hoà" and "hòa" come out alike, "Thanh Hóa" and "Thạnh Hòa" do not.
    """
    return list(_toned(text))


@lru_cache(maxsize=4096)
def _toned(text: str) -> tuple[str, ...]:
    """The same, kept for the next time: one text is looked at from many sides."""
    words: list[str] = []
    letters: list[str] = []
    tone = ""
    for char in unicodedata.normalize("NFD", text.lower().replace("&", " và ")) + " ":
        if char in _TONES:
            tone = char
        elif char.isalnum() or unicodedata.combining(char):
            letters.append(char)
        elif letters:
            words.append("".join(letters) + tone)
            letters, tone = [], ""
    return tuple(words)


def fold_for(text: str) -> Fold:
    """The folding that loses least of `text`: accents count where it has any."""
    return folded_words if text.isascii() else toned_words


@cache
def level_words(fold: Fold, levels: tuple[str, ...] = vocabulary.LEVELS) -> frozenset[str]:
    """`levels` as the items that `spelled_out` makes of them."""
    return frozenset(" ".join(fold(level)) for level in levels)


@dataclass(frozen=True)
class _Lexicon:
    """The vocabulary as one way of folding sees it."""

    connectors: frozenset[str]
    belonging: frozenset[str]
    abbreviations: dict[str, list[str]]
    departments: dict[str, list[str]]
    head_abbreviations: dict[str, list[str]]
    phrases: dict[tuple[str, ...], list[str]]
    compounds: dict[tuple[str, ...], list[str]]
    committee: list[str]
    bodies: frozenset[tuple[str, ...]]
    not_places: frozenset[str]
    collective_first: frozenset[str]
    collective_rest: dict[tuple[str, ...], str]
    collective: list[str]
    cap: str
    levels: frozenset[str]


def _department_abbreviations() -> Iterable[tuple[str, str]]:
    for head in vocabulary.DEPARTMENT_HEADS:
        for short, full in DEPARTMENT_ABBREVIATIONS:
            yield f"{head} {short}", f"{head} {full}"


def _joined(words: Iterable[str]) -> str:
    return "".join(unaccented(word) for word in words)


@cache
def _lexicon(fold: Fold) -> _Lexicon:
    connectors = frozenset(word for text in vocabulary.CONNECTORS for word in fold(text))

    def plain(text: str) -> list[str]:
        """The words without those that connect others."""
        return [word for word in fold(text) if word not in connectors]

    compounds = {
        tuple(fold(t)): [" ".join(fold(t))] for t in (*vocabulary.LEVELS, *vocabulary.NOT_LEVELS)
    }
    return _Lexicon(
        connectors=connectors,
        belonging=frozenset(word for text in vocabulary.BELONGING for word in fold(text)),
        abbreviations={_joined(plain(short)): plain(full) for short, full in ABBREVIATIONS},
        departments={
            _joined(plain(short)): plain(full) for short, full in _department_abbreviations()
        },
        head_abbreviations={
            _joined(fold(short)): plain(full) for short, full in HEAD_ABBREVIATIONS
        },
        phrases={tuple(plain(said)): plain(kept) for said, kept in vocabulary.PHRASES},
        compounds=compounds,
        committee=fold(vocabulary.PEOPLES_COMMITTEE),
        bodies=frozenset(
            tuple(fold(body)) for body in (vocabulary.PEOPLES_COMMITTEE, vocabulary.PEOPLES_COUNCIL)
        ),
        not_places=frozenset(word for text in vocabulary.NOT_PLACES for word in fold(text)),
        collective_first=frozenset(fold(noun)[0] for noun in vocabulary.COLLECTIVE_FIRST),
        collective_rest={tuple(fold(n)): " ".join(fold(n)) for n in vocabulary.COLLECTIVE_REST},
        collective=fold("ban ngành"),
        cap=fold("cấp")[0],
        levels=level_words(fold),
    )


def _without_connectors(words: list[str], lexicon: _Lexicon) -> list[str]:
    # A last "va" is no "và": it closes a name ("Nậm Va"), it connects nothing.
    return [w for w in words[:-1] if w not in lexicon.connectors] + words[-1:]


def _abbreviation(words: list[str], at: int, lexicon: _Lexicon) -> int:
    """How many words from `at` on make the longest abbreviation; 0 where they make none."""
    widths = range(min(_LONGEST_RUN, len(words) - at), 0, -1)
    return next((w for w in widths if _joined(words[at : at + w]) in lexicon.abbreviations), 0)


def _expanded(words: list[str], lexicon: _Lexicon) -> list[str]:
    full: list[str] = []
    at = 0
    while at < len(words):
        # "Phòng TC" is Tài chính, but "Phòng TC-KH" is Tài chính - Kế hoạch.
        department = lexicon.departments.get(_joined(words[at : at + 2]))
        if department and _abbreviation(words, at + 1, lexicon) < 2:
            full += department
            at += 2
            continue
        width = _abbreviation(words, at, lexicon)
        run = words[at : at + max(width, 1)]
        full += lexicon.abbreviations[_joined(run)] if width else run
        at += len(run)
    return full


def _with_whole_head(words: list[str], lexicon: _Lexicon) -> list[str]:
    """ "P. Nội vụ" is "Phòng Nội vụ"; a lone "P." stays."""
    head = lexicon.head_abbreviations.get(_joined(words[:1]), [])
    return head + words[1:] if head and len(words) > 1 else words


def _replaced(
    words: Sequence[str], table: dict[tuple[str, ...], list[str]], longest: int
) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(words):
        for width in range(min(longest, len(words) - at), 0, -1):
            said = tuple(words[at : at + width])
            if said in table:
                kept += table[said]
                break
        else:
            kept.append(words[at])
        at += width
    return kept


def _with_committee(items: list[str], lexicon: _Lexicon) -> list[str]:
    """A bare "TỈNH BẮC NINH" or "các xã, phường" is the people's committee there."""
    bare = len(items) > 1 and items[0] in lexicon.levels
    return lexicon.committee + items if bare and items[1] not in lexicon.not_places else items


def _with_levels_in_order(items: list[str], lexicon: _Lexicon) -> list[str]:
    runs = ((level, list(run)) for level, run in groupby(items, lexicon.levels.__contains__))
    return [item for is_level, run in runs for item in (sorted(run) if is_level else run)]


def _with_one_collective(items: list[str], lexicon: _Lexicon) -> list[str]:
    """ "phòng, ban, đơn vị", "phòng, đơn vị" and "phòng, ban, ngành" become the last."""
    if not items or items[0] not in lexicon.collective_first:
        return items
    at = 1
    while at < len(items):
        widths = (w for w in (2, 1) if tuple(items[at : at + w]) in lexicon.collective_rest)
        width = next(widths, 0)
        if not width:
            break
        at += width
    return items if at == 1 else items[:1] + lexicon.collective + items[at:]


@cache
def _longest_phrase(fold: Fold) -> int:
    return max(len(phrase) for phrase in _lexicon(fold).phrases)


def spelled_out(text: str, fold: Fold = folded_words) -> list[str]:
    """The words of `text` with abbreviations in full and optional words gone; a level is one item.

    `fold` says whether accents count. Empty for text without letters or digits.
    """
    lexicon = _lexicon(fold)
    words = _with_whole_head(_without_connectors(fold(text), lexicon), lexicon)
    words = _expanded(words, lexicon)
    words = _replaced(words, lexicon.phrases, _longest_phrase(fold))
    items = _replaced(words, lexicon.compounds, _LONGEST_COMPOUND)
    items = _with_levels_in_order(_with_committee(items, lexicon), lexicon)
    return _with_one_collective(items, lexicon)


@dataclass(frozen=True)
class Tail:
    """The level and place that close a name: "thị xã" and "Ba Đồn", the place often absent."""

    level: str
    place: str = ""


def parted(
    items: list[str], fold: Fold = folded_words, levels: frozenset[str] | None = None
) -> tuple[list[str], Tail | None]:
    """What stands before the tail of a spelled-out name, and the tail; (items, None) without one.

    Only `levels` (spelled out; absent: all) open a tail. "UBND thị xã Ba Đồn" has none: there the
    level is the name itself, as in "UBND cấp xã".
    """
    lexicon = _lexicon(fold)
    for at in range(1, len(items)):
        if items[at] not in (lexicon.levels if levels is None else levels):
            continue
        before = items[:at]
        if before[-1] == lexicon.cap or before[-1] in lexicon.levels:
            continue
        while before and before[-1] in lexicon.belonging:
            before.pop()
        if before and tuple(before) not in lexicon.bodies:
            return before, Tail(items[at], " ".join(items[at + 1 :]))
    return items, None
