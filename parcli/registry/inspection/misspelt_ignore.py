"""An ignore comment names a code that does not exist or cannot be ignored.

Codes stand in brackets and are those that parcli explain lists. State secrets (PAR706), what leaves
a file unread (such as PAR106) and PAR9xx cannot be ignored. A comment that is nearly one, such as
“# parcli: ignor[…]”, silences nothing.
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

CODE = "PAR903"
SEVERITY = Severity.ERROR
_MESSAGE = N_("“{written}” is no ignore comment.")
_HINT = N_("Write it in small letters: # parcli: ignore[PAR301] why")
_NEARLY = re.compile(
    r"#[ \t]*(?P<written>[Pp][Aa][Rr][Cc][Ll][Ii]\b[ \t]*:?[ \t]*[^\W\d]*)"
    r"(?=[ \t]*\[|[ \t]+PAR\d)"
)
_RIGHT = re.compile(r"parcli:[ \t]*ignore")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each comment that only looks like one."""
    text = file.source.text
    for found in _NEARLY.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if before in " \t\n" and not _RIGHT.match(found["written"]):
            written = f"# {found['written'].strip()}"
            at = found.start()
            yield file.found_at(CODE, at, _MESSAGE, _HINT, severity=SEVERITY, written=written)
