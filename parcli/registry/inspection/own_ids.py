"""Two entries of one file have the same id.

Everything else names a unit, a criterion or a report by its id; where two share one, nobody can
tell which is meant, and only the first is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR306"
SEVERITY = Severity.ERROR


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each entry whose id an earlier entry of the file has."""
    seen: dict[str, DataPath] = {}
    for path, ident in _ids(file):
        if ident not in seen:
            seen[ident] = path
            continue
        first = file.source.position(seen[ident])[0]
        message = N_("The id “{id}” stands twice; the first one is on line {line}.")
        hint = N_("Give one of them another id.")
        yield file.found(CODE, path, message, hint, severity=SEVERITY, id=ident, line=first)


def _ids(file: Inspected) -> Iterator[tuple[DataPath, str]]:
    model = file.model
    for key in ("units", "groups", "reports"):
        for n, item in enumerate(getattr(model, key, ())):
            if hasattr(item, "id"):
                yield (key, n, "id"), item.id
    for d, dimension in enumerate(getattr(model, "dimensions", ())):
        yield ("dimensions", d, "number"), dimension.number
        for n, criterion in enumerate(dimension.criteria):
            yield ("dimensions", d, "criteria", n, "number"), criterion.number
