"""`parcli export ics`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome


@pytest.fixture
def at(cli: Callable[..., Outcome], shipped: Path) -> Callable[..., Outcome]:
    """Runs `parcli export ics` on the shipped registry."""
    return lambda *arguments: cli("export", "ics", *arguments, "--root", shipped)


@pytest.fixture
def written(at: Callable[..., Outcome], tmp_path: Path) -> Callable[..., bytes]:
    """The bytes of a feed."""

    def feed(*arguments: str) -> bytes:
        path = tmp_path / "lich.ics"
        outcome = at(*arguments, "-o", path, "--force")
        assert outcome.code == 0, outcome
        return path.read_bytes()

    return feed


def uids(content: bytes) -> list[str]:
    return [str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")]


def test_a_year(written: Callable[..., bytes]) -> None:
    assert uids(written("--year", "2024")) == [
        "ba-don-2024/bao-cao-quy/2024-Q3@ba-don.parcli",
        "ba-don-2024/tong-hop-quy/2024-Q3@ba-don.parcli",
        "ba-don-2024/bao-cao-quy/2024-Q4@ba-don.parcli",
        "ba-don-2024/tong-hop-quy/2024-Q4@ba-don.parcli",
    ]


def test_one_unit_and_quarter(written: Callable[..., bytes]) -> None:
    content = written("--quarter", "2024-Q3", "--unit", "Quảng Minh")
    assert uids(content) == ["ba-don-2024/bao-cao-quy/2024-Q3/ubnd-xa-quang-minh@ba-don.parcli"]


def test_one_directive(written: Callable[..., bytes]) -> None:
    content = written("--year", "2022", "--directive", "bac-binh-2022")
    assert uids(content) == ["bac-binh-2022/bao-cao-ket-qua/2022-09-19@bac-binh.parcli"]


@pytest.mark.parametrize(
    "asked", [("--as-of", "2024-08-01"), ("--as-of", "2024-08-01", "--quarter")]
)
def test_the_current_year_or_quarter(written: Callable[..., bytes], asked: tuple[str, ...]) -> None:
    content = written(*asked)
    assert len(uids(content)) == (2 if "--quarter" in asked else 4)
    assert b"DTSTAMP:20240801T000000Z" in content


def test_the_same_bytes_whenever_it_is_run(written: Callable[..., bytes]) -> None:
    content = written("--year", "2024")
    assert content == written("--year", "2024")
    assert Calendar.from_ical(content).to_ical() == content
    assert b"DTSTAMP:20240101T000000Z" in content


def test_to_standard_output(at: Callable[..., Outcome], written: Callable[..., bytes]) -> None:
    outcome = at("--year", "2024", "-o", "-")
    assert outcome.out.encode() == written("--year", "2024")


def test_another_file_is_never_replaced_unasked(at: Callable[..., Outcome], tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    path.write_bytes(b"cua toi")
    outcome = at("--year", "2024", "-o", path)
    assert (outcome.code, path.read_bytes()) == (3, b"cua toi")
    assert "--force" in outcome.err
    outcome = at("--year", "2024", "-o", path, "--force")
    assert (outcome.code, outcome.out) == (0, f"4 deadlines in {path}.\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["lich.ics"]


def test_a_year_without_deadlines_says_why(at: Callable[..., Outcome], tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    outcome = at("--year", "2026", "-o", path)
    assert (outcome.code, outcome.out) == (0, f"0 deadlines in {path}.\n")
    assert outcome.err.startswith("Nothing is due from 01/01/2026 to 31/12/2026.\n")
    assert uids(path.read_bytes()) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [((), 2), (("-o", "-", "--year", "2024-Q1"), 2), (("-o", "/khong/co/x.ics"), 3)],
)
def test_what_cannot_be_done(at: Callable[..., Outcome], wrong: tuple[str, ...], code: int) -> None:
    outcome = at(*wrong)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(("Error: ", "Nothing is due"))


def test_help_lists_the_formats(cli: Callable[..., Outcome]) -> None:
    outcome = cli("export", "--help")
    assert outcome.code == 0
    assert "ics  Deadlines as a calendar for Outlook or Google" in outcome.out
