"""Printed lines of a PDF → paragraphs, told by indents, gaps and how far a line reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.intake.blocks import Paragraph, Place
from parcli.intake.readers.pdf_joining import joined_runs
from parcli.intake.readers.pdf_lines import Line, lines_of
from parcli.intake.recognise.broken_lines import leaves_open
from parcli.intake.recognise.document_end import RECIPIENTS
from parcli.intake.recognise.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.intake.blocks import Run
    from parcli.intake.readers.pdf_words import Word

_CENTRED = 14.0
_LEVEL = 4.0
_SPACE = 3.0
_INDENT = 30.0
# What begins behind this share of the width stands in a right column.
_ASIDE = 0.45
# Lines reach this share of the width at least: right margins are 15 to 20 mm (NĐ 30/2020/NĐ-CP).
_NARROWEST = 0.84
_FEW_LINES = 12
# A line this short of the right edge, as a share of the width, is still a full one.
_SHORT = 0.12
_MOST_BRACKETED = 20
_CLOSING = re.compile(r"[^\s()]{1,12}\)")
_DASH = re.compile(r"[-–]\s")
_ENDS = (".", ";", ":")
_ITEM = re.compile(r"[-–+•*]\s+\S")


@dataclass(frozen=True)
class _Area:
    """Where the lines of a page begin and end, and how wide the page is."""

    left: float
    right: float
    width: float

    @classmethod
    def of(cls, lines: Sequence[Line], width: float) -> _Area:
        """The area that lines fill, the list of recipients left out: it may be set wider."""
        end = next((n for n, line in enumerate(lines) if RECIPIENTS.match(line.text)), len(lines))
        body = lines[:end] if end > 1 else lines
        right = sorted(line.x1 for line in body)[int(len(body) * 0.9)]
        if len(lines) < _FEW_LINES:  # too few to show how wide the page is set
            right = max(right, _NARROWEST * width)
        return cls(min(line.x0 for line in body), right, width)

    def had_no_room(self, above: Line, line: Line, *, centred: bool = False) -> bool:
        """Whether a line's first word did not fit into the one above, centred ones on both sides"""
        word = line.words[0]
        begins = self.left if centred else above.x0
        return above.x1 - above.x0 + _SPACE + word.x1 - word.x0 > self.right - begins

    def is_full(self, line: Line) -> bool:
        """Whether a line reaches to the right edge, or nearly."""
        return line.x1 > self.right - _SHORT * (self.right - self.left)

    def centres(self, line: Line) -> bool:
        """Whether a line is centred on the page, or between margins of unequal width."""
        middle = (line.x0 + line.x1) / 2
        middles = (self.width / 2, (self.left + self.right) / 2)
        return any(abs(middle - at) < _CENTRED for at in middles)

    def aside(self, line: Line) -> bool:
        """Whether a line stands in a right column."""
        return line.x0 > _ASIDE * self.width


def paragraphs_of(
    lines: Sequence[Line], width: float, page: int, before: int
) -> Iterator[tuple[float, Paragraph]]:
    """The lines as paragraphs, each with the height it begins at."""
    if not lines:
        return
    area = _Area.of(lines, width)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, area):
            groups[-1].append(line)
        else:
            groups.append([line])
    for number, group in enumerate(groups, before + 1):
        centred = (area.centres(group[0]) and group[0].x1 < area.right - 20) or (
            len(group) > 1 and _under_middle(group[-2], group[-1])
        )
        align = "center" if centred else "right" if area.aside(group[0]) else ""
        place = Place(page, number)
        yield group[0].top, Paragraph(joined_runs(group), place, "", "pdf", align)


def _goes_on(group: list[Line], line: Line, area: _Area) -> bool:
    """Whether a line belongs to the paragraph above it."""
    above = group[-1]
    if _begins_anew(group, line, area):
        return False
    if area.aside(above) and area.aside(line):  # positions and a name
        return leaves_open(above.text.rstrip(), line.text.lstrip())
    if line.x0 > area.left + _INDENT:
        full = area.had_no_room(above, line, centred=True)
        if _under_middle(above, line):
            return full and (above.text.isupper() or not line.text.isupper())
        if area.centres(above) and area.centres(line):
            indented = above.x0 > area.left + _LEVEL
            return full and indented and above.text.isupper() == line.text.isupper()
    return (area.had_no_room(above, line) or area.is_full(above)) and not _indented(
        group, line, area
    )


def _begins_anew(group: list[Line], line: Line, area: _Area) -> bool:
    """Whether a gap, a tab, another look or a number parts a line from those above it."""
    above = group[-1]
    height = above.bottom - above.top
    if line.top - above.bottom > 0.9 * height or "\t" in line.text or "\t" in above.text:
        return True
    parted = _all(above, "bold") != _all(line, "bold")
    if RECIPIENTS.match(line.text) or (parted and above.words[-1].bold != line.words[0].bold):
        return True
    return read_label(line.text) is not None and not (
        _closes_bracket(group, line) or _dash_inside(group, line, area)
    )


def _indented(group: list[Line], line: Line, area: _Area) -> bool:
    """Whether a line is set in as the first one of a paragraph."""
    if len(group) == 1:
        return line.x0 > area.left + _CENTRED and line.x0 >= group[0].x0 - 1
    return line.x0 > min(each.x0 for each in group) + 12


def runs_on(above: Sequence[Line], below: Sequence[Line], width: float) -> bool:
    """Whether the last paragraph of a page goes on with the first line of the next one.

    Its last line is full and open, and the next one is set out to the margin, without a number.
    """
    if not above or len(below) < 2:
        return False
    last, first = above[-1], below[0]
    if "\t" in f"{last.text}{first.text}" or last.text.rstrip().endswith((*_ENDS, "!", "?")):
        return False
    text = first.text
    titled = text.isupper() or last.words[-1].bold != first.words[0].bold
    if titled or RECIPIENTS.match(text) or read_label(text) is not None:
        return False
    at_margin = first.x0 < _Area.of(below, width).left + _LEVEL
    return at_margin and _Area.of(above, width).had_no_room(last, first)


def _closes_bracket(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins with the end of a bracket that stands open above: "(≥" and "301),"."""
    if not _CLOSING.match(line.text):
        return False
    said = "".join(each.text for each in group[-_MOST_BRACKETED:])
    return said.count("(") > said.count(")")


def _dash_inside(group: list[Line], line: Line, area: _Area) -> bool:
    """Whether a dash at a line's beginning stands in a sentence: "Nhà máy" and "- Xí nghiệp Đông".

    The line is set out to the margin, from which items are indented; the one above is full.
    """
    above = group[-1].text.rstrip()
    wrapped = line.x0 < area.left + _LEVEL and group[0].x0 > area.left + _CENTRED / 2
    dash = bool(_DASH.match(line.text)) and not above.endswith(_ENDS)
    return wrapped and dash and area.is_full(group[-1])


def _under_middle(above: Line, line: Line) -> bool:
    """Whether a line stands under the middle of a longer one, as a wrapped title's last words."""
    apart = abs((line.x0 + line.x1) - (above.x0 + above.x1)) / 2
    return apart < _LEVEL and line.x0 > above.x0 + _CENTRED


def _all(line: Line, look: str) -> bool:
    return all(getattr(word, look) for word in line.words)


def cell_lines(words: Sequence[Word], place: Place) -> tuple[Paragraph, ...]:
    """The words of a table cell as its lines: a new one where a list item begins."""
    groups: list[list[Line]] = []
    for line in lines_of(words):
        if groups and not _ITEM.match(line.text.replace("\t", " ")):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(_without_tabs(joined_runs(each)), place, "", "pdf") for each in groups)


def _without_tabs(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(run._replace(text=run.text.replace("\t", " ")) for run in runs)
