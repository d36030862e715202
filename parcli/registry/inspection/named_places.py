"""`at:` names a place that the directive does not have.

A citation or an erratum says where it stands, so that a reader can go there. A place that does not
exist most often means that a task was moved or renumbered afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR309"
SEVERITY = Severity.ERROR
_MESSAGE = N_("The directive has no place “{at}”.")
_HINT = N_("Write the task's number as in its id, such as 2.1 or pl1.I.3; near: {near}.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each `at` of a citation or erratum that is neither a key nor a part of the directive."""
    model = file.model
    wanted = [
        (key, n, item.at)
        for key in ("citations", "errata")
        for n, item in enumerate(getattr(model, key))
        if item.at
    ]
    if not wanted:
        return
    keys = set(type(model).model_fields)
    places = {".".join(part.slug) for part in file.parts}
    places |= {placed.slug for placed in file.tasks}
    for key, n, at in wanted:
        place, _, field = at.rpartition(".")
        if at in places or at.split(".")[0] in keys or (place in places and field.isidentifier()):
            continue
        near = ", ".join(nearest(at, sorted(places - {""}), cutoff=30)) or "–"
        yield file.found(CODE, (key, n, "at"), _MESSAGE, _HINT, severity=SEVERITY, at=at, near=near)
