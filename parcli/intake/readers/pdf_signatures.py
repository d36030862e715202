"""The small print of a digital signature, which stands over or beside the letterhead.

Who signed, for which office and when (NĐ 30/2020/NĐ-CP Phụ lục I, mục II.7 and II.8): lines in
small letters at one left edge, level with those of the head and no part of them.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from parcli.intake.readers.pdf_lines import Line, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.readers.pdf_words import Word

_OPENS = re.compile(
    r"(?:người ký|ký bởi|ký số bởi|được ký bởi|ký điện tử bởi|digitally signed|signature not)\b",
    re.IGNORECASE,
)
# How much smaller than the page's letters the print is.
_SMALL = 0.8
_EDGE = 6.0
# Lines of one signature follow each other within so many of their heights.
_APART = 1.6
_MOST_LINES = 40


def without_signatures(words: Sequence[Word]) -> list[Word]:
    """The words of a page without those that a digital signature printed on it."""
    if not words:
        return []
    limit = _SMALL * median(word.size for word in words)
    small = [word for word in words if word.size < limit]
    columns = [column for line in lines_of(small) for column in line.columns]
    printed = [word for n in range(len(columns)) for word in _signature_at(columns, n)]
    gone = set(map(id, printed))
    return [word for word in words if id(word) not in gone]


def _signature_at(columns: Sequence[Line], first: int) -> list[Word]:
    """The words of the signature that opens in a line; [] where none does."""
    last = columns[first]
    if not _OPENS.match(last.text):
        return []
    words = list(last.words)
    for line in columns[first + 1 : first + _MOST_LINES]:
        if line.top - last.bottom > _APART * (last.bottom - last.top):
            break
        if abs(line.x0 - last.x0) < _EDGE:
            words += line.words
            last = line
    return words
