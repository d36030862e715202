"""Which rows of a table of tasks head a section of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.intake.recognise.numbering import read_label
from parcli.intake.recognise.table_rows import Entry, depth_of

if TYPE_CHECKING:
    from parcli.intake.blocks import Cell

_DETAIL = ("lead", "support", "deadline", "output", "target", "responsible")


def is_section(entry: Entry, following: Entry | None, width: int) -> bool:
    """Whether a row heads those after it, in a table of `width` columns."""
    if any(_own(entry, role) for role in _DETAIL if role in entry.cells):
        return False
    words = words_of(entry)
    if not words:
        return False
    label = entry.label or read_label(words)
    if label is not None and label.kind in ("I", "A", "phần", "chương", "mục"):
        return True
    spanning = len([cell for cell in entry.row.cells if cell.flat]) == 1 and any(
        cell.span >= max(2, width - 2) for cell in entry.row.cells if cell.flat
    )
    if spanning or (words.upper() == words and any(map(str.isalpha, words))):
        return True
    if following is None:
        return False
    return _opens(entry, following)


def _own(entry: Entry, role: str) -> bool:
    """Whether a role has words of its own, not those of a text cell spanning over it."""
    cell = entry.cells[role]
    texts = (entry.cells.get("text"), entry.cells.get("title"))
    return bool(cell.flat) and cell not in texts and cell.flat != entry.number


def _opens(entry: Entry, following: Entry) -> bool:
    """Whether a row without details heads deeper ones: 1 before 1.1, or bold before plain."""
    if following.label and entry.label:
        below = depth_of(following.label) - depth_of(entry.label)
        if below > 0 and (following.label.bullet is False or _has_details(following)):
            return True
        restarts = following.label.number in ("1", "a") and entry.label.number != ""
        if below == 0 and restarts and _has_details(following):
            return True
    first = next((line for cell in _text_cells(entry) for line in cell.lines), None)
    bold = first is not None and first.bold
    plain = next((line for cell in _text_cells(following) for line in cell.lines), None)
    return bold and plain is not None and not plain.bold and _has_details(following)


def _has_details(entry: Entry) -> bool:
    return any(entry.cells.get(role) and entry.cells[role].flat for role in _DETAIL)


def _text_cells(entry: Entry) -> list[Cell]:
    return [entry.cells[role] for role in ("title", "text") if role in entry.cells]


def words_of(entry: Entry) -> str:
    """The words of a row's title and text, or of its number cell; "" where it has none."""
    words = " ".join(dict.fromkeys(cell.flat for cell in _text_cells(entry) if cell.flat))
    return words or (entry.number if len(entry.number) > 4 else "")
