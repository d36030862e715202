"""Two units have one administrative code on the same days, or the code has the wrong length.

A province has 2 digits, a district 3, a commune 5 (QĐ 124/2004/QĐ-TTg, QĐ 19/2025/QĐ-TTg). One code
belongs to one unit at a time; after the 2025 reform a new commune may keep a predecessor's code.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.inspection.validity_days import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR408"
SEVERITY = Severity.ERROR
_SHARED = N_("The code {code} belongs to {first} on the same days.")
_SHARED_HINT = N_("Look the code up in the list of administrative units, or state the validity.")
_LENGTH = N_("The code {code} of a commune must have 5 digits.")
_DIGITS = {"province": 2, "district": 3, "commune": 5}
_LEVEL = N_("The code {code} of an office at this level must have {digits} digits.")
_COMMUNES = {"xa", "phuong", "thi-tran", "dac-khu"}


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each code that is too short for its unit or belongs to another one at the time."""
    own = file.model.organisation
    digits = _DIGITS.get(own.level)
    if own.code and digits and len(own.code) != digits:
        yield file.found(
            CODE, ("organisation", "code"), _LEVEL, _SHARED_HINT, severity=SEVERITY,
            code=own.code, digits=digits,
        )  # fmt: skip
    bearers: dict[str, list[tuple[str, str, str, int]]] = {}
    for n, unit in enumerate(file.model.units):
        if not unit.code:
            continue
        if unit.kind in _COMMUNES and len(unit.code) != 5:
            yield file.found(
                CODE, ("units", n, "code"), _LENGTH, _SHARED_HINT, severity=SEVERITY, code=unit.code
            )
        days = first_day(unit.valid), last_day(unit.valid)
        bearers.setdefault(unit.code, []).append((*days, unit.id, n))
    for code, found in bearers.items():
        for a, b in pairwise(sorted(found)):
            if b[0] <= a[1]:
                yield file.found(
                    CODE, ("units", b[3], "code"), _SHARED, _SHARED_HINT, severity=SEVERITY,
                    code=code, first=a[2],
                )  # fmt: skip
