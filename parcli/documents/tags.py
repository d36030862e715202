"""Where the tags of a template stand: part, paragraph, words around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_OPENING = re.compile(r"(\{\{|\{%)([-+]?)")
_WORD_P, _WORD_T = "w:p", "w:t"
_MARK = "\n"


@dataclass(frozen=True)
class TagPlace:
    """A tag as written, the number of its paragraph (from 1) and that paragraph's text."""

    tag: str
    paragraph: int
    words: str


def paragraphs(xml: str) -> list[str]:
    """The text of each paragraph of a part, in the order of the file; table cells included."""
    parser = expat.ParserCreate()
    texts = _ParagraphTexts()
    parser.StartElementHandler, parser.EndElementHandler = texts.start, texts.end
    parser.CharacterDataHandler = texts.characters
    parser.Parse(xml.encode("utf-8"), True)
    return ["".join(pieces) for pieces in texts.found]


class _ParagraphTexts:
    """The text of each paragraph as the parser comes by; one may stand in another (a text box)."""

    def __init__(self) -> None:
        self.found: list[list[str]] = []
        self._open: list[list[str]] = []
        self._in_text = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == _WORD_P:
            self.found.append([])
            self._open.append(self.found[-1])
        self._in_text = name == _WORD_T

    def end(self, name: str) -> None:
        """An element ends."""
        self._in_text = False
        if name == _WORD_P:
            self._open.pop()

    def characters(self, text: str) -> None:
        """Some letters, which count where they stand in a w:t of a paragraph."""
        if self._in_text and self._open:
            self._open[-1].append(text)


def tag_places(xml: str) -> list[TagPlace]:
    """Every tag of a part in order, with its paragraph."""
    return [
        TagPlace(found[0], number, words)
        for number, words in enumerate(paragraphs(xml), 1)
        for found in _TAG.finditer(words)
    ]


class MarkedSource:
    """Template source in which each tag begins a line, so that a line number tells the tag.

    The line break stands inside the tag, where it changes nothing.
    """

    def __init__(self, patched: str, places: Sequence[TagPlace]) -> None:
        self.text = _OPENING.sub(rf"\1\2{_MARK}", patched.replace("\n", " "))
        self._places = _aligned([found[0] for found in _TAG.finditer(self.text)], places)

    def place(self, line: int | None) -> TagPlace | None:
        """The tag on a line of `text`; the first tag for a line before it, None without tags."""
        if not self._places:
            return None
        return self._places[min(max((line or 0) - 2, 0), len(self._places) - 1)]


def _aligned(found: list[str], places: Sequence[TagPlace]) -> list[TagPlace]:
    """A place for each tag of the source: the next one that reads the same, else the last known."""
    aligned: list[TagPlace] = []
    position = 0
    for tag in found:
        wanted = _bare(tag)
        ahead = next(
            (n for n in range(position, len(places)) if _bare(places[n].tag) == wanted), None
        )
        if ahead is not None:
            position = ahead + 1
            aligned.append(places[ahead])
        elif places:
            aligned.append(places[max(position - 1, 0)])
    return aligned


def _bare(tag: str) -> str:
    """A tag without spaces, docxtpl's p, tr, tc, r, and typographic quotation marks."""
    plain = re.sub(r"^(\{[\{%])(?:p|tr|tc|r)(?=\s)", r"\1", tag)
    return re.sub(r"\s+", "", plain).translate(str.maketrans("“”‘’", "\"\"''"))
