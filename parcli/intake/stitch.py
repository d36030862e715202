"""Puts together what line and page breaks parted: sentences, tables, table rows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Document, Paragraph, Table, joined
from parcli.intake.recognise.broken_lines import leaves_open
from parcli.intake.recognise.numbering import label_of
from parcli.intake.stitch_tables import whole_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDED = (".", ";", ":", "!", "?", "./.", "…")
_PAGE_NUMBER = re.compile(
    r"\s*+(?:trang\s++)?(?:[-–]\s*+)?\d{1,3}\s*+(?:[-–]\s*+)?(?:/\s*+\d{1,3}\s*+)?$", re.IGNORECASE
)
# What a digital signature prints over the head of a page.
_STAMP = re.compile(
    r"\s*(?:người ký|ký bởi|ký số bởi|được ký bởi|thời gian ký|ngày ký|email|e-mail|"
    r"digitally signed|signature not verified)\s*(?::|by\b|$)",
    re.IGNORECASE,
)
_LONGEST_STAMP = 160
# A number of the longest lists; label_of reads those of three figures.
_COUNTED = re.compile(r"\s*(?P<label>(?P<number>\d{1,4})[.)])\s+(?=\S)")
_THREE_FIGURES = 999
# "Số:" alone: the number below it is no label, though "12/" might begin a list.
_NUMBER_WANTED = re.compile(r"(?:^|\t)\s*[Ss]ố\s*:$")
_ROOM_WORDS = 3
_MIN_WRAPPED = 8
_WRAP_WIDTH = (55, 130)
# So much of what was said tells whether it goes on; a page of lines would be looked through again.
_SAID_LAST = 200


def stitched(document: Document) -> Document:
    """The document with broken sentences, tables and rows made whole; page numbers left out."""
    blocks = [b for b in document.blocks if not (_is_page_number(b) or _is_stamp(b))]
    blocks = _sentences(_counted_on(blocks), _wrap_width(blocks))
    return replace(document, blocks=whole_tables(blocks))


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


def _counted_on(blocks: list[Block]) -> list[Block]:
    """Paragraphs after "999." that go on counting, their number taken out of the text as a label.

    "2024. …" after anything but 2023 is a year, and "1.250." a sum.
    """
    counted: list[Block] = []
    last = 0
    for block in blocks:
        found = _COUNTED.match(block.text) if isinstance(block, Paragraph) else None
        number = int(found["number"]) if found else 0
        if found and isinstance(block, Paragraph) and number == last + 1 > _THREE_FIGURES:
            runs = block.cut(found.end()).runs
            counted.append(replace(block, label=found["label"], runs=runs))
        else:
            counted.append(block)
        if found and (number <= _THREE_FIGURES or number == last + 1):
            last = number
    return counted


def _sentences(blocks: list[Block], width: int) -> list[Block]:
    whole: list[Block] = []
    open_lines: list[Paragraph] = []
    said, last_length = "", 0
    for block in blocks:
        if isinstance(block, Table):
            whole += [*_one(open_lines), block]
            open_lines, said, last_length = [], "", 0
            continue
        if open_lines and _goes_on(said, block, width, last_length):
            open_lines.append(block)
            said = f"{said} {block.text.strip()}"[-_SAID_LAST:]
        else:
            whole += _one(open_lines)
            open_lines, said = [block], block.text.rstrip()[-_SAID_LAST:]
        last_length = len(block.text)
    return [*whole, *_one(open_lines)]


def _had_room(text: str, room: float) -> bool:
    """Whether a line that begins with a capital would have had room for its first words above."""
    return text[:1].isupper() and len(" ".join(text.split()[:_ROOM_WORDS])) < room


def _one(lines: list[Paragraph]) -> list[Paragraph]:
    """The lines of one sentence as a paragraph; nothing for none."""
    return [joined(*lines) if len(lines) > 1 else lines[0]] if lines else []


def _goes_on(said: str, after: Paragraph, width: int, last_length: int) -> bool:
    """Whether `after` is the rest of a sentence that the words `said` leave open."""
    text = after.text.strip()
    if not text or not said:
        return False
    if label_of(after) is not None and not (_NUMBER_WANTED.search(said) and text[0].isdigit()):
        return False
    if leaves_open(said, text):
        return True
    wrapped = width and not after.gap and last_length > 0.75 * width
    if not wrapped or (said.endswith(_ENDED) and last_length < 0.9 * width):
        return False
    return not _had_room(text, width - last_length)
