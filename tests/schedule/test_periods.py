from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcli.errors import BadPeriod
from parcli.schedule.periods import Period, Span, last_of_month

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
GAPLESS = [span for span in Span if span is not Span.NINE_MONTHS]


@pytest.mark.parametrize(
    ("written", "first", "last", "span"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), Span.YEAR),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30), Span.HALF),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31), Span.HALF),
        ("2024-9M", date(2024, 1, 1), date(2024, 9, 30), Span.NINE_MONTHS),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30), Span.QUARTER),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Span.MONTH),
        ("2024-W31", date(2024, 7, 29), date(2024, 8, 4), Span.WEEK),
        ("2021-W01", date(2021, 1, 4), date(2021, 1, 10), Span.WEEK),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3), Span.WEEK),
        ("2024-07-21", date(2024, 7, 21), date(2024, 7, 21), Span.DAY),
    ],
)
def test_a_period_reads_and_writes(written: str, first: date, last: date, span: Span) -> None:
    period = Period.parse(f" {written} ")

    assert period == Period(first, last, span)
    assert str(period) == written


@pytest.mark.parametrize(
    "written",
    ["", "24", "2024-Q5", "2024-H3", "2024-13", "2024-00", "2024-W54", "2023-02-29", "quý III"],
)
def test_anything_else_is_no_period(written: str) -> None:
    with pytest.raises(BadPeriod) as raised:
        Period.parse(written)

    assert raised.value.facts == {"text": written}


def test_periods_sort_by_their_first_day() -> None:
    quarters = [Period.parse(written) for written in ("2024-Q3", "2023-Q4", "2024-Q1")]

    assert [str(period) for period in sorted(quarters)] == ["2023-Q4", "2024-Q1", "2024-Q3"]


def test_periods_that_share_a_day_overlap() -> None:
    half, august = Period.half(2024, 2), Period.month(2024, 8)

    assert half.overlaps(august)
    assert august.overlaps(half)
    assert not august.overlaps(Period.month(2024, 9))


def test_no_nine_months_hold_a_day_of_the_fourth_quarter() -> None:
    assert Period.around(date(2024, 9, 30), Span.NINE_MONTHS) == Period.nine_months(2024)
    with pytest.raises(BadPeriod, match="2024-10-01"):
        Period.around(date(2024, 10, 1), Span.NINE_MONTHS)


@pytest.mark.parametrize("span", GAPLESS)
@given(day=DAYS)
@settings(deadline=None)
def test_the_period_around_a_day_holds_it_and_reads_back(span: Span, day: date) -> None:
    period = Period.around(day, span)

    assert day in period
    assert period.span is span
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [
        (2024, 2, date(2024, 2, 29)),
        (2023, 14, date(2024, 2, 29)),
        (2024, 12, date(2024, 12, 31)),
        (2024, 0, date(2023, 12, 31)),
        (2024, -12, date(2022, 12, 31)),
    ],
)
def test_months_run_on_into_other_years(year: int, month: int, last: date) -> None:
    assert last_of_month(year, month) == last
