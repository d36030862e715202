"""The lines of a document's head, in reading order, its columns read one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcli.intake.accounting import Span, whole
from parcli.intake.blocks import Block, Paragraph, Table
from parcli.intake.recognise.kind import type_line
from parcli.intake.recognise.numbering import label_of
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLUMN_GAP = re.compile(r"\t+|\s{3,}|\n|\s*\|\s*")
_MOST_BLOCKS = 60
_LONGEST_LINE = 320
_LONGEST_CONTINUATION = 230
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
    r"(?:THỦ TƯỚNG|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|"
    r"HỘI ĐỒNG NHÂN DÂN|"
    r"CHÍNH PHỦ|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CHÁNH ÁN|VIỆN TRƯỞNG|"
    r"TRƯỞNG PHÒNG|"
    r"HIỆU TRƯỞNG|BAN )"
)
SUBJECT_MARK = re.compile(r"\s*(?:v\s*/\s*v|vv|về việc|trích yếu)\s*[:.]?\s*", re.IGNORECASE)
SALUTE = re.compile(r"\s*k[íi]nh\s+gửi\s*:?\s*", re.IGNORECASE)
MOTTO = re.compile(
    r"cong hoa xa hoi chu nghia( viet nam)?|doc lap tu do hanh phuc|viet nam|dang cong san viet nam"
)


@dataclass
class Head:
    """The head's lines and how many blocks of the document they take."""

    lines: list[Line] = field(default_factory=list)
    blocks: int = 0


@dataclass(frozen=True)
class Line:
    """One printed line; lines of one `column` follow each other."""

    span: Span
    column: tuple[int | None, int | None]

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.text.strip()


def head_of(blocks: Sequence[Block]) -> Head:
    """The head at the beginning of `blocks`: everything before the addressees or the first
    sentence."""
    head = Head()
    taken: list[Block] = []
    reading = _Reading()
    for block in blocks[:_MOST_BLOCKS]:
        if not reading.takes(block):
            break
        taken.append(block)
    head.blocks = len(taken)
    head.lines = _in_columns(taken)
    return head


class _Reading:
    """Tells where the head ends while blocks pass."""

    def __init__(self) -> None:
        self._typed = self._fresh = self._subject = False
        self._number = False
        self._last: Paragraph | None = None

    def takes(self, block: Block) -> bool:
        if isinstance(block, Table):
            inside = folded(" ".join(p.text for p in block.paragraphs()))
            layout = (
                "doc lap tu do" in inside
                or "cong hoa xa hoi" in inside
                or (
                    bool(re.search(r"\bso\b", inside)) and block.width <= 3 and len(block.rows) <= 4
                )
            )
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
        if len(text) > _LONGEST_LINE or _starts_body(block):
            return False
        return not (
            self._subject and (len(text) > _LONGEST_CONTINUATION or text.endswith((":", ";")))
        )

    def _after_type(self, block: Paragraph) -> bool:
        text = block.text.strip()
        if self._fresh:
            self._fresh = False
            return not (text.startswith("Căn cứ") or _is_authority(text))
        if MOTTO.fullmatch(folded(text)) or is_dateline(text) or not any(map(str.isalnum, text)):
            return True
        if text.startswith("(") and text.endswith(")"):
            return True
        if _starts_body(block) or _is_authority(text) or text.endswith((":", ";")):
            return False
        return self._same_look(block) and len(text) < _LONGEST_CONTINUATION

    def _same_look(self, block: Paragraph) -> bool:
        """Whether the title may go on here: as bold or as centred as before, or plain and short."""
        last = self._last
        if last is None or block.text[:1].islower():
            return True
        if last.bold != block.bold or (last.align == "center") != (block.align == "center"):
            return False
        if last.bold or last.align == "center":
            return True
        return not block.gap and not block.text.rstrip().endswith(".")


def _starts_body(block: Paragraph) -> bool:
    label = label_of(block)
    if label is not None and not _capitals(block.text):
        return True
    if label is not None and (label.kind in {"I", "1", "A", "điều", "phần"} or label.bullet):
        return not re.fullmatch(r"[-–—_*\s]+", block.text)
    return bool(_OPENING.match(block.text)) and len(block.text) > 60


def _is_authority(text: str) -> bool:
    return _capitals(text) and bool(_AUTHORITY.match(text))


def _capitals(text: str) -> bool:
    return text.upper() == text and any(map(str.isalpha, text))


def is_dateline(text: str) -> bool:
    """Whether a line states place and date, figures filled in or not."""
    return (
        bool(re.search(r"ngày[\s\d.…_/]*tháng[\s\d.…_/]*năm", text, re.IGNORECASE))
        and len(text) < 90
    )


def _in_columns(blocks: Sequence[Block]) -> list[Line]:
    """Lines before the type as columns, first the left one; the rest as they stand."""
    left: list[Line] = []
    right: list[Line] = []
    later: list[Line] = []
    typed = False
    for block in blocks:
        if isinstance(block, Table):
            for line in _table_lines(block):
                second = line.column[1] is not None and line.column[1] > 0
                (later if typed else right if second else left).append(line)
            continue
        typed = typed or (bool(type_line(block.text)) and bool(left))
        stretches = list(pieces(block))
        for place, span in enumerate(stretches):
            plain = "\n" in block.text
            target = later if typed else right if place and not plain else left
            target.append(Line(span, (None, 0)))
    return [*left, *right, *later]


def _table_lines(table: Table) -> Iterator[Line]:
    for column in range(table.width):
        for row in table.rows:
            for cell in row.cells:
                if cell.column != column:
                    continue
                for paragraph in cell.lines:
                    for span in pieces(paragraph):
                        yield Line(span, (table.place.table or 0, column))


def pieces(paragraph: Paragraph) -> Iterator[Span]:
    """The stretches of a paragraph that wide gaps part."""
    at = 0
    text = paragraph.text
    for gap in _COLUMN_GAP.finditer(text):
        if text[at : gap.start()].strip() and not _blank_to_fill(text, gap):
            yield Span(paragraph, at, gap.start())
            at = gap.end()
    if text[at:].strip():
        yield Span(paragraph, at, len(text))
    elif not text.strip():
        yield whole(paragraph)


def _blank_to_fill(text: str, gap: re.Match[str]) -> bool:
    """Whether the gap is a blank left for a number or a day: "Số:      /UBND", "ngày     tháng"."""
    if gap[0] == "\n":
        return False
    before, after = text[: gap.start()].rstrip(), text[gap.end() :].lstrip()
    if re.search(r"(?:số\s*:?|ngày|tháng|năm)$", before, re.IGNORECASE):
        return bool(re.match(r"/|tháng|năm|\d", after, re.IGNORECASE)) or before.lower().endswith(
            ":"
        )
    return after.startswith("/")
