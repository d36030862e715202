"""The end of a document: recipients (Nơi nhận) and the signature block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Block, Paragraph, Table, lines_of
from parcli.intake.recognise.head_again import head_again
from parcli.intake.recognise.head_columns import pieces
from parcli.intake.recognise.letters import CAPITALS
from parcli.intake.recognise.numbering import label_of
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Ledger, Span

RECIPIENTS = re.compile(r"[\s_*]*n[ơo]i nhận[\s_*]*:?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(r"TM\s*[.,]|T/M[\s.,]")
_ACTING = re.compile(r"(?:KT|TL|TUQ|K/T|T/L|Q)\s*[.,]|(?:K/T|T/L)\s")
_POSITION = re.compile(
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|"
    r"PHÓ THỦ TƯỚNG|CHÁNH|CỤC TRƯỞNG|TRƯỞNG|"
    r"CHÁNH VĂN PHÒNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|BÍ THƯ|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|CHỈ HUY|TỔNG|"
    r"ỦY VIÊN|CHỦ NHIỆM|THỐNG ĐỐC|CHÍNH ỦY)"
)
_NAME = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|Đại tá|Thiếu tướng|"
    rf"Thượng tá)\.?\s*)*[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*){{1,5}}$"
)
_SIGNED = re.compile(
    r"\(?\s*(?:đã ký|da ky|ký tên|signed).*\)?$|\[?(?:chữ ký|dấu).*\]?$", re.IGNORECASE
)
_SPLIT = re.compile(r"\s+(?=(?:KT|TL|TUQ|K/T|T/L)\s*\.)")
# The copy that the office keeps for its files closes the list of recipients.
_FILED = re.compile(r"[-–+*•]?\s*Lưu\b(?!\s+ý)")
_DASHES = ("-", "–", "+", "*", "•")
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
                RECIPIENTS.match(p.text) or _AUTHORITY.match(p.text.strip())
                for p in block.paragraphs()
            ):
                return place
        elif RECIPIENTS.match(block.text) and len(block.text) < _LONGEST:
            return _with_signature_before(blocks, place)
    signed = [
        n
        for n, block in enumerate(blocks)
        if isinstance(block, Paragraph) and _opens_signature(block.text)
    ] or [n for n in range(len(blocks)) if _is_signed_here(blocks, n)]
    return signed[-1] if signed and signed[-1] > len(blocks) // 4 else None


def _is_signed_here(blocks: Sequence[Block], at: int) -> bool:
    """Whether a position in capitals stands here with a name below it: "CHỦ TỊCH", "Lê Văn A"."""
    lines = [block.text.strip() for block in blocks[at : at + 3] if isinstance(block, Paragraph)]
    if not lines or isinstance(blocks[at], Table) or not _is_position(lines[0]):
        return False
    below = [line for line in lines[1:] if not (_SIGNED.match(line) or _is_position(line))]
    return bool(below) and _is_name(below[0])


def _opens_signature(text: str) -> bool:
    line = text.strip()
    return len(line) < 90 and bool(_AUTHORITY.match(line) or _ACTING.match(line))


def _with_signature_before(blocks: Sequence[Block], place: int) -> int:
    """A signature block printed above the recipients belongs to the end as well."""
    start = place
    while start > 0 and place - start < 6:
        block = blocks[start - 1]
        if not isinstance(block, Paragraph):
            break
        line = block.text.strip()
        if not (
            _opens_signature(line)
            or _is_position(line)
            or _SIGNED.match(line)
            or _NAME.fullmatch(line)
        ):
            break
        start -= 1
    return start


def _is_position(line: str) -> bool:
    return line.upper() == line and bool(_POSITION.match(line)) and len(line) < 80


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
        filed = next((line for line in lines if _FILED.match(line)), None)
        if opened and filed is not None:
            return min(place + 1 + filed.endswith(","), len(blocks))
    return 0


class _Tail:
    """Tells where the end is over while its lines pass: after a position and a name."""

    def __init__(self) -> None:
        self._named = self._positioned = False

    def takes_table(self, lines: Sequence[str]) -> bool:
        if any(RECIPIENTS.match(t) or _opens_signature(t) or _is_position(t) for t in lines):
            self._positioned = True
            self._named = self._named or any(map(_is_name, lines))
            return True
        last = self._positioned and not self._named and _closes(lines)
        self._named = self._named or last
        return last

    def takes_line(self, line: str, *, bullet: bool) -> bool:
        if RECIPIENTS.match(line) or _SIGNED.match(line) or (bullet and len(line) < _LONGEST):
            return True
        if self._is_position(line):
            self._positioned = True
            return not self._named
        if self._named:
            return False
        if self._positioned:
            self._named = bool(_NAME.match(line))
            return self._named
        return len(line) < _LONGEST_RECIPIENT and line.endswith((";", ".", ","))

    def _is_position(self, line: str) -> bool:
        loud = line.upper() == line and len(line) < _LONGEST_POSITION and not _titles(line)
        waiting = self._positioned and not self._named
        return _opens_signature(line) or _is_position(line) or (waiting and loud)


def _is_name(line: str) -> bool:
    return bool(_NAME.fullmatch(line)) and not (_is_position(line) or _opens_signature(line))


def _closes(lines: Sequence[str]) -> bool:
    """Whether lines are the last recipients beside the name of who signed."""
    rest = [line for line in lines if line and not line.startswith(_DASHES)]
    return len(rest) == 1 and bool(_NAME.fullmatch(rest[0]))


def _titles(line: str) -> bool:
    return bool(
        re.match(
            r"PHỤ LỤC|DANH MỤC|KẾ HOẠCH|QUY CHẾ|ĐỀ ÁN|BIỂU|BẢNG|CHƯƠNG TRÌNH|PHƯƠNG ÁN|QUY ĐỊNH",
            line,
        )
    )


def read_tail(blocks: Sequence[Block], values: dict[str, Any], ledger: Ledger) -> None:
    """Put recipients and signature into `values`."""
    recipients: list[str] = []
    signature: dict[str, str] = {}
    listing = False
    unsure: Span | None = None  # a name on a line of its own, below the list
    said = ""
    for span in _spans(blocks):
        line = span.text.strip()
        opened = RECIPIENTS.match(line)
        if opened:
            listing = True
            recipients += _listed(line[opened.end() :])
            ledger.take(span, values, "recipients")
        elif listing and recipients and _goes_on(said, line):
            said = f"{said} {line}"
            recipients[-1:] = _listed(said)
            ledger.take(span, values, "recipients")
        elif _signs(line, signature, values, listing):
            ledger.take(span, values, "signature")
        elif listing:
            unsure = span if _may_sign(line) else unsure
            recipients += _listed(line)
            ledger.take(span, values, "recipients")
            said = line if line.startswith(_DASHES) else ""
    if unsure is not None and signature and "name" not in signature:
        signature["name"] = recipients.pop(recipients.index(one_line(unsure.text)))
        ledger.take(unsure, values, "signature")
    if recipients:
        values["recipients"] = recipients
    if signature:
        values["signature"] = signature


def _goes_on(said: str, line: str) -> bool:
    """Whether a line without a dash goes on with the dash above, which no mark ends."""
    if not said or said.endswith((";", ".")) or line.startswith(_DASHES):
        return False
    if _opens_signature(line) or _is_position(line):
        return False
    return said.endswith((",", ":")) or not (_FILED.match(said) or _may_sign(line))


def _may_sign(line: str) -> bool:
    """Whether a line of the left column, without a dash, may be the name of who signs."""
    return _is_name(line) and len(line.split()) > 2 and not line.endswith((";", "."))


def _spans(blocks: Sequence[Block]) -> list[Span]:
    """The lines of the end, the left column before the right one."""
    left: list[Span] = []
    right: list[Span] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    (right if cell.column > 0 else left).extend(
                        span for line in cell.lines for span in pieces(line)
                    )
            continue
        for place, span in enumerate(pieces(block)):
            aside = block.align == "right" or (place and "\n" not in block.text)
            (right if aside else left).append(span)
    return [*left, *right]


def _listed(text: str) -> list[str]:
    """One line of the list without its dash and its final mark."""
    bare = one_line(text).lstrip("-–+*• ").rstrip(" ;,")
    bare = bare[:-1] if bare.endswith(".") and not bare.endswith("...") else bare
    return [bare] if any(map(str.isalnum, bare)) else []


def _signs(line: str, signature: dict[str, str], values: dict[str, Any], listing: bool) -> bool:
    """Put one line of the signature block where it belongs; whether it was one."""
    if _SIGNED.match(line):
        return True
    if len(line) > 150 or line.startswith(("-", "+")):
        return False
    parts = _SPLIT.split(line) if line.upper() == line else [line]
    if len(parts) > 1:
        read = [_signs(part, signature, values, listing) for part in parts]
        return all(read)
    if _AUTHORITY.match(line):
        signature["authority"] = one_line(line)
    elif _ACTING.match(line):
        both = re.match(r"((?:KT|TL|TUQ|Q)\s*\.\s*.*?)\s+(PHÓ .*|CHÁNH .*)$", line)
        signature["acting"] = one_line(both[1] if both else line)
        if both:
            signature["position"] = one_line(both[2])
    elif line.upper() == line and any(map(str.isalpha, line)):
        if not _is_position(line) and not signature:
            return False
        said = signature.get("position")
        signature["position"] = f"{said} {one_line(line)}" if said else one_line(line)
    elif (_NAME.match(line) and signature and "name" not in signature) or (
        _NAME.match(line)
        and not listing
        and "name" not in signature
        and len(folded(line).split()) <= 5
    ):
        signature["name"] = one_line(line)
    else:
        return False
    return True
