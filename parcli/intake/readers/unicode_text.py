"""A document typed in a font from before Unicode, converted whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Cell, Document, Paragraph, Row, Table
from parcli.intake.readers.legacy import from_legacy, tcvn3, vni
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Callable

FONT = N_("The text was typed for a {font} font and converted to Unicode; check the letters.")


def in_unicode(document: Document) -> Document:
    """The document with text of legacy fonts converted, if it is written in one."""
    text = "\n".join(p.text for p in document.paragraphs())
    _changed, font = from_legacy(text)
    if not font:
        return document
    change = tcvn3 if font == "TCVN3" else vni
    blocks = [_converted(block, change) for block in document.blocks]
    notes = [_paragraph(note, change) for note in document.notes]
    remarks = [*document.remarks, (FONT, {"font": font})]
    return Document(document.file, blocks, notes, remarks, document.pages)


def _converted(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, change)
    rows = []
    for row in block.rows:
        cells = tuple(
            Cell(tuple(_paragraph(p, change) for p in c.lines), c.column, c.span, c.above)
            for c in row.cells
        )
        rows.append(Row(cells, row.place, row.header))
    return Table(tuple(rows), block.place)


def _paragraph(old: Paragraph, change: Callable[[str], str]) -> Paragraph:
    runs = tuple(run._replace(text=change(run.text)) for run in old.runs)
    return Paragraph(runs, old.place, old.label, old.style, old.align, old.gap)
