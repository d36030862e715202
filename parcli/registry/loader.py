"""A whole registry as models, for programs that want the documents themselves and not answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcli.model.registry_config import RegistryConfig
from parcli.registry.files import FileKind, list_files
from parcli.registry.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from parcli.diagnostics import Diagnostic
    from parcli.model.calendar import CalendarFile
    from parcli.model.directive import Directive
    from parcli.model.index_framework import IndexFramework
    from parcli.model.progress import Progress
    from parcli.model.units import UnitCatalogue


@dataclass
class Registry:
    """The files of a registry as models, by id; a file of which nothing could be read is absent."""

    root: Path
    config: RegistryConfig | None = None
    catalogues: dict[str, UnitCatalogue] = field(default_factory=dict)
    frameworks: dict[str, IndexFramework] = field(default_factory=dict)
    calendar: dict[int, CalendarFile] = field(default_factory=dict)
    directives: dict[str, Directive] = field(default_factory=dict)
    progress: dict[tuple[str, str], Progress] = field(default_factory=dict)


def load_registry(root: Path) -> tuple[Registry, list[Diagnostic]]:
    """Every file of the registry at `root` and everything wrong with single files, sorted.

    One broken file never hides the others. Of two files with one id the first by name is kept.
    Raises Unreadable where a folder cannot be listed.
    """
    registry = Registry(root)
    found: list[Diagnostic] = []
    for file in list_files(root):
        read = read_file(root, file.kind, file.path)
        found += read.diagnostics
        if read.model is not None:
            _keep(registry, file.kind, read.model)
    return registry, sorted(found)


def _keep(registry: Registry, kind: FileKind, model: BaseModel) -> None:
    if isinstance(model, RegistryConfig):
        registry.config = model
        return
    m: Any = model
    shelves: dict[FileKind, tuple[dict[Any, Any], str]] = {
        FileKind.UNITS: (registry.catalogues, "id"),
        FileKind.INDEX: (registry.frameworks, "id"),
        FileKind.CALENDAR: (registry.calendar, "year"),
        FileKind.DIRECTIVE: (registry.directives, "id"),
        FileKind.PROGRESS: (registry.progress, "unit"),
    }
    shelf, key = shelves[kind]
    ident = getattr(m, key)
    shelf.setdefault((m.period, ident) if kind is FileKind.PROGRESS else ident, model)
