"""Sections that hand out nothing: purpose, aims, state of affairs, kept as groups with text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Table
from parcli.intake.recognise.line_subjects import is_subject_named, names_subject, ordered_in
from parcli.intake.recognise.own_particulars import names_lead
from parcli.intake.recognise.part_entries import new_group
from parcli.intake.recognise.part_heads import LONGEST_TITLE, Context, inspects, split_head
from parcli.intake.recognise.parts import Part, printed_line
from parcli.intake.recognise.sections import (
    is_background,
    is_demand_on_matter,
    is_of_money,
    is_own_demand,
    is_reporting,
    is_state_of_affairs,
    opens_work,
)
from parcli.intake.recognise.targets import targets_in
from parcli.intake.recognise.tasks_table import read_table
from parcli.intake.recognise.units import heading_units, leading_units
from parcli.language import N_
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from parcli.intake.blocks import Paragraph
    from parcli.intake.recognise.task_words import Setting


LOOSE_TARGETS = N_("Measurable targets that belong to no task: they are kept as text.")
_DONE = re.compile(r"\s*+(?:,\s*+)?(?:đã|vẫn|còn|chưa|luôn)\b")
_REPORT = re.compile(r"báo cáo", re.IGNORECASE)
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


def acting_in(part: Part, context: Context) -> list[Part | Paragraph]:
    """What is work yet in a part that hands out nothing.

    On funds, what names who acts; of demands on a matter, those on named units; elsewhere a part
    that opens work after all.
    """
    heading = split_head(part)[0] or part.words
    if is_of_money(heading) and not context.background:
        return [item for item in part.items if names_subject(item)]
    if is_demand_on_matter(heading) and not context.background:
        return [child for child in part.children if is_subject_named(child.words)]
    if is_state_of_affairs(heading):
        return []
    return [child for child in part.children if child.items and opens_work(child.words)]


def is_background_part(part: Part, context: Context, setting: Setting) -> bool:
    """Whether a part hands out nothing: it stands in such a section, or its heading opens one."""
    title, _rest = split_head(part)
    heading = title or part.words
    reporting = is_reporting(heading) and _is_about_reports(part, context)
    if context.background or reporting:
        return True
    if not is_background(heading, context.led, opens=bool(part.items)) or names_lead(part):
        return False
    if inspects(heading, part.children):
        return False
    # "Yêu cầu các sở, ban, ngành:" asks; "Yêu cầu" alone is what a plan demands of itself.
    asked = bool(heading_units(heading)) or (setting.asks and is_own_demand(heading))
    return not (asked or (is_state_of_affairs(heading) and _orders_inside(part)))


def _is_about_reports(part: Part, context: Context) -> bool:
    """Whether a section on reporting says a word of reports: "Báo cáo kết quả hội nghị" above
    "- Gửi biên bản …" is work."""
    if not part.items:
        return not context.led
    below = (line for line in part.lines() if line is not part.head)
    return bool(part.tables) or any(_REPORT.search(line.text) for line in below)


def _orders_inside(part: Part) -> bool:
    """Whether a review gives units work, in a part or in a paragraph of its own."""
    return any(map(_hands_out_work, part.children)) or any(
        ordered_in(one_line(line.text)) for line in part.paragraphs
    )


def _hands_out_work(part: Part) -> bool:
    """Whether a part of a review tells units what to do: "Sở A đã kiểm tra …" does not."""
    found = leading_units(part.words)
    asked = found is not None and not found.start and not _DONE.match(part.words[found.end :])
    return asked or bool(heading_units(part.words))
