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
_MESSAGE = N_("“{word}” holds the letter {letter}.")
_HINT = N_("Type the word again.")
_OTHERS = ("GREEK", "CYRILLIC")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each such word, wherever it stands."""
    for word in sorted(file.odd_words.mixed):
        inside = next((i for i, c in enumerate(word) if _is_other(c)), None)
        if inside is None:
            continue
        letter = unicodedata.name(word[inside])
        for at in file.places_of(word):
            yield file.found_at(CODE, at + inside, _MESSAGE, _HINT, word=word, letter=letter)


def _is_other(character: str) -> bool:
    return unicodedata.name(character, "").startswith(_OTHERS)
