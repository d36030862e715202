"""A report's words, deadline or receiver are not those of the directive.

`text` of a report is a sentence of the directive, `deadline` the part of it that says when, `to`
and `via` those that say to whom. What is not in it is not asked by the document: parcli would
remind of another day, or send the report elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.model.unit_spelling import spelled_out
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR510"
SEVERITY = Severity.WARNING
_DEADLINE = N_("“{deadline}” is not in the words of this report.")
_DEADLINE_HINT = N_("Copy the deadline as `text` has it.")
_RECEIVER = N_("The words of this report do not name “{unit}”.")
_RECEIVER_HINT = N_("Compare it with `text`, and both with the document.")
_TAKEN = N_("The words of this report send it through “{unit}”, not to it.")
_WORDS = N_("These words of the report are nowhere in the directive's own text.")
_WORDS_HINT = N_("Copy the sentence from the directive as it stands there.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each report whose deadline or receiver its text lacks, or whose text the directive lacks."""
    for n, duty in enumerate(file.model.reports):
        if duty.text and duty.deadline and not _says(duty.text, duty.deadline):
            path = ("reports", n, "deadline")
            yield file.found(CODE, path, _DEADLINE, _DEADLINE_HINT, deadline=duty.deadline)
        for key, name in (("to", duty.to), ("via", duty.via)):
            if duty.text and name and not _names(duty.text, name):
                path = ("reports", n, key)
                yield file.found(CODE, path, _RECEIVER, _RECEIVER_HINT, unit=name)
        if duty.text and duty.to and _passes(duty.text, duty.to):
            yield file.found(CODE, ("reports", n, "to"), _TAKEN, _RECEIVER_HINT, unit=duty.to)
        if duty.text and not _is_said(file, duty.text):
            yield file.found(CODE, ("reports", n, "text"), _WORDS, _WORDS_HINT)


def _passes(words: str, unit: str) -> bool:
    """Whether the words name the unit only after “qua”: “báo cáo Sở A (qua Phòng B)”."""
    said, name = f" {folded(words)} ", f" {folded(unit)} "
    return f" qua{name}" in said and said.count(name) == said.count(f" qua{name}")


def _says(words: str, deadline: str) -> bool:
    """Whether the words hold the deadline, its bracket perhaps further on.

    "Định kỳ 6 tháng báo cáo Sở A (trước ngày 20/6)" says "Định kỳ 6 tháng (trước ngày 20/6)".
    """
    return all(_in(part.strip(), words) for part in re.split("[()]", deadline))


def _in(part: str, words: str) -> bool:
    return part in words or folded(part) in folded(words)


def _names(words: str, unit: str) -> bool:
    """Whether the words name the unit, in short or in full."""
    return _in(unit, words) or " ".join(spelled_out(unit)) in " ".join(spelled_out(words))


def _is_said(file: Inspected, sentence: str) -> bool:
    """Whether the directive's running text has the sentence; true where only tasks are kept."""
    opening, closing = file.model.opening or "", file.model.closing or ""
    if sentence in opening or sentence in closing or not (opening or closing):
        return True
    return _in(sentence, _words(file))


def _words(file: Inspected) -> str:
    """The directive's running text, that of its tasks included."""
    parts = [file.model.opening, file.model.closing]
    for part in file.parts:
        parts += [getattr(part.item, "text", None), getattr(part.item, "closing", None)]
    parts += [placed.task.text for placed in file.tasks]
    return " ".join(filter(None, parts))
