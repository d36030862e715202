"""The catalogue drafted for an organisation that has none: each unit once, kinds, levels."""

from __future__ import annotations

import pytest

from parcli.intake.catalogue import draft_catalogue


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
    assert catalogue["groups"] == [{"id": "cac-phong-ban", "name": "Các phòng, ban"}]


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
