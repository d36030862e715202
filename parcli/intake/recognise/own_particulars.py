"""What a part states about itself in lines of its own: "Chủ trì: …", "Thời gian: …"."""

from __future__ import annotations

import re

from parcli.intake.accounting import Span
from parcli.intake.blocks import Paragraph
from parcli.intake.recognise.parts import Part
from parcli.intake.recognise.prose import Particular, is_only_particulars, particulars
from parcli.intake.recognise.roles import roles_in
from parcli.intake.recognise.units import names_of

_WORK = re.compile(r"(?:Nhiệm vụ|Nội dung)(?: (?:cụ thể|thực hiện|công việc|nhiệm vụ))?:\s*(?=\S)")
_LONGEST_DEADLINE = 70
_LONGEST_ROLES = 800


_LEADS = re.compile(r"chủ trì", re.IGNORECASE)
_EXECUTES = re.compile(r"(?:các )?(?:cơ quan|đơn vị) (?:thực hiện|triển khai)", re.IGNORECASE)


class OwnParticulars:
    """The particulars that a part states about itself."""

    def __init__(self) -> None:
        self._found: dict[int, list[Particular]] = {}
        self.paragraphs: list[Paragraph] = []
        self.parts: list[Part] = []

    @property
    def found(self) -> bool:
        """Whether it states who or when."""
        return self.states("lead", "support", "deadline")

    def states(self, *keys: str) -> bool:
        """Whether any of its particulars has one of the keys."""
        return any(one.key in keys for each in self._found.values() for one in each)

    def join(self, other: OwnParticulars, part: Part | None = None) -> None:
        """Take over what another found, in `part` if it is told."""
        self._found |= other._found
        self.paragraphs += other.paragraphs
        self.parts += [*other.parts, *([part] if part else [])]

    def tell_roles(self) -> None:
        """Beside "Cơ quan chủ trì: …" the units of "Đơn vị thực hiện: …" help with the work,
        unless others are said to."""
        if self.states("support"):
            return
        leads = [one for each in self._found.values() for one in each if one.key == "lead"]
        if any(_LEADS.search(one.label) for one in leads):
            self._found = {line: [_told(one) for one in each] for line, each in self._found.items()}

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


def _told(one: Particular) -> Particular:
    helps = one.key == "lead" and _EXECUTES.fullmatch(one.label)
    return one._replace(key="support") if helps else one


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
        elif isinstance(item, Part) and not _add_part(item, own) and _add_value(item, bare, own):
            own.parts.append(item)
    if own.found:
        _add_labelled_work(part, own)
        own.tell_roles()
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
    own.add(child.head, after_label(child))
    own.parts.append(child)
    bare = _bare(child.words, found)
    for below in child.children:
        said = particulars(below.words)
        if below.head is not None and is_only_particulars(below.words, said):
            own.add(below.head, after_label(below))
        else:
            _add_value(below, bare, own)
    return True


def _add_value(child: Part, bare: Particular | None, own: OwnParticulars) -> bool:
    """Add a dash below a line that is a bare label: "Đơn vị phối hợp:", "- Sở A;"."""
    value = value_below(child, bare) if bare else None
    if value is None or child.head is None:
        return False
    own.add(child.head, [value])
    return True


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


def value_below(item: Part | Paragraph, bare: Particular) -> Particular | None:
    """What a dash or a line below a bare label says: names below one of units; None otherwise."""
    if isinstance(item, Paragraph):
        return _value(item.text, 0, bare)
    if item.items or item.head is None or item.label is None or not item.label.bullet:
        return None
    return _value(item.head.text, item.title.start if item.title else 0, bare)


def _value(text: str, start: int, bare: Particular) -> Particular | None:
    words = text[start:].strip()
    if bare.key in ("lead", "support"):
        told = bare.key == "lead" and len(words) < _LONGEST_ROLES and roles_in(words) is not None
        fits = told or bool(names_of(words))
    else:
        fits = bare.key == "output" or len(words) < _LONGEST_DEADLINE
    if not fits:
        return None
    return Particular(bare.key, words.strip(" .;,"), bare.label, start, start, len(text))


def names_lead(part: Part) -> bool:
    """Whether any line of a part says who leads."""
    texts = [line.text for line in part.lines()]
    return any(one.key == "lead" for text in texts for one in particulars(text))


def after_label(child: Part) -> list[Particular]:
    """The particulars of a part's head behind its number, counted in the whole paragraph."""
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
