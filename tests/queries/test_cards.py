"""One thing of the registry, whatever it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_office import directive

from parcli.queries.cards import NothingCalled, card
from parcli.queries.criterion_cards import CriterionCard
from parcli.queries.directive_cards import DirectiveCard
from parcli.queries.dues import DueFilter
from parcli.queries.task_cards import TaskCard
from parcli.registry.compiled.store import Index, open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    opened = open_index(ROOT)
    yield opened
    opened.db.close()


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


@pytest.mark.parametrize(
    ("ident", "headings", "tasks", "word"),
    [
        ("pl1", ["Nhiệm vụ, giải pháp cải thiện Chỉ số"], 34, "PAR INDEX"),
        ("pl1.I", ["Nhiệm vụ, giải pháp cải thiện Chỉ số", "CÔNG TÁC CHỈ ĐẠO"], 7, "I"),
        ("2", ["Phòng Nội vụ"], 3, "2"),
    ],
)
def test_a_part_of_a_directive(
    index: Index, ident: str, headings: list[str], tasks: int, word: str
) -> None:
    plain = card(index, f"ba-don-2024/{ident}", []).json()
    assert (plain["kind"], plain["id"]) == ("part", f"ba-don-2024/{ident}")
    assert len(plain["headings"]) == len(headings)
    assert all(map(str.startswith, plain["headings"], headings))
    found = [task["id"] for task in plain["tasks"]]
    assert len(found) == tasks
    assert found[0].startswith(f"ba-don-2024/{ident}.")
    lines = (ROOT / plain["origin"]["file"]).read_text(encoding="utf-8").splitlines()
    line = plain["origin"]["line"]
    assert word in " ".join(lines[line - 1 : line + 3])


def test_a_reporting_duty_with_its_dues(index: Index) -> None:
    clock = DueFilter(date(2024, 1, 1), date(2024, 12, 31), date(2024, 9, 12))
    plain = card(index, "ba-don-2024/bao-cao-quy", [], clock).json()
    assert (plain["kind"], plain["deadline"]) == ("report", "trước ngày 15 tháng cuối quý")
    assert len(plain["from"]) == 26
    assert (plain["to"]["id"], plain["via"]["id"]) == ("ubnd-thi-xa", "phong-noi-vu")
    assert {due["last_day"] for due in plain["dues"]} == {"2024-09-14", "2024-12-14"}
    assert plain["origin"]["file"] == "data/directives/ba-don-2024.yaml"


def test_a_unit_has_its_origin_its_tasks_and_what_it_owes(index: Index) -> None:
    clock = DueFilter(date(2024, 9, 1), date(2024, 9, 30), date(2024, 9, 12))
    plain = card(index, "noi vu", [], clock).json()
    (unit,) = plain["units"]
    lines = (ROOT / unit["origin"]["file"]).read_text(encoding="utf-8").splitlines()
    assert "phong-noi-vu" in lines[unit["origin"]["line"] - 1]
    assert {"lead", "support"} == {task["role"] for task in plain["tasks"]}
    assert [due["id"] for due in plain["dues"]] == [
        "ba-don-2024/bao-cao-quy",
        "ba-don-2024/tong-hop-quy",
    ]
    group = card(index, "ubnd-cap-xa", [], clock).json()
    assert len({due["unit"]["id"] for due in group["dues"]}) == 16


def test_a_task_tells_all_the_headings_around_it(indexed: Callable[..., Index]) -> None:
    body = """\
groups:
  - number: I
    title: Nhiệm vụ chung
    groups:
      - number: "1"
        groups:
          - {number: a, title: Mục a, tasks: [{number: "1", text: Việc, lead: [P. Một]}]}
"""
    index = indexed(directive(body))
    plain = card(index, "vb/I.1.a.1", []).json()
    assert plain["headings"] == ["Nhiệm vụ chung", "1", "Mục a"]
    assert plain["printed"] == {"lead": ["P. Một"], "support": []}
    part = card(index, "vb/I.1", []).json()
    assert (part["headings"], len(part["tasks"])) == (["Nhiệm vụ chung"], 1)


def test_a_unit_is_found_by_name(index: Index) -> None:
    plain = card(index, "noi vu", []).json()
    assert plain["kind"] == "unit"
    assert [u["id"] for u in plain["units"]] == ["phong-noi-vu"]


def test_what_does_not_exist_suggests_what_does(index: Index) -> None:
    with pytest.raises(NothingCalled) as raised:
        card(index, "ba-don-2025", [])
    assert "ba-don-2024" in raised.value.advice()
