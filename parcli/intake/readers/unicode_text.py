"""A document typed in a font from before Unicode, converted whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from parcli.intake.blocks import Block, Cell, Document, Paragraph, Run
from parcli.intake.readers.legacy import converted, from_legacy, likely_font, shows_capitals
from parcli.language import N_

Change = Callable[[Run], Run]

FONT = N_("The text was typed for a {font} font and converted to Unicode; check the letters.")


def in_unicode(document: Document) -> Document:
    """The document with text of legacy fonts converted, if it is written in one.

    Where runs name such a font, those alone are converted, and only if their letters bear it out:
    the name often stays when the text is Unicode long since. One marked word is enough there.
    """
    runs = [run for paragraph in document.paragraphs() for run in paragraph.runs]
    named = [run for run in runs if run.font]
    words = "\n".join(run.text for run in named or runs)
    _changed, font = from_legacy(words)
    font = font or (likely_font(words, fewest=1) if named else "")
    if not font:
        plain = not named and not any("\xad" in run.text for run in runs)
        return document if plain else _changed_by(document, _without_soft_hyphens)
    changed = _changed_by(document, partial(_in_unicode, font=font, named=bool(named)))
    return replace(changed, remarks=[*document.remarks, (FONT, {"font": font})])


def _in_unicode(run: Run, *, font: str, named: bool) -> Run:
    if named and not run.font:
        return _without_soft_hyphens(run)
    text = converted(run.text, run.font or font)
    return run._replace(text=text, caps=run.caps or shows_capitals(run.font), font="")


def _without_soft_hyphens(run: Run) -> Run:
    return run._replace(text=run.text.replace("\xad", ""), font="")


def _changed_by(document: Document, change: Change) -> Document:
    blocks = [_converted(block, change) for block in document.blocks]
    return replace(document, blocks=blocks, notes=[_paragraph(n, change) for n in document.notes])


def _converted(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, change)
    rows = (replace(row, cells=tuple(_cell(c, change) for c in row.cells)) for row in block.rows)
    return replace(block, rows=tuple(rows))


def _cell(cell: Cell, change: Change) -> Cell:
    return replace(cell, lines=tuple(_paragraph(line, change) for line in cell.lines))


def _paragraph(old: Paragraph, change: Change) -> Paragraph:
    return replace(old, runs=tuple(map(change, old.runs)))
