"""The lines of a document's head, in reading order, its columns read one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Paragraph, Table
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.head_columns import Line, in_columns
from parcli.intake.recognise.head_marks import (
    MOTTO,
    MOTTO_INSIDE,
    SALUTE,
    SUBJECT_MARK,
    is_dateline,
    is_loud,
)
from parcli.intake.recognise.kind import type_line
from parcli.intake.recognise.numbering import label_of
from parcli.intake.recognise.preamble import preamble_length
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_BLOCKS = 60
_LONGEST_LINE = 320
_LONGEST_CONTINUATION = 230
_WIDEST_HEAD = 3
_MOST_HEAD_ROWS = 4
_OPENING = re.compile(
    r"(căn cứ|theo (đề nghị|tinh thần|báo cáo)|xét |thực hiện|triển khai thực hiện|nhằm |để |"
    r"trong thời gian|"
    r"thời gian qua|ngày \d|những năm|trên cơ sở|tiếp tục thực hiện|qua |hiện nay|trước tình hình|"
    r"sau khi|năm 20\d\d,|ủy ban nhân dân .*(ban hành|yêu cầu|xây dựng|nhận được)|"
    r"ubnd .*(ban hành|yêu cầu|xây dựng)|"
    r"thủ tướng chính phủ yêu cầu)",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(?:THỦ TƯỚNG|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|(?:ỦY|UỶ) BAN (?:NHÂN DÂN|THƯỜNG VỤ)|UBND|QUỐC HỘI|"
    r"HỘI ĐỒNG NHÂN DÂN|"
    r"CHÍNH PHỦ|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CHÁNH ÁN|VIỆN TRƯỞNG|"
    r"TRƯỞNG PHÒNG|"
    r"HIỆU TRƯỞNG|TỔNG CỤC TRƯỞNG|THỐNG ĐỐC|CHỦ NHIỆM|BAN (?!HÀNH))"
)


@dataclass
class Head:
    """The head's lines and how many blocks of the document they take."""

    lines: list[Line] = field(default_factory=list)
    blocks: int = 0


def head_of(blocks: Sequence[Block]) -> Head:
    """The head at the beginning of `blocks`: everything before the addressees or the first
    sentence."""
    head = Head()
    start = preamble_length(blocks)
    taken: list[Block] = []
    reading = _Reading()
    for block in blocks[start : start + _MOST_BLOCKS]:
        if not reading.takes(block):
            break
        taken.append(block)
    head.blocks = start + len(taken)
    head.lines = in_columns(taken)
    return head


class _Reading:
    """Tells where the head ends while blocks pass."""

    def __init__(self) -> None:
        self._typed = self._fresh = self._subject = False
        self._number = False
        self._loud = False
        self._last: Paragraph | None = None

    def takes(self, block: Block) -> bool:
        if isinstance(block, Table):
            if any(SALUTE.match(line.text) for line in block.paragraphs()):
                return False
            layout = _lays_out_head(block)
            typed = [type_line(p.text) for p in block.paragraphs()]
            self._number = self._number or layout
            self._typed = self._fresh = self._typed or any(typed)
            return layout
        if SALUTE.match(block.text):
            return False
        taken = self._after_type(block) if self._typed else self._before_type(block)
        self._last = block if taken else self._last
        return taken

    def _before_type(self, block: Paragraph) -> bool:
        text = block.text.strip()
        self._number = self._number or bool(re.match(r"số\s*[:.]?\s*[\d/…. ]", text, re.IGNORECASE))
        kind = type_line(text)
        if kind and (self._number or text.upper() == text):
            self._typed = True
            self._fresh = not text[kind[2] :].strip(" .:\n")
            return True
        if SUBJECT_MARK.match(text):
            self._subject = True
            return len(text) < 2 * _LONGEST_LINE
        if self._subject and text[:1].islower():
            return len(text) < _LONGEST_LINE
        if self._subject and _is_authority(text):
            return False
        if len(text) > _LONGEST_LINE or _starts_body(block):
            return False
        return not (
            self._subject and (len(text) > _LONGEST_CONTINUATION or text.endswith((":", ";")))
        )

    def _after_type(self, block: Paragraph) -> bool:
        text = block.text.strip()
        if self._fresh:
            self._fresh = False
            self._loud = is_loud(text)
            return not (text.startswith("Căn cứ") or _is_authority(text))
        if MOTTO.fullmatch(folded(text)) or is_dateline(text) or not any(map(str.isalnum, text)):
            return True
        if text.startswith("(") and text.endswith(")"):
            return True
        if self._loud and not is_loud(text):
            return False
        if _starts_body(block) or _is_authority(text) or text.endswith((":", ";")):
            return False
        return self._same_look(block) and len(text) < _LONGEST_CONTINUATION

    def _same_look(self, block: Paragraph) -> bool:
        """Whether the title may go on here: as bold or as centred as before, or plain and short."""
        last = self._last
        if last is None or block.text[:1].islower():
            return True
        # A title in capitals is over where small letters begin, however wide its lines are set.
        if last.bold == block.bold and is_loud(last.text) and is_loud(block.text):
            return True
        if last.bold != block.bold or (last.align == "center") != (block.align == "center"):
            return False
        if last.bold or last.align == "center":
            return True
        return not block.gap and not block.text.rstrip().endswith(".")


def _lays_out_head(table: Table) -> bool:
    """Whether a table is the two columns of a head: motto, number, subject, place and date."""
    words = [line.text for line in table.paragraphs()]
    inside = folded(" ".join(words))
    if MOTTO_INSIDE.search(inside):
        return True
    columns = columns_of(table)
    if columns is not None and columns.roles[0] == "number" and columns.hands_out_tasks:
        return False
    small = table.width <= _WIDEST_HEAD and len(table.rows) <= _MOST_HEAD_ROWS
    marked = any(SUBJECT_MARK.match(text) or is_dateline(text.strip()) for text in words)
    return small and (marked or bool(re.search(r"\bso\b", inside)))


def _starts_body(block: Paragraph) -> bool:
    label = label_of(block)
    if MOTTO_INSIDE.search(folded(block.text)):
        return False
    if label is not None and not is_loud(block.text):
        return True
    if label is not None and (label.kind in {"I", "1", "A", "điều", "phần"} or label.bullet):
        return not re.fullmatch(r"[-–—_*\s]+", block.text)
    return bool(_OPENING.match(block.text)) and len(block.text) > 60


def _is_authority(text: str) -> bool:
    return is_loud(text) and bool(_AUTHORITY.match(text))
