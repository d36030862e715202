"""Letterhead and end of a PDF, where the lines of their two columns do not stand level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.readers.pdf_lines import Line, lines_of
from parcli.intake.recognise.document_end import RECIPIENTS, is_position, opens_signature
from parcli.intake.recognise.head_again import opens_title
from parcli.intake.recognise.kind import type_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.readers.pdf_words import Word

_MOST_LINES = 16
_MOST_RECIPIENTS = 60
_NARROWEST = 6.0
# What a narrow column leaves for a line of its own: the end of the motto, the year of the date.
_REST = re.compile(r"(?:VIỆT NAM|NGHĨA VIỆT NAM|NAM|(?:năm )?\d{4})")


def in_two_columns(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines with the head's left column before its right one, where one of them is broken.

    Level heads stay as they are, and so does a page without a title line or a gap in its middle.
    """
    title = next((n for n, line in enumerate(lines[:_MOST_LINES]) if type_line(line.text)), 0)
    head = lines[:title]
    words = [word for line in head for word in line.words]
    middle = _gap(words, width) if words else None
    if middle is None:
        return list(lines)
    left = lines_of([word for word in words if word.x0 < middle])
    right = lines_of([word for word in words if word.x0 >= middle])
    if not any(_REST.fullmatch(line.text) for line in right):
        return list(lines)
    return [*left, *right, *lines[title:]]


def end_in_columns(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines with the recipients before the signature that stands to the right of them.

    Lines stay as they are where no list of recipients begins, or nobody signs beside it.
    """
    start = next((n for n, line in enumerate(lines) if RECIPIENTS.match(line.text)), None)
    if start is None:
        return list(lines)
    stop, middle = start, None
    words: list[Word] = []
    for line in lines[start : start + _MOST_RECIPIENTS]:
        words += line.words
        gap = _gap(words, width, _NARROWEST)
        if (gap is None and stop > start) or opens_title(line.text.strip()):
            break
        stop, middle = stop + 1, gap
    words = [word for line in lines[start:stop] for word in line.words]
    if middle is None:
        return list(lines)
    left = lines_of([word for word in words if word.x0 < middle])
    right = lines_of([word for word in words if word.x0 >= middle])
    if not any(opens_signature(line.text) or is_position(line.text) for line in right):
        return list(lines)
    return [*lines[:start], *left, *right, *lines[stop:]]


def _gap(words: Sequence[Word], width: float, narrowest: float = 0.0) -> float | None:
    """The middle of the widest strip around the page's middle that no word crosses."""
    reach = sorted((word.x0, word.x1) for word in words)
    best, middle, end = narrowest, None, reach[0][1]
    for start, stop in reach[1:]:
        inside = 0.3 * width < (start + end) / 2 < 0.6 * width
        if start - end > best and inside:
            best, middle = start - end, (start + end) / 2
        end = max(end, stop)
    return middle
