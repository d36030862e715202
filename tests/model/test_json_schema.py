"""The JSON Schemas: shipped files pass, plausible mistakes do not, all is told in Vietnamese."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from parcli.model.json_schema import KnownNames, json_schema
from parcli.queries.known_names import known_names
from parcli.registry.files import FileKind, list_files
from parcli.registry.reading import model_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
NAMES = known_names(ROOT)
SCHEMAS = {kind: json_schema(model_of(kind), NAMES) for kind in FileKind}
SHIPPED = [(file.kind, file.path) for file in list_files(ROOT)]


class Guessing(yaml.SafeLoader):
    """Reads numbers, truth values and nothing as editors do; dates stay text."""


Guessing.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(kind: FileKind, text: str) -> list[str]:
    data = yaml.load(text, Guessing)  # noqa: S506  a safe loader with fewer types
    found = Draft202012Validator(SCHEMAS[kind]).iter_errors(data)
    return sorted("/".join(map(str, error.absolute_path)) or "." for error in found)


@pytest.mark.parametrize("kind", FileKind)
def test_each_is_a_schema_of_2020_12(kind: FileKind) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(("kind", "path"), SHIPPED)
def test_shipped_files_pass(kind: FileKind, path: str) -> None:
    assert errors(kind, (ROOT / path).read_text(encoding="utf-8")) == []


def test_the_registry_ships_files_of_these_kinds() -> None:
    assert {kind for kind, _path in SHIPPED} >= set(FileKind) - {FileKind.PROGRESS}


DIRECTIVE = """\
schema: parcli.directive/1
id: a
org: x
type: cong-van
issuer: UBND
subject: no
"""
RIGHT = [
    "number: 1290",
    "number: 012",
    "number:",
    "issued: 2024",
    "issued: 2024-07-21",
    "issued: 2024-02-29",
    "issued: 2024-10-31",
    "in_force: {from: 2024-07, until:}",
    "tasks:",
    "tasks: [{number: 1, text: yes, lead: [Phòng lạ]}]",
    "tasks: [{targets: [{text: x, value: '7.5', by: 2024-Q4}]}]",
    "groups: [{groups: [{tasks: [{lead: [{unit: A, scope: phần 1}]}]}]}]",
    "appendices: [{number: 1, index: sipas, rows: [[a, 1, null]]}]",
    "tasks: [{deadline: x, meaning: {kind: fixed, date: 2024-09-20}}]",
    "tasks: [{criteria: [par-index/1.1, lạ/9]}]",
]
WRONG = [
    ("issued: 21/7/2024", "issued"),
    ("issued: 2026-02-33", "issued"),
    ("issued: 2026-02-30", "issued"),
    ("issued: 2026-04-31", "issued"),
    ("issued: 2026-13", "issued"),
    ("tasks: [{targets: [{text: x, by: 2026-13}]}]", "tasks/0/targets/0/by"),
    ("tasks: [{meaning: {kind: fixed, date: 2026-13-01}}]", "tasks/0/meaning/date"),
    ("issuer:", "issuer"),
    ("type: cong-vann", "type"),
    ("lạ: 1", "."),
    ("tasks: [{targets: [{text: x, value: nhiều}]}]", "tasks/0/targets/0/value"),
    ("tasks: [{targets: [{text: x, by: quý IV}]}]", "tasks/0/targets/0/by"),
    ("tasks: {number: 1}", "tasks"),
    ("tasks: [{meaning: {kind: lạ}}]", "tasks/0/meaning/kind"),
    ("reports: [{id: Quý, from: [a]}]", "reports/0/id"),
    ("reports: [{id: quy}]", "reports/0"),
]


@pytest.mark.parametrize("line", RIGHT)
def test_what_parcli_takes_passes(line: str) -> None:
    assert errors(FileKind.DIRECTIVE, DIRECTIVE + line) == []


@pytest.mark.parametrize(("line", "place"), WRONG)
def test_what_parcli_refuses_fails(line: str, place: str) -> None:
    kept = [old for old in DIRECTIVE.splitlines() if old.split(":")[0] != line.partition(":")[0]]
    assert errors(FileKind.DIRECTIVE, "\n".join([*kept, line])) == [place]


def records(kind: FileKind) -> Iterator[tuple[str, dict[str, Any]]]:
    schema = SCHEMAS[kind]
    yield kind.value, schema
    yield from schema["$defs"].items()


@pytest.mark.parametrize("kind", FileKind)
def test_every_record_key_and_choice_is_explained(kind: FileKind) -> None:
    for name, record in records(kind):
        if "enum" in record:
            assert all(record["enumDescriptions"]), name
            assert len(record["enumDescriptions"]) == len(record["enum"]), name
            continue
        assert record["title"], name
        assert "description" not in record, name
        for key, value in record["properties"].items():
            assert value["description"], (name, key)
            assert "title" not in value, (name, key)


def parts(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    if isinstance(schema, dict | list):
        for inner in schema.values() if isinstance(schema, dict) else schema:
            yield from parts(inner)


@pytest.mark.parametrize("kind", FileKind)
def test_every_value_that_is_offered_is_explained(kind: FileKind) -> None:
    for part in parts(SCHEMAS[kind]):
        if isinstance(part.get("enum"), list):
            assert len(part.get("enumDescriptions", [])) == len(part["enum"]), part
            assert all(part["enumDescriptions"]), part


@pytest.mark.parametrize("record", ["Group", "Task", "ReportingDuty"])
def test_the_kinds_of_a_meaning_are_explained(record: str) -> None:
    meaning = SCHEMAS[FileKind.DIRECTIVE]["$defs"][record]["properties"]["meaning"]
    kind = meaning["properties"]["kind"]
    assert kind["description"] == "Loại thời hạn"
    assert len(kind["enumDescriptions"]) == len(kind["enum"]) == 10
    assert all(kind["enumDescriptions"])


def test_units_are_offered_by_id_and_name_and_others_stay_legal() -> None:
    item = SCHEMAS[FileKind.DIRECTIVE]["$defs"]["Task"]["properties"]["lead"]["items"]
    listed, free = item["anyOf"][0]["anyOf"]
    assert listed == {"$ref": "#/$defs/units"}
    assert "string" in free["else"]["type"]
    units = SCHEMAS[FileKind.DIRECTIVE]["$defs"]["units"]
    meanings = dict(zip(units["enum"], units["enumDescriptions"], strict=True))
    assert meanings["phong-noi-vu"] == "Phòng Nội vụ (ba-don)"
    assert meanings["Phòng Nội vụ"] == "phong-noi-vu (ba-don)"


def test_organisations_indices_and_criteria_are_offered() -> None:
    offered = {
        name: SCHEMAS[FileKind.DIRECTIVE]["$defs"][name]["enum"]
        for name in ("organisations", "indices", "criteria")
    }
    assert offered["organisations"] == ["ba-don", "bac-binh"]
    assert sorted(offered["indices"]) == ["papi", "par-index", "sipas"]
    assert {"par-index/1", "par-index/1.1"} <= set(offered["criteria"])


def test_without_names_nothing_is_offered() -> None:
    plain = json_schema(model_of(FileKind.DIRECTIVE))
    assert plain["$defs"].keys().isdisjoint(KnownNames._fields)
    assert "anyOf" not in plain["properties"]["org"]


@pytest.mark.parametrize("kind", FileKind)
def test_editors_propose_no_truth_value_for_text(kind: FileKind) -> None:
    """They propose `true` and `false` wherever a list of types has "boolean"."""
    described = json.dumps(SCHEMAS[kind])

    assert '"string", "number"' in described
    assert ', "boolean"' not in described
