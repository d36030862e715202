"""What pydantic finds wrong with a file, as diagnostics at the exact key or value."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

    from parcli.registry.yaml_source import YamlSource

Path = tuple[str | int, ...]


class _Wording(NamedTuple):
    code: str
    message: str
    hint: str = ""


_MISSING = _Wording("PAR201", N_("The key “{key}” is missing."), N_("Add “{key}:” here."))
_NO_VALUE = _Wording("PAR201", N_("“{key}” has no value."), N_("Write a value after “{key}:”."))
_EXTRA = _Wording("PAR202", N_("The key “{key}” is not known here."), N_("Known keys: {known}."))
_EXTRA_NEAR = _Wording(
    "PAR202", N_("The key “{key}” is not known here."), N_("Did you mean “{near}”?")
)
_NOT_LIST = _Wording(
    "PAR203",
    N_("“{key}” must be a list."),
    N_("Put each item on a line of its own, after “- ”, or write [a, b]."),
)
_NOT_MAPPING = _Wording(
    "PAR203", N_("“{key}” must hold keys of its own."), N_("Write “key: value” lines under it.")
)
_NOT_TEXT = _Wording("PAR203", N_("“{key}” must be a text."), N_("Write one value after “{key}:”."))
_EMPTY = _Wording(
    "PAR203", N_("“{key}” is empty text."), N_("Write something, or remove the quotes.")
)
_CHOICE = _Wording("PAR204", N_("“{value}” is not a value of “{key}”."), N_("Choose: {allowed}."))
_CHOICE_NEAR = _Wording(
    "PAR204",
    N_("“{value}” is not a value of “{key}”."),
    N_("Did you mean “{near}”? Choices: {allowed}."),
)
_FORM = _Wording(
    "PAR205", N_("“{value}” is not in the form that “{key}” has."), N_("Form: {pattern}")
)
_TOO_LONG = _Wording(
    "PAR209", N_("“{value}” is too long for “{key}”."), N_("At most {max_length} characters.")
)
# Forms in words, by the pattern of the model.
_FORMS = {
    r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$": N_(
        "Write small letters without accents and digits, joined by “-” or “.”: phong-noi-vu."
    ),
    r"^\d{2,5}$": N_("Write 2 to 5 digits, in quotes where they begin with 0."),
    r"^\d{4}$": N_("Write a year: 2026."),
    r"^PAR\d{3}$": N_("Write a code such as PAR401."),
    r"^[0-9a-f]{64}$": N_("Write the 64 digits that sha256sum prints."),
}
_DATE = _Wording(
    "PAR206",
    N_("“{value}” is not a date."),
    N_("Write 2024, 2024-07 or 2024-07-21, a day that exists."),
)
_PERIOD = _Wording(
    "PAR206", N_("“{value}” is not a period."), N_("Write 2024, 2024-H1, 2024-Q3 or 2024-07.")
)
_NUMBER = _Wording(
    "PAR207",
    N_("“{value}” is not a number that fits here."),
    N_("Write digits, such as 80 or 7.5."),
)
_BOOLEAN = _Wording(
    "PAR207", N_("“{value}” is neither true nor false."), N_("Write true or false.")
)
_NOT_WEEKEND = _Wording("PAR206", N_("{day} is no Saturday or Sunday, so it makes up for nothing."))
_OTHER_YEAR = _Wording("PAR206", N_("{day} is not in {year}, the year of this file."))
_DAY_TWICE = _Wording("PAR206", N_("{day} stands more than once in this file."))
_OTHER = _Wording("PAR209", N_("“{key}” cannot be read: {reason}"))

_BY_TYPE = {
    "missing": _MISSING,
    "list_type": _NOT_LIST,
    "dict_type": _NOT_MAPPING,
    "model_type": _NOT_MAPPING,
    "model_attributes_type": _NOT_MAPPING,
    "string_type": _NOT_TEXT,
    "string_too_short": _EMPTY,
    "literal_error": _CHOICE,
    "enum": _CHOICE,
    "string_pattern_mismatch": _FORM,
    "string_too_long": _TOO_LONG,
    "date": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "calendar_day": _DATE,
    "calendar_not_weekend": _NOT_WEEKEND,
    "calendar_other_year": _OTHER_YEAR,
    "calendar_day_twice": _DAY_TWICE,
    "period": _PERIOD,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "greater_than_equal": _NUMBER,
    "less_than_equal": _NUMBER,
    "bool_parsing": _BOOLEAN,
    "bool_type": _BOOLEAN,
}
_SHOWN = 80


def schema_diagnostics(
    source: YamlSource, errors: Sequence[ErrorDetails], model: type[BaseModel]
) -> list[Diagnostic]:
    """One diagnostic for each of pydantic's errors, where the key or value stands."""
    return [_diagnostic(source, error, model) for error in errors if not _beside_the_point(error)]


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


def _diagnostic(source: YamlSource, error: ErrorDetails, model: type[BaseModel]) -> Diagnostic:
    path = data_path(source.data, error["loc"])
    wording, values, at_key = _worded(error, path, model)
    place = source.position(path, key=at_key)
    return Diagnostic(
        source.file,
        *place,
        wording.code,
        Severity.ERROR,
        wording.message,
        wording.hint,
        facts(values),
    )


def _worded(
    error: ErrorDetails, path: Path, model: type[BaseModel]
) -> tuple[_Wording, Mapping[str, object], bool]:
    kind, given = error["type"], error["input"]
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    value = str(given)[:_SHOWN]
    if kind == "extra_forbidden":
        return *_unknown_key(key, path, model), True
    if kind == "missing":
        return _MISSING, {"key": error["loc"][-1]}, False
    if given is None:
        return _NO_VALUE, {"key": key}, True
    wording = _BY_TYPE.get(kind, _OTHER)
    if wording is _CHOICE:
        return *_bad_choice(key, value, str(error.get("ctx", {}).get("expected", ""))), False
    if wording is _FORM:
        pattern = str(error.get("ctx", {}).get("pattern", ""))
        wording = wording._replace(hint=_FORMS.get(pattern, wording.hint))
    values = {"key": key, "value": value, "reason": error["msg"], **error.get("ctx", {})}
    return wording, values, False


def _unknown_key(
    key: str, path: Path, model: type[BaseModel]
) -> tuple[_Wording, Mapping[str, object]]:
    known = _known_keys(model, path[:-1])
    near = nearest(key, known, limit=1, cutoff=70)
    if near:
        return _EXTRA_NEAR, {"key": key, "near": near[0]}
    return _EXTRA, {"key": key, "known": ", ".join(known)}


def _bad_choice(key: str, value: str, expected: str) -> tuple[_Wording, Mapping[str, object]]:
    allowed = [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
    values = {"key": key, "value": value, "allowed": ", ".join(allowed)}
    near = nearest(value, allowed, limit=1)
    if near:
        return _CHOICE_NEAR, {**values, "near": near[0]}
    return _CHOICE, values


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
