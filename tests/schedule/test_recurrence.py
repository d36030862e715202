"""What one date, a range, a length and several statements fall due on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from written_occurrences import YEAR_2026, written

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
from parcli.schedule.recurrence import counted_from, occurrences

if TYPE_CHECKING:
    from parcli.schedule.working_days import WorkingCalendar


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


def test_a_policy_may_have_before_include_the_day() -> None:
    deadline = Fixed(relation="before", date="2026-09-20")

    (found,) = occurrences(deadline, *YEAR_2026, before_includes_day=True)

    assert found.last_day == date(2026, 9, 20)


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
