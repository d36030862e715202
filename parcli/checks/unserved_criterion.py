"""No task of the registry serves this criterion.

The directives hand out work for other criteria of the same index, and for this one none: its points
are left to chance. Indices that no directive of the registry mentions are passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.reading import UNREAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR603"
SEVERITY = Severity.WARNING
_MESSAGE = N_("No task serves the criterion {criterion}.")
_HINT = N_("Point the task that serves it here, or add one; if there is none, say why.")


def check(context: Context) -> Iterator[Finding]:
    """Each criterion that neither itself nor by its dimension has a task, in the index's file.

    None while a directive cannot be read: its tasks may serve them.
    """
    db = context.db
    if _some_unread(db):
        return
    served = {row[0] for row in db.execute("SELECT DISTINCT criterion FROM serves")}
    frameworks = {criterion.partition("/")[0] for criterion in served}
    dimension = item = -1
    by_dimension = False
    sql = "SELECT file, id, framework, is_dimension FROM criterion ORDER BY file, position"
    previous = None
    for file, ident, framework, is_dimension in db.execute(sql).fetchall():
        if framework != previous:
            previous, dimension = framework, -1
        if is_dimension:
            dimension, item, by_dimension = dimension + 1, -1, ident in served
            continue
        item += 1
        if framework in frameworks and not by_dimension and ident not in served:
            place = f"dimensions.{dimension}.criteria.{item}"
            yield found(file, place, ("number",), _MESSAGE, _HINT, criterion=ident)


def _some_unread(db: sqlite3.Connection) -> bool:
    """Whether a directive's tasks are missing, or those after a break in its file."""
    sql = "SELECT 1 FROM file WHERE kind = 'directive' AND id NOT IN (SELECT id FROM directive)"
    if db.execute(sql).fetchone():
        return True
    sql = "SELECT code FROM diagnostic d JOIN file f ON f.id = d.file WHERE kind = 'directive'"
    return any(code in UNREAD for (code,) in db.execute(f"{sql} GROUP BY code"))
