"""Sections that hand out nothing: purpose, aims, state of affairs, kept as groups with text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Table
from parcli.intake.recognise.part_entries import new_group
from parcli.intake.recognise.part_heads import LONGEST_TITLE, split_head
from parcli.intake.recognise.parts import Part, printed_line
from parcli.intake.recognise.targets import targets_in
from parcli.intake.recognise.tasks_table import read_table
from parcli.language import N_
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from parcli.intake.recognise.task_words import Setting


LOOSE_TARGETS = N_("Measurable targets that belong to no task: they are kept as text.")
_AIMS = re.compile(r"(?:cac |mot so )?(?:chi tieu|muc tieu)\b")


def keep_background(part: Part, into: dict[str, Any], setting: Setting) -> None:
    """A part that hands out nothing: kept as a group with its text."""
    title, rest = split_head(part)
    words = one_line(part.words)
    keep_title = bool(part.items) or rest is not None or len(words) < LONGEST_TITLE
    group = new_group(part, (title or words) if keep_title else "", [], setting)
    lines = [one_line(rest.text)] if rest is not None and rest.text.strip() else []
    if not keep_title:
        lines = [words]
    if rest is not None:
        setting.ledger.take(rest, group, "text")
    for item in part.items:
        if isinstance(item, Part) and item.items and not (item.label and item.label.bullet):
            keep_background(item, group, setting)
        elif isinstance(item, Table):
            read_table(item, group, setting, background=True)
        else:
            below = list(item.lines()) if isinstance(item, Part) else [item]
            lines += map(printed_line, below)
            setting.ledger.take_all(below, group, "text")
    if lines:
        group["text"] = "\n".join(lines)
    if _AIMS.match(folded(str(group.get("title", "")))) and any(map(targets_in, lines)):
        setting.ledger.doubt(group, "text", LOOSE_TARGETS)
    into.setdefault("groups", []).append(group)
