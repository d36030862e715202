"""A task serves a criterion that no index of the registry has.

Coverage and reports group tasks by criterion; a task that points nowhere is missing from them.
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

CODE = "PAR301"
SEVERITY = Severity.ERROR
_MESSAGE = N_("No index has the criterion “{criterion}”.")
_NEAR = N_("Did you mean {near}?")
_HINT = N_("Write index/number, such as par-index/1.1; parcli coverage lists the criteria.")


def check(context: Context) -> Iterator[Finding]:
    """Each reference to a criterion that does not exist, of an index that does."""
    sql = """
    SELECT s.directive, t.at, s.n, s.criterion FROM serves s
    JOIN task t ON t.directive = s.directive AND t.n = s.task
    WHERE s.criterion NOT IN (SELECT id FROM criterion)
    AND (instr(s.criterion, '/') = 0
         OR substr(s.criterion, 1, instr(s.criterion, '/') - 1) IN (SELECT id FROM framework))
    """
    known: list[str] = []
    for directive, at, n, criterion in context.db.execute(sql).fetchall():
        known = known or [row[0] for row in context.db.execute("SELECT id FROM criterion")]
        framework = criterion.partition("/")[0]
        siblings = [ident for ident in known if ident.startswith(f"{framework}/")]
        near = ", ".join(nearest(criterion, siblings or known, limit=2))
        hint = _NEAR if near else _HINT
        yield found(directive, at, ("criteria", n), _MESSAGE, hint, criterion=criterion, near=near)
