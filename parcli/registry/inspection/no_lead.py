"""A task has no unit that leads it.

Nobody answers for it, and no reminder will ever name it. Documents do leave the lead blank; then
the warning is a question to put to whoever issued them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR405"
SEVERITY = Severity.WARNING
_MESSAGE = N_("No unit leads the task {task}.")
_HINT = N_("Write “lead: [unit]” at the task or its group.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each task without a lead of its own or of its groups; tables that hand out no work aside."""
    for path, slug, task, part in file.tasks:
        if part.assigns and not (part.lead if task.lead is None else task.lead):
            yield file.found(CODE, path, _MESSAGE, _HINT, task=slug)
