"""`parcli due`, on the shipped registry and on a small one."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from parcli.registry.compiled.store import open_index
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome

    Cli = Callable[..., Outcome]

QUARTER = ("due", "--quarter", "2024-Q3", "--as-of", "2024-09-12")
SMALL = {
    "data/units/thu.yaml": """\
        schema: parcli.units/1
        id: thu
        organisation: {name: UBND xã Thử, level: commune}
        units:
          - {id: phong-mot, name: Phòng Một, kind: phong}
          - {id: phong-hai, name: Phòng Hai, kind: phong}
        """,
    "data/directives/vb.yaml": """\
        schema: parcli.directive/1
        id: vb
        org: thu
        type: ke-hoach
        issuer: UBND xã Thử
        issued: 2026-01-05
        subject: thử
        in_force: {from: 2026-01-05}
        reports:
          - {id: bc, title: Báo cáo, from: [phong-mot], deadline: trước ngày 15 tháng cuối quý}
        """,
}


@pytest.fixture
def at(cli: Cli, shipped: Path) -> Callable[..., Outcome]:
    """Runs a command on the shipped registry."""
    return lambda *arguments: cli(*arguments, "--root", shipped)


def listed(outcome: Outcome) -> list[dict[str, Any]]:
    assert outcome.code == 0, outcome
    return list(json.loads(outcome.out))


class TestThirdQuarterOf2024:
    def test_every_unit_addressed_has_one_row(self, at: Cli) -> None:
        rows = [r for r in listed(at(*QUARTER, "--format", "json")) if r["id"].endswith("cao-quy")]
        assert len({row["unit"]["id"] for row in rows}) == len(rows) == 26
        dates = {(row["send_by"], row["last_day"], row["rolled_to"]) for row in rows}
        assert dates == {("2024-09-13", "2024-09-14", "2024-09-16")}
        assert {row["status"] for row in rows} == {"soon"}

    def test_the_roll_up_waits_for_all_of_them(self, at: Cli) -> None:
        *reports, roll_up = listed(at(*QUARTER, "--format", "json"))
        assert (roll_up["id"], roll_up["unit"]["id"], roll_up["last_day"]) == (
            "ba-don-2024/tong-hop-quy",
            "phong-noi-vu",
            "2024-09-19",
        )
        assert [unit["id"] for unit in roll_up["waiting_for"]] == [r["unit"]["id"] for r in reports]

    def test_the_contracts_keys(self, at: Cli) -> None:
        row = listed(at(*QUARTER, "--unit", "noi vu", "--format", "json"))[0]
        assert row == {
            "id": "ba-don-2024/bao-cao-quy",
            "directive": "ba-don-2024",
            "kind": "report",
            "title": "Báo cáo định kỳ hằng quý",
            "period": "2024-Q3",
            "unit": {"id": "phong-noi-vu", "name": "Phòng Nội vụ"},
            "to": "ubnd-thi-xa",
            "via": "phong-noi-vu",
            "phrase": "trước ngày 15 tháng cuối quý",
            "last_day": "2024-09-14",
            "send_by": "2024-09-13",
            "rolled_to": "2024-09-16",
            "window": {"from": "2024-06-15", "to": "2024-09-14"},
            "status": "soon",
            "days_left": 2,
            "working_days_left": 1,
            "waiting_for": [],
        }

    def test_for_people(self, at: Cli) -> None:
        out = at(*QUARTER).out
        assert "10 departments, 6 wards, 10 communes" in out
        assert "waits for 26 units: Phòng Nội vụ, Văn phòng HĐND-UBND, Phòng Tư pháp, …" in out
        assert "Điều 8.5" in out
        assert len(out.splitlines()) == 7

    def test_expanded(self, at: Cli) -> None:
        out = at(*QUARTER, "--expand").out
        assert out.count("Báo cáo định kỳ hằng quý (") == 26

    def test_csv(self, at: Cli) -> None:
        outcome = at(*QUARTER, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(outcome.out)))
        assert (len(rows), rows[0]["unit_id"]) == (27, "phong-noi-vu")
        assert "Điều 8.5" in outcome.err

    def test_notes_of_json_go_to_stderr(self, at: Cli) -> None:
        outcome = at(*QUARTER, "--format", "json")
        assert "waits for 26 units" in outcome.err

    @pytest.mark.parametrize(
        ("span", "value"),
        [("--month", "2024-09"), ("--half", "2024-H2"), ("--year", "2024"), ("--half", "2024-h2")],
    )
    def test_other_spans_contain_it(self, at: Cli, span: str, value: str) -> None:
        rows = listed(at("due", span, value, "--format", "json"))
        assert Counter(r["last_day"] for r in rows)["2024-09-14"] == 26

    @pytest.mark.parametrize("span", ["--quarter", "--month", "--half", "--year"])
    def test_spans_stand_alone_for_the_current_one(self, at: Cli, span: str) -> None:
        rows = listed(at("due", span, "--as-of", "2024-09-01", "--format", "json"))
        assert "2024-09-14" in {row["last_day"] for row in rows}


def test_a_single_report_of_2022(at: Cli) -> None:
    rows = listed(
        at("due", "--quarter", "2022-Q3", "--directive", "bac-binh-2022", "--format", "json")
    )
    assert len(rows) == 30
    assert {(row["send_by"], row["last_day"], row["period"]) for row in rows} == {
        ("2022-09-19", "2022-09-19", None)
    }


def test_long_ago_without_a_report_is_said_plainly(at: Cli) -> None:
    out = at("due", "--quarter", "2024-Q3", "--as-of", "2026-11-22").out
    assert "no report recorded, 548 working days late" in out
    assert "27 reports or results are past their last day and not recorded." in out


def test_nothing_today_and_why(at: Cli) -> None:
    outcome = at("due", "--quarter", "--as-of", "2026-11-22")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "Nothing is due from 01/10/2026 to 31/12/2026.",
        ("56 units addressed no longer existed. UBND phường Quảng Long ended on 30/6/2025; its"
        " successor is UBND phường Ba Đồn. parcli units NAME tells more."),
        ("2 directives are not in force then: ba-don-2024 (10/7/2024 – 31/12/2024), bac-binh-2022"
        " (21/7/2022 – 31/12/2022)."),
        "Nothing is due later either.",
    ]  # fmt: skip


def test_a_dissolved_unit_names_its_successor(at: Cli) -> None:
    out = at("due", "--unit", "Quảng Long", "--as-of", "2026-11-22").out
    assert "UBND phường Quảng Long ended on 30/6/2025; its successor is UBND phường Ba Đồn." in out


class TestLate:
    def test_only_late_ones_of_all_time(self, at: Cli) -> None:
        rows = listed(at("due", "--overdue", "--as-of", "2024-10-01", "--format", "json"))
        assert {row["status"] for row in rows} == {"overdue"}
        assert {row["last_day"] for row in rows} == {"2022-09-19", "2024-09-14", "2024-09-19"}

    def test_only_late_ones_of_a_period(self, at: Cli) -> None:
        asked = ("due", "--overdue", "--month", "2024-09", "--as-of", "2024-09-16")
        rows = listed(at(*asked, "--format", "json"))
        assert {(row["last_day"], row["working_days_left"]) for row in rows} == {("2024-09-14", -1)}

    @pytest.mark.parametrize(("as_of", "code"), [("2024-09-14", 0), ("2024-09-15", 1)])
    def test_late_ones_may_fail(self, at: Cli, as_of: str, code: int) -> None:
        asked = ("due", "--quarter", "2024-Q3", "--as-of", as_of)
        assert at(*asked).code == 0
        assert at(*asked, "--fail-overdue").code == code


class TestWithin:
    @pytest.mark.parametrize(
        ("within", "last_days"),
        [
            ("7d", {"2024-09-14"}),
            ("2w", {"2024-09-14", "2024-09-19"}),
            ("1m", {"2024-09-14", "2024-09-19"}),
            ("8", {"2024-09-14"}),
            ("3M", {"2024-09-14", "2024-09-19"}),
        ],
    )
    def test_the_next_days(self, at: Cli, within: str, last_days: set[str]) -> None:
        asked = ("due", "--within", within, "--as-of", "2024-09-10", "--format", "json")
        assert {row["last_day"] for row in listed(at(*asked))} == last_days

    @pytest.mark.parametrize(
        "wrong",
        [
            ("--within", "soon"),
            ("--within", "30d", "--year"),
            ("--within", "30d", "--overdue"),
            ("--year", "2024", "--quarter"),
            ("--quarter", "2024"),
            ("--quarter", "2024-Q5"),
            ("--month", "2024-13"),
            ("--as-of", "hôm nay"),
            ("--directive", "ba-don"),
            ("--unit", "Sở Ngoại vụ"),
            ("--format", "xml"),
        ],
    )
    def test_what_makes_no_sense_is_said(self, at: Cli, wrong: tuple[str, ...]) -> None:
        outcome = at("due", *wrong)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith("Error: ")
        assert len(outcome.err.splitlines()) <= 2

    def test_which_options_exclude_each_other(self, at: Cli) -> None:
        assert at("due", "--year", "2024", "--quarter").err == (
            "Error: Only one of these can be given: --quarter, --year.\n"
        )


class TestPolicies:
    def rows(self, cli: Cli, registry: Callable[..., Path], policies: str) -> list[dict[str, Any]]:
        config = f"schema: parcli.registry/1\ntitle: Thử\norg: thu\npolicies: {policies}\n"
        root = registry({**SMALL, "parcli.yaml": config})
        asked = ("due", "--quarter", "2026-Q1", "--as-of", "2026-03-15", "--format", "json")
        return listed(cli(*asked, "--root", root))

    @pytest.mark.parametrize(
        ("policies", "last_day", "status"),
        [
            ("{}", "2026-03-14", "overdue"),
            ("{late: roll-forward}", "2026-03-14", "soon"),
            ("{before_includes_day: true}", "2026-03-15", "soon"),
            ("{late: roll-forward, soon_working_days: 0}", "2026-03-14", "upcoming"),
        ],
    )
    def test_the_registrys_policies_hold(
        self,
        cli: Cli,
        registry: Callable[..., Path],
        policies: str,
        last_day: str,
        status: str,
    ) -> None:
        (row,) = self.rows(cli, registry, policies)
        assert (row["last_day"], row["status"]) == (last_day, status)


def test_what_comes_next_is_named(cli: Cli, registry: Callable[..., Path]) -> None:
    root = registry(SMALL)
    outcome = cli("due", "--month", "2026-02", "--root", root)
    assert outcome.out == (
        "Nothing is due from 01/02/2026 to 28/02/2026.\nThe next thing is due on Sat 14/3/2026.\n"
    )
    assert cli("due", "--month", "2026-02", "--unit", "hai", "--root", root).out.splitlines() == [
        "Nothing of Phòng Hai is due from 01/02/2026 to 28/02/2026.",
        "Nothing is due later either.",
    ]


@pytest.mark.parametrize("year", range(2022, 2028))
def test_no_unannounced_year_is_shown_as_certain(
    cli: Cli, registry: Callable[..., Path], shipped: Path, year: int
) -> None:
    """Every quarter of 2022 to 2027, with the calendars that parcli ships."""
    root = registry(SMALL)
    directive = root / "data/directives/vb.yaml"
    text = directive.read_text(encoding="utf-8").replace("2026-01-05", "2021-12-01")
    directive.write_text(text, encoding="utf-8")
    shutil.copytree(shipped / "data/calendar", root / "data/calendar")
    index = open_index(root)
    calendar = working_calendar(index)
    for quarter in range(1, 5):
        asked = ("due", "--quarter", f"{year}-Q{quarter}", "--as-of", "2026-11-22")
        (row,) = listed(cli(*asked, "--root", root, "--format", "json"))
        days = [date.fromisoformat(row[name]) for name in ("send_by", "last_day", "rolled_to")]
        assert calendar.is_working(days[0])
        assert calendar.is_working(days[2])
        assert days == sorted(days)
        assert days[1] == date(year, 3 * quarter, 14)
        assert row.get("provisional", False) is (year == 2027)
        text = cli(*asked, "--root", root).out
        assert ("~" in text and "not yet announced" in text) is (year == 2027)
    index.db.close()


def test_a_warm_index_needs_no_heavy_import(shipped: Path, tmp_path: Path) -> None:
    """YAML, pydantic, rich, holidays and Word are not paid for by a list of what is due."""
    root = tmp_path / "so"
    shutil.copytree(shipped / "data", root / "data")
    shutil.copy2(shipped / "parcli.yaml", root)
    command = [sys.executable, "-X", "importtime", "-m", "parcli", "due", "--quarter", "2024-Q3"]
    environment = {**os.environ, "PARCLI_LANG": "en"}
    for _first_then_warm in range(2):
        ran = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, check=True, encoding="utf-8"
        )
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0]
        for line in ran.stderr.splitlines()
        if line.startswith("import time:")
    }
    heavy = {"yaml", "pydantic", "rich", "holidays", "docx", "jinja2", "openpyxl", "icalendar"}
    assert "sqlite3" in imported
    assert not imported & (heavy | {"rapidfuzz"})
