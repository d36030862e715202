"""Numbered parts of running text as groups and tasks: who must do what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from parcli.intake.accounting import Span
from parcli.intake.blocks import Paragraph, Table
from parcli.intake.recognise.parts import Part, printed_line
from parcli.intake.recognise.prose import Particular, is_only_particulars, particulars
from parcli.intake.recognise.sections import is_background, is_formula, is_reporting
from parcli.intake.recognise.task_words import (
    Setting,
    from_sentence,
    put_particular,
    titled,
    with_targets,
)
from parcli.intake.recognise.tasks_table import read_table
from parcli.intake.recognise.unit_words import VERB
from parcli.intake.recognise.units import (
    heading_units,
    leading_units,
    supporting_units,
    units_at_end,
)
from parcli.text import one_line

_UPPER_KINDS = {"phần", "chương", "mục", "tiểu mục", "A", "I", "điều"}
_LONGEST_TITLE = 170
_SAID_BELOW = re.compile(
    r"(?:sau|gồm|như sau|cụ thể|là|dưới đây|gồm có|nội dung|nhiệm vụ)\s*:\s*$", re.IGNORECASE
)
_INTRO = re.compile(r"(?:sau|như sau|cụ thể|dưới đây|gồm|yêu cầu)\s*:\s*$|:\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """What holds for a part: whether a group above it leads, and whether its text is background."""

    led: bool = False
    background: bool = False
    forced: bool = False


class Duties:
    """Turns a tree of parts into groups and tasks of one mapping."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._ledger = setting.ledger

    def read(self, root: Part, into: dict[str, Any]) -> None:
        """Put the root's parts and tables into `into` as groups and tasks."""
        context = Context()
        for item in root.items:
            if isinstance(item, Part):
                self._part(item, into, context)
            elif isinstance(item, Table):
                read_table(item, into, self._setting)
            else:
                self._loose(item, into, context)

    def _loose(self, paragraph: Paragraph, into: dict[str, Any], context: Context) -> None:
        """An unnumbered paragraph of a group: a task where somebody must do something."""
        text = one_line(paragraph.text)
        found = particulars(paragraph.text)
        if found and is_only_particulars(paragraph.text, found):
            self._inherit(into, paragraph, found)
            return
        acts = leading_units(text) is not None or (context.led and not _INTRO.search(text))
        if context.background or is_formula(text) or not acts:
            done = into.get("groups") or into.get("tasks")
            self._append(into, "closing" if done and "kind" not in into else "text", paragraph)
            return
        task: dict[str, Any] = {"text": printed_line(paragraph)}
        self._ledger.take(paragraph, task, "text")
        self._finish_task(task, paragraph, context)
        into.setdefault("tasks", []).append(task)

    def _inherit(self, into: dict[str, Any], paragraph: Paragraph, found: list[Particular]) -> None:
        """Particulars after the parts of a group hold for all of them."""
        for one in found:
            if one.key in ("lead", "support", "deadline") and "schema" not in into:
                put_particular(into, one, self._setting)
                self._ledger.take(Span(paragraph, one.start, one.end), into, one.key)
            else:
                self._append(into, "text", paragraph)

    def _append(self, into: dict[str, Any], key: str, paragraph: Paragraph) -> None:
        if "schema" in into:
            key = "closing" if into.get("groups") or into.get("tasks") else "opening"
        line = printed_line(paragraph)
        into[key] = f"{into[key]}\n{line}" if into.get(key) else line
        self._ledger.take(paragraph, into, key)

    def _part(self, part: Part, into: dict[str, Any], context: Context) -> None:
        """One part: background, a task, or a group of them."""
        words = part.words
        title, _rest = _split_head(part)
        reporting = is_reporting(title or words)
        background = context.background or reporting or is_background(title or words, context.led)
        if background or self._is_formula(part):
            self._background(part, into, replace(context, background=True))
            return
        own = self._own_particulars(part)
        inner = [child for child in part.children if child not in own.parts]
        paragraphs = [p for p in part.paragraphs if p not in own.paragraphs]
        if own.found and not any(self._has_lead(child) for child in inner):
            self._task_with_particulars(part, own, into, context)
            return
        if not inner and not paragraphs and not part.tables:
            self._leaf(part, into, context)
            return
        units = heading_units(title or words)
        if not units and self._is_one_task(part, inner, paragraphs, context):
            self._whole_task(part, into, context)
            return
        self._group(part, into, context, units)

    def _is_formula(self, part: Part) -> bool:
        if part.children or part.tables:
            return False
        below = [one_line(paragraph.text) for paragraph in part.paragraphs]
        return all(map(is_formula, below)) if below else is_formula(part.words)

    def _is_one_task(
        self, part: Part, inner: list[Part], paragraphs: list[Paragraph], context: Context
    ) -> bool:
        """Whether the parts below only detail one task: dashes under a sentence, or plain text."""
        if part.tables:
            return False
        label = part.label
        upper = label is not None and label.kind in _UPPER_KINDS
        bullets = all(child.label is not None and child.label.bullet for child in inner)
        if label is not None and label.bullet:
            return True
        if inner and (not bullets or any(leading_units(child.words) for child in inner)):
            return False
        if inner:
            return not upper and not _is_title(part, context)
        if upper:
            return (
                not any(leading_units(one_line(p.text)) for p in paragraphs)
                and len(paragraphs) == 1
            )
        return not (
            len(paragraphs) > 1 and all(leading_units(one_line(p.text)) for p in paragraphs)
        )

    def _leaf(self, part: Part, into: dict[str, Any], context: Context) -> None:
        title, rest = _split_head(part)
        units = heading_units(title) if title else []
        if units and rest is not None and rest.text.strip():
            group = self._new_group(part, title, units)
            task: dict[str, Any] = {"text": one_line(rest.text)}
            self._ledger.take(rest, task, "text")
            self._finish_task(task, part.head, replace(context, led=True))
            group["tasks"] = [task]
            into.setdefault("groups", []).append(group)
            return
        if not units and heading_units(part.words):
            into.setdefault("groups", []).append(
                self._new_group(part, part.words, heading_units(part.words))
            )
            return
        task = self._numbered(part, into)
        if part.head is not None and part.title is not None:
            body = part.head.cut(part.title.start)
            own: dict[str, Any] = {}
            titled_here = body.emphasised() and not body.bold and not body.italic
            if titled_here:
                titled([body], own, type(self._ledger)())
            task |= own or {"text": one_line(part.words)}
            self._ledger.take(part.head, task, "text")
        self._finish_task(task, part.head, context)
        into.setdefault("tasks", []).append(task)

    def _whole_task(self, part: Part, into: dict[str, Any], context: Context) -> None:
        """A part with all below it as one task."""
        task = self._numbered(part, into)
        below = [line for line in part.lines() if line is not part.head]
        lines = [printed_line(line) for line in below]
        words = one_line(part.words)
        if _is_title(part, context) and lines and not (part.label and part.label.bullet):
            task["title"] = words.rstrip(" :.")
            task["text"] = "\n".join(lines)
        else:
            task["text"] = "\n".join([words, *lines])
        if part.head is not None:
            self._ledger.take(part.head, task, "title" if "title" in task else "text")
        self._ledger.take_all(below, task, "text")
        self._finish_task(task, part.head, context)
        into.setdefault("tasks", []).append(task)

    def _task_with_particulars(
        self, part: Part, own: _Own, into: dict[str, Any], context: Context
    ) -> None:
        task = self._numbered(part, into)
        lines = []
        for line in part.lines():
            plain, found = own.split(line)
            shown = plain if line is not part.head else _without_label(plain, part)
            if shown.text.strip():
                lines.append(
                    one_line(shown.text)
                    if line is part.head
                    else printed_line(shown.paragraph.cut(shown.start, shown.end))
                )
                self._ledger.take(plain, task, "text")
            elif found:
                self._ledger.take(Span(line, 0, found[0].start), task, "text")
            for one in found:
                put_particular(task, one, self._setting)
                self._ledger.take(Span(line, one.start, one.end), task, one.key)
        if lines:
            said = task.pop("text", None)
            if _looks_like_title(lines[0]) and (len(lines) > 1 or said):
                task["title"] = lines.pop(0).rstrip(" :.;,(-")
            words = [*lines, *([said] if said else [])]
            if words:
                task["text"] = "\n".join(words).rstrip(" (")
        self._finish_task(
            task, part.head, replace(context, led=True) if task.get("lead") else context
        )
        into.setdefault("tasks", []).append(task)

    def _group(self, part: Part, into: dict[str, Any], context: Context, units: list[str]) -> None:
        title, rest = _split_head(part)
        words = one_line(part.words)
        lead = units
        if not lead and not _is_title(part, context):
            subject = leading_units(words)
            lead = subject.names if subject else []
        group = self._new_group(part, title or words, [])
        if rest is not None and rest.text.strip():
            group["text"] = one_line(rest.text)
            self._ledger.take(rest, group, "text")
        elif not _is_title(part, context) and not units and len(words) > _LONGEST_TITLE:
            group["text"] = group.pop("title")
        helpers = supporting_units(words) if lead and not units else None
        if helpers is not None:
            group["support"] = helpers.names
        tail = [] if lead else units_at_end(title or words)
        if lead or (tail and not any(heading_units(child.words) for child in part.children)):
            group["lead"] = lead or tail
        below = replace(context, led=context.led or "lead" in group)
        for item in part.items:
            if isinstance(item, Part):
                self._part(item, group, below)
            elif isinstance(item, Table):
                read_table(item, group, self._setting)
            else:
                self._loose(item, group, below)
        into.setdefault("groups", []).append(group)

    def _background(self, part: Part, into: dict[str, Any], context: Context) -> None:
        """A part that hands out nothing: kept as a group with its text."""
        title, rest = _split_head(part)
        words = one_line(part.words)
        keep_title = bool(part.items) or rest is not None or len(words) < _LONGEST_TITLE
        group = self._new_group(part, (title or words) if keep_title else "", [])
        lines = [one_line(rest.text)] if rest is not None and rest.text.strip() else []
        if not keep_title:
            lines = [words]
        if rest is not None:
            self._ledger.take(rest, group, "text")
        for item in part.items:
            if isinstance(item, Part) and item.items and not (item.label and item.label.bullet):
                self._background(item, group, context)
            elif isinstance(item, Table):
                read_table(item, group, self._setting, background=True)
            else:
                below = list(item.lines()) if isinstance(item, Part) else [item]
                lines += map(printed_line, below)
                self._ledger.take_all(below, group, "text")
        if lines:
            group["text"] = "\n".join(lines)
        into.setdefault("groups", []).append(group)

    def _new_group(self, part: Part, title: str, lead: list[str]) -> dict[str, Any]:
        group: dict[str, Any] = {}
        label = part.label
        if label is not None and label.number:
            group["number"] = label.number
            if label.kind in _UPPER_KINDS - {"A", "I"}:
                group["printed_number"] = label.printed
        shown = one_line(title).removesuffix("./.").rstrip(" :")
        if shown:
            group["title"] = shown if shown.endswith("...") else shown.rstrip(".")
        if lead:
            group["lead"] = lead
        if part.head is not None:
            group["source"] = self._setting.source(part.head.place)
            end = len(part.head.text)
            _head, rest = _split_head(part)
            self._ledger.take(Span(part.head, 0, rest.start if rest else end), group, "title")
        return group

    def _numbered(self, part: Part, into: dict[str, Any]) -> dict[str, Any]:
        label = part.label
        place = str(len(into.get("tasks", [])) + 1)
        if label is None or label.kind == "unit":
            return {}
        if label.bullet:
            return {"number": place, "printed_number": label.printed}
        if label.kind in _UPPER_KINDS - {"A", "I"}:
            return {"number": label.number, "printed_number": label.printed}
        return {"number": label.number}

    def _finish_task(self, task: dict[str, Any], head: Paragraph | None, context: Context) -> None:
        from_sentence(task, self._setting, led=context.led)
        with_targets(task)
        if head is not None:
            task["source"] = self._setting.source(head.place)

    def _own_particulars(self, part: Part) -> _Own:
        own = _Own()
        for line in (part.head, *part.paragraphs):
            found = particulars(line.text) if line is not None else []
            if found and line is not None:
                own.add(line, found)
        for child in part.children:
            found = particulars(child.words)
            if found and is_only_particulars(child.words, found) and child.head is not None:
                own.add(child.head, particulars_after_label(child))
                own.parts.append(child)
        return own

    def _has_lead(self, part: Part) -> bool:
        texts = [line.text for line in part.lines()]
        return any(one.key == "lead" for text in texts for one in particulars(text))


class _Own:
    """The particulars that a part states about itself."""

    def __init__(self) -> None:
        self._found: dict[int, list[Particular]] = {}
        self.paragraphs: list[Paragraph] = []
        self.parts: list[Part] = []

    @property
    def found(self) -> bool:
        """Whether it states who or when."""
        return any(
            one.key in ("lead", "support", "deadline")
            for each in self._found.values()
            for one in each
        )

    def add(self, line: Paragraph, found: list[Particular]) -> None:
        """Note the particulars of one line."""
        self._found[id(line)] = found
        self.paragraphs.append(line)

    def split(self, line: Paragraph) -> tuple[Span, list[Particular]]:
        """The plain words of a line before its particulars, and those."""
        found = self._found.get(id(line), [])
        stop = found[0].start if found else len(line.text)
        plain = Span(line, 0, stop)
        if found and not re.sub(r"^\W*(?:\w{1,3}[.)])?\W*$", "", plain.text.strip()):
            plain = Span(line, 0, 0)
        return plain, found


def particulars_after_label(child: Part) -> list[Particular]:
    """The particulars of a listed line, counted in its whole text."""
    if child.head is None or child.title is None:
        return []
    shift = child.title.start
    lead = len(child.title.text) - len(child.title.text.lstrip())
    return [
        one._replace(
            start=one.start + shift + lead,
            value_start=one.value_start + shift + lead,
            end=min(one.end + shift + lead, len(child.head.text)),
        )
        for one in particulars(child.words)
    ]


def _without_label(span: Span, part: Part) -> Span:
    start = part.title.start if part.title else 0
    return Span(span.paragraph, min(start, span.end), span.end)


def _split_head(part: Part) -> tuple[str, Span | None]:
    """A head "Units: what they do" or "Title: words" as its title and the rest; ("",
    None) otherwise."""
    span = part.title
    if span is None:
        return "", None
    text = span.text
    for colon in re.finditer(r":(?=\s+\S)", text[:300]):
        title = text[: colon.start()]
        if heading_units(title):
            return title.strip(), span.part(colon.end())
    if part.items:
        found = re.match(r"([^:.;]{3,120}):\s+(?=\S)", text)
        if found and not leading_units(text) and len(found[1].split()) <= 14:
            return found[1].strip(), span.part(found.end())
    return "", None


def _is_title(part: Part, context: Context) -> bool:
    """Whether a head reads as a heading, not as a sentence that somebody must act on."""
    words = part.words
    if part.head is not None and (part.head.bold or words.upper() == words):
        return True
    if context.led and VERB.match(words[:1].lower() + words[1:]):
        return False
    return _looks_like_title(words) and leading_units(words) is None


def _looks_like_title(words: str) -> bool:
    if _SAID_BELOW.search(words) and len(words) > 60:
        return False
    return len(words) <= _LONGEST_TITLE and not words.rstrip().endswith((".", ";", ","))
