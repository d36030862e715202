"""Whose work a line is: who stands before its colon, or is its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from parcli.intake.blocks import Paragraph, Table
from parcli.intake.recognise.parts import Part
from parcli.intake.recognise.units import heading_units, leading_units
from parcli.text import one_line

if TYPE_CHECKING:
    from parcli.intake.blocks import Block


def says_work(rest: str, part: Part) -> bool:
    """Whether the words after "Sở A:" are work, and further paragraphs that of others."""
    return rest.rstrip().endswith((".", ";")) and not part.children and not part.tables


def opens_for(text: str) -> list[str]:
    """The subject of a line that leads in to what it must do: "Để …, tỉnh A cần … sau:"."""
    found = leading_units(text) if text.rstrip().endswith(":") else None
    return found.names if found else []


def named_before_colon(text: str) -> list[str]:
    """The units of "Sở A: kiểm tra …"; [] for a sentence of another form."""
    found = re.match(r"([^:.;]{3,150}):\s+(?=\S)", text)
    return heading_units(found[1]) if found else []


def names_subject(item: Block | Part) -> TypeGuard[Part | Paragraph]:
    """Whether a part or paragraph is a sentence that says which units act."""
    if isinstance(item, Table):
        return False
    words = item.words if isinstance(item, Part) else one_line(item.text)
    return leading_units(words) is not None
