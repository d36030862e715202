"""What returning deadlines fall due on; the phrase stands beside its meaning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from written_occurrences import YEAR_2026, written

from parcli.schedule.deadline import (
    Recurring,
)
from parcli.schedule.occurrence import Occurrence
from parcli.schedule.periods import Period
from parcli.schedule.recurrence import occurrences

if TYPE_CHECKING:
    from parcli.schedule.deadline import Relation
    from parcli.schedule.working_days import WorkingCalendar


QUARTERS_BEFORE_15 = "2026-Q1:2026-03-14 2026-Q2:2026-06-14 2026-Q3:2026-09-14 2026-Q4:2026-12-14"


@pytest.mark.parametrize(
    ("phrase", "deadline", "expected"),
    [
        (
            "trước ngày 15 tháng cuối quý",
            Recurring(freq="quarterly", relation="before", day=15, month_of_period="last"),
            QUARTERS_BEFORE_15,
        ),
        (
            "ngày 10 tháng đầu quý",
            Recurring(freq="quarterly", relation="on", day=10, month_of_period="first"),
            "2026-Q1:2026-01-10 2026-Q2:2026-04-10 2026-Q3:2026-07-10 2026-Q4:2026-10-10",
        ),
        (
            "trong tháng giữa quý",
            Recurring(freq="quarterly", relation="in", month_of_period="middle"),
            "2026-Q1:2026-02-28 2026-Q2:2026-05-31 2026-Q3:2026-08-31 2026-Q4:2026-11-30",
        ),
        (
            "hằng quý, trước ngày 15",
            Recurring(freq="quarterly", relation="before", day=15),
            QUARTERS_BEFORE_15.replace(":", ":~"),
        ),
        (
            "trước ngày 10 của tháng đầu quý sau",
            Recurring(
                freq="quarterly",
                relation="before",
                day=10,
                month_of_period="first",
                period_offset=1,
            ),
            "2025-Q4:2026-01-09 2026-Q1:2026-04-09 2026-Q2:2026-07-09 2026-Q3:2026-10-09",
        ),
        (
            "hằng quý, vào tháng liền sau",
            Recurring(freq="quarterly", relation="in", month_offset=1, month_of_period="last"),
            "2025-Q4:2026-01-31 2026-Q1:2026-04-30 2026-Q2:2026-07-31 2026-Q3:2026-10-31",
        ),
        (
            "6 tháng một lần",
            Recurring(freq="semiannual"),
            "2026-H1:~2026-06-30 2026-H2:~2026-12-31",
        ),
        (
            "trước ngày 15 tháng 6 và trước ngày 01 tháng 12",
            Recurring(freq="semiannual", relation="before", dates=("06-15", "12-01")),
            "2026-H1:2026-06-14 2026-H2:2026-11-30",
        ),
        (
            "trước ngày 01/7 và 01/01",
            Recurring(freq="semiannual", relation="before", dates=("07-01", "01-01")),
            "2026-H1:2026-06-30 2026-H2:2026-12-31",
        ),
        (
            "trước 15/11 hằng năm",
            Recurring(freq="annual", relation="before", month=11, day=15),
            "2026:2026-11-14",
        ),
        (
            "15/6 và 15/12 hằng năm",
            Recurring(freq="annual", dates=("12-15", "06-15")),
            "2026:2026-06-15 2026:2026-12-15",
        ),
        ("tháng 12 hằng năm", Recurring(relation="in", month=12), "2026:2026-12-31"),
        ("trước tháng 12 hằng năm", Recurring(relation="before", month=12), "2026:2026-11-30"),
        ("hằng năm", Recurring(freq="annual"), "2026:~2026-12-31"),
        ("02 lần/năm", Recurring(freq="annual", times=2), "2026:~2026-12-31"),
        ("hằng năm trước ngày 15", Recurring(relation="before", day=15), "2026:~2026-12-14"),
        (
            "trong quý I của năm liền kề đánh giá",
            Recurring(freq="annual", relation="in", quarter=1, year_offset=1),
            "2025:2026-03-31",
        ),
        (
            "trước ngày 15 tháng cuối quý I hằng năm",
            Recurring(relation="before", quarter=1, month_of_period="last", day=15),
            "2026:2026-03-14",
        ),
        (
            "chậm nhất 30/11 của năm liền kề trước năm kế hoạch",
            Recurring(freq="annual", relation="by", month=11, day=30, year_offset=-1),
            "2027:2026-11-30",
        ),
        (
            "giữa năm",
            Recurring(freq="annual", relation="in", month_of_period="middle"),
            "2026:2026-06-30",
        ),
        (
            "từ tháng 3 đến tháng 11 hằng năm",
            Recurring(freq="annual", relation="in", window="03..11"),
            "2026:2026-11-30",
        ),
        (
            "từ tháng 11 đến tháng 02 năm sau",
            Recurring(freq="annual", relation="in", window="11..02"),
            "2025:2026-02-28",
        ),
        (
            "trước 15/11 hằng năm, mùa từ tháng 3 đến tháng 11",
            Recurring(relation="before", month=11, day=15, window="03..11"),
            "2026:2026-11-14",
        ),
        (
            "ngày 20 hằng tháng, từ tháng 11 đến tháng 01",
            Recurring(freq="monthly", relation="by", day=20, window="11..01"),
            "2026-01:2026-01-20 2026-11:2026-11-20 2026-12:2026-12-20",
        ),
        (
            "hằng quý và hằng năm",
            Recurring(freq=("quarterly", "annual")),
            (
                "2026-Q1:~2026-03-31 2026-Q2:~2026-06-30 2026-Q3:~2026-09-30 "
                "2026:~2026-12-31 2026-Q4:~2026-12-31"
            ),
        ),
        (
            "từ 15/3 đến 15/11 hằng năm",
            Recurring(freq="annual", relation="in", window="03-15..11-15"),
            "2026:2026-11-15",
        ),
        (
            "từ quý I đến quý III hằng năm",
            Recurring(freq="annual", relation="in", window="Q1..Q3"),
            "2026:2026-09-30",
        ),
        (
            "tháng 6 và tháng 12 hằng năm",
            Recurring(freq="annual", relation="in", dates=("06", "12")),
            "2026:2026-06-30 2026:2026-12-31",
        ),
        (
            "trước tháng 6 và tháng 12 hằng năm",
            Recurring(freq="annual", relation="before", dates=("06", "12")),
            "2026:2026-05-31 2026:2026-11-30",
        ),
        ("02 năm/lần", Recurring(freq="annual", every=2), ""),
        ("mỗi kỳ báo cáo trước ngày 25", Recurring(freq=(), relation="before", day=25), ""),
        (
            "ngày làm việc cuối cùng của tháng, không có lịch",
            Recurring(freq="monthly", day=-1, working_day=True),
            "",
        ),
        ("mùa viết sai", Recurring(freq="annual", window="xuân"), "2026:~2026-12-31"),
        ("sau ngày 15/12 hằng năm", Recurring(relation="after", month=12, day=15), ""),
        ("trong thời gian lũ lụt", Recurring(freq="daily", condition="lũ lụt"), ""),
        (
            "trước 15/12 hằng năm khi còn dịch",
            Recurring(relation="before", month=12, day=15, condition="còn dịch"),
            "2026:2026-12-14",
        ),
    ],
)
def test_what_returns_within_2026(phrase: str, deadline: Recurring, expected: str) -> None:
    assert written(deadline, *YEAR_2026) == expected


@pytest.mark.parametrize(
    ("phrase", "deadline", "expected"),
    [
        (
            "hằng ngày trước 16 giờ",
            Recurring(freq="daily", relation="before", time="16:00"),
            (
                "2024-02-26:2024-02-26 2024-02-27:2024-02-27 2024-02-28:2024-02-28 "
                "2024-02-29:2024-02-29 2024-03-01:2024-03-01 2024-03-02:2024-03-02 "
                "2024-03-03:2024-03-03"
            ),
        ),
        ("hằng tuần", Recurring(freq="weekly"), "2024-W09:~2024-03-03"),
        ("thứ Sáu hằng tuần", Recurring(freq="weekly", weekday=5), "2024-W09:2024-03-01"),
        (
            "trước thứ Hai hằng tuần",
            Recurring(freq="weekly", relation="before", weekday=1),
            "2024-W10:2024-03-03",
        ),
        (
            "thứ Sáu tuần sau",
            Recurring(freq="weekly", weekday=5, period_offset=1),
            "2024-W08:2024-03-01",
        ),
        (
            "thứ Sáu đầu tiên của tháng",
            Recurring(freq="monthly", weekday=5, nth=1),
            "2024-03:2024-03-01",
        ),
        (
            "thứ Năm cuối cùng của tháng",
            Recurring(freq="monthly", weekday=4, nth=-1),
            "2024-02:2024-02-29",
        ),
        (
            "thứ Năm thứ tư hoặc thứ năm của tháng",
            Recurring(freq="monthly", weekday=4, nth=5),
            "2024-02:2024-02-29",
        ),
        (
            "từ ngày 25 đến ngày 02 hằng tháng",
            Recurring(freq="monthly", relation="in", window="D25..D02"),
            "2024-02:2024-03-02",
        ),
        (
            "từ ngày 20 đến ngày 28 hằng tháng",
            Recurring(freq="monthly", relation="in", window="20..28"),
            "2024-02:2024-02-28",
        ),
        ("ngày 31 hằng tháng", Recurring(freq="monthly", day=31), "2024-02:2024-02-29"),
        ("ngày cuối tháng", Recurring(freq="monthly", day=-1), "2024-02:2024-02-29"),
        ("hằng tháng", Recurring(freq="monthly"), "2024-02:~2024-02-29"),
        (
            "trước ngày 02 tháng sau",
            Recurring(freq="monthly", relation="before", day=2, month_offset=1),
            "2024-02:2024-03-01",
        ),
        ("29/02 hằng năm", Recurring(freq="annual", dates=("02-29",)), "2024:2024-02-29"),
        (
            "01/3 của năm sau",
            Recurring(freq="annual", dates=("03-01",), year_offset=1),
            "2023:2024-03-01",
        ),
        (
            "29/02 và 01/3, mỗi nửa năm của năm sau",
            Recurring(freq="semiannual", dates=("02-29", "03-01"), year_offset=1),
            "2023-H1:2024-02-29 2023-H1:2024-03-01",
        ),
    ],
)
def test_what_returns_from_26_february_to_3_march_2024(
    phrase: str, deadline: Recurring, expected: str
) -> None:
    assert written(deadline, date(2024, 2, 26), date(2024, 3, 3)) == expected


def test_two_dates_that_a_short_month_makes_one_are_one() -> None:
    deadline = Recurring(freq="annual", dates=("02-28", "02-29"))

    assert written(deadline, *YEAR_2026) == "2026:2026-02-28"


@pytest.mark.parametrize(
    ("day", "relation", "expected"),
    [
        (-1, "by", [date(2026, 1, 30), date(2026, 2, 27)]),
        (-1, "before", [date(2026, 1, 29), date(2026, 2, 26)]),
        (1, "by", [date(2026, 1, 5), date(2026, 2, 2)]),
        (5, "by", [date(2026, 1, 9), date(2026, 2, 6)]),
    ],
)
def test_working_days_of_a_month(
    calendar: WorkingCalendar, day: int, relation: Relation, expected: list[date]
) -> None:
    deadline = Recurring(freq="monthly", relation=relation, day=day, working_day=True)

    found = occurrences(deadline, date(2026, 1, 1), date(2026, 2, 28), calendar=calendar)

    assert [occurrence.last_day for occurrence in found] == expected


def test_the_time_is_kept() -> None:
    deadline = Recurring(freq="weekly", relation="before", weekday=5, time="16:00")

    (found,) = occurrences(deadline, date(2024, 3, 1), date(2024, 3, 3))

    assert found == Occurrence(
        period=Period.week(2024, 9), last_day=date(2024, 3, 1), time="16:00", exact=True
    )


@pytest.mark.parametrize(
    ("freq", "expected"),
    [
        ("semiannual", "2026-H1:2026-06-14"),
        ("quarterly", "2026-Q2:2026-06-14"),
        (("semiannual", "annual"), "2026:2026-06-14 2026-H1:2026-06-14"),
    ],
)
def test_a_day_of_the_year_comes_once_a_year(freq: Any, expected: str) -> None:
    deadline = Recurring(freq=freq, relation="before", day=15, month=6)
    found = written(deadline, *YEAR_2026).split()
    assert sorted(found) == sorted(expected.split())


def test_a_week_of_the_month_has_no_day_of_its_own() -> None:
    deadline = Recurring(freq="monthly", relation="in", nth=1)
    assert written(deadline, date(2026, 3, 1), date(2026, 3, 31)) == "2026-03:~2026-03-31"


def test_far_ends_are_bounded() -> None:
    found = list(occurrences(Recurring(freq="annual", month=1, day=1), date.min, date.max))

    assert (found[0].last_day, found[-1].last_day) == (date(1900, 1, 1), date(2200, 1, 1))
