"""An ignore comment names a code that does not exist or cannot be ignored.

Codes stand in brackets and are those that parcli explain lists. State secrets (PAR706), what leaves
a file unread (such as PAR106) and PAR9xx cannot be ignored. A comment that is nearly one, such as
“# parcli: ignor[…]” or “# ignore PAR405”, silences nothing, nor does one among the lines of a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.ignore_comments import in_block_text
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR903"
SEVERITY = Severity.ERROR
_MESSAGE = N_("“{written}” is no ignore comment.")
_HINT = N_("Write it like this: # parcli: ignore[PAR301] why")
_WORDS = N_("This stands inside a text of several lines, so it is part of its words.")
_WORDS_HINT = N_("Move it above the key of the text, or to the end of the key's line.")
_LONGEST = 80
_RIGHT = re.compile(r"[ \t]*parcli:[ \t]*ignore")
_WORTH_A_LOOK = re.compile(r"PAR ?\d|cli|ign", re.IGNORECASE)
_CODE = re.compile(r"[\[({=]|\bPAR ?\d", re.IGNORECASE)
_CODE_IN_BRACKETS = re.compile(r"\[ *PAR\d", re.IGNORECASE)
_SILENCING = ("ignore", "noqa", "disable")
_FEW = 3  # words before the code; more are a sentence that speaks of it
_ALIKE = 75


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each comment that only looks like one."""
    text = file.source.text
    for at, said in _comments(text):
        if text[at - 1 : at] not in " \t\n" or not _WORTH_A_LOOK.search(said):
            continue
        if _RIGHT.match(said):
            if in_block_text(text, text.rfind("\n", 0, at) + 1):
                yield file.found_at(CODE, at, _WORDS, _WORDS_HINT, severity=SEVERITY)
            continue
        head = _CODE.split(said, maxsplit=1)[0].strip()
        if _is_meant(folded(head).split(), said[len(head) :]):
            written = f"# {head}"
            yield file.found_at(CODE, at, _MESSAGE, _HINT, severity=SEVERITY, written=written)


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Each “#” with the words after it on its line; a pattern would take far longer to find it."""
    at = text.find("#")
    while at >= 0:
        said = text[at + 1 : at + 1 + _LONGEST].partition("\n")[0]
        yield at, said
        at = text.find("#", at + 1 + len(said))


def _is_meant(words: list[str], rest: str) -> bool:
    """Whether the words before a code are to silence it: “parcli: ignor”, “noqa”, “bỏ qua”."""
    if not words or len(words) > _FEW:
        return False
    silences = words[-2:] == ["bo", "qua"] or any(_like(words[-1], word) for word in _SILENCING)
    ours = _like(words[0], "parcli")
    if _CODE.search(rest) and "PAR" in rest.upper():
        return silences or (ours and _CODE_IN_BRACKETS.search(rest) is not None)
    return silences and ours and len(words) > 1


def _like(word: str, wanted: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415  only a comment that names parcli pays for it

    return fuzz.ratio(word, wanted) >= _ALIKE
