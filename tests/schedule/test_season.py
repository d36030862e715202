from __future__ import annotations

from datetime import date

import pytest

from parcli.schedule.season import MonthlySeason, YearlySeason, day_of_month, read_season


@pytest.mark.parametrize(
    ("window", "season"),
    [
        ("03..11", YearlySeason((3, 1), (11, 31))),
        ("03-15..11-15", YearlySeason((3, 15), (11, 15))),
        ("10-01..12", YearlySeason((10, 1), (12, 31))),
        ("Q1..Q3", YearlySeason((1, 1), (9, 31))),
        ("D01..D05", MonthlySeason(1, 5)),
        ("20..25", MonthlySeason(20, 25)),
        ("25..05", MonthlySeason(25, 5)),
        ("05..25", MonthlySeason(5, 25)),
        ("03", None),
        ("00..11", None),
        ("xuân..hạ", None),
        ("03..11..12", None),
    ],
)
def test_a_season_is_read(window: str, season: YearlySeason | MonthlySeason | None) -> None:
    assert read_season(window) == season


@pytest.mark.parametrize(
    ("window", "end"),
    [
        ("03..11", date(2023, 11, 30)),
        ("11..02", date(2024, 2, 29)),
        ("10..02-15", date(2024, 2, 15)),
    ],
)
def test_a_season_that_begins_late_ends_in_the_next_year(window: str, end: date) -> None:
    season = read_season(window)

    assert isinstance(season, YearlySeason)
    assert season.end(2023) == end


@pytest.mark.parametrize(
    ("window", "day", "inside"),
    [
        ("03..11", date(2024, 3, 1), True),
        ("03..11", date(2024, 11, 30), True),
        ("03..11", date(2024, 2, 29), False),
        ("11..02", date(2024, 2, 29), True),
        ("11..02", date(2024, 12, 1), True),
        ("11..02", date(2024, 3, 1), False),
    ],
)
def test_days_in_a_season(window: str, day: date, inside: bool) -> None:
    season = read_season(window)

    assert isinstance(season, YearlySeason)
    assert season.holds(day) is inside


@pytest.mark.parametrize(
    ("day", "found"), [(-1, date(2023, 2, 28)), (30, date(2023, 2, 28)), (7, date(2023, 2, 7))]
)
def test_a_day_that_a_month_lacks_is_its_last(day: int, found: date) -> None:
    assert day_of_month(2023, 2, day) == found
