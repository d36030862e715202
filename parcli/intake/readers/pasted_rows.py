"""Rows of a pasted table whose cells hold several lines: Word and Excel paste them as lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.recognise.head_marks import is_loud
from parcli.intake.recognise.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST_COLUMNS = 3
_MOST_LINES = 60
_NUMBERED_TABLE = re.compile(r"\W*+(?:STT|TT|Số TT|Số thứ tự)\W*\t", re.IGNORECASE)
_BEGINS_ROW = re.compile(
    r"[^\S\t]*+(?:[-+*•–]|\(?(?:\d{1,3}|[IVXLC]{1,5}|[A-Za-zĐđ])(?:\.\d{1,2})*[.)/]?)?[ ]*\t"
)
# Excel quotes a cell of several lines.
_QUOTE_OPEN = re.compile(r'(?:^|\t)"[^"\t]*$')
_QUOTED = re.compile(r'(?:(?<=\t)|^)"([^"\t]*\n[^"\t]*)"(?=\t|$)')
# A narrow letterhead breaks "Số: 12/KH-UBND" and "ngày 02 tháng 3" where no line can end.
_HEAD_OPEN = re.compile(r"Số\s?:\s*$|ngày\s*(?:\d\d?\s*)?$")
_HEAD_REST = re.compile(r"\s*(?:\d{1,5}\s?/\s?[^\W\d_]|\d{1,2}\s+tháng\s|tháng\s+\d)")
_RECIPIENTS = re.compile(r"\W*Nơi nhận\b")
_UPPER_KINDS = ("I", "A", "phần", "chương", "mục")


Numbered = tuple[int, str]


def whole_lines(lines: Sequence[Numbered], columns: int) -> tuple[list[Numbered], int]:
    """Numbered lines with those joined that a cell or a narrow column parted; any other alone.

    `columns` is how many the last table above has: blank lines may part its rows. The answer says
    how many the last one has now.
    """
    return _whole_rows(_unquoted(_unbroken(lines)), columns)


def _unbroken(lines: Sequence[Numbered]) -> list[Numbered]:
    """The lines of a letterhead's number and date in one piece."""
    whole: list[Numbered] = []
    for number, line in lines:
        if whole and _HEAD_OPEN.search(whole[-1][1]) and _HEAD_REST.match(line):
            whole[-1] = (whole[-1][0], f"{whole[-1][1].rstrip()} {line.lstrip()}")
        else:
            whole.append((number, line))
    return whole


def _unquoted(lines: Sequence[Numbered]) -> list[Numbered]:
    """A cell that Excel quoted, for it has several lines, in one line of the text."""
    whole: list[Numbered] = []
    at = 0
    while at < len(lines):
        number, row = lines[at]
        end = at + 1
        while _QUOTE_OPEN.search(row) and end < min(len(lines), at + _MOST_LINES):
            row = f"{row}\n{lines[end][1]}"
            row = _QUOTED.sub(r"\1", row)
            end += 1
        closed = "\t" in row and not _QUOTE_OPEN.search(row)
        whole.append((number, row) if closed else lines[at])
        at = end if closed else at + 1
    return whole


def _whole_rows(numbered: Sequence[Numbered], width: int) -> tuple[list[Numbered], int]:
    """The lines with those of one table row joined by a line break; and the table's width.

    Only where a heading "STT" or "TT" tells that each row begins with its number or an empty cell.
    """
    rows: list[Numbered] = []
    lines = [line for _number, line in numbered]
    at = 0
    parted = width >= _FEWEST_COLUMNS
    while at < len(lines):
        end = at + 1
        if _NUMBERED_TABLE.match(lines[at]):
            end = _heading_end(lines, at)
            width = _cells(lines[at:end])
        elif width >= _FEWEST_COLUMNS and _BEGINS_ROW.match(lines[at]):
            end = _row_end(lines, at, width)
            if parted and at == 0 and _cells(lines[:end]) == width and _all_cell(lines[end:]):
                end = len(lines)
        rows.append((numbered[at][0], "\n".join(lines[at:end])))
        at = end
    return rows, width


def _all_cell(lines: Sequence[str]) -> bool:
    """Whether the lines between a row and a blank line all belong to its last cell."""
    return not any("\t" in line or _heads_section(line) for line in lines)


def _cells(lines: Sequence[str]) -> int:
    return sum(line.count("\t") for line in lines) + 1


def _heading_end(lines: Sequence[str], at: int) -> int:
    """Where the headings end: before the first row or section, lines without a tab only between."""
    end = at + 1
    for place in range(at + 1, min(len(lines), at + _MOST_LINES)):
        line = lines[place]
        if _BEGINS_ROW.match(line) or _heads_section(line):
            break
        if "\t" in line or (end == place and line[:1].islower()):
            end = place + 1
    return end


def _row_end(lines: Sequence[str], at: int, width: int) -> int:
    """Where a row ends: its cells complete and the list in its last cell over.

    A row that the lines below do not complete to the table's width stays as short as it is.
    """
    cells, end = _cells(lines[at : at + 1]), at + 1
    for place in range(at + 1, min(len(lines), at + _MOST_LINES)):
        if cells >= width or _BEGINS_ROW.match(lines[place]) or _heads_section(lines[place]):
            break
        cells += lines[place].count("\t")
        end = place + 1
    if cells != width:
        return at + 1
    while end < len(lines) and _ends_cell(lines[end - 1], lines[end]):
        end += 1
    return end


def _heads_section(line: str) -> bool:
    """Whether a line without a tab is a title of a section, or the first of the document's end."""
    if "\t" in line:
        return False
    label = read_label(line.strip())
    upper = label is not None and label.kind in _UPPER_KINDS
    return upper or is_loud(line) or bool(_RECIPIENTS.match(line))


def _ends_cell(said: str, line: str) -> bool:
    """Whether a line without a tab goes on with the last cell of the row above it."""
    text = line.strip()
    if "\t" in line or not text or _heads_section(line):
        return False
    goes_on = text[0].islower() or text[0] in "-+•–*" or said.rstrip().endswith((",", ";", ":"))
    return goes_on and (read_label(text) is None or text[0] in "-+•–*")
