"""A file belongs to an organisation that has no catalogue of units.

`org: ba-don` stands for data/units/ba-don.yaml. Without it no name of a unit can be understood, so
nobody is reminded of anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR303"
SEVERITY = Severity.ERROR
_MESSAGE = N_("The organisation “{org}” has no catalogue of units.")
_HINT = N_("Add data/units/{org}.yaml.")
_NEAR = N_("Did you mean {near}? Otherwise add data/units/{org}.yaml.")


def check(context: Context) -> Iterator[Finding]:
    """Each directive, progress file and parcli.yaml whose organisation has no file."""
    sql = """
    SELECT file, org FROM (
      SELECT id AS file, org FROM directive UNION SELECT file, org FROM progress
      UNION SELECT file, org FROM submission
      UNION SELECT file, org FROM config WHERE org IS NOT NULL
    ) WHERE org NOT IN (SELECT id FROM organisation)
    """
    known = [row[0] for row in context.db.execute("SELECT id FROM organisation ORDER BY id")]
    for file, org in context.db.execute(sql).fetchall():
        near = ", ".join(nearest(org, known))
        hint = _NEAR if near else _HINT
        yield found(file, "", ("org",), _MESSAGE, hint, org=org, near=near)
