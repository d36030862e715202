"""Paragraphs without a number inside the parts of a text: work, particulars, or plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import Span
from parcli.intake.recognise.asking import led_by
from parcli.intake.recognise.line_subjects import named_before_colon, opens_for, ordered_in
from parcli.intake.recognise.part_entries import finish_task
from parcli.intake.recognise.parts import printed_line
from parcli.intake.recognise.prose import Particular, is_only_particulars, particulars
from parcli.intake.recognise.reports import is_report
from parcli.intake.recognise.sections import is_formula
from parcli.intake.recognise.supporting import helping_below
from parcli.intake.recognise.task_words import Setting, put_particular
from parcli.intake.recognise.telling import only_tells
from parcli.intake.recognise.units import leading_units
from parcli.text import one_line

if TYPE_CHECKING:
    from parcli.intake.blocks import Paragraph
    from parcli.intake.recognise.part_heads import Context

_INTRO = re.compile(r"(?:sau|như sau|cụ thể|dưới đây|gồm|yêu cầu)\s*:\s*$|:\s*$", re.IGNORECASE)


def begun(into: dict[str, Any]) -> bool:
    """Whether a mapping already has groups or tasks."""
    return bool(into.get("groups") or into.get("tasks"))


class LooseLines:
    """Puts unnumbered paragraphs where they belong in a group, an appendix or a directive."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._ledger = setting.ledger

    def read(self, paragraph: Paragraph, into: dict[str, Any], context: Context) -> None:
        """An unnumbered paragraph of a group: a task where somebody must do something."""
        text = one_line(paragraph.text)
        found = particulars(paragraph.text)
        if found and is_only_particulars(paragraph.text, found):
            self.inherit(into, paragraph, found)
            return
        asked = [] if "schema" in into or begun(into) else led_by(text) or opens_for(text)
        if asked and not context.background:
            into.setdefault("lead", asked)
            self.append(into, "text", paragraph)
            return
        helping = helping_below(text) if context.led and not begun(into) else []
        if helping and text.endswith(":"):
            into.setdefault("support", helping)
            self.append(into, "text", paragraph)
            return
        ordered = [] if _INTRO.search(text) else ordered_in(text)
        acts = bool(ordered) or leading_units(text) is not None
        acts = (acts or (context.led and not _INTRO.search(text))) and not only_tells(text)
        reports = "schema" not in into and is_report(text, self._setting.issued)
        if context.background or reports or is_formula(text) or not acts:
            self.append(
                into, "closing" if begun(into) and "kind" not in into else "text", paragraph
            )
            return
        self.say(paragraph, named_before_colon(text) or ordered, into, context)

    def say(
        self, paragraph: Paragraph, lead: list[str], into: dict[str, Any], context: Context
    ) -> None:
        """Put an unnumbered paragraph into `into` as a task, led by `lead` if anybody."""
        task: dict[str, Any] = {"text": printed_line(paragraph)}
        if lead:
            task["lead"] = lead
        self._ledger.take(paragraph, task, "text")
        finish_task(task, paragraph, context, self._setting)
        into.setdefault("tasks", []).append(task)

    def inherit(self, into: dict[str, Any], paragraph: Paragraph, found: list[Particular]) -> None:
        """Particulars after the parts of a group hold for all of them."""
        for one in found:
            if one.key in ("lead", "support", "deadline") and "schema" not in into:
                put_particular(into, one, self._setting)
                self._ledger.take(Span(paragraph, one.start, one.end), into, one.key)
            else:
                self.append(into, "text", paragraph)

    def append(self, into: dict[str, Any], key: str, paragraph: Paragraph) -> None:
        """Add a paragraph to the text of a group; in a directive, to its first or last words."""
        if "schema" in into:
            key = "closing" if into.get("groups") or into.get("tasks") else "opening"
        line = printed_line(paragraph)
        into[key] = f"{into[key]}\n{line}" if into.get(key) else line
        self._ledger.take(paragraph, into, key)
