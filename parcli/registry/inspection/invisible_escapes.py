"""An invisible character stands in the text.

Zero-width spaces, direction marks, soft hyphens and control characters come in by copying from Word
or web pages, also written as escapes: “\\u200b”. They make equal words differ; so does a tab, and
a no-break space in a unit's name. U+2028, U+2029 and U+0085 end a line for YAML, for editors not.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR105"
SEVERITY = Severity.WARNING
_MESSAGE = N_("An invisible character, U+{character}, stands here.")
_HINT = N_("Delete it: it makes equal words differ.")
_BLANK_HINT = N_("Write an ordinary blank.")
# In double quotes alone: YAML's escapes for characters by their number, and short ones for some.
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([0abevNLP_]))")
_SHORT = {
    "0": 0, "a": 7, "b": 8, "v": 11, "e": 27, "N": 0x85, "_": 0xA0, "L": 0x2028, "P": 0x2029,
}  # fmt: skip
_TAB = N_("A tab stands here.")
# A tab between words or before a value: before the first hash of a line, with something after it.
_TAB_INSIDE = re.compile(r"^[^#\n]*?[^\s#]([ ]*\t)[ \t]*+[^\s#]", re.MULTILINE)
_NO_BREAK = "\u00a0"
_INVISIBLE = ("Cc", "Cf", "Zl", "Zp")
# Where names of units stand: after a key for them, or as an item of a list.
_NAME = re.compile(r"[ ]*(?:-[ ]+)*(?:(?:name|to|via|lead|support|from|unit|org):.*|-[^:]*)?$")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each escape in double quotes for such a character; each no-break space in a name."""
    text = file.source.text
    if "\\" in text:
        for found in _ESCAPE.finditer(text):
            number = _number(found)
            if unicodedata.category(chr(number)) in _INVISIBLE and _is_quoted(text, found.start()):
                character = f"{number:04X}"
                yield file.found_at(CODE, found.start(), _MESSAGE, _HINT, character=character)
    if "\t" in text:
        for found in _TAB_INSIDE.finditer(text):
            yield file.found_at(CODE, found.end(1) - 1, _TAB, _BLANK_HINT)
    at = text.find(_NO_BREAK)
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        # One that a line begins with is told as its indentation.
        if text[start:at].strip() and _NAME.match(text, start, at):
            yield file.found_at(CODE, at, _MESSAGE, _BLANK_HINT, character="00A0")
        at = text.find(_NO_BREAK, at + 1)


def _number(found: re.Match[str]) -> int:
    short = found[3]
    return _SHORT[short] if short else int(found[1] or found[2], 16)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a double quotation mark is open there, as far as the line tells."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count('"') % 2 == 1 or ('"' not in line and ":" not in line)
