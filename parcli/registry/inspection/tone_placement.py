"""The file places tone marks in two ways: “hòa” and “hoà”.

Both are right, but one text keeps to one. Mixed placement shows that parts were typed by different
hands, and makes plain searches miss half of what they look for (parcli's own finds both).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR708"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{word}” places its tone mark otherwise than “{other}”, as this file mostly does.")
_HINT = N_("Keep to one way: hòa, thủy, khỏe or hoà, thuỷ, khoẻ.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """The first word of the rarer way, where a file has both."""
    odd = file.odd_words
    if not odd.first_vowel or not odd.second_vowel:
        return
    first, second = _places(file, odd.first_vowel), _places(file, odd.second_vowel)
    rarer, usual = (first, second) if len(first) < len(second) else (second, first)
    if rarer and usual:
        at, word = rarer[0]
        yield file.found_at(CODE, at, _MESSAGE, _HINT, word=_bare(word), other=_bare(usual[0][1]))


def _places(file: Inspected, words: set[str]) -> list[tuple[int, str]]:
    return sorted((at, word) for word in words for at in file.places_of(word))


def _bare(word: str) -> str:
    return word.strip(".,;:()[]\"'“”")
