"""Two items of a list bear the same number.

A reference such as “khoản 2 mục I” then fits both. The ids stay unique (parcli adds ~2); the
printed number is kept as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR701"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{number}” stands here a second time.")
_SAME_ID = N_("The id of this task is another's already; it becomes “{id}”.")
_SAME_ID_HINT = N_("Number the part it stands in as the document does.")
_HINT = N_("Compare with the document; if it prints the number twice, leave it and say why.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each item whose number an earlier item of its list has; each other task with another's id."""
    for path, broken in file.numbering:
        if broken.kind == "repeats":
            yield file.found(
                CODE, (*path, "number"), _MESSAGE, _HINT, number=broken.number, before=broken.before
            )
    yield from _same_ids(file)


def _same_ids(file: Inspected) -> Iterator[Diagnostic]:
    """The first task of a part whose id is changed, where no number told of tells why."""
    told = {path[:-1] for path, broken in file.numbering if broken.kind != "skips"}
    for path, slug, _task, _part in file.tasks:
        if "~" not in slug or any(path[:n] in told for n in range(1, len(path))):
            continue
        told.add(path[:-1])
        yield file.found(CODE, path, _SAME_ID, _SAME_ID_HINT, id=slug)
