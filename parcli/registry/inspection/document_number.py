"""The document's number is not in the form of decree 30/2020.

It is an Arabic number that begins at 01 each year; below 10 it has a leading zero
(NĐ 30/2020/NĐ-CP Điều 15, Phụ lục I). Laws and decrees add their year: 30/2018.
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

CODE = "PAR704"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{number}” is not a document number as decree 30/2020 writes them.")
_HINT = N_("Write 05, 12, 1893 or 30/2018; the symbol goes to `symbol`.")
_CURLY = N_("The number stands in curly quotation marks: {number}.")
_CURLY_HINT = N_("Write straight ones: {straight}.")
_FORM = re.compile(r"(?:0[1-9]|0?[1-9]\d{1,4}|0\d\d)[a-z]?(?:/(?:19|20)\d\d)?")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """A number of another form; a document that has none yet is fine."""
    number = file.model.number
    bare = number.strip("“”‘’") if number else ""
    if number and bare != number and _FORM.fullmatch(bare):
        values = {"number": number, "straight": f'"{bare}"'}
        yield file.found(CODE, ("number",), _CURLY, _CURLY_HINT, **values)
    elif number and not _FORM.fullmatch(number):
        yield file.found(CODE, ("number",), _MESSAGE, _HINT, number=number)
