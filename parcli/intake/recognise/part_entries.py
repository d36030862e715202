"""The beginnings of a group and of a task that a part becomes: number, title, source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import Span
from parcli.intake.recognise.part_heads import UPPER_KINDS, split_head
from parcli.intake.recognise.task_words import (
    Setting,
    from_sentence,
    put_deadline,
    with_targets,
)
from parcli.text import one_line

if TYPE_CHECKING:
    from parcli.intake.blocks import Paragraph
    from parcli.intake.recognise.part_heads import Context
    from parcli.intake.recognise.parts import Part


def new_group(part: Part, title: str, lead: list[str], setting: Setting) -> dict[str, Any]:
    """A group with the part's number, title and place; its head is claimed up to the rest."""
    group: dict[str, Any] = {}
    label = part.label
    if label is not None and label.number:
        group["number"] = label.number
        if label.kind in UPPER_KINDS - {"A", "I"}:
            group["printed_number"] = label.printed
    shown = one_line(title).removesuffix("./.").rstrip(" :")
    if shown:
        group["title"] = shown if shown.endswith("...") else shown.rstrip(".")
    if lead:
        group["lead"] = lead
    if part.head is not None:
        group["source"] = setting.source(part.head.place)
        end = len(part.head.text)
        _head, rest = split_head(part)
        setting.ledger.take(Span(part.head, 0, rest.start if rest else end), group, "title")
    return group


def numbered_task(part: Part, into: dict[str, Any]) -> dict[str, Any]:
    """A task with the part's number; one with a bullet has its place among the tasks of `into`."""
    label = part.label
    place = str(len(into.get("tasks", [])) + 1)
    if label is None or label.kind == "unit":
        return {}
    if label.bullet:
        return {"number": place, "printed_number": label.printed}
    if label.kind in UPPER_KINDS - {"A", "I"}:
        return {"number": label.number, "printed_number": label.printed}
    return {"number": label.number}


def finish_task(
    task: dict[str, Any], head: Paragraph | None, context: Context, setting: Setting
) -> None:
    """Add what the task's words say: units, deadline, targets; and where it stands."""
    from_sentence(task, setting, led=context.led, helping=context.helping, named=context.named)
    with_targets(task)
    if head is not None:
        task["source"] = setting.source(head.place)


def first_task(
    rest: Span, part: Part, group: dict[str, Any], context: Context, setting: Setting
) -> None:
    """The words after the units that head a group, as the first of its tasks; a circle that they
    begin with means those units: "Sở A, Sở B: Các sở rà soát …"."""
    task: dict[str, Any] = {"text": one_line(rest.text)}
    setting.ledger.take(rest, task, "text")
    finish_task(task, part.head, replace(context, led=True, named=True), setting)
    group.setdefault("tasks", []).append(task)


def put_time(part: Part, when: str, group: dict[str, Any], setting: Setting) -> None:
    """Put the deadline that a heading gives all below it into its group; its words stay title."""
    put_deadline(group, when, setting)
    _title, rest = split_head(part)
    if rest is not None:
        setting.ledger.take(rest, group, "title")
