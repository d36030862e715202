"""A list's numbers leave one out.

Either an item was lost on the way from the document to the file, or the document itself skips;
only the document can tell. Articles (Điều) run on through all chapters; the number of a bullet is
its place in the list, so it may pass over items that have none. An item that stands as a line of
the text above (“1. …” in the section's `text`) is not missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR702"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{number}” follows on “{before}”; something is missing between them.")
_BEGINS = N_("The list begins with “{number}”.")
_HINT = N_("Compare with the document; if it skips the number, leave it and say why.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each item whose number is not the one after the item before it."""
    for path, broken in file.numbering:
        if broken.kind == "skips":
            message = _MESSAGE if broken.before else _BEGINS
            yield file.found(
                CODE, (*path, "number"), message, _HINT, number=broken.number, before=broken.before
            )
