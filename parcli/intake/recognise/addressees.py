"""To whom a document goes (Kính gửi), and the persons a telegram (công điện) is sent to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import whole
from parcli.intake.blocks import Block, Paragraph, Table
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.head_marks import SALUTE
from parcli.intake.recognise.numbering import label_of
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Ledger

TELEGRAM = re.compile(r".{0,90}\bđiện\s*:\s*$", re.IGNORECASE)
_SALUTATION = re.compile(r"\s*+(?:đồng\s++)?k[íi]nh\s++gửi\s*+:?\s*+", re.IGNORECASE)
_LONGEST_LINE = 200
_LONGEST = 300
_MOST_LINES = 20
_ENDS = " \t;.,:"
_BODY = re.compile(
    r"(căn cứ|thực hiện|triển khai|nhằm|để |ngày |trong |qua |theo |sau khi|tiếp theo|"
    r"ủy ban nhân dân .{0,40}"
    r"(nhận được|yêu cầu|đề nghị)|ubnd .{0,40}(nhận được|yêu cầu|đề nghị)|sở .{0,60}(nhận được|"
    r"đề nghị))",
    re.IGNORECASE,
)


def read_addressees(blocks: Sequence[Block], values: dict[str, Any], ledger: Ledger) -> int:
    """Put the addressees at the beginning of `blocks` into `values`; how many blocks they take."""
    if not blocks:
        return 0
    first = blocks[0]
    if isinstance(first, Table):
        return _from_table(first, blocks[1:], values, ledger)
    found = SALUTE.match(first.text)
    telegram = TELEGRAM.match(first.text)
    if not found and not telegram:
        return 0
    names: list[str] = []
    rest = first.text[found.end() :] if found else ""
    ledger.take(first, values, "addressees")
    for line in rest.split("\n"):
        names += _names(line)
    below = blocks[1:]
    if not names and below and isinstance(below[0], Table):
        values["addressees"] = names
        return 1 + _from_table(below[0], below[1:], values, ledger, saluted=True)
    taken = _below(below, names, values, ledger, rest)
    values["addressees"] = names
    after = below[taken] if taken < len(below) else None
    if isinstance(after, Table) and _greets(after):
        taken += _from_table(after, below[taken + 1 :], values, ledger)
        values["addressees"] = [*names, *values["addressees"]]
    return 1 + taken


def _greets(table: Table) -> bool:
    """Whether a table begins with "Đồng kính gửi:", below those greeted first."""
    first = next((line for line in table.paragraphs() if line.text.strip()), None)
    return first is not None and bool(_SALUTATION.match(first.text))


def _below(
    blocks: Sequence[Block],
    names: list[str],
    values: dict[str, Any],
    ledger: Ledger,
    said: str,
) -> int:
    """Put the names in the lines below a salutation into `names`; how many blocks they take.

    `said` are the words after the salutation, "" for none. In a PDF's narrow column, or after a
    comma, a name may go on in the next line.
    """
    inline, said = bool(said.strip()), said.strip()
    for taken, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            return taken
        aside = block.align == "right" and len(block.text) < _LONGEST_LINE
        goes_on = aside or (said.endswith(",") and _is_short(block))
        if not (goes_on or _lists_one(block, names, inline)):
            return taken
        label = label_of(block)
        line = whole(block, label.end if label else 0).text.strip()
        if goes_on and label is None and names and not said.endswith((";", ".")):
            comma = "," if not taken or said.endswith(",") else ""
            line = f"{names.pop()}{comma} {line}"
        names += _names(line)
        said = line
        ledger.take(block, values, "addressees")
    return len(blocks)


def _is_short(block: Paragraph) -> bool:
    """Whether a paragraph may be the rest of a name: no first words of the letter itself."""
    return len(block.text) < _LONGEST_LINE and not _BODY.match(block.text.strip())


def _from_table(
    table: Table,
    below: Sequence[Block],
    values: dict[str, Any],
    ledger: Ledger,
    *,
    saluted: bool = False,
) -> int:
    """A salutation laid out as a table: "Kính gửi:" in one cell, the names in the next.

    `saluted` says that it stands above the table, whose short lines are all names then.
    Pasted as text, only its first line has the tab: the names go on in the lines below.
    """
    lines = [line for line in table.paragraphs() if line.text.strip()]
    if not lines:
        return 0
    salutes = [bool(_SALUTATION.match(line.text)) for line in lines[:_MOST_LINES]]
    # Below "… điện:" those who must act come first, and then "Đồng kính gửi:".
    listed = (
        (saluted or any(salutes))
        and columns_of(table) is None
        and len(lines) <= _MOST_LINES
        and all(len(line.text) < _LONGEST for line in lines)
    )
    if not (salutes[0] or listed):
        return 0
    names = []
    for line in lines:
        bare = _SALUTATION.sub("", line.text, count=1)
        label = label_of(line)
        names += _names(bare[label.end :] if label and bare == line.text else bare)
        ledger.take(line, values, "addressees")
    values["addressees"] = names
    return 1 + _below(below, names, values, ledger, lines[-1].text)


def _names(text: str) -> list[str]:
    """The names in one line: semicolons part them, dashes open them."""
    pieces = [one_line(piece.strip(_ENDS).lstrip("-–+•* ")) for piece in text.split(";")]
    return [piece.strip(_ENDS) for piece in pieces if piece.strip(_ENDS)]


def _lists_one(block: Paragraph, names: list[str], inline: bool) -> bool:
    label = label_of(block)
    if label is not None:
        return label.bullet and len(block.text) < 400
    text = block.text.strip()
    if inline and names and not text[:1].islower():
        return False
    if _BODY.match(text) or len(text) > 160:
        return False
    return text.endswith((";", ".")) or not names
