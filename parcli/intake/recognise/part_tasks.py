"""A part as one task: its sentence alone, or with all that stands below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import Ledger, Span
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.own_particulars import names_lead, without_label
from parcli.intake.recognise.part_entries import finish_task, new_group, numbered_task
from parcli.intake.recognise.part_heads import (
    is_title,
    lists_work,
    looks_like_title,
    parts_by_unit,
)
from parcli.intake.recognise.parts import printed_line
from parcli.intake.recognise.table_kinds import kind_of_table
from parcli.intake.recognise.task_words import put_deadline, put_particular, titled
from parcli.intake.recognise.time_headings import heading_deadline
from parcli.intake.recognise.units import heading_units
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.recognise.own_particulars import OwnParticulars
    from parcli.intake.recognise.part_heads import Context
    from parcli.intake.recognise.parts import Part
    from parcli.intake.recognise.task_words import Setting


def sentence_task(part: Part, into: dict[str, Any], setting: Setting) -> dict[str, Any]:
    """A task with the number and the words of one sentence; emphasised first words are its title,
    unless they name who acts."""
    task = numbered_task(part, into)
    if part.head is None or part.title is None:
        return task
    body = part.head.cut(part.title.start)
    own: dict[str, Any] = {}
    if body.emphasised() and not body.bold and not body.italic:
        titled([body], own, Ledger())
    if heading_units(str(own.get("title", ""))):
        own = {}
    task |= own or {"text": one_line(part.words)}
    setting.ledger.take(part.head, task, "text")
    return task


def whole_task(part: Part, into: dict[str, Any], context: Context, setting: Setting) -> None:
    """A part with all below it as one task."""
    task = numbered_task(part, into)
    below = [line for line in part.lines() if line is not part.head]
    lines = [printed_line(line) for line in below]
    words = one_line(part.words)
    if is_title(part, context) and lines and not (part.label and part.label.bullet):
        task["title"] = words.rstrip(" :.")
        task["text"] = "\n".join(lines)
    else:
        task["text"] = "\n".join([words, *lines])
    if part.head is not None:
        setting.ledger.take(part.head, task, "title" if "title" in task else "text")
    setting.ledger.take_all(below, task, "text")
    when = heading_deadline(words, setting.issued) if lines else None
    if when:
        put_deadline(task, when, setting)
    finish_task(task, part.head, context, setting)
    into.setdefault("tasks", []).append(task)


def has_words(part: Part, own: OwnParticulars) -> bool:
    """Whether a part says anything beside its number and its particulars."""
    for line in part.lines():
        plain, found = own.split(line)
        shown = plain if line is not part.head else without_label(plain, part)
        if any(map(str.isalnum, shown.text)) or any(one.key == "text" for one in found):
            return True
    return False


def group_with_particulars(part: Part, own: OwnParticulars, setting: Setting) -> dict[str, Any]:
    """A group with a part's number and title, and with what it states about itself."""
    group = new_group(part, part.words, [], setting)
    for line in own.paragraphs:
        _plain, found = own.split(line)
        setting.ledger.take(Span(line, 0, found[0].start), group, "title")
        for one in found:
            put_particular(group, one, setting)
            setting.ledger.take(Span(line, one.start, one.end), group, one.key)
    return group


def task_with_particulars(
    part: Part,
    own: OwnParticulars,
    into: dict[str, Any],
    context: Context,
    setting: Setting,
) -> None:
    """A part with the particulars of its own lines as one task."""
    task = numbered_task(part, into)
    lines = []
    for line in part.lines():
        plain, found = own.split(line)
        shown = plain if line is not part.head else without_label(plain, part)
        if shown.text.strip():
            lines.append(
                one_line(shown.text)
                if line is part.head
                else printed_line(shown.paragraph.cut(shown.start, shown.end))
            )
            setting.ledger.take(plain, task, "text")
        elif found:
            setting.ledger.take(Span(line, 0, found[0].start), task, "text")
        for one in found:
            put_particular(task, one, setting)
            setting.ledger.take(Span(line, one.start, one.end), task, one.key)
    _put_words(task, lines)
    context = replace(context, led=True) if task.get("lead") else context
    finish_task(task, part.head, context, setting)
    into.setdefault("tasks", []).append(task)


def _put_words(task: dict[str, Any], lines: list[str]) -> None:
    """A task's lines as title and text, above what a label "Nhiệm vụ:" gave as its text."""
    said = task.pop("text", None)
    rest = [*lines, *([said] if said else [])]
    if lines and looks_like_title(lines[0]) and len(rest) > 1:
        task["title"] = rest.pop(0).rstrip(" :.;,(-")
    if rest:
        task["text"] = "\n".join(rest).rstrip(" (") if lines else said


def _lettered(parts: Sequence[Part]) -> bool:
    """Whether several parts "a)", "b)" are tasks of their own, not details of one."""
    return len(parts) > 1 and all(part.label and part.label.kind == "a" for part in parts)


def holds_several(part: Part, own: OwnParticulars, inner: Sequence[Part]) -> bool:
    """Whether a part that states who or when holds several tasks, not one with its details."""
    if any(kind_of_table(columns_of(table)) == "tasks" for table in part.tables):
        return True
    if _lettered(inner) or parts_by_unit(inner) or any(map(names_lead, inner)):
        return True
    return not own.parts and lists_work(part, inner)
