"""The printed place and date differ from `place` and `issued`.

The line “Ba Đồn, ngày … tháng … năm …” is kept as printed; deadlines count from `issued`. Where the
two differ, every date worked out from it is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.written_dates import written_date
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR509"
SEVERITY = Severity.ERROR
_DATE = N_("“{dateline}” is not the date in `issued`, {issued}.")
_PLACE = N_("“{dateline}” does not begin with the place “{place}”.")
_HINT = N_("Compare both with the document.")
# The forms that `issued` may have, each with what the line must then say; typists leave out blanks.
_STATED = re.compile(r"(?:ngay ?(\d{1,2}) ?)?thang ?(\d{1,2}) ?nam ?(\d{4})")
_YEAR = re.compile(r"nam ?(\d{4})")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """A dateline that says another date or place; blanks in it agree with everything."""
    line, issued, place = file.model.dateline, file.model.issued, file.model.place
    if not line:
        return
    said = folded(line)
    if issued and not _agree(said, issued):
        yield file.found(
            CODE, ("issued",), _DATE, _HINT, severity=SEVERITY,
            dateline=line, issued=written_date(issued),
        )  # fmt: skip
    if place and not said.startswith(folded(place)):
        yield file.found(
            CODE, ("place",), _PLACE, _HINT, severity=SEVERITY, dateline=line, place=place
        )


def _agree(said: str, issued: str) -> bool:
    parts = [int(part) for part in issued.split("-")]
    full, year = _STATED.search(said), _YEAR.search(said)
    if full:
        day, month, stated_year = full.groups()
        stated = [int(stated_year), int(month), *([int(day)] if day else [])]
        return stated == parts
    return year is None or int(year[1]) == parts[0]
