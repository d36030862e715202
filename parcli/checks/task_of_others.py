"""A unit reports on a task that it has no part in.

Either the report stands in the wrong unit's file, or the directive's lists lack the unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.broken_files import broken_files
from parcli.checks.finding import Finding
from parcli.diagnostics import Severity, facts
from parcli.language import N_
from parcli.registry.files import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

CODE = "PAR607"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” neither leads {task} nor cooperates in it.")
_HINT = N_("parcli show {task} tells who does.")


def check(context: Context) -> Iterator[Finding]:
    """Each progress entry whose unit, one of the catalogue, the task names in no way.

    None of a directive whose errors may have cost the task its units.
    """
    broken = broken_files(context, FileKind.DIRECTIVE).damaged
    sql = """
    SELECT p.file, p.task, p.unit FROM progress p
    JOIN directive d ON d.slug = substr(p.task, 1, instr(p.task, '/') - 1)
    JOIN task t ON t.directive = d.id AND t.slug = substr(p.task, instr(p.task, '/') + 1)
    WHERE NOT EXISTS (
      SELECT 1 FROM assignment a JOIN name n ON n.id = a.name
      LEFT JOIN membership m ON m.org = n.org AND m."group" = n.unit
      WHERE a.directive = t.directive AND a.task = t.n
      AND (n.unit IS NULL OR n.unit = p.unit OR m.unit = p.unit))
    AND EXISTS (SELECT 1 FROM unit u WHERE u.org = p.org AND u.id = p.unit)
    """
    for file, task, unit in context.db.execute(sql):
        if task.partition("/")[0] not in broken:
            values = facts({"task": task, "unit": unit})
            yield Finding(file, ("tasks", task), (), _MESSAGE, _HINT, values)
