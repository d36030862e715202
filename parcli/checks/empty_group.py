"""A group of units leads or reports, but the catalogue gives it no members.

What nobody belongs to reaches nobody: no unit has the task in its list, none is reminded. A group
that only cooperates may stay open where its `note` says why. Each group is told once a file, where
it first stands: its members are written in one place, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.broken_files import broken_files
from parcli.checks.finding import found
from parcli.checks.written_names import places
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.files import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR411"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The group “{group}” has no members, so this reaches no unit.")
_HINT = N_("Give the group {id} `kinds` or `members` in data/units/{org}.yaml.")


def check(context: Context) -> Iterator[Finding]:
    """The first place of such a group in a file; where it cooperates, only one without a note.

    None where the catalogue has errors, which may have cost the group its members.
    """
    broken = broken_files(context, FileKind.UNITS).damaged
    sql = """
    SELECT n.id, n.org, n.written, u.id, u.note FROM name n
    JOIN unit u ON u.org = n.org AND u.id = n.unit AND u.is_group
    WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.org = u.org AND m."group" = u.id)
    AND (u.note IS NULL OR EXISTS (SELECT 1 FROM duty_from f WHERE f.name = n.id)
      OR EXISTS (SELECT 1 FROM assignment a WHERE a.name = n.id AND a.role = 1))
    ORDER BY n.id
    """
    told: set[tuple[int, str, str]] = set()
    for name, org, written, group, note in context.db.execute(sql).fetchall():
        for place in () if org in broken else places(context, name):
            counts = place.field[0] != "support" or not note
            if counts and (place.file, org, group) not in told:
                told.add((place.file, org, group))
                yield found(*place, _MESSAGE, _HINT, group=written, id=group, org=org)
