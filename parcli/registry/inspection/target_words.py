"""A target's words are not in its task.

`text` of a target is a stretch of the task's own title or text, `scope` likewise. What is not there
was paraphrased, or belongs to another task.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR602"
SEVERITY = Severity.WARNING
_MESSAGE = N_("These words are not in the task.")
_HINT = N_("Copy them from the task as printed.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each target whose text or scope the task's words do not have, case and accents aside."""
    for path, _slug, task, _part in file.tasks:
        if not task.targets:
            continue
        words = f"{task.title} {task.text} {task.output}"
        for n, target in enumerate(task.targets):
            if not _in(target.text, words):
                yield file.found(CODE, (*path, "targets", n, "text"), _MESSAGE, _HINT)
            if target.scope and not _in(target.scope, words):
                yield file.found(CODE, (*path, "targets", n, "scope"), _MESSAGE, _HINT)


def _in(part: str, words: str) -> bool:
    return part in words or one_line(part) in one_line(words) or folded(part) in folded(words)
