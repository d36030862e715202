"""The letterhead repeated on the page where an attached document begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Table
from parcli.intake.recognise.head_marks import (
    MOTTO,
    MOTTO_INSIDE,
    NUMBER_LINE,
    is_dateline,
    is_loud,
)
from parcli.intake.recognise.kind import type_line
from parcli.model.unit_heads import begins_name
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.blocks import Paragraph

_MOST_LINES = 10
_LONGEST_LINE = 120
_TITLE = re.compile(
    r"PHỤ LỤC|PHỤ BIỂU|DANH MỤC|DANH SÁCH|KẾ HOẠCH|QUY CHẾ|ĐỀ ÁN|BIỂU|BẢNG|CHƯƠNG TRÌNH|"
    r"PHƯƠNG ÁN|QUY ĐỊNH|ĐỀ CƯƠNG|MẪU"
)


def head_again(blocks: Sequence[Block], at: int) -> int:
    """How many blocks from `at` on repeat a letterhead; 0 where none begins.

    It opens a page, or with its motto or issuer: a signature above it is no part of it.
    """
    first = blocks[at]
    if not (_opens_page(blocks, at) or _has_motto(first) or _names_issuer(first)):
        return 0
    length = 0
    told = False
    for number, block in enumerate(blocks[at : at + _MOST_LINES], 1):
        if isinstance(block, Table):
            if not is_head_table(block):
                break
            told, length = True, number
        elif type_line(block.text) or opens_title(block.text.strip()) or not _may_stand(block):
            break
        elif not is_loud(block.text.strip()) or _has_motto(block):
            told, length = told or _has_motto(block), number
        elif told:  # the issuer's column, printed below the motto
            length = number
    return length if told else 0


def opens_title(line: str) -> bool:
    """Whether a line begins the title of what is attached: "PHỤ LỤC I", "DANH MỤC …"."""
    return bool(_TITLE.match(line))


def is_head_table(table: Table) -> bool:
    """Whether a table of two or three columns holds the motto."""
    return any(MOTTO.search(folded(p.text)) for p in table.paragraphs()) and table.width <= 3


def _opens_page(blocks: Sequence[Block], at: int) -> bool:
    return at > 0 and _page(blocks[at]) != _page(blocks[at - 1])


def _names_issuer(block: Block) -> bool:
    """Whether a line in capitals is a unit's name: where no pages are known, a head opens so."""
    if isinstance(block, Table):
        return False
    text = block.text.strip()
    return is_loud(text) and begins_name(text.capitalize())


def _page(block: Block) -> int | None:
    if isinstance(block, Table):
        return next((line.place.page for line in block.paragraphs()), None)
    return block.place.page


def _has_motto(block: Block) -> bool:
    if isinstance(block, Table):
        return is_head_table(block)
    return len(block.text) < _LONGEST_LINE and bool(MOTTO_INSIDE.search(folded(block.text)))


def _may_stand(line: Paragraph) -> bool:
    """Whether a line may stand in a letterhead: motto, number, date, or a name in capitals."""
    text = line.text.strip()
    if len(text) > _LONGEST_LINE:
        return False
    stated = NUMBER_LINE.match(text) or is_dateline(text) or MOTTO.fullmatch(folded(text))
    return bool(stated) or _has_motto(line) or is_loud(text)
