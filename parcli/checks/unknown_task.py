"""Progress is reported on a task that does not exist.

What was done counts nowhere. Most often the task was renumbered, or the id mistyped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.broken_files import broken_files
from parcli.checks.finding import Finding
from parcli.diagnostics import Severity, facts
from parcli.language import N_
from parcli.registry.files import FileKind
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

CODE = "PAR606"
SEVERITY = Severity.ERROR
_MESSAGE = N_("There is no task “{task}”.")
_NEAR = N_("Did you mean {near}?")
_HINT = N_("parcli tasks lists the tasks with their ids.")


def check(context: Context) -> Iterator[Finding]:
    """Each key of `tasks` in a progress file that is no task's id.

    None of a directive whose errors may have cost the task.
    """
    broken = broken_files(context, FileKind.DIRECTIVE).damaged
    ids = "SELECT d.slug || '/' || t.slug FROM directive d JOIN task t ON t.directive = d.id"
    sql = f"SELECT file, task FROM progress WHERE task NOT IN ({ids})"  # noqa: S608  our own names
    for file, task in context.db.execute(sql).fetchall():
        directive = task.partition("/")[0]
        if directive in broken:
            continue
        known = context.db.execute(f"{ids} WHERE d.slug = ?", (directive,))
        near = ", ".join(nearest(task, [row[0] for row in known]))
        hint = _NEAR if near else _HINT
        values = facts({"task": task, "near": near})
        yield Finding(file, ("tasks", task), (), _MESSAGE, hint, values)
