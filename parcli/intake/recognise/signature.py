"""What the end of a document says: recipients (Nơi nhận) and the signature block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Block, Table
from parcli.intake.recognise.document_end import (
    ACTING,
    AUTHORITY,
    DASHES,
    FILED,
    NAME,
    RECIPIENTS,
    SENT_BY,
    SIGNED,
    is_name,
    is_position,
    is_typed_position,
    opens_signature,
)
from parcli.intake.recognise.head_columns import pieces
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Ledger, Span

# Words of a person's name.
_LONGEST_NAME = 5
_SPLIT = re.compile(r"\s+(?=(?:KT|TL|TUQ|K/T|T/L)\s*\.)")


def read_tail(blocks: Sequence[Block], values: dict[str, Any], ledger: Ledger) -> None:
    """Put recipients and signature into `values`."""
    end = _End(values, ledger)
    for span in _spans(blocks):
        end.take(span)
    end.close()


class _End:
    """Sorts the lines of the end into recipients and signature."""

    def __init__(self, values: dict[str, Any], ledger: Ledger) -> None:
        self._values = values
        self._ledger = ledger
        self._recipients: list[str] = []
        self._signature: dict[str, str] = {}
        self._listing = False
        self._unsure: Span | None = None  # a name on a line of its own, below the list
        self._said = ""

    def take(self, span: Span) -> None:
        line = span.text.strip()
        opened = RECIPIENTS.match(line)
        if opened:
            self._listing = True
            self._recipients += _listed(line[opened.end() :])
        elif self._listing and SENT_BY.fullmatch(line):
            pass
        elif self._listing and self._recipients and _goes_on(self._said, line):
            self._said = f"{self._said} {line}"
            self._recipients[-1:] = _listed(self._said)
        elif _signs(line, self._signature, self._values, self._listing):
            self._ledger.take(span, self._values, "signature")
            return
        elif self._listing:
            self._unsure = span if _may_sign(line) else self._unsure
            self._recipients += _listed(line)
            self._said = line if line.startswith(DASHES) else ""
        else:
            return
        self._ledger.take(span, self._values, "recipients")

    def close(self) -> None:
        """Put what was found into the values; a name below the list signs if none else does."""
        names, signature = self._recipients, self._signature
        if self._unsure is not None and signature and "name" not in signature:
            signature["name"] = names.pop(names.index(one_line(self._unsure.text)))
            self._ledger.take(self._unsure, self._values, "signature")
        if names:
            self._values["recipients"] = names
        if signature:
            self._values["signature"] = signature


def _goes_on(said: str, line: str) -> bool:
    """Whether a line without a dash goes on with the dash above, which no mark ends."""
    if not said or said.endswith((";", ".")) or line.startswith(DASHES):
        return False
    if opens_signature(line) or is_position(line):
        return False
    return said.endswith((",", ":")) or not (FILED.match(said) or _may_sign(line))


def _may_sign(line: str) -> bool:
    """Whether a line of the left column, without a dash, may be the name of who signs."""
    return is_name(line) and len(line.split()) > 2 and not line.endswith((";", "."))


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
    if SIGNED.match(line):
        return True
    if len(line) > 150 or line.startswith(("-", "+")):
        return False
    parts = _SPLIT.split(line) if line.upper() == line else [line]
    if len(parts) > 1:
        read = [_signs(part, signature, values, listing) for part in parts]
        return all(read)
    return _says_for_whom(line, signature) or _says_who(line, signature, listing=listing)


def _says_for_whom(line: str, signature: dict[str, str]) -> bool:
    """Put the authority or "KT. CHỦ TỊCH", also with the position beside it."""
    if AUTHORITY.match(line):
        signature["authority"] = one_line(line)
        return True
    if not ACTING.match(line):
        return False
    both = re.match(r"((?:KT|TL|TUQ|Q)\s*+\..*?)\s(PHÓ .*|CHÁNH .*)$", line)
    signature["acting"] = one_line(both[1] if both else line)
    if both:
        signature["position"] = one_line(both[2])
    return True


def _says_who(line: str, signature: dict[str, str], *, listing: bool) -> bool:
    """Put the position or the name; in a list of recipients a name needs a position."""
    if line.upper() == line and any(map(str.isalpha, line)):
        if not is_position(line) and not signature:
            return False
        said = signature.get("position")
        signature["position"] = f"{said} {one_line(line)}" if said else one_line(line)
        return True
    if signature and "position" not in signature and is_typed_position(line):
        signature["position"] = one_line(line)
        return True
    if not NAME.match(line) or "name" in signature:
        return False
    if not signature and (listing or len(folded(line).split()) > _LONGEST_NAME):
        return False
    signature["name"] = one_line(line)
    return True
