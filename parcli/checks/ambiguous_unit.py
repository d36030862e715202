"""A name fits several units.

parcli does not guess: until the name is made clear, the task is on nobody's list.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.written_names import places, unresolved
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR402"
SEVERITY = Severity.ERROR
_MESSAGE = N_("“{unit}” may mean {candidates}.")
_HINT = N_("Write more of the name, or the unit's id.")


def check(context: Context) -> Iterator[Finding]:
    """Each place of a name that two or more units bear at the time."""
    sql = "SELECT count(*) FROM diagnostic WHERE code = 'PAR407' AND instr(facts, ?)"
    for name in unresolved(context):
        candidates = json.loads(name.candidates)
        if len(candidates) < 2:
            continue
        # Two units of one name are told of in the catalogue.
        if context.db.execute(sql, (json.dumps(name.written, ensure_ascii=False),)).fetchone()[0]:
            continue
        listed = ", ".join(candidates)
        for place in places(context, name.number):
            yield found(*place, _MESSAGE, _HINT, unit=name.written, candidates=listed)
