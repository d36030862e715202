"""A task serves a criterion that no index of the registry has.

Coverage and reports group tasks by criterion; a task that points nowhere is missing from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR301"
SEVERITY = Severity.ERROR
_MESSAGE = N_("No index has the criterion “{criterion}”.")
_NEAR = N_("Did you mean {near}?")
_RANGE = N_("It has {first} to {last}; parcli show {framework} lists them.")
_HINT = N_("Write index/number, such as par-index/1.1; parcli show par-index lists the criteria.")


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
        known = known or _criteria(context)
        hint, values = _advice(criterion, known)
        values["criterion"] = criterion
        yield found(directive, at, ("criteria", n), _MESSAGE, hint, **values)


def _criteria(context: Context) -> list[str]:
    sql = "SELECT id FROM criterion ORDER BY framework, is_dimension DESC, position"
    return [ident for (ident,) in context.db.execute(sql)]


def _advice(criterion: str, known: list[str]) -> tuple[str, dict[str, Any]]:
    """The hint and its fields: the one meant, or what numbers its dimension or its index has."""
    near = nearest(criterion, known, limit=1)
    if near and folded(near[0]) == folded(criterion):
        return _NEAR, {"near": near[0]}
    framework, _slash, number = criterion.partition("/")
    for part in (f"{framework}/{number.partition('.')[0]}.", f"{framework}/"):
        siblings = [ident for ident in known if ident.startswith(part)]
        if siblings:
            first, last = (siblings[n].partition("/")[2] for n in (0, -1))
            return _RANGE, {"first": first, "last": last, "framework": framework}
    return (_NEAR, {"near": near[0]}) if near else (_HINT, {})
