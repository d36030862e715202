"""The subject (trích yếu) ends in a full stop, or begins with “V/v”.

It is a title, printed after “V/v” or under the type of document, without a stop
(NĐ 30/2020/NĐ-CP Phụ lục I). parcli writes “V/v” itself.
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

CODE = "PAR712"
SEVERITY = Severity.WARNING
_PRINTED_BEFORE = re.compile(r"V/v:?\s", re.IGNORECASE)
_MESSAGE = N_("The subject ends in “{stop}”.")
_HINT = N_("Remove the mark at the end, unless the document itself prints it.")
_ABOUT = N_("The subject begins with “{about}”, which documents made from it would have twice.")
_ABOUT_HINT = N_("Remove “{about}”; the subject begins after it.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """A subject that ends in a mark, or has the words that stand before it."""
    if about := _PRINTED_BEFORE.match(file.model.subject):
        yield file.found(CODE, ("subject",), _ABOUT, _ABOUT_HINT, about=about[0].strip())
    stop = file.model.subject[-1:]
    if stop in ".;,:":
        yield file.found(CODE, ("subject",), _MESSAGE, _HINT, stop=stop)
