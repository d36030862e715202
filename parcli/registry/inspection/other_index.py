"""A task of an appendix serves no criterion of the appendix's index.

An appendix with an `index` lists what is to be done for that index, so each of its tasks that
serves anything serves a criterion of it. Where a single one does not, its criterion was mistyped;
where none does, the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR315"
SEVERITY = Severity.WARNING
_TASK = N_("The appendix is about {index}, but this task serves {criterion}.")
_TASK_HINT = N_(
    "Compare the criterion with the document, or add the one of {index} that it serves."
)
_NONE = N_("No task of this appendix serves a criterion of {index}.")
_NONE_HINT = N_("Compare the index with the title of the appendix.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each such task, or the index of an appendix of which all tasks are such."""
    for n, appendix in enumerate(file.model.appendices):
        if not appendix.index:
            continue
        own = f"{appendix.index}/"
        serving = [each for each in file.tasks_by_appendix.get(n, ()) if each.task.criteria]
        strange = [
            each
            for each in serving
            if not each.task.criteria[0].startswith(own)
            and not any(criterion.startswith(own) for criterion in each.task.criteria)
        ]
        if len(strange) == len(serving) > 1:
            path = ("appendices", n, "index")
            yield file.found(CODE, path, _NONE, _NONE_HINT, index=appendix.index)
            continue
        for task in strange:
            yield file.found(
                CODE, (*task.path, "criteria", 0), _TASK, _TASK_HINT,
                index=appendix.index, criterion=task.task.criteria[0],
            )  # fmt: skip
