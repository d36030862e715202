"""`time_zone` in parcli.yaml is no time zone.

Calendars for phones state their hours in it; with another name they fall back to Vietnam's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR905"
SEVERITY = Severity.ERROR
_MESSAGE = N_("There is no time zone “{zone}”.")
_HINT = N_("Did you mean {near}?")
_USUAL = "Asia/Ho_Chi_Minh"


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """The zone where this system knows others and not this one; one without zones cannot tell."""
    zone = file.model.time_zone
    if zone == _USUAL:
        return
    from zoneinfo import available_timezones  # noqa: PLC0415  rare

    known = available_timezones()
    if known and zone not in known:
        near = ", ".join(nearest(zone, sorted(known), limit=2)) or _USUAL
        yield file.found(
            CODE, ("time_zone",), _MESSAGE, _HINT, severity=SEVERITY, zone=zone, near=near
        )
