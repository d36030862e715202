"""Dates that no calendar has, found in the words of a deadline."""

from __future__ import annotations

import pytest

from parcli.schedule.impossible_dates import impossible_dates


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trước ngày 31/02/2026", ("31/02/2026",)),
        ("trước 31-04-2026 và 15/6/2026", ("31-04-2026",)),
        ("trước ngày 31 tháng 4 năm 2026", ("ngày 31 tháng 4 năm 2026",)),
        ("truoc ngay 31 thang 4", ("ngay 31 thang 4",)),
        ("trước ngày 29/02/2025", ("29/02/2025",)),
        ("trước ngày 30/02 hằng năm", ("ngày 30/02",)),
        ("chậm nhất ngày 31/6 và 31/9 hằng năm", ("ngày 31/6", "31/9")),
        ("từ 01/02/2026 đến 30/02/2026", ("30/02/2026",)),
        ("trong tháng 13/2026", ("tháng 13/2026",)),
        ("ngày 32 hằng tháng", ("ngày 32",)),
        ("trước ngày 00/3/2026", ("00/3/2026",)),
        ("trước ngày 45/3/2026", ("45/3/2026",)),
        ("trước ngày 31.11.2026", ("31.11.2026",)),
        ("trong quý V/2026", ("quý V/2026",)),
        ("trước ngày 15 tháng cuối quý 5", ("quý 5",)),
        # What exists, and what is no date.
        ("trước ngày 29/02/2024", ()),
        ("trước ngày 29/02 hằng năm", ()),
        ("trước ngày 31 tháng cuối quý", ()),
        ("ngày 31 tháng 12 năm 2026", ()),
        ("trong tháng 12/2026", ()),
        ("trong quý IV/2026, quý 1 và quý iii", ()),
        ("kính thưa quý vị, quý Viện", ()),
        ("theo Nghị định 30/2020/NĐ-CP", ()),
        ("tại 32/63 tỉnh", ()),
        ("trong vòng 45 ngày làm việc", ()),
        ("", ()),
    ],
)
def test_dates_that_do_not_exist(words: str, found: tuple[str, ...]) -> None:
    assert impossible_dates(words) == found
