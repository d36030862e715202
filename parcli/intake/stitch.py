"""Puts together what line and page breaks parted: sentences, tables, table rows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Cell, Document, Paragraph, Row, Table, joined
from parcli.intake.readers.markup import list_items
from parcli.intake.recognise.broken_lines import leaves_open
from parcli.intake.recognise.columns import header_rows
from parcli.intake.recognise.numbering import label_of
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDED = (".", ";", ":", "!", "?", "./.", "…")
_PAGE_NUMBER = re.compile(
    r"\s*(?:trang\s+)?[-–]?\s*\d{1,3}\s*[-–]?\s*(?:/\s*\d{1,3})?\s*$", re.IGNORECASE
)
# What a digital signature prints over the head of a page.
_STAMP = re.compile(
    r"\s*(?:người ký|ký bởi|ký số bởi|được ký bởi|thời gian ký|ngày ký|email|e-mail|"
    r"digitally signed|signature not verified)\s*(?::|by\b|$)",
    re.IGNORECASE,
)
_LONGEST_STAMP = 160
_MIN_WRAPPED = 8
_WRAP_WIDTH = (55, 130)


def stitched(document: Document) -> Document:
    """The document with broken sentences, tables and rows made whole; page numbers left out."""
    blocks = [b for b in document.blocks if not (_is_page_number(b) or _is_stamp(b))]
    blocks = _sentences(blocks, _wrap_width(blocks))
    return replace(document, blocks=[_rows_joined(block) for block in _tables(blocks)])


def _is_page_number(block: Block) -> bool:
    if isinstance(block, Table) or block.label:
        return False
    return bool(_PAGE_NUMBER.match(block.text)) or not block.text.strip(" |")


def _is_stamp(block: Block) -> bool:
    """Whether a paragraph is the mark of a digital signature, which belongs to no part."""
    if isinstance(block, Table) or len(block.text) > _LONGEST_STAMP:
        return False
    return bool(_STAMP.match(block.text))


def _wrap_width(blocks: Sequence[Block]) -> int:
    """The width at which lines of plain text were wrapped; 0 where paragraphs are whole lines."""
    lines = [b for b in blocks if isinstance(b, Paragraph) and not b.style]
    followers = [line for line in lines if not line.gap]
    longest = max((len(line.text) for line in lines), default=0)
    full = sum(len(line.text) > 0.8 * longest for line in lines)
    wrapped = len(followers) > len(lines) / 3 and full >= _MIN_WRAPPED
    return longest if wrapped and _WRAP_WIDTH[0] <= longest <= _WRAP_WIDTH[1] else 0


def _sentences(blocks: list[Block], width: int) -> list[Block]:
    whole: list[Block] = []
    last_length = 0
    for block in blocks:
        before = whole[-1] if whole else None
        goes_on = (
            isinstance(block, Paragraph)
            and isinstance(before, Paragraph)
            and _goes_on(before, block, width, last_length)
        )
        if goes_on and isinstance(before, Paragraph) and isinstance(block, Paragraph):
            whole[-1] = joined(before, block)
        else:
            whole.append(block)
        last_length = len(block.text) if isinstance(block, Paragraph) else 0
    return whole


def _goes_on(before: Paragraph, after: Paragraph, width: int, last_length: int) -> bool:
    """Whether `after` is the rest of a sentence that `before` leaves open."""
    text, said = after.text.strip(), before.text.rstrip()
    if not text or not said or label_of(after) is not None:
        return False
    if leaves_open(said, text):
        return True
    wrapped = width and not after.gap and last_length > 0.75 * width
    return bool(wrapped) and not (said.endswith(_ENDED) and last_length < 0.9 * width)


def _tables(blocks: list[Block]) -> list[Block]:
    """Tables that follow each other are one, if the second repeats the header or has none."""
    whole: list[Block] = []
    for block in blocks:
        before = whole[-1] if whole else None
        if isinstance(before, Table) and isinstance(block, Table) and _continues(before, block):
            rows = block.rows[_repeated(before, block) :]
            whole[-1] = replace(before, rows=(*before.rows, *_marked(rows)))
        elif isinstance(block, Table):
            whole.append(_without_repeats(block))
        elif isinstance(block, Table) or block.text.strip() or block.label:
            whole.append(block)
    return whole


def _marked(rows: Sequence[Row]) -> list[Row]:
    """The first row after a page break may be the rest of the one before it."""
    return [replace(row, after_break=number == 0) for number, row in enumerate(rows)]


def _continues(before: Table, after: Table) -> bool:
    if before.width != after.width or not header_rows(before):
        return False
    return _repeated(before, after) > 0 or not header_rows(after)


def _repeated(before: Table, after: Table) -> int:
    """How many rows of `after` repeat the header of `before`."""
    count = header_rows(before)
    same = [
        [folded(text) for text in one.texts] == [folded(text) for text in other.texts]
        for one, other in zip(before.rows[:count], after.rows[:count], strict=False)
    ]
    return count if count and len(same) == count and all(same) else 0


def _without_repeats(table: Table) -> Table:
    """A header row that a page break repeats inside the table comes once."""
    count = header_rows(table)
    if not count:
        return table
    known = {tuple(map(folded, row.texts)) for row in table.rows[:count]}
    kept: list[Row] = list(table.rows[:count])
    broken = False
    for row in table.rows[count:]:
        if tuple(map(folded, row.texts)) in known:
            broken = True
            continue
        kept.append(replace(row, after_break=broken) if broken else row)
        broken = False
    return replace(table, rows=tuple(kept))


def _rows_joined(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    count = header_rows(block)
    rows: list[Row] = []
    for number, row in enumerate(block.rows):
        if number > count and rows and _is_rest(rows[-1], row):
            rows[-1] = _both(rows[-1], row)
        else:
            rows.append(row)
    return replace(block, rows=tuple(rows))


def _is_rest(before: Row, row: Row) -> bool:
    """Whether `row` is what a page break cut off the row before it: no number, open text."""
    first = row.cells[0] if row.cells else None
    if first is None or first.flat or first.above or len(row.cells) != len(before.cells):
        return False
    filled = [(old, new) for old, new in zip(before.cells, row.cells, strict=True) if new.flat]
    if not filled or any(cell.above for cell in row.cells):
        return False
    if any(new.lines[0].text[:1].islower() for old, new in filled if old.flat):
        return True
    return row.after_break and len(filled) == 1


def _both(before: Row, row: Row) -> Row:
    cells = [
        replace(old, lines=_lines(old, new))
        for old, new in zip(before.cells, row.cells, strict=True)
    ]
    return replace(before, cells=tuple(cells))


def _lines(old: Cell, new: Cell) -> tuple[Paragraph, ...]:
    if not old.lines or not new.lines:
        return old.lines + new.lines
    if label_of(new.lines[0]) is not None:
        return old.lines + new.lines
    return (*old.lines[:-1], *_items(joined(old.lines[-1], new.lines[0])), *new.lines[1:])


def _items(line: Paragraph) -> list[Paragraph]:
    """A joined list item, cut where the part after the break holds further items."""
    return [replace(line, runs=runs) for runs in list_items(line.runs)] or [line]
