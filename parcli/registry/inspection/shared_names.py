"""Two units of a catalogue have the same name at the same time.

Wherever a document writes that name, parcli cannot tell who is meant. Names that pass from a
dissolved unit to its successor are fine: they hold on different days.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.inspection.validity_days import first_day, last_day
from parcli.text import nfc, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR407"
SEVERITY = Severity.ERROR
_MESSAGE = N_("“{name}” is a name of {first} and of {second} on the same days.")
_HINT = N_("Keep it with one of them, or state from when until when each is valid.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each name that two units or groups bear on the same day, at its second bearer."""
    bearers: dict[str, list[tuple[str, str, str, DataPath]]] = {}
    for key in ("units", "groups"):
        for n, item in enumerate(getattr(file.model, key)):
            days = first_day(item.valid), last_day(item.valid)
            spellings: list[tuple[str, DataPath]] = [(item.name, (key, n, "name"))]
            spellings += [(alias, (key, n, "aliases", k)) for k, alias in enumerate(item.aliases)]
            for name, path in spellings:
                bearer = (*days, item.id, path)
                bearers.setdefault(one_line(nfc(name)).lower(), []).append(bearer)
    for found in bearers.values():
        for a, b in pairwise(sorted(found, key=lambda bearer: bearer[:3])):
            if b[0] <= a[1] and a[2] != b[2]:
                name = _at(file, b[3])
                yield file.found(
                    CODE, b[3], _MESSAGE, _HINT, severity=SEVERITY,
                    name=name, first=a[2], second=b[2],
                )  # fmt: skip


def _at(file: Inspected, path: DataPath) -> str:
    key, n, field, *rest = path
    item = getattr(file.model, str(key))[n]
    value = getattr(item, str(field))
    return str(value[rest[0]] if rest else value)
