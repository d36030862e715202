"""One file of a registry: bytes → data → model, everything wrong with it as diagnostics.

What is right in a file that has errors is still read: the wrong values are left out, and the
smallest record around a missing one.
"""

from __future__ import annotations

import copy
import importlib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_
from parcli.registry.files import FileKind, Unreadable, read_bytes
from parcli.registry.ignore_comments import IgnoreComment, ignore_comments
from parcli.registry.inspection.essential import inspect_essentials
from parcli.registry.inspection.inspected import Inspected
from parcli.registry.schema_errors import data_path, schema_diagnostics
from parcli.registry.yaml_source import YamlSource, read_yaml
from parcli.registry.yaml_text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

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
_ROUNDS = 12
# The organisation of a file that does not say it rightly; the index takes the registry's own.
UNKNOWN_ORG = "khong-ro"
# What a file is read with where its own words cannot be; "" is its name, "/" its folder's.
_STAND_INS: dict[FileKind, dict[str, Any]] = {
    FileKind.CONFIG: {"schema": "parcli.registry/1", "title": "…"},
    FileKind.CALENDAR: {"schema": "parcli.calendar/1"},
    FileKind.UNITS: {
        "schema": "parcli.units/1", "id": "", "organisation": {"name": "…", "level": "commune"},
    },
    FileKind.INDEX: {"schema": "parcli.index/1", "id": "", "name": "…"},
    FileKind.DIRECTIVE: {
        "schema": "parcli.directive/1", "id": "", "org": UNKNOWN_ORG, "type": "khac",
        "issuer": "…", "subject": "…",
    },
    FileKind.PROGRESS: {"schema": "parcli.progress/1", "unit": "", "period": "/"},
}  # fmt: skip
DataPath = tuple[str | int, ...]


@dataclass
class ReadFile:
    """What one file gave: its source, its model where one could be made, and what is wrong.

    `kept` tells, for each list that lost items to errors, which of its items are left.
    """

    kind: FileKind
    source: YamlSource
    model: BaseModel | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    ignores: list[IgnoreComment] = field(default_factory=list)
    kept: dict[DataPath, list[int]] = field(default_factory=dict)


@cache
def model_of(kind: FileKind) -> type[BaseModel]:
    """The model of a file kind, imported when first asked for."""
    module, name = _MODELS[kind]
    model: type[BaseModel] = getattr(importlib.import_module(module), name)
    return model


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
    if source.data is None:
        return read
    if isinstance(source.data, dict):
        _validate(read)
        if read.model is not None:
            found += _identity(read)
    else:
        found.append(_not_a_mapping(path, source))
    # Words are judged even where reading stopped early: a secret is one in a broken file, too.
    model = read.model if source.complete else None
    found += _inspections(inspected)(kind, Inspected(source, model, read.kept))
    found.sort()
    return read


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
    return [
        Diagnostic(
            read.source.file,
            *read.source.position((key,)),
            "PAR208",
            Severity.ERROR,
            N_("“{key}” is “{value}”, but the file's place says “{expected}”."),
            N_("Make the two agree: rename the file, or mend the key."),
            facts({"key": key, "value": value, "expected": wanted}),
        )
        for key, wanted in expected.items()
        if (value := read.source.data.get(key)) and folder and value != wanted
    ]


def _validate(read: ReadFile) -> None:
    model = model_of(read.kind)
    try:
        read.model = model.model_validate(read.source.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        told = [e for e in errors if not _is_empty_container(e)]
        if read.source.complete:  # what a cut-off file lacks would only hide the cut
            read.diagnostics += schema_diagnostics(read.source, told, model)
        read.model = _salvaged(model, read, errors)


def _is_empty_container(error: ErrorDetails) -> bool:
    """A key with nothing after it where a list or mapping may stand: the same as no key."""
    return error["input"] is None and error["type"] in ("list_type", "dict_type")


def _salvaged(
    model: type[BaseModel], read: ReadFile, errors: Sequence[ErrorDetails]
) -> BaseModel | None:
    data = copy.deepcopy(read.source.data)
    for _round in range(_ROUNDS):
        at_top = [_stood_in(read, data, error) for error in errors if len(error["loc"]) == 1]
        if not all(at_top):
            return None
        inside = {_culprit(data, error) for error in errors if len(error["loc"]) > 1}
        for path in sorted(inside, key=_order, reverse=True):
            _remove(data, path, read.kept)
        try:
            return model.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None


def _stood_in(read: ReadFile, data: dict[str, Any], error: ErrorDetails) -> bool:
    """A value of the file itself replaced by one that says little, or left out; False if none can.

    One wrong word at the top must not hide a hundred tasks below it.
    """
    key = str(error["loc"][0])
    was = data.pop(key, None)
    field = model_of(read.kind).model_fields.get(_field_of(read.kind, key))
    if field is None or not field.is_required():
        return True
    stand_in = _STAND_INS[read.kind].get(key)
    if stand_in is None or (key == "schema" and _is_of_another_kind(was, read.kind)):
        return False
    *_folders, folder, name = ("", *read.source.file.split("/"))
    if isinstance(stand_in, dict):
        data[key] = stand_in | was if isinstance(was, dict) else stand_in
    else:
        data[key] = {"": name.rpartition(".")[0], "/": folder}.get(stand_in, stand_in)
    return True


def _is_of_another_kind(schema: object, kind: FileKind) -> bool:
    """Whether a file says that it is what belongs in another folder."""
    named = str(schema).partition("/")[0]
    own = _STAND_INS[kind]["schema"].partition("/")[0]
    return named != own and any(
        each["schema"].startswith(f"{named}/") for each in _STAND_INS.values()
    )


def _field_of(kind: FileKind, key: str) -> str:
    """The model's own name for a key of the file."""
    fields = model_of(kind).model_fields
    return next((name for name, field in fields.items() if field.alias == key), key)


def _order(path: DataPath) -> tuple[tuple[bool, str, int], ...]:
    return tuple(
        (
            isinstance(step, str),
            step if isinstance(step, str) else "",
            step if isinstance(step, int) else 0,
        )
        for step in path
    )


def _culprit(data: Any, error: ErrorDetails) -> DataPath:
    """The smallest part whose removal mends the error: the record itself where it lacks a key."""
    return data_path(data, error["loc"])


def _remove(data: Any, path: DataPath, kept: dict[DataPath, list[int]]) -> None:
    *above, last = path
    node = data
    for step in above:
        try:
            node = node[step]
        except (KeyError, IndexError):
            return
    if isinstance(node, dict):
        node.pop(last, None)
    elif isinstance(last, int) and last < len(node):
        left = kept.setdefault(tuple(above), list(range(len(node))))
        del left[last], node[last]


def _not_a_mapping(path: str, source: YamlSource) -> Diagnostic:
    return Diagnostic(
        path,
        *source.start,
        "PAR203",
        Severity.ERROR,
        N_("The file must hold “key: value” lines."),
        N_("Begin it with “schema: …”; parcli init writes examples."),
    )
