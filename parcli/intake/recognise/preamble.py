"""What a web page or a portal prints above a document's letterhead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Table
from parcli.intake.recognise.head_marks import (
    MOTTO_INSIDE,
    NUMBER_LINE,
    SUBJECT_MARK,
    is_dateline,
    is_loud,
)
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_BLOCKS = 60
_LONGEST_NAME = 120


def preamble_length(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the letterhead: what a web page prints around a document.

    0 where no motto is found, or where the lines above it may belong to the letterhead.
    """
    words = [_words_of(block) for block in blocks[:_MOST_BLOCKS]]
    motto = next((n for n, text in enumerate(words) if MOTTO_INSIDE.search(folded(text))), 0)
    start = motto
    while start > 0 and _in_letterhead(blocks[start - 1], words[start - 1]):
        start -= 1
    above = range(start)
    doubtful = any(NUMBER_LINE.match(words[n]) or SUBJECT_MARK.match(words[n]) for n in above)
    return 0 if doubtful else start


def _words_of(block: Block) -> str:
    if isinstance(block, Table):
        return " ".join(paragraph.text for paragraph in block.paragraphs())
    return block.text.strip()


def _in_letterhead(block: Block, text: str) -> bool:
    """Whether a block above the motto may be a line of the letterhead: an agency, a number."""
    if isinstance(block, Table) or len(text) > _LONGEST_NAME:
        return False
    bare = text.strip(" |-–—_*\t")
    if not any(map(str.isalpha, bare)) or is_dateline(bare) or NUMBER_LINE.search(bare):
        return not re.search(r"\d\d-\d\d", bare)
    return is_loud(bare) and not re.match(r"\d", bare)
