"""A year's days off, make-up days, working days and dues."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from small_office import directive

from parcli.queries.dues import DueFilter
from parcli.queries.year_overview import (
    DayOff,
    MakeUpDay,
    YearOverview,
    year_days,
    year_overview,
)
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.registry.compiled.store import Index

REPORT = "reports:\n  - {id: bc, from: [phong-mot], deadline: %s}\n"


def overview(index: Index, year: int) -> YearOverview:
    asked = DueFilter(*year_days(year), date(2024, 1, 1))
    return year_overview(index, working_calendar(index), year, asked)


def test_days_off_and_make_up_days(indexed: Callable[..., Index]) -> None:
    found = overview(indexed({}), 2024)
    assert found.official
    assert DayOff(date(2024, 4, 29), "Nghỉ hoán đổi", added=True) in found.days_off
    assert DayOff(date(2024, 4, 30), "Ngày Chiến thắng", added=False) in found.days_off
    assert found.make_up == (MakeUpDay(date(2024, 5, 4), date(2024, 4, 29)),)


def test_working_days_of_each_month(indexed: Callable[..., Index]) -> None:
    found = overview(indexed({}), 2024)
    assert found.worked_days == (22, 16, 21, 19, 23, 20, 23, 22, 19, 23, 21, 22)


def test_a_year_without_a_file_is_not_official(indexed: Callable[..., Index]) -> None:
    found = overview(indexed({}), 2027)
    assert not found.official
    assert not any(off.added for off in found.days_off)


def test_dues_to_be_sent_in_the_year_are_in_it(indexed: Callable[..., Index]) -> None:
    # The last day is New Year's Day: sent in 2024, due in 2025, on both calendars.
    force = "{from: 2024-01-01, until: 2025-12-31}"
    index = indexed(directive(REPORT % "đến ngày 01/01/2025", in_force=force))
    both = [overview(index, year).rows for year in (2024, 2025)]
    assert [[row.dates.send_by for row in rows] for rows in both] == [[date(2024, 12, 31)]] * 2


def test_dues_of_the_next_year_are_not(indexed: Callable[..., Index]) -> None:
    force = "{from: 2024-01-01, until: 2025-12-31}"
    index = indexed(directive(REPORT % "đến ngày 10/01/2025", in_force=force))
    assert overview(index, 2024).rows == ()
    assert len(overview(index, 2025).rows) == 1


def test_whose_dues_is_asked_by_the_filter(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(REPORT % "trước ngày 15/5/2024"))
    asked = DueFilter(*year_days(2024), date(2024, 1, 1))
    calendar = working_calendar(index)
    found = year_overview(index, calendar, 2024, asked._replace(directive="vb"))
    assert [row.id for row in found.rows] == ["vb/bc"]
    assert year_overview(index, calendar, 2024, asked._replace(directive="x")).rows == ()
