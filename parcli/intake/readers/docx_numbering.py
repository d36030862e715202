"""Word's own numbering, which is not in the text, worked out to what the page shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcli.intake.readers.word_xml import W, child, child_value, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_DASHES = {"-", "–", "—", "\uf02d", "‒"}
_LEVELS = 9
_HIGHEST = 5000


@dataclass
class Level:
    """One level of a list: how its number looks and where it starts."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    abstract: str = ""


class Numbering:
    """The lists of a document; counts as paragraphs pass in order."""

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        abstracts = {
            value(each, "abstractNumId") or "": _levels(each)
            for each in root.findall(f"{W}abstractNum")
        }
        for each in root.findall(f"{W}num"):
            abstract = child_value(each, "abstractNumId") or ""
            levels = dict(abstracts.get(abstract, {}))
            restarted = False
            for override in each.findall(f"{W}lvlOverride"):
                depth = number(value(override, "ilvl"))
                given = child(override, "lvl")
                if given is not None:
                    levels[depth] = _level(given)
                start = child_value(override, "startOverride")
                if start is not None:
                    old = levels.get(depth, Level())
                    levels[depth] = Level(old.form, old.text, number(start, 1))
                    restarted = True
            key = value(each, "numId") or ""
            # Lists over one definition go on counting together, unless one starts anew.
            self._lists[key] = _List(levels, f"n{key}" if restarted else f"a{abstract}")

    def label(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph of a list at a depth; "" where it shows none."""
        known = self._lists.get(list_id)
        if known is None or list_id == "0":
            return ""
        depth = max(0, min(depth, _LEVELS - 1))
        level = known.levels.get(depth, Level(text=f"%{depth + 1}."))
        if level.form == "bullet":
            mark = level.text.strip()
            return "-" if mark in _DASHES or not mark else "+" if mark == "+" else mark
        self._count(known, depth, level)
        if level.form == "none":
            return ""
        return self._shown(known, depth, level)

    def _count(self, known: _List, depth: int, level: Level) -> None:
        counts = self._counts[known.abstract]
        if (known.abstract, depth) not in self._begun:
            counts[depth] = level.start - 1
            self._begun.add((known.abstract, depth))
        counts[depth] = min(counts[depth] + 1, _HIGHEST)
        for deeper in range(depth + 1, _LEVELS):
            self._begun.discard((known.abstract, deeper))

    def _shown(self, known: _List, depth: int, level: Level) -> str:
        text = level.text
        counts = self._counts[known.abstract]
        for place in range(depth + 1):
            mark = f"%{place + 1}"
            if mark in text:
                each = known.levels.get(place, Level())
                count = counts[place] if (known.abstract, place) in self._begun else each.start
                text = text.replace(mark, _written(count, each.form))
        return text.strip()


def _levels(abstract: _Element) -> dict[int, Level]:
    return {number(value(each, "ilvl")): _level(each) for each in abstract.findall(f"{W}lvl")}


def _level(element: _Element) -> Level:
    return Level(
        child_value(element, "numFmt") or "decimal",
        child_value(element, "lvlText") or "",
        number(child_value(element, "start"), 1),
    )


def _written(count: int, form: str) -> str:
    """A count in the form of its level."""
    if form in ("lowerLetter", "upperLetter"):
        letters = _LATIN_LETTERS
        text = letters[(count - 1) % len(letters)] * ((count - 1) // len(letters) + 1)
        return text.upper() if form == "upperLetter" else text
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{count:02}"
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        while count >= amount:
            text += letters
            count -= amount
    return text
