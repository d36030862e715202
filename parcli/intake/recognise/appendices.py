"""What follows the signature: appendices and attached documents, each with its title lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import Span
from parcli.intake.blocks import Block, Paragraph, Table, lines_of
from parcli.intake.recognise.head_again import head_again
from parcli.intake.recognise.head_marks import MOTTO, is_dateline
from parcli.intake.recognise.kind import type_line
from parcli.intake.recognise.letters import SMALL
from parcli.intake.recognise.numbering import label_of
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Ledger

_APPENDIX = re.compile(
    r"\s*(?P<label>(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|BIỂU|Biểu|MẪU|Mẫu)(?:\s+(?:SỐ|"
    r"số|SÔ))?"
    rf"(?:\s*(?P<number>\d{{1,2}}[A-Za-z]?|[IVX]{{1,5}}|[A-H])(?![{SMALL}]))?)\s*[:.\-–]?\s*"
)
_REFERENCE = re.compile(r"\s*+(?:\(\s*+)?(?:(?:ban hành|đính)\s*+)?kèm(?: theo)?\b", re.IGNORECASE)
_IN_SENTENCE = re.compile(r"[;.]$|kèm theo|ban hành|này|nêu trên|,")
_INDEX = (
    ("par-index", re.compile(r"par[ -]?index|chi so cai cach hanh chinh")),
    ("sipas", re.compile(r"sipas|chi so hai long|su hai long")),
    ("papi", re.compile(r"papi|hieu qua quan tri va hanh chinh cong")),
)
_LONGEST_TITLE = 400


@dataclass
class Attached:
    """One appendix or attached document: its values and the blocks below its title."""

    values: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def opens_appendix(block: Block, *, after_end: bool) -> re.Match[str] | None:
    """The label of an appendix that begins here; None elsewhere.

    Before the document's end only a heading in capitals counts: sentences name appendices too.
    """
    if isinstance(block, Table) or label_of(block) is not None:
        return None
    text = block.text.strip()
    found = _APPENDIX.match(text)
    if not found:
        return None
    rest = text[found.end() :]
    loud = found["label"].upper() == found["label"]
    if not after_end:
        return (
            found
            if loud and not _IN_SENTENCE.search(text) and found["label"].startswith("PHỤ")
            else None
        )
    if loud:
        return found
    return (
        found
        if len(rest) < 150 and not rest[:1].islower() and not rest.startswith((",", ";"))
        else None
    )


def attached_parts(blocks: Sequence[Block], ledger: Ledger) -> list[Attached]:
    """The blocks after the document's end as appendices; unlabelled ones begin with a title."""
    found: list[Attached] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        label = opens_appendix(block, after_end=True)
        opens = (
            label is not None
            or (isinstance(block, Paragraph) and opens_document(blocks, at))
            or _opens_with_head(blocks, at)
            or not found
        )
        part = Attached()
        taken = _title(blocks, at, part, ledger) if opens else 0
        if taken or not found:
            found.append(part)
        if not taken:
            found[-1].blocks.append(block)
        at += taken or 1
    return found


def opens_document(blocks: Sequence[Block], at: int) -> bool:
    """Whether an attached document begins: its type in capitals, alone,
    with "(Kèm theo …)" below."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or not type_line(block.text):
        return False
    below = [b for b in blocks[at : at + 5] if isinstance(b, Paragraph)]
    return any(_REFERENCE.match(b.text) for b in below)


def _opens_with_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether a letterhead stands here again, above the title of a document."""
    below = at + head_again(blocks, at)
    if not at < below < len(blocks):
        return False
    block = blocks[below]
    if isinstance(block, Table):
        return False
    return bool(type_line(block.text) or opens_appendix(block, after_end=True))


def _title(blocks: Sequence[Block], at: int, part: Attached, ledger: Ledger) -> int:
    """Read the title lines from `at` on, below a letterhead; how many blocks they take."""
    title = _Title(part.values, ledger)
    taken = head_again(blocks, at)
    ledger.take_all(lines_of(blocks[at : at + taken]), part.values, "label")
    first = True
    for block in blocks[at + taken :]:
        if isinstance(block, Table) or not title.takes(block, first=first):
            break
        first = False
        taken += 1
    title.close()
    return taken


class _Title:
    """Puts the lines above an appendix into label, title and reference."""

    def __init__(self, values: dict[str, Any], ledger: Ledger) -> None:
        self._values = values
        self._ledger = ledger
        self._words: list[str] = []

    def takes(self, block: Paragraph, *, first: bool) -> bool:
        """Put one line into place; whether it belongs to the title."""
        if opens_appendix(block, after_end=True):
            return self._label(block)
        text = block.text.strip()
        dated = is_dateline(text) and not _REFERENCE.match(text)
        if MOTTO.fullmatch(folded(text)) or dated or not folded(text):
            self._ledger.take(block, self._values, "label")
            return True
        if len(text) > _LONGEST_TITLE or (label_of(block) and not _REFERENCE.match(text)):
            return False
        if not _REFERENCE.match(text) and not self._is_title(block, first=first):
            return False
        if type_line(text) and not self._words and "label" not in self._values:
            self._values["label"] = text.split("\n")[0]
            self._ledger.take(block, self._values, "label")
            return True
        self._say(Span(block, 0, len(block.text)))
        return True

    def _label(self, block: Paragraph) -> bool:
        found = _APPENDIX.match(block.text)
        if found is None or "label" in self._values:
            return False
        self._values["label"] = one_line(found["label"])
        if found["number"]:
            self._values["number"] = found["number"]
        self._ledger.take(Span(block, 0, found.end()), self._values, "label")
        rest = Span(block, found.end(), len(block.text))
        if rest.text.strip():
            self._say(rest)
        return True

    def _is_title(self, block: Paragraph, *, first: bool) -> bool:
        if block.text.rstrip().endswith((";", ":")):
            return False
        if self._words:
            return self._goes_on(block)
        return first or "label" in self._values

    def _goes_on(self, block: Paragraph) -> bool:
        text = block.text.strip()
        if text[:1].islower() or (text.upper() == text and not text.endswith(".")):
            return "reference" not in self._values or text.startswith("(")
        if "reference" in self._values or block.gap:
            return False
        return (block.bold or block.align == "center") and len(text) < 200

    def _say(self, span: Span) -> None:
        """Title words, or the line "(Kèm theo …)", which may stand in the same paragraph."""
        text = span.text
        found = re.search(r"\(\s*(?:(?:ban hành|đính)\s*)?kèm\b", text, re.IGNORECASE)
        cut = found.start() if found else 0 if _REFERENCE.match(text) else len(text)
        if text[:cut].strip():
            self._words.append(one_line(text[:cut]))
            self._ledger.take(span.part(0, cut), self._values, "title")
        if text[cut:].strip():
            said = self._values.get("reference")
            here = one_line(text[cut:])
            self._values["reference"] = f"{said} {here}" if said else here
            self._ledger.take(span.part(cut), self._values, "reference")

    def close(self) -> None:
        """Put the collected words into `title`."""
        title = one_line(" ".join(self._words)).strip(" :.-")
        if title:
            self._values["title"] = title


def index_of(title: str) -> str | None:
    """The index that a title names; None where it names none, or several."""
    key = folded(title)
    named = [name for name, pattern in _INDEX if pattern.search(key)]
    return named[0] if len(named) == 1 else None


def number_of(values: dict[str, Any], place: int) -> str:
    """The number of an appendix as printed, else its place."""
    number = values.get("number")
    return str(number) if number else str(place)
