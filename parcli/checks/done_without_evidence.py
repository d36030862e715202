"""A task is reported as done without anything that proves it.

Points are given for documents, not for words; what is missing in the report is hard to find a year
later. `policies.done_without_evidence` in parcli.yaml makes this an error, a warning or nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import Finding
from parcli.diagnostics import Severity, facts
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

CODE = "PAR605"
SEVERITY = Severity.WARNING
_MESSAGE = N_("{task} is reported as done without evidence.")
_HINT = N_("Add `evidence:` with the number of a document, or its file.")


def check(context: Context) -> Iterator[Finding]:
    """Each task that a unit calls done, with an empty list of evidence; tasks there are only."""
    sql = """
    SELECT file, task FROM progress WHERE status = 'done' AND evidence = '[]' AND EXISTS (
      SELECT 1 FROM directive d JOIN task t ON t.directive = d.id
      WHERE d.slug || '/' || t.slug = progress.task
      AND d.slug = substr(progress.task, 1, instr(progress.task, '/') - 1))
    """
    for file, task in context.db.execute(sql):
        yield Finding(file, ("tasks", task), ("status",), _MESSAGE, _HINT, facts({"task": task}))
