"""`parcli calendar`."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome


@pytest.fixture
def at(cli: Callable[..., Outcome], shipped: Path) -> Callable[..., Outcome]:
    """Runs `parcli calendar` on the shipped registry."""
    return lambda *arguments: cli("calendar", *arguments, "--root", shipped)


def test_a_year_with_its_deadlines(at: Callable[..., Outcome]) -> None:
    outcome = at("2024")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "Year 2024, 251 working days"
    assert len(lines) < 24
    assert any("Sat 04/5" in line and "make up for Mon 29/4" in line for line in lines)
    assert any(
        "Fri 13/9" in line and "26 " not in line and "last day Sat 14/9" in line for line in lines
    )


def test_the_year_of_the_day_asked_on(at: Callable[..., Outcome]) -> None:
    out = at("--as-of", "2026-11-22").out
    assert out.startswith("Year 2026, 249 working days")
    assert "Thu 01/01 – Sun 04/01" in out
    assert "Nghỉ hoán đổi dịp Tết Dương lịch (added); made up on Sat 10/01" in out
    assert "Tue 24/11" in out
    assert "2 directives are not in force then" in out


def test_a_year_that_is_not_announced(at: Callable[..., Outcome]) -> None:
    out = at("2027").out
    assert "PROVISIONAL" in out.splitlines()[0]
    assert "~ provisional: the days off of that year are computed, not yet announced." in out


def test_one_unit(at: Callable[..., Outcome]) -> None:
    out = at("2024", "--unit", "tu phap").out
    assert out.count("Phòng Tư pháp") == 2
    assert "tổng hợp" not in out


def test_one_directive(at: Callable[..., Outcome]) -> None:
    assert "Báo cáo định kỳ" not in at("2024", "--directive", "bac-binh-2022").out
    assert at("2024", "--directive", "khong-co").code == 2


def test_every_unit_named(at: Callable[..., Outcome]) -> None:
    assert "UBND xã Quảng Minh" in at("2024", "--expand").out


def test_json(at: Callable[..., Outcome]) -> None:
    plain = json.loads(at("2024", "--format", "json").out)
    assert (plain["official"], plain["working_days"]) == (True, 251)
    assert [d["last_day"] for d in plain["deadlines"]] == [
        "2024-09-14", "2024-09-19", "2024-12-14", "2024-12-19",
    ]  # fmt: skip
    assert len(plain["deadlines"][0]["units"]) == 26
    assert json.loads(at("2027", "--format", "json").out)["official"] is False


def test_csv(at: Callable[..., Outcome]) -> None:
    rows = list(csv.DictReader(io.StringIO(at("2024", "--format", "csv").out)))
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert {row["what"] for row in rows} == {
        "public-day-off", "added-day-off", "make-up-day", "send-by", "last-day",
    }  # fmt: skip


@pytest.mark.parametrize("year", ["24", "2024-Q1", "1899", "2201", "nay"])
def test_no_such_year(at: Callable[..., Outcome], year: str) -> None:
    outcome = at(year)
    assert outcome.code == 2
    assert outcome.err == (
        f"Error: “{year}” is not what parcli calendar takes.\nFor example: parcli calendar 2026.\n"
    )
