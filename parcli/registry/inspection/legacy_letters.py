"""Text of an encoding from before Unicode, or read in a wrong one.

“so¸t v¨n b¶n” was typed in a TCVN3 font, “soaùt vaên baûn” in a VNI font; “vÄƒn” is UTF-8 that a
program took for another encoding. Nobody can read it, no search finds it. Told once a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR716"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{word}” is text of an old encoding (TCVN3, VNI), or read in a wrong one.")
_HINT = N_("Convert it to Unicode, for example with UniKey's converter, and paste it again.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """The first such word of a file that has several."""
    places = [(at, word) for word in file.odd_words.legacy for at in file.places_of(word)]
    if places:
        at, word = min(places)
        bare = word.strip(".,;:()[]\"'“”")
        yield file.found_at(CODE, at, _MESSAGE, _HINT, word=bare)
