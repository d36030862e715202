"""What a PDF prints around its text: lines that every page repeats, notes at a page's foot."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from parcli.intake.blocks import Paragraph, Place, Run
from parcli.intake.recognise.head_again import opens_title
from parcli.intake.recognise.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.readers.pdf_lines import Line
    from parcli.intake.readers.pdf_tables import Ruled

# A header ends, and a footer begins, within this share of the page's height.
_MARGIN = 0.15
_LEVEL = 4.0
_MOST_LINES = 3
_FEWEST_PAGES = 3
# As many columns are the headings of a table without lines, which each page may repeat.
_TABLE = 3
_SMALL, _RAISED = 0.9, 0.8
_MARK = re.compile(r"\d{1,3}(?=\s|[^\W\d])")
_NUMBER = re.compile(r"[-–]?\s*\d{1,3}\s*[-–]?")


@dataclass
class Sheet:
    """A page with its printed lines, its ruled tables and the footnotes that its words cite."""

    number: int
    width: float
    height: float
    lines: list[Line]
    tables: list[Ruled] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)


def take_running_lines(sheets: Sequence[Sheet]) -> list[tuple[bool, str]]:
    """Take the headers and footers off the pages; each is told once, and whether it is a header.

    They stand at one height on three pages or more, the same but for their figures; on two
    pages only with the page's number.
    """
    told: list[tuple[bool, str]] = []
    for sheet in sheets:
        _take_number(sheet)
    for at, top in ((0, True), (-1, False)):
        for _line in range(_MOST_LINES):
            repeated = _repeated(sheets, at)
            for sheet, line in repeated:
                sheet.lines.remove(line)
                text = line.text.replace("\t", " ")
                key = re.sub(r"\d+", "", text)
                known = [re.sub(r"\d+", "", said) for _top, said in told]
                if not _NUMBER.fullmatch(text) and key not in known:
                    told.append((top, text))
            if not repeated:
                break
    return told


def _take_number(sheet: Sheet) -> None:
    """Take the page's own number off its head or foot."""
    for at in (0, -1):
        line = sheet.lines[at] if sheet.lines else None
        if line is not None and _in_margin(line, sheet, at) and _NUMBER.fullmatch(line.text):
            sheet.lines.remove(line)


def _repeated(sheets: Sequence[Sheet], at: int) -> list[tuple[Sheet, Line]]:
    """The first or last lines of the pages that are running ones."""
    alike: dict[tuple[str, int], list[tuple[Sheet, Line]]] = defaultdict(list)
    for sheet in sheets:
        line = sheet.lines[at] if sheet.lines else None
        if line is None or not _in_margin(line, sheet, at) or _has_meaning(line, sheet.cited):
            continue
        key = re.sub(r"\d+", "#", line.text)
        alike[key, round(line.top / _LEVEL)].append((sheet, line))
    return [pair for group in alike.values() if _runs_on_pages(group) for pair in group]


def _runs_on_pages(group: Sequence[tuple[Sheet, Line]]) -> bool:
    numbered = all(
        str(sheet.number) in re.findall(r"\d+", line.text) and len(line.text.split()) > 1
        for sheet, line in group
    )
    return len(group) >= (2 if numbered else _FEWEST_PAGES)


def _in_margin(line: Line, sheet: Sheet, at: int) -> bool:
    share = line.bottom / sheet.height if at == 0 else 1 - line.top / sheet.height
    return share < _MARGIN


def _has_meaning(line: Line, cited: set[str]) -> bool:
    """Whether a line may be a title, an item, a row or a note, which pages repeat for a reason."""
    text = line.text.strip()
    if _mark_of(line) in cited:
        return True
    return read_label(text) is not None or opens_title(text.upper()) or len(line.columns) >= _TABLE


def take_footnotes(sheets: Sequence[Sheet]) -> list[Paragraph]:
    """Take the notes off the feet of the pages: lines that begin with a number cited there."""
    sizes = [word.size for sheet in sheets for line in sheet.lines for word in line.words]
    if not any(sheet.cited for sheet in sheets) or not sizes:
        return []
    small = _SMALL * median(sizes)
    return [note for sheet in sheets if sheet.cited for note in _notes_of(sheet, small)]


def _notes_of(sheet: Sheet, small: float) -> list[Paragraph]:
    marked = [n for n, line in enumerate(sheet.lines) if _mark_of(line) in sheet.cited]
    opening = [n for n in marked if _looks_a_note(sheet.lines[n], small)]
    if not opening:  # notes as large as the text: every mark of the page, in order, at its foot
        low = [n for n in marked if sheet.lines[n].top > sheet.height / 2]
        marks = [_mark_of(sheet.lines[n]) for n in low]
        opening = low if marks == sorted(sheet.cited, key=int) else []
    if not opening:
        return []
    ends = [*opening[1:], len(sheet.lines)]
    notes = [sheet.lines[start:end] for start, end in zip(opening, ends, strict=True)]
    sheet.lines = sheet.lines[: opening[0]]
    return [
        Paragraph((Run(" ".join(line.text for line in lines).replace("\t", " ")),), place)
        for lines in notes
        for place in [Place(sheet.number)]
    ]


def _mark_of(line: Line) -> str:
    """The number that a line begins with, apart from its words or grown together with them."""
    found = _MARK.match(line.text)
    return found[0] if found else ""


def _looks_a_note(line: Line, small: float) -> bool:
    """Whether the mark before a line is raised, or its letters are small."""
    first, *rest = line.words
    raised = bool(rest) and first.size < _RAISED * max(word.size for word in rest)
    return raised or median(word.size for word in line.words) < small
