"""A unit is named that did not exist yet, or no longer, when the directive was issued.

Who bears a name changes: since 1/7/2025 there are no district units, and a commune's name may be
another commune's than before. A directive names the units of its own time.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from parcli.checks.finding import found
from parcli.checks.written_names import WrittenName, places
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR403"
SEVERITY = Severity.ERROR
_GONE = N_("“{unit}” was valid until {until} only; the directive is younger.")
_GONE_HINT = N_("Its successors: {successors}. Compare the directive's date and the catalogue.")
_LATER = N_("“{unit}” is valid from {since} on; the directive is older.")
_HINT = N_("Compare the directive's date and the unit's validity in the catalogue.")


def check(context: Context) -> Iterator[Finding]:
    """Each place of a name whose one bearer does not exist when the document begins to hold."""
    sql = """
    SELECT n.id, n.org, n.written, n.since, coalesce(n.candidates, '[]'),
      u.valid_from, u.valid_until, u.successors
    FROM name n JOIN unit u ON u.org = n.org AND u.id = n.unit
    WHERE u.valid_from IS NOT NULL OR u.valid_until IS NOT NULL
    """
    for *row, since, until, successors in context.db.execute(sql).fetchall():
        name = WrittenName._make(row)
        on = context.day_of(name.org, name.since)
        if on is None or (since or "") <= on.isoformat() <= (until or "9999-12-31"):
            continue
        later = since is not None and since > on.isoformat()
        heirs = ", ".join(json.loads(successors))
        message, hint = (_LATER, _HINT) if later else (_GONE, _GONE_HINT if heirs else _HINT)
        values: dict[str, Any] = {
            "unit": name.written,
            "until": written_date(until),
            "successors": heirs,
        }
        values["since"] = written_date(since)
        for place in places(context, name.number):
            yield found(*place, message, hint, **values)
