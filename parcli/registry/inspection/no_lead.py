"""A task has no unit that leads it.

Nobody answers for it, and no reminder will ever name it. Documents do leave the lead blank; then
the warning is a question to put to whoever issued them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.model.directive import Group, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR405"
SEVERITY = Severity.WARNING
_MESSAGE = N_("No unit leads the task {task}.")
_HINT = N_("Write “lead: [unit]” at the task or its group.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each task without a lead of its own or of its groups; tables that hand out no work aside.

    Where a lead, or a key that may be one misspelt, could not be read, that is told there.
    """
    for path, slug, task, part in file.tasks:
        lead = part.lead if task.lead is None else task.lead
        if part.assigns and not lead and not _is_lost(file, path):
            at = (*path, "lead") if "lead" in file.written(path) else path
            yield file.found(CODE, at, _MESSAGE, _HINT, task=slug)


def _is_lost(file: Inspected, path: DataPath) -> bool:
    """Whether the task or a group around it has something for a lead that the model has not."""
    for end in range(len(path), 1, -2):
        record = path[:end]
        known = _keys(Task if record[-2] == "tasks" else Group)
        written = file.written(record)
        if written.get("lead") or any(key not in known for key in written):
            return True
    return False


@cache
def _keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}
