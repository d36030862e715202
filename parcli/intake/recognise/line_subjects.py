"""Whose work a line is: who stands before its colon, or is its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from parcli.intake.blocks import Paragraph, Table
from parcli.intake.recognise.asking import asked_later, topic_end
from parcli.intake.recognise.circles import is_generic, is_open
from parcli.intake.recognise.parts import Part
from parcli.intake.recognise.requests import asked_in
from parcli.intake.recognise.units import heading_units, leading_units
from parcli.text import one_line

if TYPE_CHECKING:
    from parcli.intake.blocks import Block


def says_work(rest: str, part: Part) -> bool:
    """Whether the words after "Sở A:" are work, and further paragraphs that of others."""
    return rest.rstrip().endswith((".", ";")) and not part.children and not part.tables


def opens_for(text: str) -> list[str]:
    """The subject of a line that leads in to what it must do: "Để …, tỉnh A cần … sau:".

    Of several clauses the last one does: "Đảng ủy xã chỉ đạo; UBND xã có trách nhiệm:".
    """
    if not text.rstrip().endswith(":"):
        return []
    found = leading_units(text)
    if found is not None and ";" in text[found.end :]:
        found = leading_units(re.split(r";\s+", text)[-1]) or found
    return found.names if found else []


def named_before_colon(text: str) -> list[str]:
    """The units of "Sở A: kiểm tra …"; [] for a sentence of another form."""
    found = re.match(r"([^:.;]{3,150}):\s+(?=\S)", text)
    return heading_units(found[1]) if found else []


def ordered_in(text: str) -> list[str]:
    """Whom a clause orders: "Căn cứ …, yêu cầu các sở …", "Đối với dự án A: giao Sở B …"."""
    found = leading_units(text)
    if found is not None:
        # Behind "Căn cứ …, " even the order may look like a subject; a later sentence is another's.
        text = re.split(r"\.\s", text, maxsplit=1)[0] if found.start else ""
    told = asked_later(text) if topic_end(text) else None
    return told.names if told else asked_in(text, clause=True)


def names_subject(item: Block | Part) -> TypeGuard[Part | Paragraph]:
    """Whether a part or paragraph is a sentence that says which units act."""
    if isinstance(item, Table):
        return False
    words = item.words if isinstance(item, Part) else one_line(item.text)
    return leading_units(words) is not None


def is_subject_named(words: str) -> bool:
    """Whether a line is about units by name, not about whoever the document addresses."""
    found = leading_units(words)
    return found is not None and not all(is_open(n) or is_generic(n) for n in found.names)
