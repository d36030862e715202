from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcli.schedule.deadline import Fixed, Recurring
from parcli.schedule.due_dates import (
    DueDates,
    DueStatus,
    Status,
    due_dates,
    status,
    working_days_late,
)
from parcli.schedule.periods import Period
from parcli.schedule.recurrence import occurrences

if TYPE_CHECKING:
    from parcli.schedule.working_days import WorkingCalendar

DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))

WORKED_DATES = """
    trước 15/3/2024   14/3/2024   14/3/2024   14/3/2024
    trước 15/6/2024   14/6/2024   14/6/2024   14/6/2024
    trước 15/9/2024   14/9/2024   13/9/2024   16/9/2024
    trước 15/12/2024  14/12/2024  13/12/2024  16/12/2024
    trước 15/6/2025   14/6/2025   13/6/2025   16/6/2025
    trước 15/9/2025   14/9/2025   12/9/2025   15/9/2025
    trước 15/12/2025  14/12/2025  12/12/2025  15/12/2025
    trước 15/3/2026   14/3/2026   13/3/2026   16/3/2026
    trước 15/6/2026   14/6/2026   12/6/2026   15/6/2026
    trước 20/9/2026   19/9/2026   18/9/2026   21/9/2026
    trước 15/12/2026  14/12/2026  14/12/2026  14/12/2026
    trước 20/12/2026  19/12/2026  18/12/2026  21/12/2026
    trước 15/3/2027   14/3/2027   12/3/2027   15/3/2027
    trước 20/6/2027   19/6/2027   18/6/2027   21/6/2027
    trước 20/9/2022   19/9/2022   19/9/2022   19/9/2022
"""


def day_of(written: str) -> date:
    day, month, year = map(int, written.split("/"))
    return date(year, month, day)


@pytest.mark.parametrize("row", [line.split() for line in WORKED_DATES.strip().splitlines()])
def test_the_worked_dates(calendar: WorkingCalendar, row: list[str]) -> None:
    named, *expected = map(day_of, row[1:])
    deadline = Fixed(relation="before", date=named.isoformat())

    (occurrence,) = occurrences(deadline, date(2022, 1, 1), date(2027, 12, 31))

    assert due_dates(occurrence.last_day, calendar) == DueDates(*expected)


@pytest.mark.parametrize(
    ("last_day", "send_by", "rolled_to"),
    [
        (date(2026, 1, 2), date(2025, 12, 31), date(2026, 1, 5)),  # 2/1 off, worked on 10/1
        (date(2026, 1, 10), date(2026, 1, 10), date(2026, 1, 10)),
        (date(2024, 5, 5), date(2024, 5, 4), date(2024, 5, 6)),
        (date(2025, 4, 27), date(2025, 4, 26), date(2025, 4, 28)),
        (date(2026, 8, 23), date(2026, 8, 22), date(2026, 8, 24)),
        (date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 25)),
        (date(2026, 2, 18), date(2026, 2, 13), date(2026, 2, 23)),
    ],
)
def test_around_holidays_and_make_up_saturdays(
    calendar: WorkingCalendar, last_day: date, send_by: date, rolled_to: date
) -> None:
    assert due_dates(last_day, calendar) == DueDates(last_day, send_by, rolled_to)


def test_every_quarter_of_2022_to_2027_is_computed(calendar: WorkingCalendar) -> None:
    units = Recurring(freq="quarterly", relation="before", day=15, month_of_period="last")
    dues = list(occurrences(units, date(2022, 1, 1), date(2027, 12, 31)))

    assert [due.period for due in dues] == [
        Period.quarter(year, quarter) for year in range(2022, 2028) for quarter in (1, 2, 3, 4)
    ]
    assert {due.last_day.day for due in dues} == {14}
    provisional = [due.period for due in dues if calendar.is_provisional(due.last_day)]
    assert [str(period) for period in provisional] == ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"]


@given(last_day=DAYS)
@settings(deadline=None)
def test_sending_by_is_working_and_never_late(calendar: WorkingCalendar, last_day: date) -> None:
    due = due_dates(last_day, calendar)

    assert due.send_by <= due.last_day <= due.rolled_to
    assert calendar.is_working(due.send_by)
    assert calendar.is_working(due.rolled_to)
    assert (due.send_by == due.rolled_to) is calendar.is_working(last_day)


SATURDAY = DueDates(date(2024, 9, 14), date(2024, 9, 13), date(2024, 9, 16))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 9, 5), DueStatus("upcoming", 9, 6)),
        (date(2024, 9, 6), DueStatus("soon", 8, 5)),
        (date(2024, 9, 13), DueStatus("soon", 1, 0)),
        (date(2024, 9, 14), DueStatus("soon", 0, 0)),
        (date(2024, 9, 15), DueStatus("overdue", -1, 0)),
        (date(2024, 9, 17), DueStatus("overdue", -3, -2)),
    ],
)
def test_status_by_day(calendar: WorkingCalendar, today: date, expected: DueStatus) -> None:
    assert status(today, SATURDAY, None, calendar=calendar) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 9, 15), DueStatus("soon", 1, 1)),
        (date(2024, 9, 16), DueStatus("soon", 0, 0)),
        (date(2024, 9, 17), DueStatus("overdue", -1, -1)),
    ],
)
def test_status_rolled_forward(calendar: WorkingCalendar, today: date, expected: DueStatus) -> None:
    assert status(today, SATURDAY, None, calendar=calendar, roll_forward=True) == expected


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        (date(2024, 9, 12), "submitted"),
        (date(2024, 9, 20), "submitted"),
        (date(2024, 9, 21), "overdue"),
    ],
)
def test_what_was_received_by_today_is_submitted(
    calendar: WorkingCalendar, submitted: date, expected: Status
) -> None:
    today = date(2024, 9, 20)

    assert status(today, SATURDAY, submitted, calendar=calendar).status == expected


def test_soon_is_a_policy(calendar: WorkingCalendar) -> None:
    today = date(2024, 9, 5)

    assert status(today, SATURDAY, None, calendar=calendar, soon_working_days=6).status == "soon"


@given(today=DAYS, last_day=DAYS, roll_forward=st.booleans())
@settings(deadline=None)
def test_overdue_is_exactly_a_negative_count_of_days(
    calendar: WorkingCalendar, today: date, last_day: date, roll_forward: bool
) -> None:
    found = status(
        today, due_dates(last_day, calendar), None, calendar=calendar, roll_forward=roll_forward
    )

    assert (found.status == "overdue") is (found.days_left < 0)
    assert today + timedelta(days=found.days_left) >= last_day


@pytest.mark.parametrize(
    ("day", "late", "late_rolled_forward"),
    [
        (date(2024, 9, 14), None, None),  # the last day, a Saturday
        (date(2024, 9, 15), 0, None),
        (date(2024, 9, 16), 1, None),
        (date(2024, 9, 17), 2, 1),
    ],
)
def test_working_days_late(
    calendar: WorkingCalendar, day: date, late: int | None, late_rolled_forward: int | None
) -> None:
    due = due_dates(date(2024, 9, 14), calendar)

    assert working_days_late(day, due, calendar) == late
    assert working_days_late(day, due, calendar, roll_forward=True) == late_rolled_forward
