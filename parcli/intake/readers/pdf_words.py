"""The words of a PDF page; small raised figures that cite footnotes are no part of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parcli.intake.readers.encodings import cleaned
from parcli.intake.readers.legacy import legacy_font

if TYPE_CHECKING:
    from collections.abc import Sequence

# How much smaller than the letter before it a raised figure is, and how far above its foot.
_SMALLER, _RAISED = 0.8, 0.12
_NEAR = 2.5
_LONGEST_UNIT = 4
# The bullets of Word's symbol fonts.
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d", "-")
# "m²" and "km³" keep their figure.
_UNIT = re.compile(r"(?:^|[^\w])[kcdh]?m$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place and look; `size` is its height in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool
    italic: bool
    font: str = ""

    @property
    def size(self) -> float:
        """Its height."""
        return self.bottom - self.top


def words_in(page: Any) -> tuple[list[Word], set[str]]:
    """The words of a page, in NFC, bold and italic told from the fonts' names; and what it cites.

    The second are the marks of footnotes, which stand raised behind a word.
    """
    from pdfplumber.utils.text import extract_words  # noqa: PLC0415  an optional package

    letters, cited = _without_marks(page.chars)
    found = extract_words(
        letters,
        extra_attrs=["fontname"],
        x_tolerance=1.6,
        y_tolerance=2.5,
        keep_blank_chars=False,
    )
    words = [
        Word(text, w["x0"], w["x1"], w["top"], w["bottom"], *_look(w["fontname"]))
        for w in found
        if (text := _BULLETS.get(w["text"], cleaned(w["text"], soft_hyphens=True)))
    ]
    return words, cited


def _look(font: str) -> tuple[bool, bool, str]:
    name = str(font).lower()
    bold, italic = "bold" in name or "black" in name, "italic" in name or "oblique" in name
    return bold, italic, legacy_font(str(font))


def _without_marks(letters: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], set[str]]:
    """The letters without raised figures, and these figures, each number whole."""
    kept: list[dict[str, Any]] = []
    marks: list[str] = []
    last: dict[str, Any] | None = None  # the figure just taken
    for letter in letters:
        before = kept[-1] if kept else None
        if before is not None and _is_mark(letter, last or before, before):
            text = letter["text"]
            if last is None and _UNIT.search(_end_of(kept)):
                kept.append(letter)
                continue
            marks[-1:] = [f"{marks[-1]}{text}"] if last is not None else [*marks[-1:], text]
            last = letter
            continue
        last = None
        kept.append(letter)
    return kept, set(marks)


def _is_mark(letter: dict[str, Any], beside: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether a letter is a figure that stands small and raised behind another."""
    return (
        letter["text"].isdigit()
        and not before["text"].isspace()
        and letter["size"] <= _SMALLER * before["size"]
        and abs(letter["x0"] - beside["x1"]) < _NEAR
        and letter["bottom"] < before["bottom"] - _RAISED * before["size"]
        and letter["bottom"] > before["top"]
    )


def _end_of(letters: Sequence[dict[str, Any]]) -> str:
    return "".join(letter["text"] for letter in letters[-_LONGEST_UNIT:])
