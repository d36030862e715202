"""The two catalogues of units that parcli ships: complete, unambiguous, true to the documents."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml
from shipped import no_empty_text

from parcli.model.unit_names import NameIndex, UnitNames
from parcli.model.units import Unit, UnitCatalogue, UnitGroup
from parcli.schedule.periods import Period
from parcli.text import folded, nfc

UNITS = Path(__file__).parents[2] / "data" / "units"
CATALOGUES = ["ba-don", "bac-binh"]
LAST_DAY = date(2025, 6, 30)
FIRST_DAY = date(2025, 7, 1)


@cache
def catalogue(name: str) -> UnitCatalogue:
    text = (UNITS / f"{name}.yaml").read_text(encoding="utf-8")
    plain = yaml.load(text, yaml.BaseLoader)  # noqa: S506  it builds text only
    return UnitCatalogue.model_validate(no_empty_text(plain))


def names_of(unit: Unit | UnitGroup) -> UnitNames:
    valid = unit.valid
    begun = Period.parse(valid.from_).first if valid and valid.from_ else None
    ended = Period.parse(valid.until).last if valid and valid.until else None
    group = isinstance(unit, UnitGroup)
    return UnitNames(unit.id, unit.name, tuple(unit.aliases), begun, ended, group)


@cache
def index(name: str) -> NameIndex:
    listed = catalogue(name)
    names = [names_of(unit) for unit in (*listed.units, *listed.groups)]
    return NameIndex(names, listed.organisation.name)


def units(name: str) -> dict[str, Unit]:
    return {unit.id: unit for unit in catalogue(name).units}


def standing(name: str, kinds: set[str], on: date) -> list[str]:
    return [u.id for u in catalogue(name).units if u.kind in kinds and names_of(u).holds(on)]


@pytest.mark.parametrize("name", CATALOGUES)
def test_id_is_file_stem_and_text_is_nfc(name: str) -> None:
    text = (UNITS / f"{name}.yaml").read_text(encoding="utf-8")
    assert catalogue(name).id == name
    assert text == nfc(text)


@pytest.mark.parametrize("name", CATALOGUES)
def test_ids_are_unique_and_references_exist(name: str) -> None:
    listed = catalogue(name)
    ids = [each.id for each in (*listed.units, *listed.groups)]
    named = {unit.parent for unit in listed.units if unit.parent}
    named |= {successor for unit in listed.units for successor in unit.successors}
    named |= {member for group in listed.groups for member in group.members}
    assert len(ids) == len(set(ids))
    assert named <= {unit.id for unit in listed.units}


@pytest.mark.parametrize("name", CATALOGUES)
@pytest.mark.parametrize("on", [date(2022, 7, 21), date(2024, 9, 14), LAST_DAY, FIRST_DAY])
def test_no_two_that_stand_on_one_day_share_a_name(name: str, on: date) -> None:
    listed = catalogue(name)
    bearers: dict[str, set[str]] = defaultdict(set)
    for unit in map(names_of, (*listed.units, *listed.groups)):
        for spelling in unit.spellings() if unit.holds(on) else ():
            bearers[folded(spelling)].add(unit.id)
    assert {spelling: who for spelling, who in bearers.items() if len(who) > 1} == {}


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_alias_is_written_twice(name: str) -> None:
    for each in (*catalogue(name).units, *catalogue(name).groups):
        spellings = [each.name, *each.aliases]
        assert len(spellings) == len(set(spellings)), each.id


@pytest.mark.parametrize(
    ("name", "kinds", "on", "count"),
    [
        ("ba-don", {"phuong"}, LAST_DAY, 6),
        ("ba-don", {"xa"}, LAST_DAY, 10),
        ("ba-don", {"phuong"}, FIRST_DAY, 2),
        ("ba-don", {"xa"}, FIRST_DAY, 2),
        ("bac-binh", {"thi-tran"}, LAST_DAY, 2),
        ("bac-binh", {"xa"}, LAST_DAY, 16),
        ("bac-binh", {"xa", "thi-tran"}, FIRST_DAY, 7),
    ],
)
def test_communes_before_and_after_the_reform(
    name: str, kinds: set[str], on: date, count: int
) -> None:
    assert len(standing(name, kinds, on)) == count


@pytest.mark.parametrize("name", CATALOGUES)
def test_each_former_commune_has_successors_and_each_department_none(name: str) -> None:
    communes = {"phuong", "xa", "thi-tran"}
    for unit in catalogue(name).units:
        former = names_of(unit).holds(LAST_DAY)
        assert bool(unit.successors) == (former and unit.kind in communes), unit.id
        assert names_of(unit).valid_until == (LAST_DAY if former else None)
        for successor in unit.successors:
            assert names_of(units(name)[successor]).valid_from == LAST_DAY + timedelta(days=1)


@pytest.mark.parametrize("name", CATALOGUES)
def test_each_new_commune_keeps_the_code_of_a_predecessor(name: str) -> None:
    for unit in catalogue(name).units:
        if names_of(unit).holds(LAST_DAY):
            continue
        before = [old for old in catalogue(name).units if unit.id in old.successors]
        assert unit.code in {old.code for old in before}, unit.id
        assert all(old.name.rsplit(" ", 1)[-1] in unit_note(unit) for old in before), unit.id


def unit_note(unit: Unit) -> str:
    assert unit.note
    return unit.note


@pytest.mark.parametrize(
    ("name", "unit", "code", "successors"),
    [
        ("ba-don", "ubnd-phuong-ba-don", "19009", ["ubnd-phuong-ba-don-2025"]),
        ("ba-don", "ubnd-xa-quang-hai", "19087", ["ubnd-phuong-ba-don-2025"]),
        ("ba-don", "ubnd-phuong-quang-phuc", "19102", ["ubnd-phuong-bac-gianh"]),
        ("ba-don", "ubnd-xa-quang-tien", "19069", ["ubnd-xa-nam-ba-don"]),
        ("ba-don", "ubnd-xa-quang-hoa", "19105", ["ubnd-xa-nam-gianh"]),
        ("bac-binh", "ubnd-thi-tran-cho-lau", "23005", ["ubnd-xa-bac-binh"]),
        ("bac-binh", "ubnd-xa-phan-lam", "23011", ["ubnd-xa-phan-son-2025"]),
        ("bac-binh", "ubnd-xa-song-binh", "23029", ["ubnd-xa-luong-son"]),
        (
            "bac-binh",
            "ubnd-xa-hoa-thang",
            "23053",
            ["ubnd-xa-hong-thai-2025", "ubnd-xa-hoa-thang-2025"],
        ),
    ],
)
def test_successors(name: str, unit: str, code: str, successors: list[str]) -> None:
    found = units(name)[unit]
    assert (found.code, found.successors) == (code, successors)


def test_one_name_and_code_belong_to_two_units_at_two_times() -> None:
    old, new = units("ba-don")["ubnd-phuong-ba-don"], units("ba-don")["ubnd-phuong-ba-don-2025"]
    assert (old.name, old.code) == (new.name, new.code) == ("UBND phường Ba Đồn", "19009")
    find = index("ba-don").find
    assert find("phường Ba Đồn", LAST_DAY).id == "ubnd-phuong-ba-don"
    assert find("phường Ba Đồn", FIRST_DAY).id == "ubnd-phuong-ba-don-2025"
    assert find("phường Ba Đồn").ids == ("ubnd-phuong-ba-don", "ubnd-phuong-ba-don-2025")


# The names as the two documents print them: addressees, leads, supports, who reports to whom.
PRINTED = {
    "ba-don": {
        "Các phòng chuyên môn thị xã": "cac-phong-don-vi",
        "Thủ trưởng các phòng chuyên môn": "cac-phong-don-vi",
        "Các phòng, đơn vị thị xã": "cac-phong-don-vi",
        "Các phòng, ban, ngành thị xã": "cac-phong-don-vi",
        "Các phòng, ban, đơn vị": "cac-phong-don-vi",
        "Các phòng, ban, đơn vị, ngành": "cac-phong-don-vi",
        "Các phòng, ban, đơn vị thị xã.": "cac-phong-don-vi",
        "các cơ quan, đơn vị": "cac-don-vi-lien-quan",
        "UBND các xã, phường": "ubnd-cap-xa",
        "Chủ tịch UBND các xã, phường": "ubnd-cap-xa",
        "UBND cấp xã": "ubnd-cap-xa",
        "Ủy ban Mặt trận TQVN cấp xã": "ubmttqvn-cap-xa",
        "Công an cấp xã": "cong-an-cap-xa",
        "UBND thị xã": "ubnd-thi-xa",
        "Phòng Nội vụ": "phong-noi-vu",
        "Văn phòng HĐND - UBND thị xã": "van-phong-hdnd-ubnd",
        "Văn phòng HĐND-UBND thị xã": "van-phong-hdnd-ubnd",
        "Văn Phòng HĐND-UBND thị xã": "van-phong-hdnd-ubnd",
        "Phòng Tư pháp": "phong-tu-phap",
        "Phòng Tài chính – Kế hoạch": "phong-tai-chinh-ke-hoach",
        "Phòng Văn hóa và Thông tin": "phong-van-hoa-thong-tin",
        "Phòng VH TT": "phong-van-hoa-thong-tin",
        "Phòng Tài nguyên và Môi trường": "phong-tai-nguyen-moi-truong",
        "Phòng Tài nguyên & MT": "phong-tai-nguyen-moi-truong",
        "Phòng QLĐT": "phong-quan-ly-do-thi",
        "Phòng Y tế": "phong-y-te",
        "Phòng Giáo dục và Đào tạo": "phong-giao-duc-dao-tao",
        "Thanh tra thị xã": "thanh-tra-thi-xa",
        "Công an thị xã": "cong-an-thi-xa",
    },
    "bac-binh": {
        "Các cơ quan, đơn vị thuộc UBND huyện": "cac-co-quan-don-vi",
        "Thủ trưởng các cơ quan, đơn vị thuộc huyện": "cac-co-quan-don-vi",
        "các cơ quan, đơn vị": "cac-co-quan-don-vi",
        "UBND các xã, thị trấn": "ubnd-cap-xa",
        "Chủ tịch UBND các xã, thị trấn": "ubnd-cap-xa",
        "UBND huyện": "ubnd-huyen",
        "Văn phòng HĐND&UBND huyện": "van-phong-hdnd-ubnd",
        "Phòng Tư pháp": "phong-tu-phap",
        "Phòng Tài chính và Kế hoạch": "phong-tai-chinh-ke-hoach",
        "Phòng Văn hóa và Thông tin": "phong-van-hoa-thong-tin",
        "Phòng Tài nguyên và Môi trường": "phong-tai-nguyen-moi-truong",
        "Chi nhánh văn phòng ĐKDD huyện Bắc Bình": "chi-nhanh-vpdkdd",
        "Chi nhánh Văn phòng ĐKDD huyện Bắc Bình": "chi-nhanh-vpdkdd",
        "Phòng Lao động - Thương binh và Xã hội": "phong-lao-dong-tbxh",
        "Phòng Kinh tế và Hạ tầng": "phong-kinh-te-ha-tang",
        "Công an huyện": "cong-an-huyen",
        "Bảo hiểm xã hội huyện": "bhxh-huyen",
        "Trung tâm Văn hóa - Thông tin và Thể thao huyện": "trung-tam-vh-tt-tt",
        "Phòng Nội vụ": "phong-noi-vu",
        "Mặt trận Tổ quốc": "mat-tran-to-quoc",
        "các tổ chức đoàn thể": "cac-to-chuc-doan-the",
    },
}
IN_FORCE = {"ba-don": date(2024, 9, 14), "bac-binh": date(2022, 9, 19)}


@pytest.mark.parametrize(
    ("name", "written", "unit"),
    [(name, written, unit) for name, table in PRINTED.items() for written, unit in table.items()],
)
def test_every_printed_name_resolves(name: str, written: str, unit: str) -> None:
    assert index(name).find(written, IN_FORCE[name]).id == unit


@pytest.mark.parametrize(
    ("name", "cell", "ids"),
    [
        (
            "ba-don",
            "Các phòng, đơn vị thị xã, UBND các xã, phường",
            ["cac-phong-don-vi", "ubnd-cap-xa"],
        ),
        (
            "ba-don",
            "Các phòng, ban, đơn vị, ngành, UBND cấp xã",
            ["cac-phong-don-vi", "ubnd-cap-xa"],
        ),
        ("ba-don", "Các phòng, ban, đơn vị, UBND thị xã", ["cac-phong-don-vi", "ubnd-thi-xa"]),
        (
            "ba-don",
            "Thanh tra thị xã, Phòng Tài nguyên & MT, Phòng QLĐT",
            ["thanh-tra-thi-xa", "phong-tai-nguyen-moi-truong", "phong-quan-ly-do-thi"],
        ),
        (
            "ba-don",
            "Thanh tra thị xã, Văn phòng HĐND-UBND thị xã",
            ["thanh-tra-thi-xa", "van-phong-hdnd-ubnd"],
        ),
        (
            "ba-don",
            "Phòng NV, TC-KH và QLĐT",
            ["phong-noi-vu", "phong-tai-chinh-ke-hoach", "phong-quan-ly-do-thi"],
        ),
        (
            "ba-don",
            "UBND các xã, phường: Quảng Long, Quảng Tiên",
            ["ubnd-phuong-quang-long", "ubnd-xa-quang-tien"],
        ),
        (
            "bac-binh",
            "Phòng Tài nguyên và Môi trường; Chi nhánh Văn phòng ĐKDD huyện Bắc Bình",
            ["phong-tai-nguyen-moi-truong", "chi-nhanh-vpdkdd"],
        ),
        (
            "bac-binh",
            "Thủ trưởng các cơ quan, đơn vị thuộc huyện và Chủ tịch UBND các xã, thị trấn",
            ["cac-co-quan-don-vi", "ubnd-cap-xa"],
        ),
    ],
)
def test_printed_cells_resolve_name_by_name(name: str, cell: str, ids: list[str]) -> None:
    names = index(name).split_names(cell)
    assert [index(name).find(each, IN_FORCE[name]).id for each in names] == ids


@pytest.mark.parametrize(
    ("name", "query", "ids"),
    [
        ("ba-don", "noi vu", ["phong-noi-vu"]),
        ("ba-don", "PNV", ["phong-noi-vu"]),
        ("ba-don", "tc-kh", ["phong-tai-chinh-ke-hoach"]),
        ("ba-don", "P. Nội vụ", ["phong-noi-vu"]),
        ("ba-don", "quang long", ["ubnd-phuong-quang-long"]),
        ("ba-don", "vp hdnd", ["van-phong-hdnd-ubnd"]),
        ("bac-binh", "bhxh", ["bhxh-huyen"]),
        ("bac-binh", "lao dong", ["phong-lao-dong-tbxh"]),
        ("bac-binh", "hoà thắng", ["ubnd-xa-hoa-thang", "ubnd-xa-hoa-thang-2025"]),
    ],
)
def test_what_a_clerk_types(name: str, query: str, ids: list[str]) -> None:
    assert index(name).search(query) == ids


def test_the_town_departments_are_ten_and_the_police_is_none_of_them() -> None:
    group = next(g for g in catalogue("ba-don").groups if g.id == "cac-phong-don-vi")
    assert len(group.members) == 10
    assert "cong-an-thi-xa" not in group.members


@pytest.mark.parametrize("foreign", ["Công an tỉnh", "Phòng Nội vụ huyện Quảng Trạch", "UBND tỉnh"])
def test_another_body_of_like_name_is_unknown(foreign: str) -> None:
    assert index("ba-don").find(foreign).ids == ()


def test_a_department_is_unknown_after_the_district_ended() -> None:
    match = index("ba-don").find("Phòng Nội vụ", FIRST_DAY)
    assert (match.ids, match.other_days) == ((), ("phong-noi-vu",))
