"""A report's `cycle` is not the one that its deadline states.

“Trước ngày 15 tháng cuối quý” comes once a quarter; with `cycle: month` parcli would remind twelve
times, with `cycle: year` once. Write `cycle` where the words leave it open (“định kỳ”), or for the
cycle of CCHC reports, which has four unequal periods.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR515"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{phrase}” is not once a {cycle}, as `cycle` says.")
_HINT = N_("Remove `cycle`, or write “cycle: {stated}”; compare both with the document.")
_CYCLES = {
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "semiannual": "half",
    "annual": "year",
}


def check(context: Context) -> Iterator[Finding]:
    """Each report whose deadline recurs in one way and whose cycle is another."""
    sql = (
        "SELECT directive, at, phrase, meaning, cycle FROM duty "
        "WHERE kind = 'report' AND cycle IS NOT NULL"
    )
    for directive, at, phrase, meaning, cycle in context.db.execute(sql).fetchall():
        stated = _CYCLES.get(str(json.loads(meaning).get("freq")))
        if stated and stated != cycle and cycle in _CYCLES.values():
            values = {"phrase": phrase, "cycle": cycle, "stated": stated}
            yield found(directive, at, ("cycle",), _MESSAGE, _HINT, **values)
