"""Headings that say when: "Trong tháng 12/2026:", "Đợt 1: Quý I/2026" above what is done then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.schedule.phrases import read_deadline
from parcli.text import one_line

if TYPE_CHECKING:
    from parcli.schedule.periods import Period

_LONGEST = 90
_STAGE = re.compile(
    r"(?:đợt|giai đoạn|bước|kỳ|lần|cao điểm)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]{1,4}|nhất|một|hai|ba|tư|"
    r"bốn|năm)\s*(?:[:,.–-]\s*|\(\s*|(?=từ\s|trong\s|đến\s))",
    re.IGNORECASE,
)
_SAYS_WHEN = re.compile(
    r"(?:trong|từ|đến|trước|sau|chậm nhất|quý|tháng|năm|giai đoạn|ngày|tuần|cuối|đầu|giữa|hết|"
    r"(?:h[àằ]ng|mỗi|định kỳ)(?: h[àằ]ng)? (?:tuần|tháng|quý|năm)|0?6 tháng|0?9 tháng)(?!\w)",
    re.IGNORECASE,
)
_KINDS = frozenset(("fixed", "range", "recurring", "compound"))


def heading_deadline(heading: str, issued: Period | None = None) -> str | None:
    """When all below a heading is due, where it says nothing else; None for any other.

    Of "Đợt 2: Từ tháng 3 đến tháng 5/2026" the words behind the colon; not of "Kế hoạch năm 2026".
    """
    said = one_line(heading[: 2 * _LONGEST]).strip(" .:;*")
    if len(said) > _LONGEST:
        return None
    stage = _STAGE.match(said)
    when = said[stage.end() :].strip(" :") if stage else said
    if stage and stage[0].rstrip().endswith("(") and when.endswith(")"):
        when = when[:-1]
    if ":" in when or not _SAYS_WHEN.match(when):
        return None
    kind = read_deadline(when, issued=issued).kind
    return when if kind in _KINDS or (stage and kind == "event") else None
