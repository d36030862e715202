"""Paragraphs whose letters were lost before the file came: each told with its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from parcli.intake.blocks import Unread
from parcli.intake.readers.legacy import likely_font
from parcli.language import N_
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.intake.blocks import Document, Paragraph

LOST_LETTERS = N_("Letters were lost before the file came ({place}): “{text}”")
OTHER_FONT = N_("This may be typed for a font from before Unicode ({place}): “{text}”")
ASK = N_("Ask the sender for the Word file, or type these words into the draft.")

_QUESTION_MARKS = re.compile(r"(?<![\w/=&?])[^\W\d_]+\?(?:[^\W\d_]|[,;])", re.IGNORECASE)
_FEWEST_MARKS = 2
_FEWEST_WORDS = 2
_LONGEST = 80


def with_rubbish_told(document: Document) -> Document:
    """The document, its unreadable paragraphs noted under `unread`."""
    found = [each for line in document.paragraphs() for each in _lost(line)]
    return replace(document, unread=[*document.unread, *found]) if found else document


def _lost(line: Paragraph) -> Iterator[Unread]:
    said = one_line(line.text)
    short = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    if "\ufffd" in said or len(_QUESTION_MARKS.findall(said)) >= _FEWEST_MARKS:
        yield Unread(LOST_LETTERS, line.place, short, ASK)
    elif not said.isascii() and likely_font(said, _FEWEST_WORDS):
        yield Unread(OTHER_FONT, line.place, short, ASK)
