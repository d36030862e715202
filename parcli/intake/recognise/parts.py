"""The parts of a text: paragraphs with numbers, nested as deep as the document nests them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcli.intake.accounting import Span, whole
from parcli.intake.blocks import Block, Paragraph, Table
from parcli.intake.recognise.numbering import BULLETS, Label, follows, label_of
from parcli.intake.recognise.prose import is_only_particulars, particulars
from parcli.intake.recognise.time_headings import heading_deadline
from parcli.intake.recognise.units import heading_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RANKS = ("phần", "phần thứ", "chương", "mục", "tiểu mục", "A", "I", "điều", "1", "1.1", "1.1.1",
    "1.1.1.1",
          "1.1.1.1.1", "(1)", "a", "(a)", "i", "thứ", "unit")  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_RANKS)}
_BULLET_RANK = len(_RANKS)
# Stands above dashes, never below one: "* Thời gian thực hiện: …" after a list is not of its last.
_STAR = "*"


@dataclass
class Part:
    """A numbered paragraph with what stands under it, in the order of the document."""

    label: Label | None = None
    head: Paragraph | None = None
    items: list[Block | Part] = field(default_factory=list)

    @property
    def title(self) -> Span | None:
        """Its first paragraph without the number."""
        if self.head is None:
            return None
        return whole(self.head, self.label.end if self.label else 0)

    @property
    def words(self) -> str:
        """The words of its first paragraph without the number."""
        return self.title.text.strip() if self.title else ""

    @property
    def children(self) -> list[Part]:
        """Its numbered parts."""
        return [item for item in self.items if isinstance(item, Part)]

    @property
    def tables(self) -> list[Table]:
        """Its tables."""
        return [item for item in self.items if isinstance(item, Table)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its own further paragraphs, without those of its parts."""
        return [item for item in self.items if isinstance(item, Paragraph)]

    def lines(self) -> Iterator[Paragraph]:
        """Every paragraph of it and its parts, its head first; tables left out."""
        if self.head is not None:
            yield self.head
        for item in self.items:
            if isinstance(item, Part):
                yield from item.lines()
            elif isinstance(item, Paragraph):
                yield item


def parts_of(blocks: Sequence[Block]) -> Part:
    """The tree of parts under a root without number; unnumbered paragraphs stay where they
    stand."""
    root = Part()
    stack: list[Part] = [root]
    for block in blocks:
        label = _label(block)
        if label is None or isinstance(block, Table):
            home = stack[-1] if _particular(block) else _home(stack)
            home.items.append(block)
            continue
        label = _settled(label, stack)
        below = _opens_list(stack[-1], label, block) or _opens_under_bullet(stack[-1], label)
        if not (below or _opens_under_units(stack, label)):
            _pop(stack, label, block)
        part = Part(label, block)
        stack[-1].items.append(part)
        stack.append(part)
    _lift(root)
    return root


def _particular(block: Block) -> bool:
    """Whether a paragraph only states who or when: it belongs to the list item above it."""
    if isinstance(block, Table):
        return False
    return is_only_particulars(block.text, particulars(block.text))


def _lift(part: Part) -> None:
    """Particulars below several list items hold for all of them that have none of their own.

    After the last of all items they are the part's; after one in the middle, those just above it
    share them.
    """
    items = [child for child in part.children if child.label and _is_item(child.label)]
    stated = [child for child in items if any(map(_particular, child.paragraphs))]
    if len(items) > 1 and stated == items[-1:]:
        last = items[-1]
        raised = [paragraph for paragraph in last.paragraphs if _particular(paragraph)]
        last.items = [item for item in last.items if item not in raised]
        part.items += raised
    elif len(stated) > 1:
        _share(items)
    for child in part.children:
        _lift(child)


def _share(items: list[Part]) -> None:
    """Give each item without a word on who or when the particulars of the next one that has."""
    following: list[Paragraph] = []
    for item in reversed(items):
        own = [paragraph for paragraph in item.paragraphs if _particular(paragraph)]
        if own:
            following = own
        elif not any(particulars(line.text) for line in item.lines()):
            item.items += following


def _is_item(label: Label) -> bool:
    return label.bullet or label.kind == "a"


def _label(block: Block) -> Label | None:
    if isinstance(block, Table):
        return None
    label = label_of(block)
    if label is None and (_is_unit_heading(block) or _is_time_heading(block)):
        return Label("unit", "", "", 0)
    return label


def _is_unit_heading(paragraph: Paragraph) -> bool:
    """Whether an unnumbered line names units and opens what they must do: "Sở Nội vụ:"."""
    text = paragraph.text.strip()
    if _opens_with_unit(paragraph):
        return True
    if not text.endswith(":") and not (paragraph.bold and len(text) < 90):
        return False
    return len(text) < 200 and bool(heading_units(text))


def _is_time_heading(paragraph: Paragraph) -> bool:
    """Whether an unnumbered line says when what follows it is done: "Trong tháng 12/2026:"."""
    text = paragraph.text.strip()
    return text.endswith(":") and heading_deadline(text) is not None


def _opens_with_unit(paragraph: Paragraph) -> bool:
    """Whether bold names and a colon open an unnumbered line: "**Công an xã:** tuần tra …"."""
    length = paragraph.emphasised()
    title = paragraph.text[:length].rstrip()
    colon = title.endswith(":") or paragraph.text[length:].lstrip().startswith(":")
    return bool(length) and colon and len(title) < 200 and bool(heading_units(title))


def _home(stack: list[Part]) -> Part:
    """Where an unnumbered block belongs: the innermost part that is no list item."""
    for part in reversed(stack):
        if part.label is None or not part.label.bullet:
            return part
    return stack[0]


def _settled(label: Label, stack: list[Part]) -> Label:
    """The label with its kind told by what came before: "C." after "B." is no Roman hundred."""
    open_labels = {part.label.kind: part.label for part in stack if part.label}
    number = label.number
    if label.kind == "I" and len(number) == 1:
        before = open_labels.get("A")
        if (
            before and follows(before.number, number) and "I" not in open_labels
        ) or number in "CDL":
            return label._replace(kind="A")
    if label.kind == "A" and number in "CDL" and "I" in open_labels and "A" not in open_labels:
        return label
    if label.kind == "a" and number in "ivx":
        before = open_labels.get("a")
        if not (before and follows(before.number, number)) and number == "i":
            return label._replace(kind="i")
    return label


def _opens_list(part: Part, label: Label, block: Paragraph) -> bool:
    """Whether a second "1." begins the list under the bold heading "1." just above it."""
    above = part.label
    return (
        above is not None
        and (above.kind, above.number) == (label.kind, label.number)
        and part.head is not None
        and part.head.bold
        and not block.bold
    )


def _opens_under_units(stack: list[Part], label: Label) -> bool:
    """Whether a list begins below the units that an unnumbered line inside a part has named."""
    above = stack[-1].label
    inside = any(part.label and part.label.kind != "unit" for part in stack)
    return bool(above and above.kind == "unit" and inside and label.number in ("1", "a"))


def _opens_under_bullet(part: Part, label: Label) -> bool:
    """Whether "(1)" begins what the dash just above it announces: "- Giao Sở A các việc sau:"."""
    announces = part.label is not None and part.label.bullet and part.words.endswith(":")
    return announces and not part.items and label.number in ("1", "a") and not label.bullet


def _pop(stack: list[Part], label: Label, block: Paragraph) -> None:
    """Leave the parts that a new one ends: back to its own kind, or to one that ranks above it."""
    kinds = [part.label.kind if part.label else "" for part in stack]
    if label.bullet:
        first = max(n for n, kind in enumerate(kinds) if kind not in BULLETS or not kind)
        if label.kind in kinds[:first]:
            first = kinds.index(label.kind) - 1
        same = [n for n in range(first + 1, len(kinds)) if kinds[n] == label.kind]
        if same or label.kind == _STAR:
            del stack[same[0] if same else first + 1 :]
        return
    if label.kind in kinds:
        same = [n for n, kind in enumerate(kinds) if kind == label.kind]
        alike = [n for n in same[1:] if _is_bold(stack[n]) == block.bold]
        del stack[(alike or same)[0] :]
        return
    rank = _rank(label.kind)
    while len(stack) > 1 and _rank(kinds[len(stack) - 1]) > rank:
        # "I." and "A." below an article are its parts: a chapter would be on the stack already.
        if kinds[len(stack) - 1] == "điều" and label.kind in ("I", "A"):
            break
        stack.pop()


def _is_bold(part: Part) -> bool:
    return part.head is not None and part.head.bold


def _rank(kind: str) -> int:
    return _RANK.get(kind, _BULLET_RANK)


_SPACES = re.compile(r"[ \t]+")


def printed_line(paragraph: Paragraph) -> str:
    """A paragraph as a line of a longer text: its label and its words."""
    text = f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()
