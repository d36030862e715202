"""Several orders in one part: "Sở A kiểm tra …. Sở B cấp …", or a paragraph for each unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import whole
from parcli.intake.recognise.asking import asked_later
from parcli.intake.recognise.circles import is_generic, is_open
from parcli.intake.recognise.further_orders import HELPS
from parcli.intake.recognise.part_entries import finish_task
from parcli.intake.recognise.part_heads import UPPER_KINDS, is_step
from parcli.intake.recognise.parts import printed_line
from parcli.intake.recognise.units import leading_units
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Span
    from parcli.intake.blocks import Paragraph
    from parcli.intake.recognise.part_heads import Context
    from parcli.intake.recognise.parts import Part
    from parcli.intake.recognise.task_words import Setting

_SENTENCE = re.compile(r"(?<=[^\W\d_][.;])\s+(?=[^\W\d_])|(?<=[)”\"%\d]\.)\s+(?=[^\W\d_])")
_FEWEST_WORDS = 10
# Whether a sentence begins with units and their work is told by its first words.
_LONGEST = 2000


def orders_in(span: Span) -> list[Span]:
    """A stretch parted before each sentence that gives another unit work of its own."""
    gaps = list(_SENTENCE.finditer(span.text))
    first = leading_units(span.text) if gaps else None
    if first is None:
        return [span]
    starts, said = [0], _key(first.names)
    for gap in gaps:
        sentence = span.text[gap.end() : gap.end() + _LONGEST]
        if span.text[gap.start() - 1] == "." and _acts_alone(sentence, said):
            starts.append(gap.end())
            said |= _key(leading_units(sentence).names)  # type: ignore[union-attr]  # it acts
    return [
        span.part(start, end)
        for start, end in zip(starts, [*starts[1:], len(span.text)], strict=True)
    ]


def _key(names: Sequence[str]) -> set[str]:
    return set(map(folded, names))


def _acts_alone(sentence: str, said: set[str]) -> bool:
    """Whether a sentence begins with named units, not told of before, and their work."""
    found = leading_units(sentence)
    if found is None or all(is_open(name) or is_generic(name) for name in found.names):
        return False
    if _key(found.names) & said or HELPS.match(sentence[found.end :].lstrip(" ,")):
        return False
    return len(re.split(r"\.(?=\s|$)", sentence)[0].split()) >= _FEWEST_WORDS


def orders_below(part: Part, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs below a number give several units work of their own.

    Below a sentence one such paragraph does; below a heading one that gives two orders.
    """
    if part.label is None or part.label.bullet or part.label.kind in (*UPPER_KINDS, "unit"):
        return False
    if part.tables:
        return False
    if not _is_sentence(part):
        return any(len(orders_in(whole(paragraph))) > 1 for paragraph in paragraphs)
    first = leading_units(part.words)
    said = _key(first.names) if first else set()
    return any(_acts_alone(one_line(paragraph.text), said) for paragraph in paragraphs)


def _is_sentence(part: Part) -> bool:
    return part.words.rstrip().endswith((".", ";")) and not is_step(part.words)


def add_orders(
    part: Part,
    paragraphs: Sequence[Paragraph],
    into: dict[str, Any],
    context: Context,
    setting: Setting,
) -> None:
    """Put a part into `into` as a group with a task for each of its orders.

    A paragraph without a subject of its own goes on with the order above it.
    """
    if part.head is None or part.title is None or part.label is None:
        return
    orders = _Orders(part, setting)
    if _is_sentence(part):
        for span in orders_in(part.title):
            orders.add(span)
    else:
        orders.group["title"] = one_line(part.words).rstrip(" :")
        setting.ledger.take(part.title, orders.group, "title")
    for paragraph in paragraphs:
        text = one_line(paragraph.text)
        if orders.tasks and leading_units(text) is None and asked_later(text) is None:
            orders.go_on(paragraph)
            continue
        for span in orders_in(whole(paragraph)):
            orders.add(span)
    for task, paragraph in orders.tasks:
        finish_task(task, paragraph, context, setting)
    into.setdefault("groups", []).append(orders.group)


class _Orders:
    """The group of a part whose orders are found one after the other."""

    def __init__(self, part: Part, setting: Setting) -> None:
        self._ledger = setting.ledger
        self.tasks: list[tuple[dict[str, Any], Paragraph]] = []
        self.group: dict[str, Any] = {"tasks": []}
        if part.head is None or part.title is None or part.label is None:
            return
        self.group = {"number": part.label.number, **self.group}
        self.group["source"] = setting.source(part.head.place)
        self._ledger.take(whole(part.head).part(0, part.title.start), self.group, "number")

    def add(self, span: Span) -> None:
        """Begin a task with the words of a stretch."""
        task: dict[str, Any] = {"text": one_line(span.text)}
        self._ledger.take(span, task, "text")
        self.group["tasks"].append(task)
        self.tasks.append((task, span.paragraph))

    def go_on(self, paragraph: Paragraph) -> None:
        """Put a paragraph into the text of the last task."""
        task, _place = self.tasks[-1]
        task["text"] = f"{task['text']}\n{printed_line(paragraph)}"
        self._ledger.take(paragraph, task, "text")
