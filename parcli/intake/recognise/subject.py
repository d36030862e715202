"""The subject (trích yếu): after "V/v", or the bare title under the type, over several lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.head_marks import MOTTO, SUBJECT_MARK, is_dateline
from parcli.intake.recognise.kind import type_line
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from parcli.intake.accounting import Ledger
    from parcli.intake.recognise.head_columns import Line

_ATTACHED = re.compile(r"\(?\s*(?:ban hành\s+)?kèm theo", re.IGNORECASE)
_SPEAKER = re.compile(r".{0,80}\bđiện\s*:?\s*$", re.IGNORECASE)


def read_subject(
    lines: list[Line], start: int | None, values: dict[str, Any], ledger: Ledger
) -> None:
    """Put type and subject into `values`, read from the line `start` on;
    nothing without a start."""
    if start is None:
        return
    first = lines[start]
    words: list[str] = []
    named = type_line(first.span.text)
    if named:
        values["type"] = named[0]
        ledger.take(first.span.part(0, named[2]), values, "type")
        rest = first.span.part(named[2])
    else:
        values["subject_marked"] = True
        rest = first.span
    _add(words, rest.text)
    ledger.take(rest, values, "subject")
    last = start
    for place, line in enumerate(lines[start + 1 :], start + 1):
        below = place == last + 1 and _is_small(line)
        if not _continues(line, first, named is not None or below, bool(words)):
            continue
        last = place
        _add(words, line.text)
        ledger.take(line.span, values, "subject")
    subject = one_line(" ".join(words))
    if subject:
        values["subject"] = _mixed(subject)


def _add(words: list[str], text: str) -> None:
    bare = text.strip(" \t\n:–-_*")
    if not words:
        bare = SUBJECT_MARK.sub("", bare, count=1) if SUBJECT_MARK.match(bare) else bare
    if any(map(str.isalnum, bare)):
        words.append(bare)


def _continues(line: Line, first: Line, typed: bool, begun: bool) -> bool:
    text = line.text
    key = folded(text)
    if not key or MOTTO.fullmatch(key) or is_dateline(text) or _ATTACHED.match(text):
        return False
    if re.match(r"\s*số\s*:?\s*[\d/…]", text, re.IGNORECASE) or _SPEAKER.match(text):
        return False
    if not typed:
        return line.column == first.column
    return not (type_line(text) and begun)


def _is_small(line: Line) -> bool:
    """Whether a line of the left column begins in small letters: no line of a head does that.

    A tab before place and date sets it in columns of its own, below a "V/v …" that has none.
    """
    return line.column[1] == 0 and line.text[:1].islower()


def _mixed(subject: str) -> str:
    """The subject as printed; one in capitals stays so: its mixed case is nowhere in the
    document."""
    return subject
