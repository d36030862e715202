from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from parcli import language
from parcli.schedule.cycles import (
    CYCLES,
    DataWindow,
    ending_with,
    period_label,
    periods_of,
    send_by,
    window,
    window_gap_ok,
)
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.schedule.working_days import WorkingCalendar

PLAIN = ["week", "month", "quarter", "half", "year"]
ONE_DAY = timedelta(days=1)


@pytest.fixture
def english() -> Iterator[None]:
    before = language.chosen()
    language.choose("en")
    yield
    language.choose(before)


def of(name: str, first: int = 2022, last: int = 2027) -> list[Period]:
    return list(periods_of(CYCLES[name], date(first, 1, 1), date(last, 12, 31)))


@pytest.mark.parametrize("name", PLAIN)
def test_periods_of_a_plain_cycle_neither_overlap_nor_leave_gaps(name: str) -> None:
    for earlier, later in pairwise(of(name)):
        assert later.first == earlier.last + ONE_DAY


@pytest.mark.parametrize("name", PLAIN)
def test_neither_do_their_windows(name: str) -> None:
    cycle = CYCLES[name]
    for earlier, later in pairwise(window(period, cycle) for period in of(name)):
        assert later.first == earlier.last + ONE_DAY


@pytest.mark.parametrize(
    ("name", "count"),
    [("month", 12), ("quarter", 4), ("half", 2), ("nine-months", 1), ("year", 1), ("cchc", 4)],
)
def test_a_year_has_so_many(name: str, count: int) -> None:
    assert len(of(name, 2024, 2024)) == count


def test_a_week_belongs_to_the_days_asked_about_by_its_sunday() -> None:
    found = periods_of(CYCLES["week"], date(2021, 1, 1), date(2021, 1, 10))

    assert [str(period) for period in found] == ["2020-W53", "2021-W01"]


@pytest.mark.parametrize(
    ("period", "name", "first", "last"),
    [
        ("2024-03", "month", date(2024, 2, 15), date(2024, 3, 14)),
        ("2024-01", "month", date(2023, 12, 15), date(2024, 1, 14)),
        ("2024-Q1", "quarter", date(2023, 12, 15), date(2024, 3, 14)),
        ("2024-Q2", "quarter", date(2024, 3, 15), date(2024, 6, 14)),
        ("2024-Q3", "quarter", date(2024, 6, 15), date(2024, 9, 14)),
        ("2024-Q4", "quarter", date(2024, 9, 15), date(2024, 12, 14)),
        ("2024-H1", "half", date(2023, 12, 15), date(2024, 6, 14)),
        ("2024-H2", "half", date(2024, 6, 15), date(2024, 12, 14)),
        ("2024-9M", "nine-months", date(2023, 12, 15), date(2024, 9, 14)),
        ("2024", "year", date(2023, 12, 15), date(2024, 12, 14)),
        ("2024-W31", "week", date(2024, 7, 29), date(2024, 8, 4)),
    ],
)
def test_the_windows_of_decree_09(period: str, name: str, first: date, last: date) -> None:
    assert window(Period.parse(period), CYCLES[name]) == DataWindow(first, last)


def test_the_reports_of_administrative_reform() -> None:
    cchc = CYCLES["cchc"]

    found = [(str(p), window(p, cchc), send_by(p, cchc)) for p in of("cchc", 2024, 2024)]

    previous = date(2023, 12, 15)
    assert found == [
        ("2024-Q1", DataWindow(previous, date(2024, 3, 14)), date(2024, 3, 20)),
        ("2024-H1", DataWindow(previous, date(2024, 6, 14)), date(2024, 6, 20)),
        ("2024-Q3", DataWindow(date(2024, 6, 15), date(2024, 9, 14)), date(2024, 9, 20)),
        ("2024", DataWindow(previous, date(2024, 12, 14)), date(2024, 12, 20)),
    ]


def test_a_plain_cycle_leaves_the_day_to_send_by_to_the_directive() -> None:
    assert send_by(Period.quarter(2024, 1), CYCLES["quarter"]) is None


@pytest.mark.parametrize(
    ("quarter", "report"),
    [
        ("2024-Q1", "2024-Q1"),
        ("2024-Q2", "2024-H1"),
        ("2024-Q3", "2024-Q3"),
        ("2024-Q4", "2024"),
        ("2024-04", "None"),
    ],
)
def test_the_report_that_ends_with_a_quarter(quarter: str, report: str) -> None:
    assert str(ending_with(Period.parse(quarter), CYCLES["cchc"])) == report


@pytest.mark.parametrize(
    ("window_to", "last_day", "ok"),
    [
        (date(2024, 3, 14), date(2024, 3, 14), False),  # units: "trước ngày 15"
        (date(2024, 3, 14), date(2024, 3, 19), True),  # roll-up: "trước ngày 20"
        (date(2024, 3, 14), date(2024, 3, 15), True),
        (date(2025, 6, 14), date(2025, 6, 15), False),  # Saturday and Sunday
        (date(2025, 6, 14), date(2025, 6, 16), True),
        (date(2026, 1, 9), date(2026, 1, 10), True),  # a make-up Saturday
        (date(2024, 3, 14), date(2024, 3, 13), False),
    ],
)
def test_a_working_day_lies_between_closing_and_sending(
    calendar: WorkingCalendar, window_to: date, last_day: date, ok: bool
) -> None:
    assert window_gap_ok(window_to, last_day, calendar) is ok


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("2024", "Year 2024"),
        ("2024-H1", "First half of 2024"),
        ("2024-H2", "Second half of 2024"),
        ("2024-9M", "First nine months of 2024"),
        ("2024-Q1", "Quarter I of 2024"),
        ("2024-Q2", "Quarter II of 2024"),
        ("2024-Q3", "Quarter III of 2024"),
        ("2024-Q4", "Quarter IV of 2024"),
        ("2024-02", "Month 02/2024"),
        ("2024-03", "Month 3/2024"),
        ("2024-W31", "Week 31 of 2024"),
        ("2020-W53", "Week 53 of 2020"),
        ("2026-W01", "Week 1 of 2026"),
        ("2024-07-05", "Day 05/7/2024"),
        ("2024-12-21", "Day 21/12/2024"),
    ],
)
def test_periods_are_called(period: str, label: str) -> None:
    assert period_label(Period.parse(period)) == label


@pytest.mark.usefixtures("english")
def test_cycles_are_called() -> None:
    assert CYCLES["quarter"].title() == "quarterly"
    assert [cycle.name for cycle in CYCLES.values()] == list(CYCLES)
