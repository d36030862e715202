"""A text ends at a “ #”: what follows is a comment, and lost.

In YAML a blank and “#” end a value without quotation marks. A remark to other editors stands two
blanks away, or on a line of its own; a sentence that has the sign in it needs quotation marks.
parcli fmt leaves the blank as it is: only the author can tell which of the two is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR715"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The text ends here: “{lost}” is a comment.")
_HINT = N_("Put the whole text in quotation marks; leave two blanks before a real comment.")
_KEYS = "text|title|subject|opening|closing|output|basis|scope|note|reference"
_TEXT = re.compile(rf"[ ]*(?:-[ ]+)*(?:{_KEYS}):[ ]+[^\s\"'|>\[{{&*!#]")
# A key, a list item or a comment; any other line goes on with a value from above.
_BEGINNING = re.compile(r"[ ]*(?:-[ ]|#|[^\s:#]+:(?:[ ]|$))")
_SIGN = re.compile(r"#(?<=\S #)")  # "#" first: blanks there are many
_SHOWN = 40


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each text without quotation marks that a “#” after one blank cuts off."""
    text = file.source.text
    known: dict[int, bool] = {}
    for sign in _SIGN.finditer(text):
        at = sign.start() - 1
        start = text.rfind("\n", 0, at) + 1
        if " #" in text[start:at] or not _is_text(text, start, at, known):
            continue
        lost = text[at + 1 :].partition("\n")[0].rstrip()
        if "parcli:" not in lost:
            shown = lost if len(lost) <= _SHOWN else f"{lost[:_SHOWN]}…"
            yield file.found_at(CODE, at + 1, _MESSAGE, _HINT, lost=shown)


def _is_text(text: str, start: int, at: int, known: dict[int, bool]) -> bool:
    """Whether the line from `start` on is a text without quotes, or goes on with one above it.

    `known` keeps the answers for the lines above.
    """
    first = start
    while start and start not in known and not _BEGINNING.match(text, start, at):
        start, at = text.rfind("\n", 0, start - 1) + 1, start - 1
    if start not in known:
        known[start] = _TEXT.match(text, start, at) is not None
    known[first] = known[start]
    return known[first]
