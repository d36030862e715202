"""Whom a written name means: the names of one catalogue, with the days on which they hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from parcli.model.unit_spelling import (
    folded_words,
    level_words,
    parted,
    spelled_out,
    toned_words,
)
from parcli.model.unit_vocabulary import UPPER_LEVELS
from parcli.text import folded, nearest, nfc, one_line, unaccented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from parcli.model.unit_spelling import Fold

How = Literal["exact", "folded", "abbreviation"]
# The steps of NameIndex.find that leave accents out.
_WITHOUT_ACCENTS = (2, 4)


class UnitNames(NamedTuple):
    """The names of one unit or group, and its first and last day; an open side is None."""

    id: str
    name: str
    aliases: Sequence[str] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    is_group: bool = False

    def holds(self, on: date | None) -> bool:
        """Whether it exists on the day; always true where no day is given."""
        if on is None:
            return True
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_until is None or on <= self.valid_until)

    def spellings(self) -> list[str]:
        """The official name, then the aliases."""
        return [self.name, *self.aliases]


@dataclass(frozen=True)
class Match:
    """Whom a written name means: one id is an answer, several are a question, none is unknown.

    `how` is the loosest step that was needed; None where nothing fits. `other_days` are the ids
    that bear the name on other days than the one asked for. `unaccented` tells that the accents
    agree with no name of theirs.
    """

    written: str
    ids: tuple[str, ...] = ()
    how: How | None = None
    other_days: tuple[str, ...] = ()
    unaccented: bool = False
    _names: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def id(self) -> str | None:
        """The id where there is exactly one."""
        return self.ids[0] if len(self.ids) == 1 else None

    @property
    def suggestions(self) -> list[str]:
        """The nearest names, best first; none where the name is known."""
        return [] if self.ids else nearest(self.written, self._names)


class NameIndex:
    """The names of one catalogue, ready to be looked up.

    `names` are tuples (id, name, aliases, valid_from, valid_until, is_group). `organisation` is
    whose catalogue it is ("UBND thị xã Ba Đồn"): its level and place may be left out of a name.
    Without it, the level that most names of the catalogue end with counts as its own; where they
    end with none, any level above the commune.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, str, Sequence[str], date | None, date | None, bool] | UnitNames],
        organisation: str | None = None,
    ) -> None:
        self._units = [UnitNames(*each) for each in names]
        self._organisation = organisation
        self._steps: tuple[tuple[How, Callable[[str], str]], ...] = (
            ("exact", lambda text: one_line(nfc(text))),
            ("folded", lambda text: " ".join(toned_words(text))),
            ("folded", folded),
            ("abbreviation", lambda text: self._short_key(text, toned_words)),
            ("abbreviation", lambda text: self._short_key(text, folded_words)),
        )
        self._by_id = {unit.id: unit for unit in self._units}
        self._tables: dict[int, dict[str, list[UnitNames]]] = {}
        self._spelled: dict[date | None, tuple[str, ...]] = {}

    def find(self, written: str, on: date | None = None) -> Match:
        """Whom `written` means on the day; on any day where none is given.

        An id means its unit. Else steps go from strict to loose, and the first that finds anybody
        decides.
        """
        named = self._by_id.get(written)
        if named is not None and named.holds(on):
            return Match(written, (named.id,), "exact")
        other_days = [named.id] if named else []
        for step, (how, key) in enumerate(self._steps):
            hits = self._table(step).get(key(written), [])
            ids = _ids(unit for unit in hits if unit.holds(on))
            if ids:
                return Match(written, tuple(ids), how, unaccented=step in _WITHOUT_ACCENTS)
            other_days += _ids(hits)
        others = tuple(dict.fromkeys(other_days))
        return Match(written, other_days=others, _names=self._names(on))

    def keys(self, written: str) -> list[str]:
        """What `written` is looked up by, from strict to loose; "" where a step leaves nothing."""
        return [key(written) for _how, key in self._steps]

    def search(self, query: str, on: date | None = None) -> list[str]:
        """The ids that a hastily typed `query` may mean, in the order of the catalogue.

        A known name first, then whole words in a row ("noi vu"), beginnings of words, initials
        ("PNV") and at last any stretch of letters. The first way that finds anybody decides.
        """
        known = self.find(query, on).ids
        asked = folded(query)
        if known or not asked:
            return list(known)
        for fits in (_has_words, _has_beginnings, _has_initials, _has_letters):
            ids = _ids(u for u in self._units if u.holds(on) and fits(asked, u))
            if ids:
                return ids
        return []

    def split_names(self, cell: str) -> list[str]:
        """The names that a printed cell lists, the longest that this catalogue knows preferred."""
        from parcli.model.unit_cells import split_names  # noqa: PLC0415  most look names up alone

        return split_names(cell, self._knows)

    def _knows(self, name: str) -> bool:
        # A name known only after its words were rearranged is no reason to cut a cell there.
        strict = [step for step, (how, _key) in enumerate(self._steps) if how != "abbreviation"]
        return any(self._steps[step][1](name) in self._table(step) for step in strict)

    def _names(self, on: date | None) -> tuple[str, ...]:
        """Every name that holds on the day; kept, for each unknown name is compared with all."""
        if on not in self._spelled:
            holding = (unit for unit in self._units if unit.holds(on))
            self._spelled[on] = tuple(name for unit in holding for name in unit.spellings())
        return self._spelled[on]

    def _table(self, step: int) -> dict[str, list[UnitNames]]:
        """The units by their key of one step; made when the step is first needed."""
        if step not in self._tables:
            table: dict[str, list[UnitNames]] = defaultdict(list)
            for unit in self._units:
                for key in dict.fromkeys(map(self._steps[step][1], unit.spellings())):
                    table[key].append(unit)
            table.pop("", None)
            self._tables[step] = dict(table)
        return self._tables[step]

    def _short_key(self, text: str, fold: Fold) -> str:
        """The spelled-out name without the catalogue's own level and place."""
        items = spelled_out(text, fold)
        base, tail = parted(items, fold, self._own_levels)
        own = tail is None or not tail.place or tail.place in self._own_places
        return " ".join(base if own or not self._own_places else items)

    @cached_property
    def _own(self) -> tuple[str, frozenset[str]]:
        """The catalogue's level and its places, accents kept; ("", none) where nothing tells."""
        names = [self._organisation] if self._organisation else list(self._names(None))
        items = [spelled_out(name, toned_words) for name in names]
        if self._organisation:
            level = next((item for item in items[0] if item in level_words(toned_words)), "")
        else:
            level = _usual_level(items)
        return level, frozenset(filter(None, (_place_after(level, each) for each in items)))

    @cached_property
    def _own_levels(self) -> frozenset[str]:
        level, _places = self._own
        if level or self._organisation:
            return frozenset(filter(None, (level, unaccented(level))))
        return level_words(toned_words, UPPER_LEVELS) | level_words(folded_words, UPPER_LEVELS)

    @cached_property
    def _own_places(self) -> frozenset[str]:
        _level, places = self._own
        return places | frozenset(map(unaccented, places))


def _usual_level(names: Iterable[list[str]]) -> str:
    """The level above the commune that most names end with; "" where none does."""
    upper = level_words(toned_words, UPPER_LEVELS)
    tails = (parted(items, toned_words, upper)[1] for items in names)
    usual = Counter(tail.level for tail in tails if tail).most_common(1)
    return usual[0][0] if usual else ""


def _place_after(level: str, items: list[str]) -> str:
    return " ".join(items[items.index(level) + 1 :]) if level in items else ""


def _ids(units: Iterable[UnitNames]) -> list[str]:
    return list(dict.fromkeys(unit.id for unit in units))


def _has_words(asked: str, unit: UnitNames) -> bool:
    return any(f" {asked} " in f" {folded(name)} " for name in unit.spellings())


def _has_beginnings(asked: str, unit: UnitNames) -> bool:
    """Whether words in a row begin as the words asked for do."""
    parts = asked.split()
    for name in unit.spellings():
        words = folded(name).split()
        for at in range(len(words) - len(parts) + 1):
            if all(map(str.startswith, words[at:], parts)):
                return True
    return False


def _has_initials(asked: str, unit: UnitNames) -> bool:
    """Whether it is the initials of a whole name, or of a name without its first word."""
    letters = asked.replace(" ", "")
    for name in unit.spellings():
        initials = "".join(word[0] for word in folded(name).split() if word != "va")
        if letters in (initials, initials[1:]):
            return True
    return False


def _has_letters(asked: str, unit: UnitNames) -> bool:
    return any(asked in folded(name) for name in unit.spellings())
