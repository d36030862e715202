"""The requests of a short letter, in paragraphs without a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Paragraph
from parcli.intake.recognise.circles import is_open
from parcli.intake.recognise.closings import hands_out, last_words
from parcli.intake.recognise.deadlines import deadline_in
from parcli.intake.recognise.numbering import label_of
from parcli.intake.recognise.reports import is_report
from parcli.intake.recognise.units import cell_units, leading_units
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.blocks import Block
    from parcli.schedule.periods import Period

_ASKS = re.compile(
    r"(?<!\w)(?:giao|(?:kính |trân trọng )?đề nghị|yêu cầu|mời)\s+(?=\S)", re.IGNORECASE
)
# What another paper asked is told, not asked: "Sở A có văn bản số 5 đề nghị …", "theo yêu cầu".
_TOLD = re.compile(
    r"(?:việc|theo|xét|được|đã|(?:công văn|văn bản|tờ trình|báo cáo|đơn|phiếu)\b[^,;.]{0,80})\s*$",
    re.IGNORECASE,
)
_NEAR = 160
_LONGEST = 1000
# Words to the reader, without a name: "đề nghị Quý cơ quan có ý kiến".
_TO_READER = re.compile(
    r"\bquý (?:cơ quan|đơn vị|sở|bộ|ban|ủy ban|công ty|trường|vị|ông|bà|địa phương)\b|"
    r"(?:đề nghị|yêu cầu|kính mong|xin)\s+(?:các\s+)?(?:cơ quan|đơn vị|địa phương|đồng chí|ông|bà|"
    r"cho ý kiến|ý kiến)|có ý kiến|góp ý",
    re.IGNORECASE,
)


def plain_lines(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of a body without numbers, tables or a line that leads in to others."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    listed = len(lines) < len(blocks) or any(label_of(line) is not None for line in lines)
    return [] if listed or any(line.text.rstrip().endswith(":") for line in lines) else lines


def asked_in(text: str, *, clause: bool = False) -> list[str]:
    """The units that a sentence in the issuer's own name asks to act; [] where it asks none.

    "Về việc này, Chủ tịch UBND tỉnh giao Sở A kiểm tra …", "Sở A đề nghị các trường nộp …".
    With `clause`, only where the asking opens a clause: "Căn cứ …, yêu cầu các sở …".
    """
    for asks in _ASKS.finditer(text):
        at = asks.start()
        before = text[max(0, at - _NEAR) : at]
        if _TOLD.search(before) or (clause and not before.rstrip().endswith((",", ";", ".", ":"))):
            continue
        found = leading_units(text[at : at + _LONGEST])
        if found is not None:
            return found.names
    return []


def _orders(text: str, issued: Period | None) -> list[str]:
    """Whom a further paragraph gives work of its own; [] for a report and for the last words."""
    if not hands_out(text) or is_report(text, issued):
        return []
    found = leading_units(text)
    return found.names if found else []


def requests_in(
    lines: Sequence[Paragraph], addressees: Sequence[Any], issued: Period | None
) -> dict[int, list[str]]:
    """Which of a letter's paragraphs ask for something, and whom.

    Those that name the units; where none does, the one that asks its readers by a day.
    """
    texts = [one_line(line.text) for line in lines]
    asked = {place: names for place, text in enumerate(texts) if (names := asked_in(text))}
    if asked:
        further = range(min(asked) + 1, len(texts))
        asked |= {n: _orders(texts[n], issued) for n in further if n not in asked}
        asked = {n: names for n, names in asked.items() if names}
    final = len(texts) - 1
    if len(asked) > 1 and last_words(texts[final]):
        asked.pop(final, None)
    if asked and not all(is_open(name) for names in asked.values() for name in names):
        return asked
    readers = [name for each in addressees for name in cell_units(str(each))]
    for place, text in enumerate(texts):
        if readers and (place in asked or _TO_READER.search(text)):
            phrase, _several = deadline_in(text, issued)
            if phrase:
                return {place: readers}
    return asked
