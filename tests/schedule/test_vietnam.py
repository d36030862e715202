"""Days off of 2022 to 2027 as offices had them, or as they are computed where not announced."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from parcli.schedule import vietnam
from parcli.schedule.vietnam import (
    DayOff,
    MakeUpDay,
    YearCorrection,
    computed_by_package,
    public_holidays,
)

if TYPE_CHECKING:
    from parcli.schedule.working_days import WorkingCalendar

KEPT = Path(vietnam.__file__).with_name("vietnam_years.json")

# "31/1-4/2" is every day from the one to the other.
DAYS_OFF = {
    2022: "1/1 3/1 31/1-4/2 10/4 11/4 30/4-3/5 1/9 2/9",
    2023: "1/1 2/1 20/1-26/1 29/4-3/5 1/9 2/9 4/9",
    2024: "1/1 8/2-14/2 18/4 29/4-1/5 2/9 3/9",
    2025: "1/1 27/1-1/2 7/4 30/4-2/5 1/9 2/9",
    2026: "1/1 2/1 16/2-20/2 26/4 27/4 30/4 1/5 31/8-2/9 24/11",
    2027: "1/1 4/2-10/2 16/4 30/4 1/5 3/5 2/9 3/9 24/11",
}
WORKED = {
    2022: {},
    2023: {},
    2024: {date(2024, 5, 4): date(2024, 4, 29)},
    2025: {date(2025, 4, 26): date(2025, 5, 2)},
    2026: {date(2026, 1, 10): date(2026, 1, 2), date(2026, 8, 22): date(2026, 8, 31)},
    2027: {},
}


def days_of(year: int, written: str) -> list[date]:
    days: list[date] = []
    for stretch in written.split():
        first, last = (
            date(year, *reversed([int(number) for number in day.split("/")]))
            for day in (stretch.split("-") * 2)[:2]
        )
        days += [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return days


@pytest.mark.parametrize("year", DAYS_OFF)
def test_the_days_off_of_a_year(calendar: WorkingCalendar, year: int) -> None:
    assert list(calendar.year(year).days_off) == days_of(year, DAYS_OFF[year])
    assert calendar.year(year).worked == WORKED[year]


@pytest.mark.parametrize("year", DAYS_OFF)
def test_only_a_year_not_yet_announced_is_provisional(calendar: WorkingCalendar, year: int) -> None:
    assert calendar.is_provisional(date(year, 6, 14)) is (year == 2027)


@pytest.mark.parametrize("day", [day for worked in WORKED.values() for day in worked])
def test_make_up_saturdays_are_worked(calendar: WorkingCalendar, day: date) -> None:
    assert day.isoweekday() == 6
    assert calendar.is_working(day)


def test_days_off_are_named_in_vietnamese(calendar: WorkingCalendar) -> None:
    assert calendar.year(2026).days_off[date(2026, 11, 24)] == "Ngày Văn hóa Việt Nam"
    assert calendar.year(2025).days_off[date(2025, 1, 27)] == "28 Tết"
    assert calendar.year(2025).days_off[date(2025, 1, 28)] == "Giao thừa Tết Nguyên Đán"


def test_a_correction_adds_names_removes_and_has_days_worked() -> None:
    correction = YearCorrection(
        days_off=(DayOff(date(2027, 9, 1), "Quốc khánh"), DayOff(date(2027, 1, 1), "Năm mới")),
        worked=(MakeUpDay(date(2027, 5, 8), date(2027, 5, 3), "Văn bản giả định"),),
        removed=(date(2027, 9, 3), date(2027, 9, 4)),
        official=True,
    )

    corrected, computed = public_holidays(2027, correction), public_holidays(2027)

    assert corrected.days_off.keys() - computed.days_off.keys() == {date(2027, 9, 1)}
    assert computed.days_off.keys() - corrected.days_off.keys() == {date(2027, 9, 3)}
    assert corrected.days_off[date(2027, 1, 1)] == "Năm mới"
    assert corrected.worked == {date(2027, 5, 8): date(2027, 5, 3)}
    assert (corrected.official, computed.official) == (True, False)


def test_a_holiday_that_is_worked_is_no_day_off() -> None:
    correction = YearCorrection(worked=(MakeUpDay(date(2027, 5, 1)),))

    year = public_holidays(2027, correction)

    assert date(2027, 5, 1) not in year.days_off
    assert year.works(date(2027, 5, 1))


def test_a_day_off_outweighs_a_swap_that_the_package_knows() -> None:
    correction = YearCorrection(days_off=(DayOff(date(2024, 5, 4), "Nghỉ bão"),))

    assert not public_holidays(2024, correction).works(date(2024, 5, 4))


def test_swaps_that_the_package_knows_are_worked_without_a_correction() -> None:
    assert public_holidays(2024).works(date(2024, 5, 4))
    assert not public_holidays(2023).worked


def test_the_kept_years_are_what_the_package_computes() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["years"]
    assert list(kept) == [str(year) for year in range(2000, 2051)]
    for year, days in kept.items():
        off, worked = computed_by_package(int(year))
        assert days == {
            "off": {day.isoformat(): name for day, name in sorted(off.items())},
            "worked": [day.isoformat() for day in sorted(worked)],
        }, year


def test_a_year_that_is_not_kept_is_asked_of_the_package() -> None:
    assert public_holidays(2055).days_off[date(2055, 9, 2)]
