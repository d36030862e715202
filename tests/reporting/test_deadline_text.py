"""What `parcli deadline` says of a deadline's meaning."""

from __future__ import annotations

from datetime import date

import pytest

from parcli import language
from parcli.reporting.deadline_parts import deadline_parts
from parcli.reporting.deadline_text import deadline_text
from parcli.schedule.deadline import Deadline, Duration, Fixed, Range, Recurring
from parcli.schedule.phrases import read_deadline


@pytest.mark.parametrize(
    ("meaning", "parts"),
    [
        (
            Recurring(freq="quarterly", relation="before", day=15, month_of_period="last"),
            [
                "How often: quarterly",
                "Relation to the day: before it",
                "Day of the month: 15",
                "Month of the period: its last",
            ],
        ),
        (
            Recurring(freq=("semiannual", "annual"), day=-1),
            ["How often: half-yearly, yearly", "Day of the month: the last"],
        ),
        (
            Recurring(freq=(), dates=("06-15", "12-15"), on_request=True, weekday=5),
            [
                "How often: each report period",
                "Weekday: Fri",
                "Days of the year: ngày 15 tháng 6, ngày 15 tháng 12",
                "Also on request: yes",
            ],
        ),
        (
            Duration(span="P15D", working_days=True, anchor="receipt"),
            [
                "Relation to the day: no later than it",
                "Length: 15 ngày làm việc",
                "Counted in working days: yes",
                "Counted from: the day of receipt",
            ],
        ),
        (
            Duration(span="-P30D", working_days=False, anchor="expiry"),
            [
                "Relation to the day: no later than it",
                "Length: 30 ngày, counted back",
                "Counted in working days: no",
                "Counted from: the day of expiry",
            ],
        ),
        (Range(start="2026", end="open"), ["From: năm 2026", "To: without an end"]),
        (
            Fixed(period="2026-Q1", target=">=6%"),
            ["Period: quý I năm 2026", "Figure to reach: ≥ 6%"],
        ),
    ],
)
def test_each_part_has_a_name(meaning: Deadline, parts: list[str]) -> None:
    assert list(deadline_parts(meaning)) == parts


def test_each_of_several_statements_is_told() -> None:
    meaning = read_deadline("Thường xuyên; báo cáo trước ngày 20/12/2024")
    text = deadline_text(meaning, None, date(2024, 9, 1))
    assert "\n  “Thường xuyên”: without an end\n" in text
    assert "\n    Day: ngày 20 tháng 12 năm 2024\n" in text
    assert text.endswith("\n  Strict last days: 19/12/2024\n")


def test_words_without_a_time() -> None:
    text = deadline_text(read_deadline("ngày nào đó"), None, date(2024, 9, 1))
    assert text.count("\n") == 2


def test_figures_have_a_comma_in_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    from parcli.reporting.dates import figure

    assert [figure(value) for value in (96.4, 2.0, 1234567)] == ["96.4", "2", "1234567"]
    monkeypatch.setattr(language, "_chosen", "vi")
    assert figure(96.4) == "96,4"


def test_a_page_of_words_is_cut_short() -> None:
    told = deadline_text(read_deadline("trước ngày 15/12/2025 " * 100), None, date(2025, 1, 1))
    first, second = told.splitlines()
    assert len(first) < 240
    assert second == "  A deadline has at most 2000 characters; these words have 2200."


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("trước ngày 20/12", True),
        ("trong vòng 30 ngày kể từ ngày ban hành", True),
        ("6 tháng đầu năm", True),
        ("trước ngày 20/12/2024", False),
        ("trước ngày 20 hằng tháng", False),
        ("15 ngày làm việc kể từ ngày nhận", False),
        ("thường xuyên", False),
    ],
)
def test_where_the_day_of_issue_would_give_a_last_day_it_is_asked_for(
    phrase: str, told: bool
) -> None:
    said = deadline_text(read_deadline(phrase), None, date(2026, 1, 5))
    assert ("add --issued DATE" in said) == told
