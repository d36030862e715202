"""What holds of the occurrences of any returning deadline."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from members import told

from parcli.schedule.deadline import (
    Compound,
    Deadline,
    Recurring,
)
from parcli.schedule.recurrence import occurrences

if TYPE_CHECKING:
    from parcli.schedule.deadline import Frequency


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
def test_asking_year_by_year_finds_each_period_once(
    year: int, day: int, frequency: Frequency
) -> None:
    deadline = Recurring(freq=frequency, relation="by", day=day, weekday=1)
    count = {"monthly": 12, "quarterly": 4, "semiannual": 2, "annual": 1}.get(frequency)

    found = list(occurrences(deadline, date(year, 1, 1), date(year, 12, 31)))

    assert len(found) == count or (frequency == "weekly" and len(found) in {52, 53})
