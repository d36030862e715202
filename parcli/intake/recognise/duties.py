"""Numbered parts of running text as groups and tasks: who must do what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import Span
from parcli.intake.blocks import Paragraph, Table
from parcli.intake.recognise.background import is_background_part, keep_background
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.line_subjects import (
    names_subject,
    opens_for,
    says_work,
)
from parcli.intake.recognise.loose_lines import LooseLines, begun
from parcli.intake.recognise.orders import add_orders, orders_below, orders_in
from parcli.intake.recognise.own_particulars import (
    OwnParticulars,
    names_lead,
    own_particulars,
)
from parcli.intake.recognise.part_entries import finish_task, new_group, numbered_task
from parcli.intake.recognise.part_heads import (
    LONGEST_TITLE,
    Context,
    asks,
    is_one_task,
    is_title,
    lists_work,
    only_formulas,
    parts_by_unit,
    says_all,
    split_head,
    work_list,
)
from parcli.intake.recognise.part_tasks import has_words, task_with_particulars, whole_task
from parcli.intake.recognise.parts import Part
from parcli.intake.recognise.reports import is_report
from parcli.intake.recognise.sections import (
    gives_reasons,
    is_of_money,
    is_state_of_affairs,
    opens_work,
)
from parcli.intake.recognise.supporting import helping_below, supporting_units
from parcli.intake.recognise.table_kinds import keep_table, kind_of_table
from parcli.intake.recognise.task_words import Setting, put_particular, titled
from parcli.intake.recognise.tasks_table import read_table
from parcli.intake.recognise.telling import only_tells
from parcli.intake.recognise.units import (
    heading_units,
    leading_units,
    units_at_end,
)
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence


def _lettered(parts: Sequence[Part]) -> bool:
    """Whether several parts "a)", "b)" are tasks of their own, not details of one."""
    return len(parts) > 1 and all(part.label and part.label.kind == "a" for part in parts)


def _holds_several(part: Part, own: OwnParticulars, inner: Sequence[Part]) -> bool:
    """Whether a part that states who or when holds several tasks, not one with its details."""
    if any(kind_of_table(columns_of(table)) == "tasks" for table in part.tables):
        return True
    if _lettered(inner) or parts_by_unit(inner) or any(map(names_lead, inner)):
        return True
    return not own.parts and lists_work(part, inner)


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
        words = part.words
        title, _rest = split_head(part)
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
        if own.found and not _holds_several(part, own, inner):
            self._with_particulars(part, own, into, context)
            return
        if not inner and not paragraphs and (not part.tables or says_all(part)):
            self._leaf(part, into, context)
            self._beside(part.tables, into)
            return
        units = heading_units(title or words)
        if not units and not inner and orders_below(part, paragraphs):
            add_orders(part, paragraphs, into, context, self._setting)
            return
        if not units and is_one_task(part, inner, paragraphs, context):
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
        """A part that hands out nothing; on funds, what it tells units to do is work yet."""
        title, _rest = split_head(part)
        acting: list[Part | Paragraph] = []
        if is_of_money(title or part.words) and not context.background:
            acting = [item for item in part.items if names_subject(item)]
        elif not is_state_of_affairs(title or part.words):
            acting = [child for child in part.children if child.items and opens_work(child.words)]
        others = [item for item in part.items if item not in acting]
        keep_background(replace(part, items=others), into, self._setting)
        group = into["groups"][-1]
        for item in acting:
            if isinstance(item, Part):
                self._part(item, group, Context())
            else:
                self._lines.read(item, group, Context())

    def _first_task(self, rest: Span, part: Part, group: dict[str, Any], context: Context) -> None:
        """The words after the units that head a group, as the first of its tasks."""
        task: dict[str, Any] = {"text": one_line(rest.text)}
        self._ledger.take(rest, task, "text")
        finish_task(task, part.head, replace(context, led=True), self._setting)
        group.setdefault("tasks", []).append(task)

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
            self._first_task(rest, part, group, context)
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
        task = self._sentence(part, into)
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

    def _sentence(self, part: Part, into: dict[str, Any]) -> dict[str, Any]:
        """A task with the number and the words of one sentence."""
        task = numbered_task(part, into)
        if part.head is not None and part.title is not None:
            body = part.head.cut(part.title.start)
            own: dict[str, Any] = {}
            titled_here = body.emphasised() and not body.bold and not body.italic
            if titled_here:
                titled([body], own, type(self._ledger)())
            if heading_units(str(own.get("title", ""))):
                own = {}  # bold names are the sentence's subject, not its title
            task |= own or {"text": one_line(part.words)}
            self._ledger.take(part.head, task, "text")
        return task

    def _list_with_particulars(
        self, part: Part, own: OwnParticulars, listed: Part, into: dict[str, Any]
    ) -> None:
        """ "a) Cơ quan đầu mối: …", "b) Nhiệm vụ:" with dashes: a group of tasks with its lead."""
        group = new_group(part, part.words, [], self._setting)
        for line in own.paragraphs:
            _plain, found = own.split(line)
            self._ledger.take(Span(line, 0, found[0].start), group, "title")
            for one in found:
                put_particular(group, one, self._setting)
                self._ledger.take(Span(line, one.start, one.end), group, one.key)
        if listed.head is not None:
            self._ledger.take(listed.head, group, "title")
        context = Context(led="lead" in group)
        for item in (*listed.items, *(p for p in part.paragraphs if p not in own.paragraphs)):
            if isinstance(item, Part):
                self._part(item, group, context)
            elif isinstance(item, Paragraph):
                self._lines.read(item, group, context)
        into.setdefault("groups", []).append(group)

    def _group(self, part: Part, into: dict[str, Any], context: Context, units: list[str]) -> None:
        title, rest = split_head(part)
        words = one_line(part.words)
        lead = units
        if not lead and not is_title(part, context):
            subject = leading_units(words)
            lead = opens_for(words) or (subject.names if subject else [])
        group = new_group(part, title or words, [], self._setting)
        if rest is not None and rest.text.strip():
            if units and says_work(rest.text, part):
                self._first_task(rest, part, group, context)
            else:
                group["text"] = one_line(rest.text)
                self._ledger.take(rest, group, "text")
        elif not is_title(part, context) and not units and len(words) > LONGEST_TITLE:
            group["text"] = group.pop("title")
        helpers = supporting_units(words) if lead and not units else None
        helping = helpers.names if helpers else helping_below(rest.text if rest else words)
        if helping:
            group["support"] = helping
        tail = [] if lead else units_at_end(title or words)
        if lead or (tail and not any(heading_units(child.words) for child in part.children)):
            group["lead"] = lead or tail
        self._items(part, group, context)
        into.setdefault("groups", []).append(group)
