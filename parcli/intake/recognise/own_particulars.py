"""What a part states about itself in lines of its own: "Chủ trì: …", "Thời gian: …"."""

from __future__ import annotations

import re

from parcli.intake.accounting import Span
from parcli.intake.blocks import Paragraph
from parcli.intake.recognise.parts import Part
from parcli.intake.recognise.prose import Particular, is_only_particulars, particulars
from parcli.intake.recognise.units import names_of

_WORK = re.compile(r"(?:Nhiệm vụ|Nội dung)(?: (?:cụ thể|thực hiện|công việc|nhiệm vụ))?:\s*(?=\S)")
_LONGEST_DEADLINE = 70


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
    if part.head is not None:
        _add_line(part.head, own)
    bare: Particular | None = None
    for item in part.items:
        if isinstance(item, Paragraph):
            found = _add_line(item, own)
            bare = _bare(item.text, found)
        elif isinstance(item, Part) and not _add_part(item, own) and bare and item.head:
            _add_value(item, bare, own)
    if own.found:
        _add_labelled_work(part, own)
    return own


def _add_line(line: Paragraph, own: OwnParticulars) -> list[Particular]:
    found = particulars(line.text)
    if found:
        own.add(line, found)
    return found


def _add_part(child: Part, own: OwnParticulars) -> bool:
    """Add a part that is nothing but particulars, and what stands as dashes below a bare label:
    "b) Cơ quan thực hiện:", "- Chủ trì: …"."""
    found = particulars(child.words)
    if child.head is None or not is_only_particulars(child.words, found):
        return False
    own.add(child.head, _after_label(child))
    own.parts.append(child)
    bare = _bare(child.words, found)
    for below in child.children:
        said = particulars(below.words)
        if below.head is not None and is_only_particulars(below.words, said):
            own.add(below.head, _after_label(below))
        elif bare is not None and _is_value(below, bare):
            own.add(below.head or child.head, [_value(below, bare)])
    return True


def _add_value(child: Part, bare: Particular, own: OwnParticulars) -> None:
    """Add a dash below a line that is a bare label: "Đơn vị phối hợp:", "- Sở A;"."""
    if child.head is not None and _is_value(child, bare):
        own.add(child.head, [_value(child, bare)])
        own.parts.append(child)


def _add_labelled_work(part: Part, own: OwnParticulars) -> None:
    """Among stated particulars, "a) Nhiệm vụ: …" is the text, without its label."""
    for child in part.children:
        said = _WORK.match(child.words)
        if said and child.head is not None and child not in own.parts and not child.items:
            words = child.words[said.end() :].strip()
            start = child.title.start if child.title else 0
            end = len(child.head.text)
            one = Particular("text", words, said[0], start, start + said.end(), end)
            own.add(child.head, [one])
            own.parts.append(child)


def _bare(text: str, found: list[Particular]) -> Particular | None:
    """The label that a line consists of, without a value; None for any other line."""
    alone = len(found) == 1 and not found[0].value and is_only_particulars(text, found)
    return found[0] if alone else None


def _is_value(part: Part, bare: Particular) -> bool:
    """Whether a dash is what a bare label above it announces: names below one of units."""
    if part.items or part.label is None or not part.label.bullet:
        return False
    if bare.key in ("lead", "support"):
        return bool(names_of(part.words))
    return bare.key == "output" or len(part.words) < _LONGEST_DEADLINE


def _value(part: Part, bare: Particular) -> Particular:
    end = len(part.head.text) if part.head else 0
    start = part.title.start if part.title else 0
    return Particular(bare.key, part.words.strip(" .;,"), bare.label, start, start, end)


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
