"""Numbered parts of running text as groups and tasks: who must do what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Paragraph, Table
from parcli.intake.recognise.background import acting_in, is_background_part, keep_background
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.labelled_blocks import Blocks, blocks_of
from parcli.intake.recognise.line_subjects import opens_for, says_work
from parcli.intake.recognise.loose_lines import LooseLines, begun
from parcli.intake.recognise.orders import add_orders, orders_below, orders_in
from parcli.intake.recognise.own_particulars import OwnParticulars, own_particulars
from parcli.intake.recognise.part_entries import finish_task, first_task, new_group, put_time
from parcli.intake.recognise.part_heads import (
    LONGEST_TITLE,
    Context,
    asks,
    context_below,
    is_one_task,
    is_title,
    lists_matters,
    only_formulas,
    says_all,
    split_head,
    work_list,
)
from parcli.intake.recognise.part_tasks import (
    group_with_particulars,
    has_words,
    holds_several,
    sentence_task,
    task_with_particulars,
    whole_task,
)
from parcli.intake.recognise.parts import Part
from parcli.intake.recognise.reports import is_report
from parcli.intake.recognise.sections import gives_reasons
from parcli.intake.recognise.supporting import helping_below, supporting_units
from parcli.intake.recognise.table_kinds import keep_table, kind_of_table
from parcli.intake.recognise.tasks_table import read_table
from parcli.intake.recognise.telling import only_tells
from parcli.intake.recognise.time_headings import heading_deadline
from parcli.intake.recognise.units import heading_units, leading_units, units_at_end
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Span
    from parcli.intake.recognise.task_words import Setting


class Duties:
    """Turns a tree of parts into groups and tasks of one mapping."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._ledger = setting.ledger
        self._lines = LooseLines(setting)

    def read(self, root: Part, into: dict[str, Any]) -> None:
        """Put the root's parts and tables into `into` as groups and tasks."""
        self._items(root, into, Context())

    def _items(self, part: Part, into: dict[str, Any], context: Context) -> None:
        """What stands in a part, in its order; parts that a line calls reasons are no work."""
        reasons = False
        for item in part.items:
            # A line of a group may have said who leads what follows it.
            led = context.led or (part.label is not None and "lead" in into)
            here = replace(context, led=led)
            if isinstance(item, Part):
                self._part(item, into, replace(here, background=context.background or reasons))
            elif isinstance(item, Table):
                read_table(item, into, self._setting)
            else:
                reasons = gives_reasons(item.text)
                self._lines.read(item, into, here)

    def _part(self, part: Part, into: dict[str, Any], context: Context) -> None:
        """One part: background, a task, or a group of them."""
        if is_background_part(part, context, self._setting) or only_formulas(part):
            self._background(part, into, context)
            return
        own = own_particulars(part)
        inner = [child for child in part.children if child not in own.parts]
        paragraphs = [p for p in part.paragraphs if p not in own.paragraphs]
        listed = work_list(inner) if own.found and not part.tables else None
        if listed is not None:
            self._list_with_particulars(part, own, listed, into)
            return
        blocks = blocks_of(part)
        if blocks is not None:
            self._in_blocks(part, blocks, into, context)
            return
        checks = context.inspects and lists_matters(inner)
        if own.found and (checks or not holds_several(part, own, inner)):
            self._with_particulars(part, own, into, context)
            return
        self._by_words(part, inner, paragraphs, into, context)

    def _by_words(
        self,
        part: Part,
        inner: list[Part],
        paragraphs: list[Paragraph],
        into: dict[str, Any],
        context: Context,
    ) -> None:
        """A part that states nothing in labels: a sentence, orders, one task, or a group."""
        if not inner and not paragraphs and (not part.tables or says_all(part)):
            self._leaf(part, into, context)
            self._beside(part.tables, into)
            return
        title, _rest = split_head(part)
        units = heading_units(title or part.words)
        if not units and not inner and orders_below(part, paragraphs):
            add_orders(part, paragraphs, into, context, self._setting)
            return
        checks = context.inspects and lists_matters(inner)
        if not units and (checks or is_one_task(part, inner, paragraphs, context)):
            whole_task(part, into, context, self._setting)
            return
        self._group(part, into, context, units)

    def _with_particulars(
        self, part: Part, own: OwnParticulars, into: dict[str, Any], context: Context
    ) -> None:
        """A task with its particulars; a part that says nothing else hands them to its group."""
        if has_words(part, own):
            task_with_particulars(part, own, into, context, self._setting)
        else:
            for line in part.lines():
                self._lines.inherit(into, line, own.split(line)[1])
        self._beside(part.tables, into)

    def _background(self, part: Part, into: dict[str, Any], context: Context) -> None:
        """A part that hands out nothing; on funds or demands, what it tells units is work yet."""
        acting = acting_in(part, context)
        others = [item for item in part.items if item not in acting]
        keep_background(replace(part, items=others), into, self._setting)
        group = into["groups"][-1]
        for item in acting:
            if isinstance(item, Part):
                self._part(item, group, Context())
            else:
                self._lines.read(item, group, Context())

    def _beside(self, tables: Sequence[Table], into: dict[str, Any]) -> None:
        """Tables below a sentence that is a task by itself: they belong to what holds the task."""
        for table in tables:
            if kind_of_table(columns_of(table)) != "tasks":
                keep_table(table, into, self._setting)
                continue
            group: dict[str, Any] = {}
            read_table(table, group, self._setting)
            into.setdefault("groups", []).append(group)

    def _report(self, part: Part, into: dict[str, Any]) -> None:
        """A sentence that only sets up a report: kept where it stands, no task beside the duty."""
        if part.head is None or part.title is None:
            return
        if "schema" not in into:
            inside = begun(into) and "kind" not in into
            self._lines.append(into, "closing" if inside else "text", part.head)
            return
        group = new_group(part, "", [], self._setting)
        group["text"] = one_line(part.words)
        self._ledger.take(part.title, group, "text")
        into.setdefault("groups", []).append(group)

    def _leaf(self, part: Part, into: dict[str, Any], context: Context) -> None:
        title, rest = split_head(part)
        if self._orders_nothing(part, into):
            return
        units = heading_units(title) if title else []
        asked = units if asks(part) else []
        if units and not asked and rest is not None and rest.text.strip():
            group = new_group(part, title, units, self._setting)
            first_task(rest, part, group, context, self._setting)
            into.setdefault("groups", []).append(group)
            return
        if not units and heading_units(part.words):
            into.setdefault("groups", []).append(
                new_group(part, part.words, heading_units(part.words), self._setting)
            )
            return
        if part.words.upper() == part.words and is_title(part, context):
            into.setdefault("groups", []).append(new_group(part, part.words, [], self._setting))
            return
        if part.label and part.title and not part.label.bullet and len(orders_in(part.title)) > 1:
            add_orders(part, [], into, context, self._setting)
            return
        task = sentence_task(part, into, self._setting)
        if asked:
            task["lead"] = asked
        finish_task(task, part.head, context, self._setting)
        into.setdefault("tasks", []).append(task)

    def _orders_nothing(self, part: Part, into: dict[str, Any]) -> bool:
        """Keep a sentence that sets up a report or only tells something; whether it was one."""
        if is_report(part.words, self._setting.issued):
            self._report(part, into)
            return True
        if only_tells(part.words):
            keep_background(part, into, self._setting)
            return True
        return False

    def _list_with_particulars(
        self, part: Part, own: OwnParticulars, listed: Part, into: dict[str, Any]
    ) -> None:
        """ "a) Cơ quan đầu mối: …", "b) Nhiệm vụ:" with dashes: a group of tasks with its lead."""
        group = group_with_particulars(part, own, self._setting)
        if listed.head is not None:
            self._ledger.take(listed.head, group, "title")
        context = Context(led="lead" in group)
        for item in (*listed.items, *(p for p in part.paragraphs if p not in own.paragraphs)):
            if isinstance(item, Part):
                self._part(item, group, context)
            elif isinstance(item, Paragraph):
                self._lines.read(item, group, context)
        into.setdefault("groups", []).append(group)

    def _in_blocks(
        self, part: Part, blocks: Blocks, into: dict[str, Any], context: Context
    ) -> None:
        """A section in blocks: what it states holds for all its work, one task or several."""
        if not blocks.several:
            self._with_particulars(part, blocks.own, into, context)
            return
        group = group_with_particulars(part, blocks.own, self._setting)
        below = Context(led=context.led or "lead" in group)
        for item in part.items:
            if item in blocks.work and isinstance(item, Part):
                self._group(item, group, below, [])
            elif item not in blocks.own.parts:
                self._items(replace(part, items=[item]), group, below)
        for line in blocks.left_over():
            self._lines.append(group, "closing", line)
        into.setdefault("groups", []).append(group)

    def _group(self, part: Part, into: dict[str, Any], context: Context, units: list[str]) -> None:
        title, rest = split_head(part)
        words = one_line(part.words)
        when = heading_deadline(words, self._setting.issued)
        if when:
            title, rest = words, None
        lead = units or opens_for(words)
        if not lead and not is_title(part, context):
            subject = leading_units(words)
            lead = subject.names if subject else []
        group = new_group(part, title or words, [], self._setting)
        if when:
            put_time(part, when, group, self._setting)
        self._words_of_group(part, rest, units, group, context)
        helpers = supporting_units(words) if lead and not units else None
        helping = helpers.names if helpers else helping_below(rest.text if rest else words)
        if helping:
            group["support"] = helping
        tail = [] if lead else units_at_end(title or words)
        if lead or (tail and not any(heading_units(child.words) for child in part.children)):
            group["lead"] = lead or tail
        self._items(part, group, context_below(part, context))
        into.setdefault("groups", []).append(group)

    def _words_of_group(
        self,
        part: Part,
        rest: Span | None,
        units: list[str],
        group: dict[str, Any],
        context: Context,
    ) -> None:
        """What a head says beside its title: its first task, or the group's text."""
        if rest is not None and rest.text.strip():
            if units and says_work(rest.text, part):
                first_task(rest, part, group, context, self._setting)
            else:
                group["text"] = one_line(rest.text)
                self._ledger.take(rest, group, "text")
        elif (
            not is_title(part, context)
            and not units
            and len(group.get("title", "")) > LONGEST_TITLE
        ):
            group["text"] = group.pop("title")
