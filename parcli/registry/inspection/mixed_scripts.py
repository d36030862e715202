"""A word mixes Latin letters with Greek or Cyrillic ones that look the same.

“Ủу ban” with a Cyrillic у reads right and is found by no search. It comes from text recognition and
from copying.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR710"
SEVERITY = Severity.WARNING
_MESSAGES = {
    "GREEK": N_("“{word}” holds the Greek letter {letter}."),
    "CYRILLIC": N_("“{word}” holds the Cyrillic letter {letter}."),
}
_HINT = N_("Type the word again.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each such word, wherever it stands."""
    for word in sorted(file.odd_words.mixed):
        inside = next((i for i, c in enumerate(word) if _script(c) in _MESSAGES), None)
        if inside is None:
            continue
        letter = f"{word[inside]} (U+{ord(word[inside]):04X})"
        message, bare = _MESSAGES[_script(word[inside])], word.strip(".,;:()[]\"'“”")
        for at in file.places_of(word):
            yield file.found_at(CODE, at + inside, message, _HINT, word=bare, letter=letter)


def _script(character: str) -> str:
    """The script of the letter: the first word of its name."""
    return unicodedata.name(character, "").partition(" ")[0]
