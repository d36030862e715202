"""A task bears the very name of one criterion and points to another.

Appendices list one task for each criterion under the criterion's own name, so the number beside it
was most likely mistyped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR311"
SEVERITY = Severity.WARNING
_MESSAGE = N_("This task is named like {named}, and serves {served}.")
_HINT = N_("Compare the criterion with the task's title.")


def check(context: Context) -> Iterator[Finding]:
    """Each task whose title is a criterion's name, and that serves others of that index only."""
    # CROSS JOIN keeps SQLite to this order: every task once, by its first criterion.
    sql = """
    SELECT t.directive, t.n, t.at, t.title, t.framework FROM serves s
    CROSS JOIN task t ON t.directive = s.directive AND t.n = s.task
    CROSS JOIN criterion c ON c.id = s.criterion
    WHERE s.n = 0 AND t.title <> c.name AND NOT c.is_dimension
    AND t.title IN (SELECT name FROM criterion WHERE NOT is_dimension)
    """
    names: dict[tuple[str, str], str] = {}
    for directive, task, at, title, framework in context.db.execute(sql).fetchall():
        names = names or _names(context)
        named, served = names.get((framework, title)), _served(context, directive, task)
        if named and named not in served:
            others = ", ".join(served)
            yield found(directive, at, ("criteria", 0), _MESSAGE, _HINT, named=named, served=others)


def _names(context: Context) -> dict[tuple[str, str], str]:
    """Criteria by index and name."""
    sql = "SELECT framework, name, id FROM criterion WHERE NOT is_dimension"
    return {(framework, name): ident for framework, name, ident in context.db.execute(sql)}


def _served(context: Context, directive: int, task: int) -> list[str]:
    sql = "SELECT criterion FROM serves WHERE directive = ? AND task = ? ORDER BY n"
    return [row[0] for row in context.db.execute(sql, (directive, task))]
