"""Where the end of a document stands, with recipients and signature, and how far it reaches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.blocks import Block, Paragraph, Table, lines_of
from parcli.intake.recognise.head_again import head_again, opens_title
from parcli.intake.recognise.head_columns import pieces
from parcli.intake.recognise.letters import CAPITALS
from parcli.intake.recognise.numbering import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

RECIPIENTS = re.compile(r"[\s_*]*n[ơo]i nhận[\s_*]*:?\s*", re.IGNORECASE)
AUTHORITY = re.compile(r"TM\s*[.,]|T/M[\s.,]")
ACTING = re.compile(r"(?:KT|TL|TUQ|K/T|T/L|Q)\s*[.,]|(?:K/T|T/L)\s")
_POSITION = re.compile(
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|"
    r"PHÓ THỦ TƯỚNG|CHÁNH|CỤC TRƯỞNG|TRƯỞNG|"
    r"CHÁNH VĂN PHÒNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|BÍ THƯ|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|CHỈ HUY|TỔNG|"
    r"ỦY VIÊN|CHỦ NHIỆM|THỐNG ĐỐC|CHÍNH ỦY)"
)
_LONGEST_TYPED_POSITION = 6
NAME = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|Đại tá|Thiếu tướng|"
    rf"Thượng tá)\.?\s*)*[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*){{1,5}}$"
)
SIGNED = re.compile(
    r"\(?\s*(?:đã ký|da ky|ký tên|signed).*\)?$|\[?(?:chữ ký|dấu).*\]?$", re.IGNORECASE
)
# The copy that the office keeps for its files closes the list of recipients.
FILED = re.compile(r"[-–+*•]?\s*Lưu\b(?!\s+ý)")
# Who gets the paper on paper, who as a file: a second list of recipients.
SENT_BY = re.compile(
    r"(?:(?:gửi|nhận) )?(?:bản|văn bản) (?:điện tử|giấy|cứng|mềm|chính|sao)\b.{0,40}:|"
    r"(?:đồng|sao|cc|gửi)\s*(?:gửi|kính gửi|qua [^:]{3,40})\s*:",
    re.IGNORECASE,
)
DASHES = ("-", "–", "+", "*", "•")
_LONGEST_TAIL = 80
_LONGEST = 200
_LONGEST_RECIPIENT = 120
_LONGEST_POSITION = 60


def tail_start(blocks: Sequence[Block]) -> int | None:
    """Where the end of the document begins; None where neither recipients nor signature are
    found."""
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            if any(
                RECIPIENTS.match(p.text) or AUTHORITY.match(p.text.strip())
                for p in block.paragraphs()
            ):
                return place
        elif RECIPIENTS.match(block.text) and len(block.text) < _LONGEST:
            return _with_signature_before(blocks, place)
    signed = [
        n
        for n, block in enumerate(blocks)
        if isinstance(block, Paragraph) and opens_signature(block.text)
    ] or [n for n in range(len(blocks)) if _is_signed_here(blocks, n)]
    if not signed:
        return None
    # An early one, above a long appendix, is one where somebody's name says so.
    at = signed[-1]
    named = _is_signed_here(blocks, at) or _is_signed_here(blocks, at + 1)
    return at if named or at > len(blocks) // 4 else None


def _is_signed_here(blocks: Sequence[Block], at: int) -> bool:
    """Whether a position in capitals stands here with a name below it: "CHỦ TỊCH", "Lê Văn A"."""
    here = blocks[at : at + 3]
    lines = [block.text.strip() for block in here if isinstance(block, Paragraph)]
    if not lines or isinstance(here[0], Table) or not is_position(lines[0]):
        return False
    below = [line for line in lines[1:] if not (SIGNED.match(line) or is_position(line))]
    return bool(below) and is_name(below[0])


def opens_signature(text: str) -> bool:
    """Whether a line says for whom is signed: "TM. …", "KT. …"."""
    line = text.strip()
    return len(line) < 90 and bool(AUTHORITY.match(line) or ACTING.match(line))


def _with_signature_before(blocks: Sequence[Block], place: int) -> int:
    """A signature block printed above the recipients belongs to the end as well."""
    start = place
    while start > 0 and place - start < 6:
        block = blocks[start - 1]
        if not isinstance(block, Paragraph):
            break
        line = block.text.strip()
        if not (
            opens_signature(line) or is_position(line) or SIGNED.match(line) or NAME.fullmatch(line)
        ):
            break
        start -= 1
    return start


def is_position(line: str) -> bool:
    """Whether a line in capitals is the position of who signs: "PHÓ CHỦ TỊCH"."""
    return line.upper() == line and bool(_POSITION.match(line)) and len(line) < 80


def is_typed_position(line: str) -> bool:
    """Whether a line in small letters is a position, where one is wanted: "Phó Chủ tịch"."""
    short = len(line.split()) <= _LONGEST_TYPED_POSITION and not line.endswith((";", ",", "."))
    return short and line[:1].isupper() and is_position(line.upper())


def tail_length(blocks: Sequence[Block]) -> int:
    """How many of the blocks belong to the end: recipients, positions, one name."""
    tail = _Tail()
    listed = _list_length(blocks)
    for place, block in enumerate(blocks):
        if place and head_again(blocks, place):
            return place
        if isinstance(block, Table):
            taken = tail.takes_table([p.text.strip() for p in block.paragraphs()])
            if not (taken or place < listed):
                return place
            continue
        label = label_of(block)
        bullet = label is not None and label.bullet
        lines = [tail.takes_line(span.text.strip(), bullet=bullet) for span in pieces(block)]
        if not (all(lines) or place < listed):
            return place
    return len(blocks)


def _list_length(blocks: Sequence[Block]) -> int:
    """How many of the blocks reach to "Lưu: VT", the last recipient; 0 where none is filed.

    However its lines are wrapped, the list of recipients ends with the office's own files.
    """
    opened = False
    for place, block in enumerate(blocks[:_LONGEST_TAIL]):
        if place and head_again(blocks, place):
            return 0
        lines = [line.text.strip() for line in lines_of([block])]
        opened = opened or any(map(RECIPIENTS.match, lines))
        filed = next((line for line in lines if FILED.match(line)), None)
        if opened and filed is not None:
            return min(place + 1 + filed.endswith(","), len(blocks))
    return 0


class _Tail:
    """Tells where the end is over while its lines pass: after a position and a name."""

    def __init__(self) -> None:
        self._named = self._positioned = False

    def takes_table(self, lines: Sequence[str]) -> bool:
        if any(RECIPIENTS.match(t) or opens_signature(t) or is_position(t) for t in lines):
            self._positioned = True
            self._named = self._named or any(map(is_name, lines))
            return True
        last = self._positioned and not self._named and _closes(lines)
        self._named = self._named or last
        return last

    def takes_line(self, line: str, *, bullet: bool) -> bool:
        if RECIPIENTS.match(line) or SIGNED.match(line) or SENT_BY.fullmatch(line):
            return True
        if bullet and len(line) < _LONGEST:
            return True
        if self._is_position(line):
            self._positioned = True
            return not self._named
        if self._named:
            return False
        if self._positioned:
            self._named = bool(NAME.match(line))
            return self._named
        return len(line) < _LONGEST_RECIPIENT and line.endswith((";", ".", ","))

    def _is_position(self, line: str) -> bool:
        loud = line.upper() == line and len(line) < _LONGEST_POSITION and not opens_title(line)
        waiting = self._positioned and not self._named
        wanted = waiting and (loud or is_typed_position(line))
        return opens_signature(line) or is_position(line) or wanted


def is_name(line: str) -> bool:
    """Whether a line is the name of a person and nothing else."""
    return bool(NAME.fullmatch(line)) and not (is_position(line) or opens_signature(line))


def _closes(lines: Sequence[str]) -> bool:
    """Whether lines are the last recipients beside the name of who signed."""
    rest = [line for line in lines if line and not line.startswith(DASHES)]
    return len(rest) == 1 and bool(NAME.fullmatch(rest[0]))
