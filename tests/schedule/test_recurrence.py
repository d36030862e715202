"""What each deadline of the phrase list falls due on; the phrase stands beside its meaning."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from members import told

from parcli.errors import BadPeriod
from parcli.schedule.deadline import (
    Asap,
    Compound,
    Deadline,
    Duration,
    Event,
    Fixed,
    NoDeadline,
    Ongoing,
    Range,
    Recurring,
    Reference,
)
from parcli.schedule.periods import Period
from parcli.schedule.recurrence import Occurrence, counted_from, occurrences

if TYPE_CHECKING:
    from parcli.schedule.deadline import Relation
    from parcli.schedule.working_days import WorkingCalendar

YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))


def written(deadline: Deadline, start: date, end: date) -> str:
    """Each occurrence as "period:last day", "~" before a day that stands in for none."""
    return " ".join(
        f"{found.period}:{'' if found.exact else '~'}{found.last_day}"
        for found in occurrences(deadline, start, end)
    )


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (Fixed(relation="before", date="2026-09-20"), "2026-09-20:2026-09-19"),
        (Fixed(relation="by", date="2026-12-10"), "2026-12-10:2026-12-10"),
        (Fixed(relation="on", date="2026-12-10"), "2026-12-10:2026-12-10"),
        (Fixed(date="2026-03-01"), "2026-03-01:2026-03-01"),
        (Fixed(relation="before", date="2026-11-27", time="17:00"), "2026-11-27:2026-11-27"),
        (Fixed(relation="in", period="2026"), "2026:2026-12-31"),
        (Fixed(relation="in", period="2026-Q1"), "2026-Q1:2026-03-31"),
        (Fixed(relation="in", period="2026-02"), "2026-02:2026-02-28"),
        (Fixed(relation="by", period="2026-H1"), "2026-H1:2026-06-30"),
        (Fixed(relation="before", period="2027"), "2027:2026-12-31"),
        (Fixed(relation="after", date="2026-03-01"), ""),
        (Fixed(relation="in", period="2026-03", week=1), "2026-03:~2026-03-31"),
        (Fixed(relation="before", day=15, month=3), ""),
        (Fixed(relation="in", period="2028"), ""),
        (Fixed(), ""),
    ],
)
def test_one_date_or_period(deadline: Fixed, expected: str) -> None:
    assert written(deadline, *YEAR_2026) == expected


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


def test_a_policy_may_have_before_include_the_day() -> None:
    deadline = Fixed(relation="before", date="2026-09-20")

    (found,) = occurrences(deadline, *YEAR_2026, before_includes_day=True)

    assert found.last_day == date(2026, 9, 20)


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
    ("deadline", "expected"),
    [
        (Range(start="2025", end="2026"), "2026:2026-12-31"),
        (Range(start="2025-10", end="2026-03-31"), "2026-03-31:2026-03-31"),
        (Range(start="2026", end="open"), ""),
        (Range(start="03", end="05"), ""),
        (Range(start="Q1", end="Q3"), ""),
        (Range(start="2025-10", end_event="kết thúc kiểm kê"), ""),
        (Event(event="lũ rút"), ""),
        (Reference(reference="kế hoạch"), ""),
        (Ongoing(), ""),
        (Asap(), ""),
        (NoDeadline(), ""),
        (Compound(parts=(Fixed(relation="in", period="2026"), Ongoing())), "2026:2026-12-31"),
        (
            Compound(
                parts=(
                    Recurring(freq="semiannual"),
                    Fixed(relation="before", date="2026-03-03"),
                    Compound(parts=(Recurring(freq="semiannual", month_of_period="last"),)),
                )
            ),
            "2026-03-03:2026-03-02 2026-H1:2026-06-30 2026-H2:2026-12-31",
        ),
    ],
)
def test_ranges_unions_and_what_has_no_day(deadline: Deadline, expected: str) -> None:
    assert written(deadline, *YEAR_2026) == expected


ISSUED = Period.parse("2026-08-20")


@pytest.mark.parametrize(
    ("deadline", "anchor", "expected"),
    [
        (Duration(span="P15D", anchor="issue"), ISSUED, [date(2026, 9, 4)]),
        (
            # Thursday 20/8; Saturday 22/8 is worked, 31/8 to 2/9 are off
            Duration(span="P10D", working_days=True, anchor="issue"),
            ISSUED,
            [date(2026, 9, 7)],
        ),
        (Duration(span="P15D", anchor="issue"), None, []),
        (Duration(span="P15D", anchor="issue"), Period.parse("2026-08"), []),
        (Duration(span="P15D", anchor="receipt"), ISSUED, []),
        (Duration(span="P15D", anchor="issue", relation="after"), ISSUED, []),
        (Duration(span="-P30D", anchor="event", event="kỳ họp"), ISSUED, []),
        (Duration(span="-P30D", anchor="issue"), ISSUED, []),
    ],
)
def test_a_length_counts_from_the_day_of_issue_only(
    calendar: WorkingCalendar, deadline: Duration, anchor: Period | None, expected: list[date]
) -> None:
    found = occurrences(deadline, *YEAR_2026, anchor=anchor, calendar=calendar)

    assert [occurrence.last_day for occurrence in found] == expected


def test_working_days_without_a_calendar_are_not_guessed() -> None:
    deadline = Duration(span="P10D", working_days=True, anchor="issue")

    assert list(occurrences(deadline, *YEAR_2026, anchor=ISSUED)) == []


@pytest.mark.parametrize(
    ("day", "length", "last_day"),
    [
        (date(2024, 1, 1), "P1D", date(2024, 1, 2)),
        (date(2024, 1, 1), "P2W", date(2024, 1, 15)),
        (date(2024, 1, 31), "P1M", date(2024, 2, 29)),
        (date(2024, 11, 30), "P3M", date(2025, 2, 28)),
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2024, 1, 31), "P1M1D", date(2024, 3, 1)),
        (date(2024, 1, 1), "PT24H", date(2024, 1, 2)),
        (date(2024, 1, 1), "PT36H", None),
        (date(2024, 1, 1), "P", None),
        (date(2024, 1, 1), "-P5D", None),
        (date(2024, 1, 1), "15 ngày", None),
    ],
)
def test_a_length_counted_by_the_civil_code(day: date, length: str, last_day: date | None) -> None:
    assert counted_from(day, length) == last_day


def test_working_months_are_not_counted(calendar: WorkingCalendar) -> None:
    assert counted_from(date(2024, 1, 1), "P1M", calendar, working_days=True) is None


@pytest.mark.parametrize("deadline", [Fixed(date="2025-11-31"), Range(start="2025", end="2026-13")])
def test_a_date_that_is_none_is_an_error(deadline: Deadline) -> None:
    with pytest.raises(BadPeriod):
        list(occurrences(deadline, *YEAR_2026))


def test_far_ends_are_bounded() -> None:
    found = list(occurrences(Recurring(freq="annual", month=1, day=1), date.min, date.max))

    assert (found[0].last_day, found[-1].last_day) == (date(1900, 1, 1), date(2200, 1, 1))


FREQUENCIES = st.sampled_from(["weekly", "monthly", "quarterly", "semiannual", "annual"])
MONTHS = st.integers(1, 12)
RETURNING = told(
    Recurring,
    freq=FREQUENCIES | st.lists(FREQUENCIES, min_size=1, max_size=3).map(tuple),
    relation=st.sampled_from([None, "before", "by", "in", "on", "bare"]),
    day=st.none() | st.just(-1) | st.integers(1, 31),
    month=st.none() | MONTHS,
    quarter=st.none() | st.integers(1, 4),
    month_of_period=st.sampled_from([None, "first", "middle", "last"]),
    weekday=st.none() | st.integers(1, 7),
    dates=st.none()
    | st.lists(
        st.builds("{:%m-%d}".format, st.dates(date(2024, 1, 1), date(2024, 12, 31)))
        | st.builds("{:02}".format, MONTHS),
        min_size=1,
        max_size=4,
    ).map(tuple),
    year_offset=st.none() | st.integers(-2, 2),
    month_offset=st.none() | st.integers(-3, 14),
    period_offset=st.none() | st.integers(-1, 2),
    nth=st.none() | st.sampled_from([1, 2, 3, 4, 5, -1]),
    window=st.none()
    | st.builds("{:02}..{:02}".format, MONTHS, MONTHS)
    | st.builds("{:02}-15..{:02}-30".format, MONTHS, MONTHS)
    | st.builds("D{:02}..D{:02}".format, st.integers(1, 31), st.integers(1, 31)),
)
DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))


@given(deadline=RETURNING, days=st.lists(DAYS, min_size=3, max_size=3).map(sorted))
@settings(deadline=None, max_examples=300)
def test_occurrences_do_not_depend_on_the_days_asked_about(
    deadline: Recurring, days: list[date]
) -> None:
    start, middle, end = days

    whole = list(occurrences(deadline, start, end))
    parts = [
        *occurrences(deadline, start, middle),
        *occurrences(deadline, middle + timedelta(days=1), end),
    ]

    assert whole == parts


@given(deadline=RETURNING | st.builds(Compound, parts=st.tuples(RETURNING, RETURNING)))
@settings(deadline=None, max_examples=300)
def test_occurrences_strictly_increase(deadline: Deadline) -> None:
    start, end = date(2020, 1, 1), date(2029, 12, 31)

    found = list(occurrences(deadline, start, end))

    assert all(start <= occurrence.last_day <= end for occurrence in found)
    for earlier, later in pairwise(found):
        assert (earlier.last_day, earlier.period) < (later.last_day, later.period)


@given(deadline=RETURNING.filter(lambda deadline: isinstance(deadline.freq, str)))
@settings(deadline=None)
def test_one_frequency_has_one_occurrence_a_day(deadline: Recurring) -> None:
    found = occurrences(deadline, date(2020, 1, 1), date(2029, 12, 31))
    days = [occurrence.last_day for occurrence in found]

    assert days == sorted(set(days))


@given(year=st.integers(2020, 2040), day=st.integers(1, 28), frequency=FREQUENCIES)
@settings(deadline=None)
def test_asking_year_by_year_finds_each_period_once(year: int, day: int, frequency: str) -> None:
    deadline = Recurring(freq=frequency, relation="by", day=day, weekday=1)  # type: ignore[arg-type]
    count = {"monthly": 12, "quarterly": 4, "semiannual": 2, "annual": 1}.get(frequency)

    found = list(occurrences(deadline, date(year, 1, 1), date(year, 12, 31)))

    assert len(found) == count or (frequency == "weekly" and len(found) in {52, 53})


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
