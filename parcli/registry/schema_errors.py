"""What pydantic finds wrong with a file, as diagnostics at the exact key or value."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.registry.first_of_many import first_of_many
from parcli.registry.meant_keys import key_meant
from parcli.registry.meant_values import (
    choice_meant,
    date_meant,
    id_meant,
    number_meant,
    period_meant,
)
from parcli.registry.schema_slips import follows_from_another, text_with_colon, unknown_key_slip
from parcli.registry.schema_wordings import (
    BY_TYPE,
    CHOICE,
    DATE,
    EXTRA,
    EXTRA_NEAR,
    FORM,
    FORMS,
    MERGE_KEY,
    MISSING,
    NO_VALUE,
    NOT_DASHED,
    NOT_LIST,
    NOT_TEXT,
    NUMBER,
    OTHER,
    PERIOD,
    WHOLE_NUMBER,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from parcli.registry.schema_wordings import Wording
    from parcli.registry.yaml_source import YamlSource

Path = tuple[str | int, ...]


_SHOWN = 80
_MERGE = "<<"
_OF_TEXT = {
    DATE: date_meant,
    PERIOD: period_meant,
    NUMBER: number_meant,
    WHOLE_NUMBER: number_meant,
}
_DASHES = ("-", "–", "—", "•", "+")
_ID_PATTERN = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"


def schema_diagnostics(
    source: YamlSource, errors: Sequence[ErrorDetails], model: type[BaseModel]
) -> list[Diagnostic]:
    """One diagnostic for each slip behind pydantic's errors, where the key or value stands.

    Of one type of error only the first of very many are told, and that there are more.
    """
    alike: dict[str, list[ErrorDetails]] = {}
    for error in errors:
        if not _beside_the_point(error):
            alike.setdefault(error["type"], []).append(error)
    return [
        diagnostic
        for kind in alike.values()
        for diagnostic in first_of_many(_diagnostics(source, kind, model))
    ]


def _diagnostics(
    source: YamlSource, errors: Sequence[ErrorDetails], model: type[BaseModel]
) -> Iterator[Diagnostic]:
    for error in errors:
        path = data_path(source.data, error["loc"])
        if not follows_from_another(source, error, path):
            yield _diagnostic(source, error, path, model)


def _beside_the_point(error: ErrorDetails) -> bool:
    """An error of the member of "text or mapping" that the value is plainly not meant as."""
    is_mapping = isinstance(error["input"], dict)
    if error["loc"][-1:] in (("str",), ("constrained-str",)):
        return is_mapping
    return error["loc"][-1:] == ("ScopedUnit",) and not is_mapping


def data_path(data: Any, location: Sequence[str | int]) -> Path:
    """The part of pydantic's location that is in the data: union tags are left out."""
    path: list[str | int] = []
    for step in location:
        in_mapping = isinstance(data, dict) and step in data
        in_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if in_mapping or in_list:
            data = data[step]
            path.append(step)
    return tuple(path)


def _diagnostic(
    source: YamlSource, error: ErrorDetails, path: Path, model: type[BaseModel]
) -> Diagnostic:
    wording, values, at_key = _worded(source, error, path, model)
    return Diagnostic(
        source.file,
        *source.position(path, key=at_key),
        wording.code,
        Severity.ERROR,
        wording.message,
        wording.hint,
        facts(values),
    )


def _worded(
    source: YamlSource, error: ErrorDetails, path: Path, model: type[BaseModel]
) -> tuple[Wording, Mapping[str, object], bool]:
    """How an error is told, the fields of that, and whether it is the key that is wrong."""
    kind, given = error["type"], error["input"]
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        known = _known_keys(model, path[:-1])
        told = unknown_key_slip(source, error, path, known) or _unknown_key(key, known)
        return *told, True
    if kind == "missing":
        return MISSING, {"key": error["loc"][-1]}, False
    if given is None:
        return NO_VALUE, {"key": key}, True
    value, context = str(given)[:_SHOWN], error.get("ctx", {})
    wording = BY_TYPE.get(kind, OTHER)
    if meant := _meant(wording, key, given, context, source.data):
        return *meant, False
    if wording is FORM:
        wording = wording._replace(hint=FORMS.get(str(context.get("pattern")), wording.hint))
    return wording, {"key": key, "value": value, "reason": error["msg"], **context}, False


def _meant(
    wording: Wording, key: str, given: Any, context: Mapping[str, Any], data: Any
) -> tuple[Wording, Mapping[str, object]] | None:
    """What the value was meant to be, where that can be told."""
    value = str(given)[:_SHOWN]
    if wording is CHOICE:
        expected = str(context.get("expected", "")).replace(" or ", ", ")
        return choice_meant(key, value, [part.strip(" '") for part in expected.split(",")])
    if wording is FORM and context.get("pattern") == _ID_PATTERN:
        return id_meant(key, value, data)
    if wording in _OF_TEXT:
        return _OF_TEXT[wording](value)
    if wording is NOT_TEXT:
        return text_with_colon(given)
    if wording is NOT_LIST and isinstance(given, str) and given.startswith(_DASHES):
        return NOT_DASHED, {"key": key}
    return None


def _unknown_key(key: str, known: Sequence[str]) -> tuple[Wording, Mapping[str, object]]:
    if key == _MERGE:
        return MERGE_KEY, {}
    near = key_meant(key, known)
    if near:
        return EXTRA_NEAR, {"key": key, "near": near}
    return EXTRA, {"key": key, "known": ", ".join(known)}


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the mapping at `path` may have; none where no model describes it."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        named = {field.alias or name: field for name, field in current.model_fields.items()}
        current = _model_in(named[step].annotation) if step in named else None
    if current is None:
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside list[…], … | None, dict[…] or Annotated[…]."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (list, dict, Union, UnionType, Annotated):
        found = (_model_in(part) for part in get_args(annotation))
        return next((model for model in found if model is not None), None)
    return None
