"""One task out of its words: title and text, units, deadline, targets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.asking import asked_later, gives_to, topic_end
from parcli.intake.recognise.circles import is_bare_circle, is_open, names_some_body
from parcli.intake.recognise.deadlines import (
    bracketed_deadline,
    cell_deadline,
    deadline_in,
    is_understood,
)
from parcli.intake.recognise.further_orders import also_ordered
from parcli.intake.recognise.numbering import label_of
from parcli.intake.recognise.parts import printed_line
from parcli.intake.recognise.roles import acting_units, bracketed_lead, roles_in
from parcli.intake.recognise.supporting import supporting_units
from parcli.intake.recognise.targets import targets_in
from parcli.intake.recognise.units import cell_units, leading_units
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Ledger
    from parcli.intake.blocks import Paragraph, Place
    from parcli.intake.recognise.prose import Particular
    from parcli.schedule.periods import Period

PROSE_LEAD = N_("The lead was read out of the sentence.")
OPENING_LEAD = N_("Nobody is named here; the opening asks these units to act.")
PROSE_SUPPORT = N_("The cooperating units were read out of the sentence.")
PROSE_DEADLINE = N_("The deadline was read out of the sentence.")
SEVERAL_DEADLINES = N_("The text states several deadlines; the first was taken.")
UNREAD_DEADLINE = N_("The meaning of this deadline was not understood.")
NO_LEAD = N_("No lead was found.")
_LONGEST_TITLE = 160
# "UBND xã giao Công an xã kiểm tra …": the work is that of whom it is given.
_ASSIGNS = re.compile(r"(?:giao|phân công)\s")
_ITEM = re.compile(r"^[-+–•*]\s*")


@dataclass(frozen=True)
class Setting:
    """What a task needs to know about its document: the file, the day of issue, the ledger.

    `asks` says that the opening asks units to do what follows.
    """

    file: str
    issued: Period | None
    ledger: Ledger
    asks: bool = False

    def source(self, place: Place) -> dict[str, Any]:
        """Where a value was read."""
        given = {"file": self.file, **place._asdict()}
        return {key: value for key, value in given.items() if value is not None}


def from_sentence(
    task: dict[str, Any],
    setting: Setting,
    *,
    led: bool,
    helping: bool = False,
    named: bool = False,
) -> None:
    """Read lead, support and deadline out of a task's text; `led` says that its group has a lead,
    `named` that this stands right before the text, `helping` that it begins with who helps."""
    text = str(task.get("text") or task.get("title") or "")
    key = "text" if task.get("text") else "title"
    start = 0
    helpers = leading_units(text) if helping and led and "support" not in task else None
    if helpers:
        task["support"] = helpers.names
        setting.ledger.doubt(task, "support", PROSE_SUPPORT)
    elif "lead" not in task:
        roles, start = _roles(text, led=led, named=named)
        task |= roles
        if roles:
            setting.ledger.doubt(task, "lead", PROSE_LEAD)
        elif not led:
            setting.ledger.doubt(task, key, NO_LEAD)
    if "support" not in task:
        helpers = supporting_units(_said_of_all(text[max(start, topic_end(text)) :]))
        if helpers:
            task["support"] = helpers.names
            setting.ledger.doubt(task, "support", PROSE_SUPPORT)
    if "deadline" not in task:
        _deadline_from(task, text, start, setting)


def _deadline_from(task: dict[str, Any], text: str, start: int, setting: Setting) -> None:
    """Put the deadline of the sentence that begins at `start`, or of any other, into a task."""
    phrase, several = deadline_in(text[start:], setting.issued)
    if phrase is None and start:
        phrase, several = deadline_in(text, setting.issued)
    phrase = phrase or bracketed_deadline(text, setting.issued)
    if phrase:
        task["deadline"] = phrase
        setting.ledger.doubt(task, "deadline", SEVERAL_DEADLINES if several else PROSE_DEADLINE)


def _said_of_all(text: str) -> str:
    """A text without the dashes below its first sentence: who helps with one of them does not
    help with all. Below "Chỉ đạo công ty A:" the first of several dashes speaks for them."""
    first, *dashes = re.split(r"\n(?=\s*[-+•*–])", text)
    if len(dashes) > 1 and first.rstrip().endswith(":"):
        return f"{first}\n{dashes[0]}"
    return first if dashes and first.rstrip().endswith((".", ";")) else text


def _roles(text: str, *, led: bool, named: bool) -> tuple[dict[str, Any], int]:
    """Who leads and helps by a text, and where the sentence begins that says so.

    The subject of its first sentence, a bracket, or whom a later sentence asks.
    """
    found = leading_units(text)
    if found is not None:
        names = _given_to(text, found.end) or found.names
        names = [*names, *also_ordered(text, names)]
        ours = led and all(is_open(name) or (named and is_bare_circle(name)) for name in names)
        return ({} if ours else {"lead": names}), 0
    told = bracketed_lead(text)
    if told is not None:
        return {"lead": told[0], **({"support": told[1]} if told[1] else {})}, 0
    later = asked_later(text) if not led or gives_to(text) else None
    return ({"lead": later.names}, later.start) if later else ({}, 0)


def _given_to(text: str, at: int) -> list[str]:
    """To whom the subject before `at` gives the work; [] where that is one of its own offices."""
    given = leading_units(text[at:]) if _ASSIGNS.match(text, at) else None
    own = given is None or any(name.endswith("trực thuộc") for name in given.names)
    return [] if given is None or own else given.names


def assume_lead(values: dict[str, Any], names: Sequence[str], setting: Setting) -> None:
    """Tasks for which nobody is named fall to `names`, whom the opening asks to act."""
    if names:
        _fall_to(names, values, setting.ledger)
        setting.ledger.settle(NO_LEAD, "lead")


def _fall_to(names: Sequence[str], values: dict[str, Any], ledger: Ledger) -> None:
    for task in values.get("tasks", []):
        if not task.get("lead"):
            task["lead"] = list(names)
            ledger.doubt(task, "lead", OPENING_LEAD)
    for group in values.get("groups", []):
        if not group.get("lead") and not names_some_body(str(group.get("title", ""))):
            _fall_to(names, group, ledger)


def with_targets(task: dict[str, Any]) -> None:
    """Add the measurable figures of its words, unless a column already gave some."""
    if task.get("targets"):
        return
    words = str(task.get("text") or task.get("title") or "")
    found = targets_in(words)
    if found:
        task["targets"] = found


def put_particular(task: dict[str, Any], one: Particular, setting: Setting) -> None:
    """Put one labelled value into a task; a second value for a list extends it."""
    if not one.value:
        return
    both = roles_in(one.value) if one.key == "lead" else None
    if both is not None:
        task["lead"] = [*task.get("lead", []), *both[0]]
        if both[1]:
            task["support"] = [*task.get("support", []), *both[1]]
    elif one.key in ("lead", "support"):
        names = acting_units(one.value) or cell_units(one.value)
        task[one.key] = [*task.get(one.key, []), *names]
    elif one.key == "extra":
        task.setdefault("extra", {})[one.label] = one.value
    elif one.key == "deadline":
        put_deadline(task, one.value, setting)
    elif one.key == "text" or one.key in task:
        task[one.key] = f"{task[one.key]}\n{one.value}" if task.get(one.key) else one.value
    else:
        task[one.key] = one.value


def put_deadline(task: dict[str, Any], words: str, setting: Setting) -> None:
    """Put a deadline's words into a task; words without a meaning are doubtful."""
    phrase = cell_deadline(words)
    if phrase is None:
        return
    task["deadline"] = f"{task['deadline']}; {phrase}" if task.get("deadline") else phrase
    if not is_understood(phrase, setting.issued):
        setting.ledger.doubt(task, "deadline", UNREAD_DEADLINE)


def titled(lines: Sequence[Paragraph], task: dict[str, Any], ledger: Ledger) -> None:
    """Put a cell's lines into `title` and `text`: an emphasised or lone heading is the title."""
    kept = [line for line in lines if line.text.strip()]
    if not kept:
        return
    first = kept[0]
    cut = _title_end(first, kept[1:])
    if not cut:
        task["text"] = "\n".join(printed_line(line) for line in kept)
        ledger.take_all(kept, task, "text")
        return
    task["title"] = printed_line(first.cut(0, cut)).rstrip(" :.")
    rest = [first.cut(cut)] if first.text[cut:].strip() else []
    words = [printed_line(line).lstrip(": ") for line in (*rest, *kept[1:])]
    if words:
        task["text"] = "\n".join(words)
    _claim_titled(first, cut, kept[1:], task, ledger)


def _claim_titled(
    first: Paragraph, cut: int, below: Sequence[Paragraph], task: dict[str, Any], ledger: Ledger
) -> None:
    from parcli.intake.accounting import Span  # noqa: PLC0415  keeps the module's reading order

    ledger.take(Span(first, 0, cut), task, "title")
    if first.text[cut:].strip():
        ledger.take(Span(first, cut, len(first.text)), task, "text")
    ledger.take_all(below, task, "text")


def _title_end(first: Paragraph, below: Sequence[Paragraph]) -> int:
    """How many characters of the first line are the title; 0 where there is none."""
    text = first.text
    colon = _colon(text)
    length = first.emphasised()
    if length and text[:length].strip(" -+*•:"):
        if colon and colon < length and text[colon:].strip():
            return colon
        if length >= len(text.rstrip()):
            return len(text) if below or len(text) <= _LONGEST_TITLE else 0
        return length if len(text[:length]) <= _LONGEST_TITLE else 0
    items = bool(below) and all(_ITEM.match(printed_line(line)) for line in below)
    heading = text.rstrip().endswith(":") or (
        not text.rstrip().endswith((".", ";")) and len(text) <= 110
    )
    if items and heading and label_of(first) is None and len(text) <= _LONGEST_TITLE:
        return len(text)
    return 0


def _colon(text: str) -> int:
    """The end of the first colon that closes a heading; 0 where there is none."""
    found = re.search(r":(?=\s)", text)
    return found.end() if found and found.start() <= _LONGEST_TITLE else 0
