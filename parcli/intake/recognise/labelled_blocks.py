"""Sections laid out in blocks: "1. Nội dung, biện pháp", "2. Cơ quan chủ trì, phối hợp",
"3. Thời gian thực hiện: …"; the blocks beside the work say who does all of it, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from parcli.intake.blocks import Paragraph, Table
from parcli.intake.recognise.own_particulars import OwnParticulars, after_label, value_below
from parcli.intake.recognise.prose import Particular, is_only_particulars, particulars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.intake.recognise.parts import Part

_KIND_OF_WORK = r"(?:nội dung|nhiệm vụ|giải pháp|biện pháp|công việc|hoạt động)"
_WORK = re.compile(
    rf"(?:các )?{_KIND_OF_WORK}(?:(?:,| và)? {_KIND_OF_WORK}){{0,3}}"
    r"(?: (?:thực hiện|triển khai|cụ thể|chủ yếu|trọng tâm|chính|cần thực hiện)){0,2}[:.]?",
    re.IGNORECASE,
)
_COUNTED_ONLY = re.compile(rf"{_KIND_OF_WORK} (?:số )?\d{{1,2}}[.:]?", re.IGNORECASE)
_STATED = frozenset(("lead", "support", "deadline"))
_LONGEST_LABEL = 60
_FEWEST_WORKS = 2


class Blocks(NamedTuple):
    """What a section states in its blocks, the blocks that hold its work, and whether that is
    more than one task."""

    own: OwnParticulars
    work: list[Part]
    several: bool

    def left_over(self) -> Iterator[Paragraph]:
        """Lines of the blocks on who and when that say neither."""
        for part in self.own.parts:
            for line in part.lines():
                if not self.own.split(line)[1]:
                    yield line


def blocks_of(part: Part) -> Blocks | None:
    """The blocks of a section that has one of work and one on who does it; None for any other."""
    work = [child for child in part.children if child.items and _WORK.fullmatch(child.words)]
    own = OwnParticulars()
    for child in part.children if work else ():
        stated = _stated_by(child)
        if stated is not None:
            own.join(stated, child)
    if not own.states("lead", "support"):
        return None
    own.tell_roles()
    counted = _COUNTED_ONLY.fullmatch(part.words) is not None
    several = any(_holds_several(block, counted) for block in work)
    for block in () if several else work:
        _hide_label(block, own)
    return Blocks(own, work, several)


def _holds_several(block: Part, counted: bool) -> bool:
    """Whether the work is several tasks: dashes below a dash detail one, unless the section's
    title says no work itself (`counted`)."""
    numbered = [part for part in (block, *block.children) if part.label and not part.label.bullet]
    return bool(block.tables) or (
        len(block.children) >= _FEWEST_WORKS and (counted or bool(numbered))
    )


def _stated_by(block: Part, above: Particular | None = None) -> OwnParticulars | None:
    """What a block states that is a label with its values below it; None where it says more."""
    found = _labels(block)
    if block.head is None or block.tables or not (found or above):
        return None
    if not found and above is not None:
        value = None if block.items else value_below(block, above)
        found = [value] if value else []
    if not found:
        return None
    own = OwnParticulars()
    own.add(block.head, found)
    bare = found[-1] if not found[-1].value else None
    for item in block.items:
        if isinstance(item, Paragraph):
            _add_names(item, bare, own)
        elif not isinstance(item, Table):
            below = _stated_by(item, bare)
            if below is None:
                return None
            own.join(below)
    return own


def _labels(block: Part) -> list[Particular]:
    """Who or when, as a block's head says it; a head may be the label alone, without a colon."""
    found = particulars(block.words)
    if found:
        stated = is_only_particulars(block.words, found) and {one.key for one in found} & _STATED
        return after_label(block) if stated else []
    alone = f"{block.words.rstrip(' .:')}:"
    named = particulars(alone) if len(alone) <= _LONGEST_LABEL else []
    if len(named) != 1 or named[0].key not in _STATED or not is_only_particulars(alone, named):
        return []
    start = block.title.start if block.title else 0
    end = len(block.head.text) if block.head else 0
    return [named[0]._replace(value="", start=start, value_start=end, end=end)]


def _add_names(line: Paragraph, bare: Particular | None, own: OwnParticulars) -> None:
    """A paragraph below a bare label is its value, or has labels of its own; else it stays."""
    found = particulars(line.text)
    if found and is_only_particulars(line.text, found):
        own.add(line, found)
    elif bare is not None:
        value = value_below(line, bare)
        if value:
            own.add(line, [value])


def _hide_label(block: Part, own: OwnParticulars) -> None:
    """The words "Nội dung thực hiện" above the one task of a section are no words of it."""
    if block.head is not None:
        end = len(block.head.text)
        own.add(block.head, [Particular("text", "", block.words, 0, end, end)])
