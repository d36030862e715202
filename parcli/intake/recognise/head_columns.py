"""The two columns of a letterhead, laid out by table, tabs, wide gaps or a single space."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.intake.accounting import Span, whole
from parcli.intake.blocks import Block, Paragraph, Table
from parcli.intake.recognise.kind import type_line
from parcli.intake.recognise.letters import CAPITALS, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLUMN_GAP = re.compile(r"\t+|\s{3,}|\n|\s*\|\s*")
# Where one space is all that parts two columns: at the motto, at "Số:", before place and date.
_NATION = r"CỘNG H(?:ÒA|OÀ) XÃ HỘI(?: CHỦ NGHĨA(?: VIỆT(?: NAM)?)?)?|ĐẢNG CỘNG SẢN VIỆT NAM"
_MOTTO_WORDS = rf"(?:{_NATION}|(?i:Độc lập\s?[-–]\s?Tự do\s?[-–]\s?Hạnh phúc))"
# "Thành phố Huế, ngày …": the level is part of the place's name.
_LEVEL = r"(?:Thành phố|Thị xã|Thị trấn|Đặc khu|Tỉnh|Quận|Huyện|Phường|Xã|TP\.?)"
# "Thành phố Hồ Chí Minh, ngày …": NĐ 30/2020/NĐ-CP Phụ lục I, mục II.4.
_LEVEL = r"(?:Thành phố|Thị xã|Thị trấn|Đặc khu|TP\.?|Tp\.?)"
_TIGHT_GAP = re.compile(
    rf"(?<=\S) (?={_MOTTO_WORDS})|(?<=NAM) (?=Độc lập)|(?<=[Pp]húc) (?=\S)|"
    rf"(?<=[{CAPITALS}{SMALL}]) (?=Số\s?:)|"
    rf"(?<=\S) (?=(?:{_LEVEL} )?[{CAPITALS}][{SMALL}]+(?:(?: | ?- ?)[{CAPITALS}][{SMALL}]+){{0,4}}"
    r",? "
    r"ngày[\s\d.…]+tháng)"
)
_PLACE_BEGUN = re.compile(
    rf"(?:^|[\s.])(?:{_LEVEL}|[{CAPITALS}][{SMALL}]*(?:-[{CAPITALS}][{SMALL}]*)*)(?:\s-)?$"
)
_LONGEST_LINE = 320


@dataclass(frozen=True)
class Line:
    """One printed line; lines of one `column` follow each other."""

    span: Span
    column: tuple[int | None, int | None]

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.text.strip()


def in_columns(blocks: Sequence[Block]) -> list[Line]:
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
    for gap in _gaps(text):
        if text[at : gap.start()].strip() and not _blank_to_fill(text, gap):
            yield Span(paragraph, at, gap.start())
            at = gap.end()
    if text[at:].strip():
        yield Span(paragraph, at, len(text))
    elif not text.strip():
        yield whole(paragraph)


def _gaps(text: str) -> list[re.Match[str]]:
    """The gaps between columns; a single space counts at the motto and before place and date."""
    tight = [] if len(text) > _LONGEST_LINE else _TIGHT_GAP.finditer(text)
    kept = [gap for gap in tight if not _PLACE_BEGUN.search(text[: gap.start()])]
    return sorted([*_COLUMN_GAP.finditer(text), *kept], key=lambda gap: gap.start())


def _blank_to_fill(text: str, gap: re.Match[str]) -> bool:
    """Whether the gap is a blank left for a number or a day: "Số:      /UBND", "ngày     tháng"."""
    if gap[0] == "\n":
        return False
    before, after = text[: gap.start()].rstrip(), text[gap.end() :].lstrip()
    if re.search(r"(?:số\s*:?|ngày|tháng|năm)\s*\d{0,4}$", before, re.IGNORECASE):
        return bool(re.match(r"/|tháng|năm|\d", after, re.IGNORECASE)) or before.lower().endswith(
            ":"
        )
    return after.startswith("/")
