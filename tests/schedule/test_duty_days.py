"""When a duty falls due by its words and its cycle, and what it is then about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parcli.schedule.cycles import DataWindow
from parcli.schedule.deadline import Compound, Deadline, Fixed, NoDeadline, Recurring
from parcli.schedule.duty_days import duty_occurrences, occasion, reported
from parcli.schedule.occurrence import Occurrence
from parcli.schedule.periods import Period

QUARTERLY = Recurring(freq="quarterly", relation="before", day=15, month_of_period="last")
NOTHING = NoDeadline()


def days(meaning: Deadline, cycle: str | None, start: str, end: str) -> list[tuple[str, str, bool]]:
    found = duty_occurrences(meaning, cycle, date.fromisoformat(start), date.fromisoformat(end))
    return [(str(o.period), o.last_day.isoformat(), o.exact) for o in found]


@pytest.mark.parametrize(
    ("meaning", "cycle", "start", "end", "expected"),
    [
        (QUARTERLY, None, "2024-01-01", "2024-06-30",
         [("2024-Q1", "2024-03-14", True), ("2024-Q2", "2024-06-14", True)]),
        (QUARTERLY, "cchc", "2024-04-01", "2024-06-30", [("2024-Q2", "2024-06-14", True)]),
        (NOTHING, "cchc", "2024-04-01", "2024-12-31",
         [("2024-H1", "2024-06-20", True), ("2024-Q3", "2024-09-20", True),
          ("2024", "2024-12-20", True)]),
        (NOTHING, "month", "2024-02-01", "2024-02-29", [("2024-02", "2024-02-29", False)]),
        (NOTHING, "month", "2024-02-01", "2024-02-28", []),
        (NOTHING, "week", "2024-12-30", "2025-01-05", [("2025-W01", "2025-01-05", False)]),
        (NOTHING, "cchc", "0001-01-01", "1900-03-31", [("1900-Q1", "1900-03-20", True)]),
        (NOTHING, "cchc", "2200-12-20", "9999-12-31", [("2200", "2200-12-20", True)]),
        (NOTHING, "cchc", "2024-06-20", "2024-06-20", [("2024-H1", "2024-06-20", True)]),
        (NOTHING, "cchc", "2024-06-21", "2024-06-19", []),
        (NOTHING, None, "2024-01-01", "2024-12-31", []),
        # Words that were not understood are never replaced by the cycle's own day.
        (NoDeadline(reason="unread", phrase="khi có yêu cầu"), "cchc", "2024-01-01", "2024-12-31",
         []),
    ],
)  # fmt: skip
def test_days(
    meaning: Deadline,
    cycle: str | None,
    start: str,
    end: str,
    expected: list[tuple[str, str, bool]],
) -> None:
    assert days(meaning, cycle, start, end) == expected


@pytest.mark.parametrize(
    ("period", "meaning", "cycle", "is_report", "about", "first"),
    [
        ("2024-Q2", QUARTERLY, None, True, "2024-Q2", date(2024, 3, 15)),
        ("2024-Q2", QUARTERLY, "cchc", True, "2024-H1", date(2023, 12, 15)),
        ("2024-Q2", QUARTERLY, None, False, "2024-Q2", None),
        ("2024", Fixed(period="2024"), None, True, "2024", None),
        ("2024-05-15", Fixed(date="2024-05-15"), "quarter", True, None, None),
        # The cycle has no period that ends with April: the words' own stands.
        ("2024-04", Recurring(freq="monthly"), "quarter", True, "2024-04", date(2024, 3, 15)),
    ],
)
def test_what_a_report_is_about(
    period: str,
    meaning: Deadline,
    cycle: str | None,
    is_report: bool,
    about: str | None,
    first: date | None,
) -> None:
    occurrence = Occurrence(period=Period.parse(period), last_day=date(2024, 6, 14))
    found, figures = reported(occurrence, meaning, cycle, is_report=is_report)
    assert (str(found) if found else None) == about
    assert (figures.first if figures else None) == first
    assert figures is None or isinstance(figures, DataWindow)


def yearly(*dates: str, freq: Any = "annual") -> Recurring:
    return Recurring(freq=freq, relation="before", dates=dates)


@pytest.mark.parametrize(
    ("meaning", "cycle", "about"),
    [
        # Nghị định 09/2019/NĐ-CP Điều 12: six months to 14 June, six to 14 December.
        (yearly("06-15", "12-15"), "half",
         {"2026-06-14": "2026-H1 15/12 14/06", "2026-12-14": "2026-H2 15/06 14/12"}),
        (yearly("06-15", "12-15"), None,
         {"2026-06-14": "2026-H1 15/12 14/06", "2026-12-14": "2026-H2 15/06 14/12"}),
        (yearly("06-15", "12-15", freq=("semiannual", "annual")), None,
         {"2026-06-14": "2026-H1 15/12 14/06", "2026-12-14": "2026 15/12 14/12"}),
        (yearly("03-15", "06-15", "09-15", "12-15"), None,
         {"2026-03-14": "2026-Q1 15/12 14/03", "2026-06-14": "2026-Q2 15/03 14/06",
          "2026-09-14": "2026-Q3 15/06 14/09", "2026-12-14": "2026-Q4 15/09 14/12"}),
        (yearly("03-15", "06-15", "09-15", "12-15"), "cchc",
         {"2026-03-14": "2026-Q1 15/12 14/03", "2026-06-14": "2026-H1 15/12 14/06",
          "2026-09-14": "2026-Q3 15/06 14/09", "2026-12-14": "2026 15/12 14/12"}),
        # After the half-year that it is about.
        (yearly("01-15", "07-15"), None,
         {"2026-01-14": "2025-H2 15/06 14/12", "2026-07-14": "2026-H1 15/12 14/06"}),
        # They fit no cycle: nothing is claimed, the day tells them apart.
        (yearly("05-20", "10-20"), None, {"2026-05-19": None, "2026-10-19": None}),
        (yearly("06-15", "06-25"), None, {"2026-06-14": None, "2026-06-24": None}),
        (yearly("02-10", "06-10", "10-10"), None,
         {"2026-02-09": None, "2026-06-09": None, "2026-10-09": None}),
        # One day a year for a half-yearly report.
        (Recurring(freq="annual", relation="before", day=15, month=6), "half",
         {"2026-06-14": "2026-H1 15/12 14/06"}),
        (Compound(parts=(Recurring(freq="semiannual", relation="before", day=15, month=6),
                         Recurring(freq="annual", relation="before", day=15, month=12))), None,
         {"2026-06-14": "2026-H1 15/12 14/06", "2026-12-14": "2026 15/12 14/12"}),
    ],
)  # fmt: skip
def test_what_several_days_a_year_are_about(
    meaning: Deadline, cycle: str | None, about: dict[str, str | None]
) -> None:
    found = {}
    for occurrence in duty_occurrences(meaning, cycle, date(2026, 1, 1), date(2026, 12, 31)):
        period, figures = reported(occurrence, meaning, cycle, is_report=True)
        days = f" {figures.first:%d/%m} {figures.last:%d/%m}" if figures else ""
        found[occurrence.last_day.isoformat()] = f"{period}{days}" if period else None
    assert found == about


@pytest.mark.parametrize(
    ("meaning", "period", "name"),
    [
        (QUARTERLY, "2024-Q2", "2024-Q2"),
        (Fixed(date="2024-06-15"), None, "2024-06-14"),
        (Recurring(freq="annual", dates=("06-15", "12-15")), "2024", "2024-06-14"),
        (Recurring(freq=("monthly", "quarterly")), "2024-Q2", "2024-06-14"),
        (Compound(parts=(QUARTERLY,)), "2024-Q2", "2024-06-14"),
    ],
)
def test_what_tells_it_from_the_others(meaning: Deadline, period: str | None, name: str) -> None:
    about = Period.parse(period) if period else None
    assert occasion(meaning, about, date(2024, 6, 14)) == name
