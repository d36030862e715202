"""The names a registry knows, for editors to offer: units, organisations, indices, criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.model.index_framework import IndexFramework
from parcli.model.json_schema import KnownNames
from parcli.model.units import Unit, UnitCatalogue, UnitGroup
from parcli.registry.files import FileKind, list_files
from parcli.registry.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel


def known_names(root: Path) -> KnownNames:
    """Ids and official names of the registry at `root`, as far as its files can be read."""
    names = KnownNames({}, {}, {}, {})
    for model in _models(root):
        if isinstance(model, UnitCatalogue):
            names = _with_units(names, model)
        elif isinstance(model, IndexFramework):
            names = _with_index(names, model)
    return names


def _models(root: Path) -> Iterator[BaseModel | None]:
    for file in list_files(root):
        if file.kind in (FileKind.UNITS, FileKind.INDEX):
            yield read_file(root, file.kind, file.path).model


def _with_units(names: KnownNames, catalogue: UnitCatalogue) -> KnownNames:
    """The first catalogue explains an id or a name that several have."""
    units = dict(names.units)
    listed: tuple[Unit | UnitGroup, ...] = (*catalogue.units, *catalogue.groups)
    for unit in listed:
        units.setdefault(unit.id, f"{unit.name} ({catalogue.id})")
        units.setdefault(unit.name, f"{unit.id} ({catalogue.id})")
    organisations = {**names.organisations, catalogue.id: catalogue.organisation.name}
    return names._replace(units=units, organisations=organisations)


def _with_index(names: KnownNames, framework: IndexFramework) -> KnownNames:
    criteria = dict(names.criteria)
    for dimension in framework.dimensions:
        criteria[f"{framework.id}/{dimension.number}"] = dimension.name
        for criterion in dimension.criteria:
            criteria[f"{framework.id}/{criterion.number}"] = criterion.name
    return names._replace(
        indices={**names.indices, framework.id: framework.name}, criteria=criteria
    )
