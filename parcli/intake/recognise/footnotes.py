"""Notes that a web page or a PDF prints as paragraphs: "[1] …" below the text that cites "[1]"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from parcli.intake.blocks import Paragraph, lines_of
from parcli.intake.recognise.appendices import opens_appendix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.blocks import Block, Document

_MARK = re.compile(r"\[(?:\d{1,3}|\*)\]")
_SPACES = " \t*_^"
_MOST_FURTHER_LINES = 3


def without_footnotes(document: Document) -> Document:
    """The document with the paragraphs that begin with a mark cited above among its notes.

    Where all notes end the document, their further lines, "(i) …", go with them.
    """
    cited: set[str] = set()
    kept: list[Block] = []
    notes: list[Paragraph] = []
    last = _notes_at_end(document.blocks)
    for place, block in enumerate(document.blocks):
        mark = _mark(block)
        if isinstance(block, Paragraph) and (place >= last or (mark and mark in cited)):
            notes.append(block)
            continue
        kept.append(block)
        cited.update(_cited_in(block))
    return replace(document, blocks=kept, notes=[*document.notes, *notes]) if notes else document


def _mark(block: Block) -> str | None:
    """The mark that a paragraph begins with: "[1]"; None for any other block."""
    found = _MARK.match(block.text.lstrip(_SPACES)) if isinstance(block, Paragraph) else None
    return found[0] if found else None


def _cited_in(block: Block) -> list[str]:
    return [mark for line in lines_of([block]) for mark in _MARK.findall(line.text)]


def _notes_at_end(blocks: Sequence[Block]) -> int:
    """Where the list of notes begins that ends a document, else its length.

    Every mark of the list is cited above all of it: notes at the foot of pages are not so.
    """
    marked: list[int] = []
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if not isinstance(block, Paragraph) or opens_appendix(block, after_end=True):
            break
        if _mark(block):
            marked.append(place)
        elif (marked[-1] if marked else len(blocks)) - place > _MOST_FURTHER_LINES:
            break
    listed = list(reversed(marked))
    return listed[0] if len(listed) > 1 and _are_cited(blocks, listed) else len(blocks)


def _are_cited(blocks: Sequence[Block], listed: Sequence[int]) -> bool:
    """Whether the notes count on one by one, and the text above them cites each."""
    marks = [str(_mark(blocks[place])) for place in listed]
    numbers = [int(mark.strip("[]*") or 0) for mark in marks]
    above = {mark for block in blocks[: listed[0]] for mark in _cited_in(block)}
    return set(marks) <= above and all(second == first + 1 for first, second in pairwise(numbers))
