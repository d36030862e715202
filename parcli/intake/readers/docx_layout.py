"""What a Word file's structure stands for: frames that are no tables, marks that were deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.intake.readers.word_xml import W, child, child_value, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_WRAPPERS = tuple(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml"))
_FEWEST_LINES = 5
# Elements between paragraphs that show nothing.
_UNSEEN = tuple(
    f"{W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd")
)


def inside(element: _Element, name: str) -> Iterator[_Element]:
    """Children of a name, also those wrapped in content controls or insertions."""
    for each in element:
        if each.tag == f"{W}{name}":
            yield each
        elif each.tag in _WRAPPERS:
            yield from inside(each, name)


def frames(table: _Element) -> list[_Element | None]:
    """For each row the one cell that frames text, with tables in it, as saved web pages do.

    None for a row of a table: it has several cells, or its one cell holds only a few lines.
    """
    rows = [list(inside(row, "tc")) for row in inside(table, "tr")]
    alone = all(len(cells) == 1 for cells in rows)
    return [cells[0] if len(cells) == 1 and _frames(cells[0], alone) else None for cells in rows]


def _frames(cell: _Element, alone: bool) -> bool:
    """Whether a cell holds a part of the document; `alone` says that its table has one column."""
    if not (alone or number(child_value(child(cell, "tcPr"), "gridSpan"), 1) > 1):
        return False
    lines = sum(1 for _each in inside(cell, "p"))
    if alone and lines >= _FEWEST_LINES:
        return True
    return any(len(list(inside(row, "tc"))) > 1 for row in cell.iter(f"{W}tr"))


def mark_is_deleted(paragraph: _Element) -> bool:
    """Whether a tracked change takes the paragraph's end away: it goes on with the next one."""
    marks = child(paragraph, "pPr", "rPr")
    if child(marks, "del") is None and child(marks, "moveFrom") is None:
        return False
    below = paragraph.getnext()
    while below is not None and below.tag in _UNSEEN:
        below = below.getnext()
    return below is not None and below.tag == f"{W}p"
