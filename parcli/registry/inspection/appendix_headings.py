"""An appendix's printed heading is that of another.

`label` (“PHỤ LỤC II”) bears the appendix's own number, `reference` (“(Kèm theo Công văn số …)”) the
number and symbol of the document that it is issued with. Blanks in them agree with everything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.inspection.numbering import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR719"
SEVERITY = Severity.WARNING
_LABEL = N_("The appendix has the number “{number}”, but its heading says “{label}”.")
_REFERENCE = N_("The appendix is said to belong to {named}, not to this document, {own}.")
_HINT = N_("Compare both with the document.")
_NUMBERED = re.compile(r"phụ lục\s+(?:số\s+)?([ivxlc]+|\d+)\W*", re.IGNORECASE)
_DOCUMENT = re.compile(r"(?<![\w/])(\d{0,5})\s?/([A-ZĐ][\wĐđ&]*(?:-[A-ZĐ][\wĐđ&]*)+)")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each appendix whose heading or reference says another number than the file."""
    symbol, own_number = file.model.symbol, (file.model.number or "").lstrip("0")
    for n, appendix in enumerate(file.model.appendices):
        label = _NUMBERED.fullmatch(appendix.label) if appendix.label else None
        number = count_of(appendix.number or "")
        if label and number and count_of(label[1]) != number:
            yield file.found(
                CODE, ("appendices", n, "label"), _LABEL, _HINT,
                number=appendix.number, label=appendix.label,
            )  # fmt: skip
        said = _DOCUMENT.search(appendix.reference) if appendix.reference and symbol else None
        if said is None:
            continue
        other = said[1].lstrip("0") not in ("", own_number) and own_number
        if said[2] != symbol or other:
            own = f"{file.model.number or ''}/{symbol}"
            path = ("appendices", n, "reference")
            yield file.found(CODE, path, _REFERENCE, _HINT, named=said[0], own=own)
