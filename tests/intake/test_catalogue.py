"""The catalogue drafted for an organisation that has none: each unit once, kinds, levels."""

from __future__ import annotations

import pytest

from parcli.intake.accounting import Ledger
from parcli.intake.catalogue import (
    GUESSED_MEMBERS,
    NO_MEMBERS,
    NOBODY_LISTED,
    draft_catalogue,
    new_units,
)
from parcli.model.unit_names import NameIndex, UnitNames


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("Bộ Nội vụ", "ministry"),
        ("Văn phòng Chính phủ", "central"),
        ("UBND tỉnh An Bình", "province"),
        ("Ủy ban nhân dân huyện Sơn Hải", "district"),
        ("HĐND xã Mỹ An", "commune"),
        ("Ban Chỉ đạo chuyển đổi số", "committee"),
        ("Trường Tiểu học Mỹ An", "other"),
        ("", "other"),
    ],
)
def test_level_of_the_issuer(issuer: str, level: str) -> None:
    organisation = draft_catalogue({"org": "x", "issuer": issuer})["organisation"]

    assert organisation == {"name": issuer or "?", "level": level}


def test_units_and_groups_each_once_with_other_spellings() -> None:
    task = {"lead": ["phòng Kinh tế", "Phòng Kinh tế", "Phòng KT", "các phòng, ban"], "text": "x"}
    catalogue = draft_catalogue({"org": "x", "tasks": [task]})

    assert catalogue["units"] == [
        {
            "id": "phong-kinh-te",
            "name": "Phòng Kinh tế",
            "kind": "phong",
            "aliases": ["Phòng KT"],
        }
    ]
    assert catalogue["groups"] == [
        {"id": "cac-phong-ban", "name": "Các phòng, ban", "kinds": ["phong"]}
    ]


@pytest.mark.parametrize(
    ("group", "kinds", "told"),
    [
        ("các phòng", ["phong"], GUESSED_MEMBERS),
        ("UBND các xã", None, NOBODY_LISTED),
        ("các tổ chức liên quan", None, NO_MEMBERS),
    ],
)
def test_members_of_a_group_are_a_guess(group: str, kinds: list[str] | None, told: str) -> None:
    ledger = Ledger()
    values = {"org": "x", "tasks": [{"lead": ["Phòng Kinh tế", group], "text": "x"}]}

    (made,) = draft_catalogue(values, ledger)["groups"]

    assert made.get("kinds") == kinds
    assert [doubt.message for doubt in ledger.doubts] == [told]


def test_only_what_the_catalogue_lacks() -> None:
    known = NameIndex([UnitNames("phong-kinh-te", "Phòng Kinh tế")])
    values = {"org": "x", "tasks": [{"lead": ["phòng Kinh tế", "Phòng KT", "Phòng Nội vụ"]}]}

    units, groups = new_units(values, Ledger(), known, {"phong-noi-vu": "phong"})

    assert ([unit["id"] for unit in units], groups) == (["phong-noi-vu-2"], [])


@pytest.mark.parametrize(
    ("name", "unit_id", "kind"),
    [
        ("UBND xã Mỹ An", "ubnd-xa-my-an", "xa"),
        ("Ủy ban nhân dân phường Tân An", "uy-ban-nhan-dan-phuong-tan-an", "phuong"),
        ("Văn phòng", "van-phong", "van-phong"),
        ("Câu lạc bộ", "cau-lac-bo", "khac"),
        ("!!!", "don-vi", "khac"),
    ],
)
def test_id_and_kind(name: str, unit_id: str, kind: str) -> None:
    (unit,) = draft_catalogue({"org": "x", "tasks": [{"support": [name], "text": "x"}]})["units"]

    assert (unit["id"], unit["kind"]) == (unit_id, kind)


def test_ids_stay_apart_and_reports_name_units_too() -> None:
    values = {
        "org": "x",
        "tasks": [{"lead": ["!!!", "???"], "text": "x"}],
        "reports": [{"from": ["Công an xã"], "to": "UBND xã", "via": "Văn phòng"}],
    }
    units = draft_catalogue(values)["units"]

    assert [unit["id"] for unit in units] == [
        "don-vi",
        "don-vi-2",
        "cong-an-xa",
        "ubnd-xa",
        "van-phong",
    ]
