"""A file belongs to an organisation that has no catalogue of units.

`org: ba-don` stands for data/units/ba-don.yaml. Without it no name of a unit can be understood, so
nobody is reminded of anything.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.reading import UNKNOWN_ORG
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
    """Each directive, progress file and parcli.yaml whose organisation has no file.

    One that has a file which cannot be read is told of there; so is a file that names none.
    """
    sql = """
    SELECT file, org FROM (
      SELECT id AS file, org FROM directive UNION SELECT file, org FROM progress
      UNION SELECT file, org FROM submission
      UNION SELECT file, org FROM config WHERE org IS NOT NULL
    ) WHERE org NOT IN (SELECT id FROM organisation)
    """
    known = [row[0] for row in context.db.execute("SELECT id FROM organisation ORDER BY id")]
    paths = context.db.execute("SELECT path FROM file WHERE kind = 'units'")
    broken = {PurePosixPath(path).stem for (path,) in paths} | {UNKNOWN_ORG}
    for file, org in context.db.execute(sql).fetchall():
        if org in broken:
            continue
        near = ", ".join(nearest(org, known))
        hint = _NEAR if near else _HINT
        yield found(file, "", ("org",), _MESSAGE, hint, org=org, near=near)
