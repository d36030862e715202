"""A task's words give another date than its `deadline`, in the same form of words.

The text says “trước ngày 30/11/2026” and `deadline` “trước ngày 30/10/2026”: one of the two was
mistyped, and parcli reminds by `deadline`. Where a table has a column for deadlines, its words may
name other dates as well; nothing is told of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import PlacedTask
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR516"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The task's words say “{said}”, not “{deadline}”.")
_HINT = N_("Compare the deadline with the words, and both with the document.")
_FIGURES = re.compile(r"\d+")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each such task of a directive whose other deadlines are all in their tasks' words."""
    found: list[tuple[PlacedTask, str]] = []
    for placed in file.tasks:
        deadline = placed.task.deadline
        if deadline is None or not placed.task.text or deadline in placed.task.text:
            continue
        words, own = folded(placed.task.text), folded(deadline)
        if own in words:
            continue
        said = _other_date(own, words)
        if not said:
            return
        found.append((placed, said))
    for placed, said in found:
        yield file.found(
            CODE, (*placed.path, "deadline"), _MESSAGE, _HINT,
            said=_as_written(said, placed.task.text or ""), deadline=placed.task.deadline,
        )  # fmt: skip


def _other_date(deadline: str, words: str) -> str:
    """The one stretch of the words that differs from the deadline in figures; empty for none."""
    if not _FIGURES.search(deadline):
        return ""
    form = r"\d+".join(map(re.escape, _FIGURES.split(deadline)))
    said = set(re.findall(rf"\b{form}\b", words))
    return said.pop() if len(said) == 1 else ""


def _as_written(said: str, text: str) -> str:
    """The stretch as the text has it; folded where it cannot be found again."""
    words = re.findall(r"\w+", said)
    found = re.search(r"\W+".join(words), _folded_alike(text))
    return text[found.start() : found.end()] if found else said


def _folded_alike(text: str) -> str:
    """The text folded letter by letter, each in its place."""
    return "".join([folded(each)[:1] or each for each in text])
