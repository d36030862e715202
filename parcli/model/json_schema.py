"""JSON Schema 2020-12 of the file kinds, for editors and other validators.

It describes the files as an ordinary YAML reader sees them, which takes `number: 1290` for a number
and an empty value for null; so text may be a number there. What it cannot say (a day that exists, a
name in the catalogue) stays with `parcli validate`.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.model.base import DAY_PATTERN
from parcli.model.schema_words import CHOICES, MEANING_KINDS, RECORDS, VALUES
from parcli.schedule.deadline import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


class KnownNames(NamedTuple):
    """What an editor may offer, each name with what it stands for; unknown names stay legal."""

    units: Mapping[str, str] = {}
    organisations: Mapping[str, str] = {}
    indices: Mapping[str, str] = {}
    criteria: Mapping[str, str] = {}


NO_NAMES = KnownNames()

# What an editor explains of a `meaning:`; parcli deadline --format json prints its other keys.
_MEANING = {
    "kind": {
        "description": "Loại thời hạn",
        "enum": list(MEMBERS),
        "enumDescriptions": [MEANING_KINDS[kind] for kind in MEMBERS],
    },
    "date": {
        "description": "Ngày, dạng 2026-03-15 (loại fixed)",
        "type": "string",
        "pattern": f"^[0-9]{{4}}-{DAY_PATTERN}$",
    },
}
# Record and key → the names to offer there.
_OFFERED = {
    ("Task", "lead"): "units",
    ("Task", "support"): "units",
    ("Group", "lead"): "units",
    ("Group", "support"): "units",
    ("ReportingDuty", "from"): "units",
    ("ReportingDuty", "to"): "units",
    ("ReportingDuty", "via"): "units",
    ("ScopedUnit", "unit"): "units",
    ("Directive", "org"): "organisations",
    ("Progress", "org"): "organisations",
    ("Progress", "unit"): "units",
    ("RegistryConfig", "org"): "organisations",
    ("Appendix", "index"): "indices",
    ("Task", "criteria"): "criteria",
    ("Group", "criteria"): "criteria",
}
_FIGURE = r"^[-+]?[0-9]+([.][0-9]+)?$"


def json_schema(model: type[BaseModel], names: KnownNames = NO_NAMES) -> Schema:
    """The JSON Schema of a file kind; it offers `names` where a file names units and indices."""
    schema = model.model_json_schema()
    records = {model.__name__: schema, **schema.get("$defs", {})}
    for name, record in records.items():
        _describe(name, record)
        for key, value in record.get("properties", {}).items():
            _explain(value, key)
            offered = _OFFERED.get((name, key), "")
            if getattr(names, offered, None):
                _offer(value, offered)
    for part in _parts(schema):
        _as_yaml_reads(part)
    for part in _parts(schema):
        _offer_no_truth_values(part)
    schema.setdefault("$defs", {}).update(_lists(names, schema))
    const = schema["properties"]["schema"]["const"]
    head = {"$schema": DIALECT, "$id": f"urn:{const.replace('.', ':').replace('/', ':')}"}
    return {**head, **schema}


def _describe(name: str, record: Schema) -> None:
    """A record or a choice in Vietnamese; what only pydantic wants to say goes."""
    record.pop("title", None)
    record.pop("description", None)
    if name in RECORDS:
        record["title"] = RECORDS[name]
    if name in CHOICES:
        record["enumDescriptions"] = [CHOICES[name].get(v, "") for v in record["enum"]]


def _explain(value: Schema, key: str) -> None:
    value.pop("title", None)
    if value.get("default", ...) in (None, []) or isinstance(value.get("default"), dict):
        del value["default"]
    for part in _parts(value):
        if "enum" in part and key in VALUES:
            part["enumDescriptions"] = [VALUES[key].get(v, "") for v in part["enum"]]
    if key == "meaning":
        for part in _parts(value):
            if part.get("type") == "object":
                part |= {"properties": deepcopy(_MEANING), "required": ["kind"]}


def _offer(value: Schema, names: str) -> None:
    """Let the first text in `value`, alone or as an item, be one of these names or any other."""
    text = next(part for part in _parts(value) if part.get("type") == "string")
    free = {key: text.pop(key) for key in tuple(text) if key != "description"}
    text["anyOf"] = [{"$ref": f"#/$defs/{names}"}, free]


def _lists(names: KnownNames, schema: Schema) -> Schema:
    """The lists of names that the schema refers to, each name with what it stands for."""
    wanted = {part.get("$ref", "").removeprefix("#/$defs/") for part in _parts(schema)}
    return {
        name: {"enum": list(known), "enumDescriptions": list(known.values())}
        for name, known in names._asdict().items()
        if name in wanted
    }


def _parts(schema: Any) -> Iterator[Schema]:
    """Every subschema and the schema itself, outermost first; each may be changed."""
    if isinstance(schema, dict):
        yield schema
        for key, value in list(schema.items()):
            # Below "properties" and "$defs" stand names, which are no keywords.
            if key in ("properties", "patternProperties", "$defs"):
                for named in value.values():
                    yield from _parts(named)
            elif key not in ("enum", "default", "required", "enumDescriptions"):
                yield from _parts(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _parts(item)


def _as_yaml_reads(part: Schema) -> None:
    """The types that a value may have for a reader that guesses them."""
    kind = part.get("type")
    if kind == "string" and not {"enum", "const", "format"} & set(part):
        part["type"] = ["string", "number", "boolean"]
    elif kind in ("number", "integer"):
        part["type"] = [kind, "string"]
        part["pattern"] = _FIGURE
    elif kind == "array" or (kind == "object" and "properties" not in part):
        part["type"] = [kind, "null"]
    elif [one.get("type") for one in part.get("anyOf", ())][1:] == ["null"]:
        _merge_null(part)


def _offer_no_truth_values(part: Schema) -> None:
    """Text may read as a truth value, but “true” is no proposal: editors offer what `type` has."""
    kinds = part.get("type")
    if isinstance(kinds, list) and "boolean" in kinds:
        del part["type"]
        others = [kind for kind in kinds if kind != "boolean"]
        part |= {"if": {"type": "boolean"}, "else": {"type": others}}


def _merge_null(part: Schema) -> None:
    """“A text or nothing” as one type, which editors show better than two alternatives."""
    first = part["anyOf"][0]
    _as_yaml_reads(first)
    if "type" in first and not {"enum", "const"} & set(first):
        del part["anyOf"]
        kinds = first["type"] if isinstance(first["type"], list) else [first["type"]]
        part |= {**first, "type": [*dict.fromkeys([*kinds, "null"])]}
