"""Questions about the tasks of the two shipped directives."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_office import ask, directive

from parcli.queries.criteria import (
    UnknownCriterion,
    UnknownIndex,
    checked_criterion,
    checked_index,
)
from parcli.queries.task_rows import appendix_number
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.queries.unit_lookup import find_units
from parcli.registry.compiled.store import Index, open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parcli.queries.task_rows import Role

ROOT = Path(__file__).parents[2]
QUANG_LONG = "UBND phường Quảng Long"


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    opened = open_index(ROOT)
    yield opened
    opened.db.close()


def test_every_task_of_the_two_directives_is_listed_once(index: Index) -> None:
    rows = list_tasks(index, TaskFilter())
    assert Counter((row.directive, row.appendix) for row in rows) == {
        ("ba-don-2024", None): 23,
        ("ba-don-2024", "1"): 34,
        ("ba-don-2024", "2"): 39,
        ("ba-don-2024", "3"): 28,
        ("bac-binh-2022", None): 31,
    }
    assert len({row.id for row in rows}) == 155


def test_a_task_in_json_is_the_contract(index: Index) -> None:
    (row,) = list_tasks(index, TaskFilter(task="ba-don-2024/pl1.I.5"))
    assert row.json() == {
        "id": "ba-don-2024/pl1.I.5",
        "directive": "ba-don-2024",
        "appendix": 1,
        "group": "I",
        "number": "5",
        "title": "Đổi mới, sáng tạo trong CCHC",
        "text": "Có ít nhất 03 sáng kiến, giải pháp mới",
        "lead": [{"id": "phong-noi-vu", "name": "Phòng Nội vụ"}],
        "support": [
            {"id": "cac-phong-don-vi", "name": "Các phòng, đơn vị thị xã"},
            {"id": "ubnd-cap-xa", "name": "UBND cấp xã"},
        ],
        "index": "par-index",
        "criteria": ["par-index/1.5"],
        "targets": [
            {
                "text": "ít nhất 03 sáng kiến, giải pháp mới",
                "compare": ">=",
                "value": 3.0,
                "unit": "sáng kiến, giải pháp mới",
            }
        ],
        "deadline": None,
        "status": None,
    }


def test_a_commune_has_every_task_that_reaches_it_through_a_group(index: Index) -> None:
    rows = list_tasks(index, TaskFilter(units=find_units(index, QUANG_LONG)))
    assert Counter((row.appendix, row.role) for row in rows) == {
        (None, "lead"): 9,  # parts 1 and 7 of the body: 7 and 2
        ("1", "support"): 34,
        ("2", "lead"): 39,
        ("3", "lead"): 13,
        ("3", "support"): 14,
    }
    assert len({row.id for row in rows}) == len(rows)
    assert {row.group for row in rows if row.appendix is None} == {"1", "7"}


@pytest.mark.parametrize(("role", "count"), [("lead", 61), ("support", 48)])
def test_a_role_can_be_asked_for(index: Index, role: Role, count: int) -> None:
    units = find_units(index, QUANG_LONG)
    rows = list_tasks(index, TaskFilter(units=units, role=role))
    assert len(rows) == count
    assert {row.role for row in rows} == {role}


def test_what_a_unit_leads_it_does_not_support_as_well(index: Index) -> None:
    """Phòng Nội vụ is among “các phòng, đơn vị” that are to support tasks of its own."""
    units = find_units(index, "Phòng Nội vụ", ["ba-don"])
    led, supported, both = (
        [row.id for row in list_tasks(index, TaskFilter(units=units, role=role))]
        for role in ("lead", "support", None)
    )
    assert (len(led), len(supported), len(both)) == (65, 31, 96)
    assert {*led, *supported} == set(both)


def test_members_are_those_of_the_directives_time(index: Index) -> None:
    (row,) = list_tasks(index, TaskFilter(task="ba-don-2024/pl3.1", expand=True))
    (communes,) = row.json()["lead"]
    assert communes["id"] == "ubnd-cap-xa"
    assert len(communes["members"]) == 16
    assert {"id": "ubnd-phuong-quang-long", "name": QUANG_LONG} in communes["members"]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (TaskFilter(directive="bac-binh-2022"), 31),
        (TaskFilter(index="sipas", directive="ba-don-2024"), 39),
        (TaskFilter(criterion="papi/1"), 5),
        (TaskFilter(criterion="papi/1.1"), 2),
        (TaskFilter(search="SÁNG KIẾN"), 1),
        (TaskFilter(search="sang kien"), 1),
        (TaskFilter(search="%", directive="bac-binh-2022"), 0),
        (TaskFilter(search="%", directive="ba-don-2024"), 36),
        (TaskFilter(search="'"), 0),
        (TaskFilter(search="  "), 155),
        (TaskFilter(status="none"), 155),
        (TaskFilter(status="done"), 0),
        (TaskFilter(due_before="2030-01-01"), 0),
        (TaskFilter(task="ba-don-2024/pl9.1"), 0),
    ],
)
def test_filters(index: Index, asked: TaskFilter, count: int) -> None:
    assert len(list_tasks(index, asked)) == count


def test_leads_are_what_is_printed(index: Index) -> None:
    rows = {row.id: row for row in list_tasks(index, TaskFilter(directive="ba-don-2024"))}
    printed = {
        "pl1.VII.1": ["phong-van-hoa-thong-tin"],
        "pl2.I.1": ["cac-phong-don-vi", "ubnd-cap-xa"],
        "pl3.12": ["thanh-tra-thi-xa", "phong-tai-nguyen-moi-truong", "phong-quan-ly-do-thi"],
        "pl3.13": ["thanh-tra-thi-xa", "van-phong-hdnd-ubnd"],
        "pl3.22": ["cong-an-thi-xa"],
        "4.1": ["phong-tu-phap"],
    }
    for slug, leads in printed.items():
        assert [who.unit.id for who in rows[f"ba-don-2024/{slug}"].lead] == leads, slug


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", 1),
        ("IV", 4),
        ("ix", 9),
        ("XL", 40),
        ("1a", 1),
        ("IIIa", 3),
        ("II.1", 2),
        ("A", None),
        ("Vinh", None),
        (None, None),
        ("", None),
    ],
)
def test_appendix_numbers_are_numbers_where_they_can_be(
    number: str | None, expected: int | None
) -> None:
    assert appendix_number(number) == expected


@pytest.mark.parametrize("named", [None, "par-index/1.1", "par-index/1", "papi/4.1"])
def test_a_criterion_that_is_known(index: Index, named: str | None) -> None:
    assert checked_criterion(index, named) == named


@pytest.mark.parametrize(
    ("named", "near"), [("par-index/1.99", "par-index/1"), ("sipas", "sipas/"), ("???", "pa")]
)
def test_a_criterion_that_nobody_knows(index: Index, named: str, near: str) -> None:
    with pytest.raises(UnknownCriterion) as raised:
        checked_criterion(index, named)
    assert raised.value.exit_code == 2
    assert near in raised.value.advice()


def test_an_index_that_nobody_knows(index: Index) -> None:
    assert checked_index(index, None) is None
    assert checked_index(index, "papi") == "papi"
    with pytest.raises(UnknownIndex) as raised:
        checked_index(index, "papj")
    assert "papi, par-index, sipas" in raised.value.advice()


@pytest.mark.parametrize("includes_day", [False, True])
@pytest.mark.parametrize(
    ("deadline", "last_day"),
    [
        ("15 ngày làm việc kể từ ngày ban hành", "2024-01-22"),
        ("chậm nhất ngày 20/3/2024", "2024-03-20"),
        ("trước ngày 20/3/2024", None),
        ("ngày làm việc cuối cùng hằng tháng", None),
        ("thường xuyên", ""),
    ],
)
def test_tasks_due_before_a_day_are_those_that_due_lists(
    indexed: Callable[..., Index], deadline: str, last_day: str | None, includes_day: bool
) -> None:
    body = f'tasks:\n  - {{number: "1", text: Việc, lead: [phong-mot], deadline: "{deadline}"}}\n'
    index = indexed(directive(body))
    policy = {"before_includes_day": includes_day}
    days = [row.dates.last_day for row in ask(index, "2024-01-01", "2024-12-31", **policy).rows]
    assert last_day is None or last_day == (days[0].isoformat() if days else "")
    for day in days[:1]:
        for after, count in ((0, 0), (1, 1)):
            before = (day + timedelta(days=after)).isoformat()
            assert len(list_tasks(index, TaskFilter(due_before=before, **policy))) == count
