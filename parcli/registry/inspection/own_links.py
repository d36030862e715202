"""A catalogue names a unit or kind that it does not have.

A parent, a successor, a member of a group or a kind that leads nowhere: the group then has fewer
units than the office thinks, and nobody reminds the ones left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR307"
SEVERITY = Severity.ERROR
_NO_UNIT = N_("This catalogue has no unit “{id}”.")
_GROUP = N_("“{id}” is a group; units alone can stand here.")
_GROUP_HINT = N_("List its units or kinds: {units}.")
_NO_KIND = N_("No unit of this catalogue is of the kind “{id}”.")
_NEAR = N_("Did you mean “{near}”?")
_PLAIN = N_("Add the unit to the catalogue, or remove it here.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each reference inside the catalogue that leads nowhere."""
    # As written, for a unit that could not be read is told of itself.
    written = [unit for unit in file.source.data.get("units") or () if isinstance(unit, dict)]
    units = {str(unit.get("id")) for unit in written}
    kinds = {str(unit.get("kind")) for unit in written}
    groups = {group.id: group for group in file.model.groups}
    for path, ident, is_kind in _links(file):
        known = kinds if is_kind else units
        if ident in known:
            continue
        if not is_kind and ident in groups:
            own = ", ".join([*groups[ident].members, *groups[ident].kinds]) or "–"
            yield file.found(
                CODE, path, _GROUP, _GROUP_HINT, severity=SEVERITY, id=ident, units=own
            )
            continue
        near = nearest(ident, sorted(known), limit=1, cutoff=70)
        message, hint = _NO_KIND if is_kind else _NO_UNIT, _NEAR if near else _PLAIN
        values = {"near": near[0]} if near else {}
        yield file.found(CODE, path, message, hint, severity=SEVERITY, id=ident, **values)


def _links(file: Inspected) -> Iterator[tuple[DataPath, str, bool]]:
    for n, unit in enumerate(file.model.units):
        if unit.parent:
            yield ("units", n, "parent"), unit.parent, False
        for k, successor in enumerate(unit.successors):
            yield ("units", n, "successors", k), successor, False
    for n, group in enumerate(file.model.groups):
        for k, member in enumerate(group.members):
            yield ("groups", n, "members", k), member, False
        for k, kind in enumerate(group.kinds):
            yield ("groups", n, "kinds", k), kind, True
