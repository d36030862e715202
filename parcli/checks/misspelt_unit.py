"""A unit's name has other accents than in the catalogue.

parcli understands it, a reader stumbles over it: “UBND cấp xa” is a slip of the keyboard or of the
scanner. Small and capital letters, hoà and hòa, dashes and “&” make no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.written_names import places, receiving
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR410"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” is taken for “{name}”, whose accents are others.")
_HINT = N_("Compare it with the document; where it prints this, add it as an alias.")


def check(context: Context) -> Iterator[Finding]:
    """Each place of a name that is only known without its accents."""
    sql = """
    SELECT n.id, n.org, n.written, n.since, u.name FROM name n
    JOIN unit u ON u.org = n.org AND u.id = n.unit
    WHERE n.written <> u.name AND u.aliases NOT LIKE '%"' || n.written || '"%' ORDER BY n.id
    """
    for number, org, written, since, name in context.db.execute(sql).fetchall():
        if context.names(org).find(written, context.day_of(org, since)).unaccented:
            for place in (*places(context, number), *receiving(context, number)):
                yield found(*place, _MESSAGE, _HINT, unit=written, name=name)
