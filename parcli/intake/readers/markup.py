"""What is left of Markdown and HTML in pasted text: emphasis, line breaks, list items, entities."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from parcli.intake.blocks import Run
from parcli.model.unit_vocabulary import FIELDS

Line = tuple[Run, ...]

# Further away a second mark closes nothing, and looking for one takes long.
_STRONG = re.compile(
    r"\*\*(?=\S)(.{1,3000}?)(?<=\S)\s*\*\*|__(?=\w)(.{1,3000}?)(?<=\w)__", re.DOTALL
)
_SLANTED = re.compile(r"(?<![*\w])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![*\w])", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_ESCAPED = re.compile(r"\\([\\.*_#()\[\]+\-!|>])")
_BREAKING = {"p", "br", "ul", "ol", "li", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_BOLD = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"}
_ITALIC = {"i", "em"}
_KNOWN = (
    _BREAKING | _BOLD | _ITALIC | {"u", "span", "font", "sup", "sub", "a", "td", "table", "tbody"}
)
_BULLET = re.compile(r"^\s*[-–•+*]\s+\S")
_LONGEST_WORD = 200
# " - " before a capital or a figure opens the next item of a list that lost its line breaks.
_NEXT_ITEM = re.compile(r"(?<=[^\d\s-])\s+[-–•]\s+(?=[^\W\d_]|\d)")


def styled_lines(text: str) -> list[Line]:
    """`text` as lines of runs; markup is gone, what it meant is kept."""
    return [line for _number, line in numbered_lines(text)]


def numbered_lines(text: str) -> list[tuple[int, Line]]:
    """The same, each with the number of the line of `text` that it stands in, from 0."""
    marked = _STRONG.sub(lambda found: f"<b>{found[1] or found[2]}</b>", text)
    marked = _SLANTED.sub(r"<i>\1</i>", marked)
    return _Reading().lines(_ESCAPED.sub(r"\1", marked))


class _Reading:
    """One pass over marked text."""

    def __init__(self) -> None:
        self._bold = self._italic = 0
        self._lines: list[list[Run]] = [[]]
        self._numbers = [0]
        self._number = 0

    def lines(self, text: str) -> list[tuple[int, Line]]:
        at = 0
        for tag in _TAG.finditer(text):
            name = tag[2].lower()
            if name not in _KNOWN:
                continue
            self._say(text[at : tag.start()])
            self._number += tag[0].count("\n")
            self._obey(name, closing=bool(tag[1]))
            at = tag.end()
        self._say(text[at:])
        return [
            (number, tuple(line))
            for number, line in zip(self._numbers, self._lines, strict=True)
            if any(run.text.strip() for run in line)
        ]

    def _say(self, text: str) -> None:
        for place, part in enumerate(text.split("\n")):
            if place:
                self._number += 1
                self._open()
            said = html.unescape(part).replace("\xa0", " ").replace("\n", " ")
            if said:
                self._lines[-1].append(Run(said, self._bold > 0, self._italic > 0))

    def _open(self) -> None:
        self._lines.append([])
        self._numbers.append(self._number)

    def _obey(self, name: str, *, closing: bool) -> None:
        step = -1 if closing else 1
        if name in _BREAKING:
            self._open()
        if name == "li" and not closing:
            self._lines[-1].append(Run("- "))
        if name in _BOLD:
            self._bold = max(0, self._bold + step)
        if name in _ITALIC:
            self._italic = max(0, self._italic + step)


def list_items(line: Line) -> list[Line]:
    """A line cut where further items of its list begin: "- a - b" is two, "A: - b" is two as well.

    The dash inside a name ("Lao động - Thương binh") and before lower case cuts nothing.
    """
    text = "".join(run.text for run in line)
    cuts = [found.start() for found in _NEXT_ITEM.finditer(text) if _opens_item(text, found)]
    if cuts and not _BULLET.match(text) and not _titled(text[: cuts[0]], line):
        cuts = []
    return _cut(line, [0, *cuts, len(text)])


def _opens_item(text: str, dash: re.Match[str]) -> bool:
    after = text[dash.end() : dash.end() + _LONGEST_WORD]
    if after[0].isdigit():
        return bool(re.match(r"\d+\s*%|\d+\s+[^\W\d_]", after))
    if not after[0].isupper():
        return False
    around = text[max(0, dash.start() - 40) : dash.end() + 40].casefold()
    named = (name.casefold() for name in FIELDS if " - " in name)
    if any(name in around for name in named):
        return False
    before = text[max(0, dash.start() - _LONGEST_WORD) : dash.start()].rsplit(None, 1)[-1:]
    return not (before and before[0].isupper() and after.split()[0].strip(",;.").isupper())


def _titled(head: str, line: Line) -> bool:
    """Whether what stands before the first item is its title:
    it ends in a colon or is emphasised."""
    if head.rstrip().endswith(":"):
        return True
    length = 0
    for run in line:
        if not (run.bold or run.italic) and run.text.strip():
            break
        length += len(run.text)
    total = sum(len(run.text) for run in line)
    return len(head.rstrip()) <= length < total


def _cut(line: Line, places: list[int]) -> list[Line]:
    pieces: list[Line] = []
    for start, end in pairwise(places):
        at, piece = 0, []
        for run in line:
            text = run.text[max(0, start - at) : max(0, end - at)]
            at += len(run.text)
            if text:
                piece.append(run._replace(text=text))
        if any(run.text.strip() for run in piece):
            first = piece[0]._replace(text=piece[0].text.lstrip())
            pieces.append((first, *piece[1:]))
    return pieces
