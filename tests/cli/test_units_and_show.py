"""`parcli units` and `parcli show`: whom a name means, and everything with an id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome

    Cli = Callable[..., Outcome]


@pytest.fixture
def at(cli: Cli, shipped: Path) -> Cli:
    """Runs a command on the shipped registry."""
    return lambda *arguments: cli(*arguments, "--root", shipped)


def test_an_unknown_organisation_is_wrong_usage(at: Cli) -> None:
    found = at("units", "--org", "ba-dn")
    assert (found.code, found.out) == (2, "")
    assert "ba-don" in found.err


@pytest.mark.parametrize(
    ("command", "name", "others"),
    [
        (("units", "--org", "ba-don"), "Công an", ["cong-an-cap-xa"]),
        (("units",), "Công an", ["cong-an-cap-xa", "bac-binh: cong-an-huyen"]),
        (("show",), "noi vu", ["bac-binh: phong-noi-vu"]),
        (("due", "--quarter", "2022-Q3", "--unit"), "noi vu", ["bac-binh: phong-noi-vu"]),
        (("tasks", "--status", "done", "--unit"), "noi vu", ["bac-binh: phong-noi-vu"]),
    ],
)
def test_a_name_that_fits_others_too_says_so(
    at: Cli, command: tuple[str, ...], name: str, others: list[str]
) -> None:
    found = at(*command, name)
    assert found.code == 0
    assert f"“{name}” was taken for" in found.err
    assert all(other in found.err for other in others)
    assert ("bac-binh" in found.err) == any("bac-binh" in other for other in others)


def test_a_name_of_one_unit_says_nothing(at: Cli) -> None:
    assert at("units", "Phòng Quản lý đô thị").err == ""
    assert at("due", "--quarter", "2024-Q3", "--unit", "noi vu").err == ""


@pytest.mark.parametrize("command", ["units", "show"])
def test_a_code_is_a_name(at: Cli, command: str) -> None:
    found = at(command, "19009")
    assert found.code == 0
    assert "ubnd-phuong-ba-don-2025" in found.out


def test_only_units_of_the_day_are_candidates(cli: Cli, registry: Callable[..., Path]) -> None:
    catalogue = """\
        schema: parcli.units/1
        id: thu
        organisation: {name: Bộ Thử, level: ministry}
        units:
          - {id: cuc-a, name: Cục Một, kind: cuc, valid: {until: 2026-06-30}}
          - {id: cuc-b, name: Cục Hai, kind: cuc, valid: {from: 2026-07-01}}
          - {id: cuc-c, name: Cục Ba, kind: cuc}
        """
    root = registry({"data/units/thu.yaml": catalogue})
    found = cli("units", "cuc", "--as-of", "2026-03-01", "--root", root)
    assert found.code == 2
    assert "cuc-a" in found.err
    assert "cuc-b" not in found.err
    later = cli("units", "cuc mot", "--as-of", "2026-08-01", "--root", root, "--format", "json")
    assert [unit["id"] for unit in json.loads(later.out)] == ["cuc-a"]


def test_the_day_may_stand_before_the_command(cli: Cli, shipped: Path) -> None:
    asked = ("units", "phường ba đồn", "--root", shipped, "--format", "json")
    before = cli("--as-of", "2026-01-05", *asked)
    assert before == cli(*asked, "--as-of", "2026-01-05")
    assert [unit["id"] for unit in json.loads(before.out)] == ["ubnd-phuong-ba-don-2025"]


@pytest.mark.parametrize(
    ("ident", "said"),
    [
        ("ba-don-2024/bao-cao-quy", "Sent by way of: Phòng Nội vụ"),
        ("ba-don-2024/pl1", "34 tasks."),
        ("ba-don-2024/pl1.I", "7 tasks."),
        ("noi vu", "leads 65, cooperates in 31"),
        ("ubnd-cap-xa", "Members (16)"),
        ("papi/3", "papi/3.1"),
        ("papi/3.1", "2 tasks serve it:"),
        ("ba-don-2024", "Appendix 1: 34 tasks"),
        ("ba-don-2024/pl1.I.1", "Part: Nhiệm vụ, giải pháp cải thiện Chỉ số cải cách hành chính"),
        ("ba-don-2024/tong-hop-quy", "Rolls up: bao-cao-quy"),
    ],
)
def test_a_page_for_everything_with_an_id(at: Cli, ident: str, said: str) -> None:
    found = at("show", ident, "--as-of", "2024-09-12")
    assert found.code == 0
    assert said in found.out
    assert "Read from: data/" in found.out


def test_what_was_reported_on_a_task(cli: Cli, shipped: Path) -> None:
    root = shipped / "examples/xa-binh-minh"
    found = cli("show", "binh-minh-2026/plIII.I.2", "--root", root)
    assert found.code == 0
    assert "No report yet." not in found.out
    plain = json.loads(
        cli("show", "binh-minh-2026/plIII.I.2", "--root", root, "--format", "json").out
    )
    assert plain["kind"] == "task"
    assert plain["history"]


def test_what_is_due_of_a_unit_now(at: Cli) -> None:
    out = at("show", "noi vu", "--as-of", "2024-09-12").out
    assert "14/9/2024  Báo cáo định kỳ hằng quý (Phòng Nội vụ): 1 working day left" in out
    assert "… parcli tasks --unit phong-noi-vu lists all." in out


def test_what_is_nothing_suggests_commands(at: Cli) -> None:
    found = at("show", "nope")
    assert (found.code, found.out) == (2, "")
    assert "parcli tasks" in found.err


@pytest.mark.parametrize(
    "command", [("show", "ba-don-2024/bao-cao-quy"), ("show", "noi vu"), ("units", "ubnd cap xa")]
)
def test_a_card_keeps_to_the_width_of_the_terminal(
    at: Cli, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    for module in ("tables", "card_text"):
        monkeypatch.setattr(f"parcli.reporting.{module}.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, at(*command, "--as-of", "2024-09-01").out.splitlines())) < 60
