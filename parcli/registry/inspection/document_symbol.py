"""The document's symbol is not in the form of decree 30/2020, or is another type's.

Groups of capitals joined by “-” without spaces; a named type begins with its abbreviation
(KH-UBND, QĐ-UBND), a công văn with the issuing office (UBND-NV); that of a people's committee or
council has its abbreviation in it (NĐ 30/2020/NĐ-CP Phụ lục I, Phụ lục III). Party documents write
11-CT/TU.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.model.directive import DirectiveType
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR705"
SEVERITY = Severity.WARNING
_FORM = re.compile(r"[A-ZĐ][\wĐđ&]*(?:[-/.][A-ZĐ0-9][\wĐđ&]*)*")
_SLASHED = re.compile(r"/(?:UBND|HĐND)\b")  # only Party symbols have a “/” in them: CT/TU
_DOTTED = re.compile(r"\w+\.")  # the dot parts what follows a “-” only: BC-VP.NC
_PEOPLES_COMMITTEE = "UBND"
_MESSAGE = N_("“{symbol}” is not a symbol as decree 30/2020 writes them.")
_HINT = N_("Write groups of capitals joined by “-”, such as UBND-NV or KH-UBND.")
_WRITE = N_("Write {near}.")
_OTHER_TYPE = N_("“{symbol}” is the symbol of another type of document than “{type}”.")
_OTHER_TYPE_HINT = N_("Compare type and symbol with the document.")
_OTHER_BODY = N_("“{symbol}” is not a symbol of “{issuer}”.")
_OTHER_BODY_HINT = N_("Compare symbol and issuer with the document; {own} stands in its own ones.")
# What stands in a body's symbols; its head signs as CT (QĐ-CT), older files have UB.
_BODIES = {
    "uy ban nhan dan": ("UBND", ("UB", "CT")),
    "hoi dong nhan dan": ("HĐND", ("HĐ", "TT", "CT")),
}
_ABBREVIATIONS = {
    DirectiveType.KE_HOACH: "KH",
    DirectiveType.CHI_THI: "CT",
    DirectiveType.QUYET_DINH: "QĐ",
    DirectiveType.CONG_DIEN: "CĐ",
    DirectiveType.THONG_BAO: "TB",
    DirectiveType.NGHI_QUYET: "NQ",
    DirectiveType.CHUONG_TRINH: "CTr",
    DirectiveType.DE_AN: "ĐA",
    DirectiveType.PHUONG_AN: "PA",
    DirectiveType.HUONG_DAN: "HD",
}


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """A symbol of another form, or one that another type of document has."""
    symbol, kind = file.model.symbol, file.model.type
    if not symbol:
        return
    if (
        not _FORM.fullmatch(symbol)
        or _DOTTED.match(symbol)
        or _SLASHED.search(symbol)
        or _is_shuffled(symbol)
    ):
        yield file.found(CODE, ("symbol",), _MESSAGE, _HINT, symbol=symbol)
        return
    opening = re.split(r"[-/.]", symbol)[0]
    expected = _ABBREVIATIONS.get(kind)
    named = kind is not DirectiveType.KHAC and opening in _ABBREVIATIONS.values()
    if expected and opening != expected and opening.upper() == expected.upper():
        near = expected + symbol[len(opening) :]
        yield file.found(CODE, ("symbol",), _MESSAGE, _WRITE, symbol=symbol, near=near)
    elif (expected and opening != expected) or (not expected and named):
        yield file.found(
            CODE, ("symbol",), _OTHER_TYPE, _OTHER_TYPE_HINT, symbol=symbol, type=kind.value
        )
    else:
        yield from _of_another(file, symbol)


def _of_another(file: Inspected, symbol: str) -> Iterator[Diagnostic]:
    """A symbol without the abbreviation of the committee or council that issues the document."""
    issuer = file.model.issuer
    own, marks = _BODIES.get(" ".join(folded(issuer).split()[:4]), ("", ()))
    if own and not any(mark in symbol.upper() for mark in marks):
        values = {"symbol": symbol, "issuer": issuer, "own": own}
        yield file.found(CODE, ("symbol",), _OTHER_BODY, _OTHER_BODY_HINT, **values)


def _is_shuffled(symbol: str) -> bool:
    """Whether a group has the letters of UBND in another order."""
    return any(
        group != _PEOPLES_COMMITTEE and sorted(group) == sorted(_PEOPLES_COMMITTEE)
        for group in re.split(r"[-/.]", symbol)
    )
