"""Periods as people type them at the command line."""

from __future__ import annotations

import pytest

from parcli.errors import BadPeriod
from parcli.schedule.asked_periods import read_period


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2024-Q3", "2024-Q3"),
        ("2024-q3", "2024-Q3"),
        ("2024Q3", "2024-Q3"),
        ("2024 q3", "2024-Q3"),
        ("Q3/2024", "2024-Q3"),
        ("Q3-2024", "2024-Q3"),
        ("QIII/2024", "2024-Q3"),
        ("quý III/2024", "2024-Q3"),
        ("Quý III năm 2024", "2024-Q3"),
        ("QUÝ 3 NĂM 2024", "2024-Q3"),
        ("quy iii nam 2024", "2024-Q3"),
        ("III/2024", "2024-Q3"),
        ("quý IV - 2024", "2024-Q4"),
        ("2024-H1", "2024-H1"),
        ("H2/2024", "2024-H2"),
        ("6 tháng đầu năm 2024", "2024-H1"),
        ("6 tháng năm 2024", "2024-H1"),
        ("6 tháng cuối năm 2024", "2024-H2"),
        ("9 tháng đầu năm 2024", "2024-9M"),
        ("9 tháng 2024", "2024-9M"),
        ("2024-07", "2024-07"),
        ("7/2024", "2024-07"),
        ("tháng 07/2024", "2024-07"),
        ("Tháng 7 năm 2024", "2024-07"),
        ("T7/2024", "2024-07"),
        ("năm 2024", "2024"),
        ("cả năm 2024", "2024"),
        (" 2024 ", "2024"),
        ("tuần 31/2024", "2024-W31"),
        ("21/7/2024", "2024-07-21"),
        ("ngày 21 tháng 7 năm 2024", "2024-07-21"),
    ],
)
def test_a_period_as_offices_write_it(typed: str, period: str) -> None:
    assert str(read_period(typed)) == period


@pytest.mark.parametrize(
    "typed",
    [
        "", "quý V/2024", "Q5/2024", "quý III", "13/2024", "00/2024", "31/02/2024", "tuần 54/2024",
        "quý ba 2024", "24", "quý III/24", "1899", "Q1/0001", "2201-Q1", "9999", "2024-Q3 2024",
    ],
)  # fmt: skip
def test_what_is_no_period_is_told_as_it_was_typed(typed: str) -> None:
    with pytest.raises(BadPeriod) as raised:
        read_period(typed)
    assert f"“{typed}”" in str(raised.value)
