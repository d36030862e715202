"""One file of a registry: bytes → data → model, everything wrong with it as diagnostics.

What is right in a file that has errors is still read: the wrong values are left out, and the
smallest record around a missing one.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_
from parcli.registry.files import FileKind, Unreadable, read_bytes
from parcli.registry.ignore_comments import IgnoreComment, ignore_comments
from parcli.registry.inspection.essential import inspect_essentials
from parcli.registry.inspection.inspected import Inspected
from parcli.registry.yaml_source import YamlSource, empty_file, read_yaml
from parcli.registry.yaml_text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from parcli.registry.cited_in_words import CitedInWords

_MODELS = {
    FileKind.CONFIG: ("parcli.model.registry_config", "RegistryConfig"),
    FileKind.CALENDAR: ("parcli.model.calendar", "CalendarFile"),
    FileKind.UNITS: ("parcli.model.units", "UnitCatalogue"),
    FileKind.INDEX: ("parcli.model.index_framework", "IndexFramework"),
    FileKind.DIRECTIVE: ("parcli.model.directive", "Directive"),
    FileKind.PROGRESS: ("parcli.model.progress", "Progress"),
}
# Errors after which the rest of a file goes unread, so that nothing is known of it.
UNREAD = frozenset({"PAR101", "PAR103", "PAR106", "PAR109", "PAR110", "PAR111", "PAR112", "PAR115"})
# The organisation of a file that does not say it rightly; the index takes the registry's own.
UNKNOWN_ORG = "khong-ro"
DataPath = tuple[str | int, ...]
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", re.IGNORECASE)  # of periods, too: 2026-Q3
_AGREE = N_("Make the two agree: rename the file, or mend the key.")
_RENAME = N_(
    "Rename the file to {value}.yaml: its name is an id, of letters a–z, figures, “-” and “.”."
)


@dataclass
class ReadFile:
    """What one file gave: its source, its model where one could be made, and what is wrong.

    `kept` tells, for each list that lost items to errors, which of its items are left; `cited` is
    what the words of an inspected directive cite.
    """

    kind: FileKind
    source: YamlSource
    model: BaseModel | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    ignores: list[IgnoreComment] = field(default_factory=list)
    kept: dict[DataPath, list[int]] = field(default_factory=dict)
    cited: list[CitedInWords] = field(default_factory=list)


@cache
def model_of(kind: FileKind) -> type[BaseModel]:
    """The model of a file kind, imported when first asked for."""
    module, name = _MODELS[kind]
    model: type[BaseModel] = getattr(importlib.import_module(module), name)
    return model


def load_reading(kind: FileKind, *, inspected: bool) -> None:
    """Make ready what reading such a file needs, which happens at the first one otherwise."""
    model_of(kind).model_rebuild()
    _inspections(inspected)


def read_file(root: Path, kind: FileKind, path: str) -> ReadFile:
    """The file at `path` below `root`. A file that cannot be opened is a diagnostic (PAR115)."""
    try:
        raw = read_bytes(root, path, MAX_BYTES)
    except Unreadable as error:
        return ReadFile(kind, YamlSource(path), None, [unreadable(error)])
    return read_text(kind, path, raw)


def unreadable(error: Unreadable) -> Diagnostic:
    """A file that could not be opened, as a finding about it."""
    return Diagnostic(
        str(error.facts["path"]),
        1,
        1,
        "PAR115",
        Severity.ERROR,
        N_("The file cannot be read: {reason}"),
        N_("Check that it exists and that you may read it."),
        facts({"reason": error.facts["reason"]}),
    )


def read_text(kind: FileKind, path: str, raw: bytes, *, inspected: bool = True) -> ReadFile:
    """The file whose bytes are `raw`; `path` names it in diagnostics and gives its stem.

    Without `inspected` only the essential inspections are done, in half the time.
    """
    source, found = read_yaml(path, raw)
    read = ReadFile(kind, source, None, found)
    read.ignores = ignore_comments(source.text)
    if source.data is None and not found:
        found.append(empty_file(path))
    elif isinstance(source.data, dict):
        _validate(read)
        if read.model is not None:
            found += _identity(read)
    elif source.data is not None and source.complete:
        found.append(_not_a_mapping(path, source))
    # Words are judged even where nothing could be read: a secret is one in a broken file, too.
    model = read.model if source.complete else None
    found += _inspections(inspected)(kind, Inspected(source, model, read.kept))
    if inspected:
        _look_closer(read, raw)
    found.sort()
    return read


def _look_closer(read: ReadFile, raw: bytes) -> None:
    """What only inspections ask for: stamps in a file that is no text, citations in the words."""
    if raw and not read.source.text:
        from parcli.registry.inspection.rules import inspect_undecoded  # noqa: PLC0415  as below

        read.diagnostics += inspect_undecoded(read.source.file, raw)
    elif read.kind is FileKind.DIRECTIVE:
        from parcli.registry.cited_in_words import cited_in_words  # noqa: PLC0415  not essential

        read.cited = cited_in_words(read.source.text)


def _inspections(every: bool) -> Callable[[FileKind, Inspected], Iterator[Diagnostic]]:
    if not every:
        return inspect_essentials
    from parcli.registry.inspection.rules import inspect  # noqa: PLC0415  thirty modules

    return inspect


def _identity(read: ReadFile) -> list[Diagnostic]:
    """A file is found by its name, so the id inside must be the same."""
    *_folders, folder, name = ("", *read.source.file.split("/"))
    expected = {
        FileKind.UNITS: {"id": name.rpartition(".")[0]},
        FileKind.INDEX: {"id": name.rpartition(".")[0]},
        FileKind.DIRECTIVE: {"id": name.rpartition(".")[0]},
        FileKind.CALENDAR: {"year": name.rpartition(".")[0]},
        FileKind.PROGRESS: {"unit": name.rpartition(".")[0], "period": folder},
    }.get(read.kind, {})
    told = {(found.line, found.column) for found in read.diagnostics}
    return [
        Diagnostic(
            read.source.file,
            *place,
            "PAR208",
            Severity.ERROR,
            N_("“{key}” is “{value}”, but the file's place says “{expected}”."),
            _AGREE if _ID.fullmatch(wanted) else _RENAME,
            facts({"key": key, "value": value, "expected": wanted}),
        )
        for key, wanted in expected.items()
        if (value := read.source.data.get(key)) and folder and value != wanted
        # What is no id at all is told as that, not as another one.
        if (place := read.source.position((key,))) not in told
    ]


def _validate(read: ReadFile) -> None:
    model = model_of(read.kind)
    try:
        read.model = model.model_validate(read.source.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        told = [e for e in errors if not _is_empty_container(e)]
        if read.source.complete:  # what a cut-off file lacks would only hide the cut
            from parcli.registry.schema_errors import schema_diagnostics  # noqa: PLC0415  as below

            read.diagnostics += schema_diagnostics(read.source, told, model)
        from parcli.registry.salvaging import salvaged  # noqa: PLC0415  only for a wrong file

        read.model = salvaged(model, read, errors)


def _is_empty_container(error: ErrorDetails) -> bool:
    """A key with nothing after it where a list or mapping may stand: the same as no key."""
    return error["input"] is None and error["type"] in ("list_type", "dict_type")


def _not_a_mapping(path: str, source: YamlSource) -> Diagnostic:
    return Diagnostic(
        path,
        *source.start,
        "PAR203",
        Severity.ERROR,
        N_("The file must hold “key: value” lines."),
        N_("Begin it with “schema: …”; parcli init writes examples."),
    )
