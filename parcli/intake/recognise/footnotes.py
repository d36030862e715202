"""Notes that a web page or a PDF prints as paragraphs: "[1] …" below the text that cites "[1]"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from parcli.intake.blocks import Paragraph, lines_of

if TYPE_CHECKING:
    from parcli.intake.blocks import Block, Document

_MARK = re.compile(r"\[(?:\d{1,3}|\*)\]")
_SPACES = " \t*_^"


def without_footnotes(document: Document) -> Document:
    """The document with the paragraphs that begin with a mark cited above among its notes."""
    cited: set[str] = set()
    kept: list[Block] = []
    notes: list[Paragraph] = []
    for block in document.blocks:
        mark = _MARK.match(block.text.lstrip(_SPACES)) if isinstance(block, Paragraph) else None
        if mark and mark[0] in cited and isinstance(block, Paragraph):
            notes.append(block)
            continue
        kept.append(block)
        cited.update(mark for line in lines_of([block]) for mark in _MARK.findall(line.text))
    return replace(document, blocks=kept, notes=[*document.notes, *notes]) if notes else document
