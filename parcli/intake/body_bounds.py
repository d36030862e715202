"""Where the body of a document begins and ends: opening, parts, last words, end, attachments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Paragraph, Table
from parcli.intake.recognise.appendices import opens_appendix, opens_document
from parcli.intake.recognise.closings import closes, hands_out, last_words
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.document_end import tail_length, tail_start
from parcli.intake.recognise.numbering import label_of
from parcli.intake.recognise.parts import Part, parts_of
from parcli.intake.recognise.table_kinds import kind_of_table
from parcli.intake.recognise.units import leading_units

if TYPE_CHECKING:
    from collections.abc import Sequence


def split_document(
    blocks: Sequence[Block],
) -> tuple[Sequence[Block], Sequence[Block], Sequence[Block]]:
    """Body, end (recipients and signature), and what is attached."""
    first = next((n for n in range(len(blocks)) if _opens_attached(blocks, n)), len(blocks))
    end = tail_start(blocks[:first])
    if end is None:
        return blocks[:first], [], blocks[first:]
    length = tail_length(blocks[end:first])
    return blocks[:end], blocks[end : end + length], blocks[end + length :]


def _opens_attached(blocks: Sequence[Block], at: int) -> bool:
    """Whether an appendix or an attached document begins here, above the end or without one."""
    if opens_appendix(blocks[at], after_end=False):
        return True
    return at > 0 and opens_document(blocks, at)


def opening_length(blocks: Sequence[Block]) -> int:
    """How many blocks stand before the first part, the first table or the first sentence of a
    task."""
    introduced = False
    above = ""
    numbered = any(isinstance(b, Paragraph) and _numbered(b) for b in blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            return place
        text = block.text.strip()
        if _numbered(block) and not re.match(
            r"[-+*•–]?\s*(?:căn cứ|theo đề nghị)", text, re.IGNORECASE
        ):
            if not _counts_on(block, above):
                return place
            above = text
            continue
        above = text
        if introduced and not numbered and leading_units(text) is not None:
            return place
        if introduced and isinstance(parts_of([block]).items[0], Part):
            return place
        introduced = introduced or text.endswith(":")
    return len(blocks) if numbered or not introduced else _first_act(blocks)


def _counts_on(block: Paragraph, above: str) -> bool:
    """Whether "(2) …" goes on with a list that the sentence above it began: "…: (1) …;"."""
    label = label_of(block)
    if label is None or not label.printed.endswith(")") or not label.number.isdigit():
        return False
    before = int(label.number) - 1
    return before > 0 and above.endswith((";", ",")) and f"({before})" in above


def lists_tasks(blocks: Sequence[Block]) -> bool:
    """Whether a table of tasks stands among the blocks."""
    return any(kind_of_table(columns_of(b)) == "tasks" for b in blocks if isinstance(b, Table))


def _first_act(blocks: Sequence[Block]) -> int:
    acts = [
        n
        for n, b in enumerate(blocks)
        if isinstance(b, Paragraph) and leading_units(b.text.strip())
    ]
    return next((n for n in acts if n > 0), len(blocks))


def _numbered(block: Paragraph) -> bool:
    return label_of(block) is not None


def closing_start(blocks: Sequence[Block], start: int) -> int:
    """Where the last words begin: unnumbered paragraphs after the last part that address
    everybody."""
    first = len(blocks)
    while first > start:
        block = blocks[first - 1]
        if isinstance(block, Table) or _numbered(block):
            break
        first -= 1
    if first == start:
        last = blocks[-1] if len(blocks) - start > 1 else None
        ends = isinstance(last, Paragraph) and last_words(last.text.strip())
        return len(blocks) - 1 if ends else len(blocks)
    for place in range(first, len(blocks)):
        block = blocks[place]
        before = blocks[first - 1] if first > start else None
        apart = place > first or isinstance(before, Table) or _is_sentence(before)
        if isinstance(block, Paragraph) and closes(block.text.strip(), alone=apart):
            return place
    return len(blocks)


def own_work(blocks: Sequence[Block], start: int, stop: int) -> int:
    """Where paragraphs after the last part give units work of their own: "Giao Sở A theo dõi"."""
    first = stop
    while first > start:
        block = blocks[first - 1]
        if isinstance(block, Table) or _numbered(block):
            break
        first -= 1
    if first == start or not _is_sentence(blocks[first - 1]):
        return stop
    texts = [block.text.strip() for block in blocks[first:stop] if isinstance(block, Paragraph)]
    return next((first + n for n, text in enumerate(texts) if hands_out(text)), stop)


def _is_sentence(block: Block | None) -> bool:
    """Whether the part before the last words is a sentence,
    not a heading that still needs its text, such as "Điều 3." alone."""
    if not isinstance(block, Paragraph) or not Part(label_of(block), block).words:
        return False
    return block.text.rstrip().endswith((".", ";", "./."))
