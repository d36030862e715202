from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcli.schedule.working_days import UnknownYearError, WorkingCalendar, YearOff

DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))


def of_2024() -> WorkingCalendar:
    """The week of Reunification Day 2024: Monday 29/4 off, Saturday 4/5 worked for it."""
    return WorkingCalendar.of(
        [
            YearOff(
                year=2024,
                days_off={
                    date(2024, 4, 29): "Nghỉ hoán đổi",
                    date(2024, 4, 30): "Ngày Chiến thắng",
                    date(2024, 5, 1): "Ngày Quốc tế Lao động",
                },
                worked={date(2024, 5, 4): date(2024, 4, 29)},
            )
        ]
    )


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2024, 4, 26), True),
        (date(2024, 4, 27), False),
        (date(2024, 4, 29), False),
        (date(2024, 5, 1), False),
        (date(2024, 5, 3), True),
        (date(2024, 5, 4), True),
        (date(2024, 5, 5), False),
        (date(2024, 5, 11), False),
    ],
)
def test_offices_work_on_weekdays_and_make_up_saturdays(day: date, working: bool) -> None:
    assert of_2024().is_working(day) is working


def test_the_nearest_working_days() -> None:
    calendar = of_2024()

    assert calendar.working_on_or_before(date(2024, 4, 30)) == date(2024, 4, 26)
    assert calendar.working_on_or_after(date(2024, 4, 27)) == date(2024, 5, 2)
    assert calendar.working_on_or_before(date(2024, 5, 5)) == date(2024, 5, 4)
    assert calendar.working_on_or_after(date(2024, 5, 4)) == date(2024, 5, 4)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2024, 5, 2), date(2024, 5, 2), 0),
        (date(2024, 5, 2), date(2024, 5, 4), 2),
        (date(2024, 4, 26), date(2024, 5, 1), 0),
        (date(2024, 4, 26), date(2024, 5, 2), 1),
        (date(2024, 5, 2), date(2024, 4, 26), -1),
        (date(2024, 5, 5), date(2024, 5, 4), 0),
    ],
)
def test_the_first_day_is_not_counted_and_the_last_is(start: date, end: date, count: int) -> None:
    assert of_2024().working_days_between(start, end) == count


@pytest.mark.parametrize(
    ("count", "reached"),
    [
        (0, date(2024, 4, 27)),
        (1, date(2024, 5, 2)),
        (3, date(2024, 5, 4)),
        (4, date(2024, 5, 6)),
        (-1, date(2024, 4, 26)),
    ],
)
def test_working_days_added(count: int, reached: date) -> None:
    assert of_2024().add_working_days(date(2024, 4, 27), count) == reached


def test_a_year_is_loaded_once_and_only_when_asked_for() -> None:
    asked: list[int] = []

    def load_year(year: int) -> YearOff:
        asked.append(year)
        return YearOff(year=year, official=year < 2027)

    calendar = WorkingCalendar(load_year)
    assert asked == []

    assert calendar.working_days_between(date(2025, 12, 31), date(2027, 1, 1)) == 262
    assert calendar.is_provisional(date(2027, 1, 1))
    assert not calendar.is_provisional(date(2026, 12, 31))
    assert sorted(asked) == [2025, 2026, 2027]


def test_a_year_that_was_not_given_is_an_error() -> None:
    with pytest.raises(UnknownYearError) as raised:
        of_2024().is_working(date(2025, 1, 1))

    assert raised.value.facts == {"year": 2025}


@given(start=DAYS, end=DAYS)
@settings(deadline=None)
def test_the_count_is_that_of_a_walk_through_the_days(
    calendar: WorkingCalendar, start: date, end: date
) -> None:
    earlier, later = sorted((start, end))
    walked = sum(
        calendar.is_working(earlier + timedelta(days=n))
        for n in range(1, (later - earlier).days + 1)
    )

    assert calendar.working_days_between(start, end) == (walked if start <= end else -walked)


@given(day=DAYS, count=st.integers(0, 300))
@settings(deadline=None)
def test_adding_and_counting_agree(calendar: WorkingCalendar, day: date, count: int) -> None:
    assert calendar.working_days_between(day, calendar.add_working_days(day, count)) == count


def test_a_warm_query_pays_for_no_holidays_no_yaml_and_no_pydantic() -> None:
    rooms = "working_days, recurrence, due_dates, cycles, vietnam"
    program = (
        f"import sys; from parcli.schedule import {rooms};"
        "print({'holidays', 'yaml', 'pydantic'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "set()\n"
