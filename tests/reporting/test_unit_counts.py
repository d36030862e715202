"""Units by name or by number."""

from __future__ import annotations

import pytest

from parcli.reporting.unit_counts import counted_units
from parcli.reporting.unit_kinds import kind_name

A = ("Phòng A", "phong")


@pytest.mark.parametrize(
    ("units", "written"),
    [
        ([], ""),
        ([A], "Phòng A"),
        ([("", None)], "no unit named"),
        ([A, ("UBND xã B", "xa")], "Phòng A, UBND xã B"),
        ([A] * 3, "3 departments"),
        ([("x", "xa"), ("p", "phuong"), A, ("v", "van-phong"), ("t", "thanh-tra")],
         "3 departments, 1 ward, 1 commune"),
        ([("t", "thi-tran")] * 2 + [("c", "cong-an")] * 3, "2 townships, 3 police offices"),
        ([("x", None), ("y", "khac"), A], "1 department, 2 other units"),
        ([("t", "tram-y-te")] * 2 + [("q", "quan-su")], "1 military command, 2 health stations"),
        ([("x", None)] * 5, "5 units"),
        ([("v", "van-phong"), ("c", "cuc")] + [("u", "vu")] * 3,
         "1 office, 3 ministry departments, 1 administration"),
    ],
)  # fmt: skip
def test_counted(units: list[tuple[str, str | None]], written: str) -> None:
    assert counted_units(units) == written


@pytest.mark.parametrize(
    ("kind", "written"), [("phong", "department"), ("tram-y-te", "health station"), ("la", "la")]
)
def test_the_name_of_a_kind(kind: str, written: str) -> None:
    assert kind_name(kind) == written
