"""Whom a collective's name names."""

from __future__ import annotations

import pytest

from parcli.intake.group_members import kinds_of

LISTED = ("so", "van-phong", "xa", "khac", "ubnd")


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Các sở, ban, ngành", ["so", "ban", "van-phong"]),
        ("UBND các xã, phường", ["xa", "phuong"]),
        ("Ủy ban nhân dân cấp xã", ["xa", "phuong", "thi-tran", "dac-khu"]),
        ("UBND các huyện, thị xã, thành phố", ["huyen", "thi-xa", "thanh-pho"]),
        ("các cơ quan, đơn vị thuộc xã", ["so", "van-phong"]),
        ("Thủ trưởng các phòng chuyên môn thị xã", ["phong", "van-phong"]),
        ("các địa phương", ["xa", "phuong", "thi-tran", "dac-khu"]),
        ("Các tổ chức chính trị - xã hội", []),
        ("các đoàn thể và UBND các xã", ["doan", "hoi", "xa"]),
        ("Các cháu", []),
    ],
)
def test_kinds(name: str, kinds: list[str]) -> None:
    assert kinds_of(name, LISTED) == kinds
