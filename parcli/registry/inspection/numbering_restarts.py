"""A list's numbers go back.

Two lists may have become one, or items stand in the wrong order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR703"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{number}” follows on “{before}”.")
_HINT = N_("Compare the order with the document; if it is as printed, leave it and say why.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each item whose number is lower than the one before it, or begins again at 1."""
    for path, broken in file.numbering:
        if broken.kind == "restarts":
            yield file.found(
                CODE, (*path, "number"), _MESSAGE, _HINT, number=broken.number, before=broken.before
            )
