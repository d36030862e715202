"""What a part states about itself in lines of its own: "Chủ trì: …", "Thời gian: …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.accounting import Span
from parcli.intake.recognise.prose import Particular, is_only_particulars, particulars

if TYPE_CHECKING:
    from parcli.intake.blocks import Paragraph
    from parcli.intake.recognise.parts import Part


class OwnParticulars:
    """The particulars that a part states about itself."""

    def __init__(self) -> None:
        self._found: dict[int, list[Particular]] = {}
        self.paragraphs: list[Paragraph] = []
        self.parts: list[Part] = []

    @property
    def found(self) -> bool:
        """Whether it states who or when."""
        return any(
            one.key in ("lead", "support", "deadline")
            for each in self._found.values()
            for one in each
        )

    def add(self, line: Paragraph, found: list[Particular]) -> None:
        """Note the particulars of one line."""
        self._found[id(line)] = found
        self.paragraphs.append(line)

    def split(self, line: Paragraph) -> tuple[Span, list[Particular]]:
        """The plain words of a line before its particulars, and those."""
        found = self._found.get(id(line), [])
        stop = found[0].start if found else len(line.text)
        plain = Span(line, 0, stop)
        if found and not re.sub(r"^\W*(?:\w{1,3}[.)])?\W*$", "", plain.text.strip()):
            plain = Span(line, 0, 0)
        return plain, found


def own_particulars(part: Part) -> OwnParticulars:
    """The particulars in the part's paragraphs and in those of its parts that are nothing else."""
    own = OwnParticulars()
    for line in (part.head, *part.paragraphs):
        found = particulars(line.text) if line is not None else []
        if found and line is not None:
            own.add(line, found)
    for child in part.children:
        found = particulars(child.words)
        if found and is_only_particulars(child.words, found) and child.head is not None:
            own.add(child.head, _after_label(child))
            own.parts.append(child)
    return own


def names_lead(part: Part) -> bool:
    """Whether any line of a part says who leads."""
    texts = [line.text for line in part.lines()]
    return any(one.key == "lead" for text in texts for one in particulars(text))


def _after_label(child: Part) -> list[Particular]:
    """The particulars of a listed line, counted in its whole text."""
    if child.head is None or child.title is None:
        return []
    shift = child.title.start
    lead = len(child.title.text) - len(child.title.text.lstrip())
    return [
        one._replace(
            start=one.start + shift + lead,
            value_start=one.value_start + shift + lead,
            end=min(one.end + shift + lead, len(child.head.text)),
        )
        for one in particulars(child.words)
    ]


def without_label(span: Span, part: Part) -> Span:
    """A stretch of a part's head without the part's number."""
    start = part.title.start if part.title else 0
    return Span(span.paragraph, min(start, span.end), span.end)
