"""The place is not that of the people's committee that issues the document.

Committees of districts and communes write the name of their own unit before the date
(“Ủy ban nhân dân xã Mẫu”: “Mẫu, ngày …”; NĐ 30/2020/NĐ-CP Phụ lục I, phần II, mục I.4). Where the
two differ, one was copied from another office's file. Provinces may write the ward they sit in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR720"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The place “{place}” is not in the name of the issuer, “{issuer}”.")
_HINT = N_("Compare both with the document.")
_COMMITTEE = re.compile(
    r"(?:uy ban nhan dan|ubnd) (?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa) (.+)"
)


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """A place that neither holds the issuer's proper name nor is part of it."""
    issuer, place = file.model.issuer, file.model.place
    own = _COMMITTEE.fullmatch(folded(issuer.partition(",")[0])) if place else None
    if own is None:
        return
    written = f" {folded(place)} "
    if f" {own[1]} " not in written and written not in f" {own[1]} ":
        yield file.found(CODE, ("place",), _MESSAGE, _HINT, place=place, issuer=issuer)
