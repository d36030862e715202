"""Tells from the language alone whether a stretch of text begins the name of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from parcli.model import unit_head_words
from parcli.model import unit_vocabulary as vocabulary
from parcli.model.unit_spelling import folded_words, toned_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    Phrases = frozenset[tuple[str, ...]]

_LONGEST = 5
# How much of a text one must see to know how it begins or ends.
SIGHT = 80


@dataclass(frozen=True)
class _Lists:
    """The word lists under one folding, each entry a tuple of words."""

    heads: Phrases
    not_heads: Phrases
    not_collectives: Phrases
    capital_heads: Phrases
    outside: Phrases
    departments: Phrases
    set_phrases: frozenset[tuple[tuple[str, ...], tuple[str, ...]]]
    marks: Phrases
    open_nouns: Phrases
    bare_nouns: Phrases
    followers: Phrases
    levels: Phrases
    carriers: Phrases
    bodies: Phrases
    offices: Phrases
    persons: Phrases
    roles: Phrases
    below: Phrases
    committee: Phrases


@cache
def _lists(accented: bool) -> _Lists:
    fold = toned_words if accented else folded_words

    def phrases(texts: Iterable[str]) -> Phrases:
        """The texts, each as the tuple of its words."""
        return frozenset(tuple(fold(text)) for text in texts)

    levels = phrases(level for level in vocabulary.LEVELS if level != vocabulary.NATION)
    marks = phrases(vocabulary.COLLECTIVE_MARKS)
    return _Lists(
        heads=phrases(unit_head_words.HEADS),
        not_heads=phrases(unit_head_words.NOT_HEADS),
        not_collectives=phrases(vocabulary.NOT_COLLECTIVES),
        capital_heads=phrases(unit_head_words.CAPITAL_HEADS),
        outside=phrases(vocabulary.OUTSIDE_NOUNS),
        departments=phrases(vocabulary.DEPARTMENT_HEADS),
        set_phrases=frozenset(
            (tuple(fold(first)), tuple(fold(second))) for first, second in vocabulary.SET_PHRASES
        ),
        marks=marks,
        open_nouns=phrases(vocabulary.OPEN_NOUNS),
        bare_nouns=phrases(vocabulary.BARE_NOUNS),
        followers=phrases(vocabulary.BARE_FOLLOWERS) | levels,
        levels=levels,
        carriers=phrases(vocabulary.CARRIERS),
        bodies=phrases(vocabulary.ELECTED_BODIES),
        offices=phrases(vocabulary.OFFICES),
        persons=phrases([vocabulary.PERSONS]),
        committee=phrases(("UBND", vocabulary.PEOPLES_COMMITTEE)),
        roles=phrases(vocabulary.ROLES),
        below=marks | phrases(["cấp"]),
    )


class _Opening:
    """The first words of a text, to be asked what they are."""

    def __init__(self, text: str) -> None:
        seen = text[:SIGHT]
        accented = not seen.isascii()
        self.written = seen.split()
        self.lists = _lists(accented)
        self.fold = toned_words if accented else folded_words
        self.words = tuple(self.fold(seen))

    def width(self, choices: Phrases, at: int = 0) -> int:
        """How many words from `at` on are one of `choices`; 0 where they are none."""
        widths = range(min(_LONGEST, len(self.words) - at), 0, -1)
        return next((w for w in widths if self.words[at : at + w] in choices), 0)

    def capital(self, at: int = 0) -> bool:
        """Whether the word at `at` is written with a capital."""
        return len(self.written) > at and self.written[at][:1].isupper()

    def bare(self, choices: Phrases) -> bool:
        """Whether it begins with one of `choices` that names nobody by itself ("ban", "xã")."""
        width = self.width(choices)
        ended = width == len(self.words)
        return bool(width) and (ended or bool(self.width(self.lists.followers, width)))

    def collective(self) -> bool:
        """Whether it names a set: "các …", or nouns alone ("Sở, ban" of "Sở, ban, ngành")."""
        nouns = self.lists.bare_nouns | self.lists.open_nouns
        at = start = self.width(self.lists.roles)
        if self.width(self.lists.marks, at):
            return True
        while width := self.width(nouns, at):
            at += width
        return at == len(self.words) > start


@lru_cache(maxsize=4096)
def begins_name(text: str, said: str = "") -> bool:
    """Whether `text`, standing after the name `said` and a comma or "và", begins another name."""
    new, before = _Opening(text), _Opening(said)
    if not new.words or new.width(new.lists.not_heads) or _one_phrase(before, new):
        return False
    if _opens_collective(new):
        return True
    if before.width(before.lists.persons) or _goes_on(before, new, said):
        return False
    return _names_body(new, before)


@lru_cache(maxsize=4096)
def completes_office(text: str, said: str) -> bool:
    """Whether `text` ends the joint office that `said` begins: "UBND xã" after "Văn phòng HĐND".

    False where a place follows: that may be another unit, which only a catalogue can tell.
    """
    new = _Opening(text)
    if not (_joint_office(_Opening(said)) and _second_body(new)):
        return False
    body = new.width(new.lists.bodies)
    return body + new.width(new.lists.levels, body) == len(new.words)


def carrier(text: str) -> str:
    """The head that departments after `text` may leave out: "Phòng" of "Các phòng Nội vụ".

    Empty where `text` begins otherwise.
    """
    opening = _Opening(text)
    at = opening.width(opening.lists.marks)
    found = opening.width(opening.lists.carriers, at)
    head = " ".join(opening.written[at : at + found]).rstrip(",")
    return head[:1].upper() + head[1:]


def list_heads(text: str) -> tuple[str, ...]:
    """The heads that a list after `text` and a colon leaves out.

    "Các Sở" and "Các Sở, ban, ngành" give "Sở"; "UBND các xã, phường" gives "UBND xã" and
    "UBND phường"; any text that is more than that gives none.
    """
    opening = _Opening(text)
    lists = opening.lists
    committee = opening.width(lists.committee)
    rest = opening.words[committee + opening.width(lists.marks, committee) :]
    if not committee:
        return (carrier(text),) if rest in lists.carriers or _is_circle(opening) else ()
    for several in (vocabulary.PROVINCE_LEVELS, vocabulary.PROVINCE_LEVELS[:1]):
        if rest == _said(opening, " ".join(several)):
            return tuple(f"UBND {level}" for level in several)
    levels = [level for level in vocabulary.COMMUNE_LEVELS if _lists_level(opening, level, rest)]
    # One level of districts alone: of "các huyện, thị xã: A, B" nobody can tell which A is.
    levels = levels or [name for name in vocabulary.DISTRICT_LEVELS if rest == _said(opening, name)]
    spelled = sum(len(level.split()) for level in levels)
    return tuple(f"UBND {level}" for level in levels) if spelled == len(rest) else ()


def _is_circle(opening: _Opening) -> bool:
    """Whether it is a circle that a department opens, and nothing more: "Các Bộ, cơ quan"."""
    at = opening.width(opening.lists.marks)
    nouns = opening.lists.bare_nouns | opening.lists.open_nouns
    opened = opening.width(opening.lists.departments, at)
    at += opened
    while width := opening.width(nouns, at):
        at += width
    return bool(opened) and at == len(opening.words)


def _said(opening: _Opening, level: str) -> tuple[str, ...]:
    return tuple(opening.fold(level))


def _lists_level(opening: _Opening, level: str, words: tuple[str, ...]) -> bool:
    said = _said(opening, level)
    return any(words[at : at + len(said)] == said for at in range(len(words)))


def _one_phrase(before: _Opening, new: _Opening) -> bool:
    """Whether set words go on: "các cấp, các ngành", "Báo và Đài Phát thanh"."""
    return any(
        before.words == first and new.words[: len(second)] == second
        for first, second in before.lists.set_phrases
    )


def _opens_collective(new: _Opening) -> bool:
    """Whether it is "các" with a noun that has members: "các phòng", not "các khu"."""
    lists = new.lists
    width = new.width(lists.marks)
    nouns = lists.open_nouns | lists.bare_nouns | lists.levels | lists.heads
    none = new.width(lists.not_collectives, width)
    return bool(width and new.width(nouns, width) and not none)


def _goes_on(before: _Opening, new: _Opening, said: str) -> bool:
    """Whether `new` belongs to what was `said`: a collective, a row of levels, a joint office."""
    lists = new.lists
    if new.bare(lists.levels) and _closes_with_level(said):
        return True
    if before.collective() and (new.width(lists.open_nouns) or new.bare(lists.bare_nouns)):
        return not (before.width(lists.outside) and _opens_departments(new))
    return _joint_office(before) and _second_body(new)


def _opens_departments(new: _Opening) -> bool:
    """Whether it is the "Sở" of "Sở, ban, ngành": the circle of the administration."""
    return new.words in new.lists.departments


def _closes_with_level(said: str) -> bool:
    """Whether `said` ends in a level without a place, so that a further level may follow."""
    closing = said[-SIGHT:]
    accented = not closing.isascii()
    words = tuple((toned_words if accented else folded_words)(closing))
    return any(words[-width:] in _lists(accented).levels for width in (1, 2))


def _joint_office(before: _Opening) -> bool:
    """Whether it is "Văn phòng HĐND", which "và UBND" may complete."""
    office = before.width(before.lists.offices)
    body = before.width(before.lists.bodies, office) if office else 0
    return bool(body) and office + body == len(before.words)


def _second_body(new: _Opening) -> bool:
    """Whether it is "UBND" or "UBND xã", not the communes' "UBND các xã", "UBND xã, phường"."""
    body = new.width(new.lists.bodies)
    level = new.width(new.lists.levels, body)
    communes = new.width(new.lists.below, body) or (
        level and new.width(new.lists.levels, body + level)
    )
    return bool(body) and not communes


def _names_body(new: _Opening, before: _Opening) -> bool:
    """Whether it opens with a level and a place, or a head word.

    A head of one syllable counts where it has a capital, or repeats the head before.
    """
    level, width = new.width(new.lists.levels), new.width(new.lists.heads)
    if level and width <= level:
        return new.capital(level)
    if new.width(new.lists.open_nouns) or _opens_departments(new):
        return True
    alike = new.words[:1] == before.words[:1]
    told = width > 1 and not new.width(new.lists.capital_heads)
    return told or bool(width and (new.capital() or alike))
