"""One thing of the registry, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.queries.cards import CriterionCard, DirectiveCard, NothingCalled, TaskCard, card
from parcli.registry.compiled.store import Index, open_index

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index(ROOT)


def test_a_task_knows_the_line_it_was_read_from(index: Index) -> None:
    found = card(index, "ba-don-2024/pl3.22", [])
    assert isinstance(found, TaskCard)
    lines = (ROOT / found.origin.file).read_text(encoding="utf-8").splitlines()
    assert (
        'number: "22"' in lines[found.origin.line - 1]
        or "number: 22" in lines[found.origin.line - 1]
    )
    plain = found.json()
    assert (plain["kind"], plain["history"], plain["appendix"]) == ("task", [], 3)


def test_a_directive_tells_its_parts_and_reports(index: Index) -> None:
    found = card(index, "ba-don-2024", [])
    assert isinstance(found, DirectiveCard)
    assert [(p["appendix"], p["tasks"]) for p in found.parts] == [
        (None, 23),
        ("1", 34),
        ("2", 39),
        ("3", 28),
    ]
    assert [(r["id"], r["after"]) for r in found.reports] == [
        ("bao-cao-quy", None),
        ("tong-hop-quy", "bao-cao-quy"),
    ]
    assert found.json()["number"] is None


@pytest.mark.parametrize(
    ("ident", "kind", "below", "tasks"),
    [
        ("papi", "framework", 8, 0),
        ("papi/4", "dimension", 4, 4),
        ("papi/4.1", "criterion", 0, 1),
    ],
)
def test_an_index_its_dimensions_and_its_criteria(
    index: Index, ident: str, kind: str, below: int, tasks: int
) -> None:
    found = card(index, ident, [])
    assert isinstance(found, CriterionCard)
    assert (found.kind, len(found.criteria), len(found.tasks)) == (kind, below, tasks)
    assert found.json()["origin"]["file"] == "data/indices/papi.yaml"


def test_a_unit_is_found_by_name(index: Index) -> None:
    plain = card(index, "noi vu", []).json()
    assert plain["kind"] == "unit"
    assert [u["id"] for u in plain["units"]] == ["phong-noi-vu"]


def test_what_does_not_exist_suggests_what_does(index: Index) -> None:
    with pytest.raises(NothingCalled) as raised:
        card(index, "ba-don-2025", [])
    assert "ba-don-2024" in raised.value.advice()
