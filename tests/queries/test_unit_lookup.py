"""Whom a name means, then and now."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.queries.unit_cards import all_cards, cards_of
from parcli.queries.unit_lookup import (
    AmbiguousUnit,
    UnknownUnit,
    UnknownUnitNear,
    find_units,
    members,
    organisations,
)
from parcli.registry.compiled.store import Index, open_index

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def index() -> Index:
    return open_index(ROOT)


@pytest.mark.parametrize(
    "written", ["noi vu", "Phòng Nội vụ", "PNV", "phong-noi-vu", "PHÒNG NỘI VỤ", "phòng nội vụ"]
)
def test_a_clerk_may_write_a_unit_in_many_ways(index: Index, written: str) -> None:
    assert [(u.org, u.id) for u in find_units(index, written)] == [("ba-don", "phong-noi-vu")]


def test_the_home_organisation_is_asked_first_then_the_others(index: Index) -> None:
    assert organisations(index) == ["ba-don", "bac-binh"]
    assert [u.org for u in find_units(index, "noi vu", ["bac-binh"])] == ["bac-binh"]
    assert [u.org for u in find_units(index, "Phòng Kinh tế và Hạ tầng")] == ["bac-binh"]


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
