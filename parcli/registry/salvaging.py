"""What is right in a file that has errors: wrong values left out, or stood in for at its head."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from parcli.registry.files import FileKind
from parcli.registry.reading import UNKNOWN_ORG
from parcli.registry.schema_errors import data_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from parcli.registry.reading import DataPath, ReadFile

_ROUNDS = 12
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


def salvaged(
    model: type[BaseModel], read: ReadFile, errors: Sequence[ErrorDetails]
) -> BaseModel | None:
    """The model of what is right in a file with errors; None where nothing of its head is.

    Lists that lose items are noted in `read.kept`.
    """
    data = copy.deepcopy(read.source.data)
    stood_in = set()
    for _round in range(_ROUNDS):
        for path in sorted({_culprit(data, error) for error in errors}, key=_order, reverse=True):
            if len(path) > 1:
                _remove(data, path, read.kept)
            elif _stood_in(model, read, data, str(path[0])):
                stood_in.add(path[0])
            else:
                return None
        required = {f.alias or name for name, f in model.model_fields.items() if f.is_required()}
        if required <= stood_in:
            return None
        try:
            return model.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None


def _stood_in(model: type[BaseModel], read: ReadFile, data: dict[str, Any], key: str) -> bool:
    """A value of the file itself replaced by one that says little, or left out; False if none can.

    One wrong word at the top must not hide a hundred tasks below it.
    """
    was = data.pop(key, None)
    field = _field(model, key)
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


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    """The model's field for a key of the file."""
    fields = model.model_fields.items()
    return next((field for name, field in fields if key == (field.alias or name)), None)


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
    return data_path(data, error["loc"]) or tuple(error["loc"][:1])


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
