"""Whom a name means, then and now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from parcli.queries.unit_cards import all_cards, cards_of
from parcli.queries.unit_lookup import (
    AmbiguousUnit,
    UnitRef,
    UnknownOrganisation,
    UnknownUnit,
    UnknownUnitNear,
    also_fitting,
    checked_organisation,
    find_units,
    members,
    organisations,
)
from parcli.registry.compiled.store import Index, open_index

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    opened = open_index(ROOT)
    yield opened
    opened.db.close()


@pytest.mark.parametrize(
    "written", ["noi vu", "Phòng Nội vụ", "PNV", "phong-noi-vu", "PHÒNG NỘI VỤ", "phòng nội vụ"]
)
def test_a_clerk_may_write_a_unit_in_many_ways(index: Index, written: str) -> None:
    assert [(u.org, u.id) for u in find_units(index, written)] == [("ba-don", "phong-noi-vu")]


def test_the_home_organisation_is_asked_first_then_the_others(index: Index) -> None:
    assert organisations(index) == ["ba-don", "bac-binh"]
    assert [u.org for u in find_units(index, "noi vu", ["bac-binh"])] == ["bac-binh"]
    assert [u.org for u in find_units(index, "Phòng Kinh tế và Hạ tầng")] == ["bac-binh"]


@pytest.mark.parametrize(
    ("written", "others"),
    [
        ("noi vu", ["phong-noi-vu"]),
        ("Phòng Nội vụ", ["phong-noi-vu"]),
        ("phong-noi-vu", ["phong-noi-vu"]),
        ("Công an", ["cong-an-cap-xa", "cong-an-huyen"]),
        # A whole name is no part of longer ones.
        ("Công an thị xã", []),
        ("UBND thị xã Ba Đồn", []),
        ("ubnd-cap-xa", ["ubnd-cap-xa"]),
    ],
)
def test_other_units_that_a_name_fits(index: Index, written: str, others: list[str]) -> None:
    found = also_fitting(index, written, find_units(index, written))
    assert [u.id for u in found] == others


@pytest.mark.parametrize("code", ["19009", " 19009 "])
def test_a_code_means_its_bearers(index: Index, code: str) -> None:
    found = [u.id for u in find_units(index, code)]
    assert found == ["ubnd-phuong-ba-don", "ubnd-phuong-ba-don-2025"]
    (now,) = cards_of(index, code, [], "2026-11-22")
    assert now.unit.id == "ubnd-phuong-ba-don-2025"


def test_an_organisation_must_be_known(index: Index) -> None:
    checked_organisation(index, None)
    checked_organisation(index, "bac-binh")
    with pytest.raises(UnknownOrganisation) as raised:
        checked_organisation(index, "ba-dn")
    assert raised.value.exit_code == 2
    assert "ba-don" in raised.value.advice()


def test_a_name_without_a_unit_has_no_id() -> None:
    assert UnitRef("", "Hội A").json() == {"id": None, "name": "Hội A"}


def test_an_ambiguous_name_lists_its_candidates(index: Index) -> None:
    with pytest.raises(AmbiguousUnit) as raised:
        find_units(index, "phòng tài")
    assert "phong-tai-chinh-ke-hoach" in str(raised.value)
    assert "phong-tai-nguyen-moi-truong" in str(raised.value)


def test_an_unknown_name_suggests_the_nearest(index: Index) -> None:
    with pytest.raises(UnknownUnitNear) as raised:
        find_units(index, "Phòng Nội vuj")
    assert "Phòng Nội vụ" in raised.value.advice()
    with pytest.raises(UnknownUnit):
        find_units(index, "§§§")


def test_one_name_may_have_two_bearers_one_after_the_other(index: Index) -> None:
    found = find_units(index, "UBND phường Ba Đồn")
    assert [(u.id, u.code, u.valid_from, u.valid_until) for u in found] == [
        ("ubnd-phuong-ba-don", "19009", None, "2025-06-30"),
        ("ubnd-phuong-ba-don-2025", "19009", "2025-07-01", None),
    ]
    (then,) = cards_of(index, "UBND phường Ba Đồn", [], "2024-09-01")
    (now,) = cards_of(index, "UBND phường Ba Đồn", [], "2026-11-22")
    assert [ref.id for ref in then.successors] == ["ubnd-phuong-ba-don-2025"]
    assert "ubnd-phuong-quang-long" in {ref.id for ref in now.predecessors}


def test_a_group_has_the_members_of_the_day(index: Index) -> None:
    communes = members(index, "ba-don", "ubnd-cap-xa", "2024-01-01", "2024-12-31")
    assert [u.kind for u in communes].count("phuong") == 6
    assert [u.kind for u in communes].count("xa") == 10
    (card,) = cards_of(index, "ubnd-cap-xa", [], "2024-09-01")
    assert len(card.json()["members"]) == 16


def test_the_catalogue_of_a_day_lists_only_what_exists(index: Index) -> None:
    then = {card.unit.id for card in all_cards(index, "ba-don", "2024-09-01")}
    assert "phong-noi-vu" in then
    assert "ubnd-phuong-ba-don-2025" not in then
