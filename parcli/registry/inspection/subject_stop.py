"""The subject (trích yếu) ends in a full stop.

It is a title, printed after “V/v” or under the type of document, without a stop
(NĐ 30/2020/NĐ-CP Phụ lục I).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR712"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The subject ends in “{stop}”.")
_HINT = N_("Remove the mark at the end, unless the document itself prints it.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """A subject that ends in a mark."""
    stop = file.model.subject[-1:]
    if stop in ".;,:":
        yield file.found(CODE, ("subject",), _MESSAGE, _HINT, stop=stop)
