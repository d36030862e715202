"""Every command has JSON; lists open in a spreadsheet; periods and days as offices write them."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from parcli.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome

    Cli = Callable[..., Outcome]

LISTS = [
    ("due", "--quarter", "2024-Q3", "--as-of", "2024-09-12"),
    ("tasks", "--directive", "bac-binh-2022"),
    ("units", "--org", "ba-don"),
    ("calendar", "2024"),
    ("progress", "status", "--period", "2024-Q3"),
]


@pytest.mark.parametrize("command", LISTS, ids=lambda command: command[0])
def test_a_list_is_a_workbook_too(
    shipped: Path, capfdbinary: pytest.CaptureFixture[bytes], command: tuple[str, ...]
) -> None:
    assert run([*command, "--root", str(shipped), "--format", "xlsx"]) == 0
    page = openpyxl.load_workbook(io.BytesIO(capfdbinary.readouterr().out)).active
    assert page is not None
    assert page.max_row > 10


def test_a_workbook_is_not_for_a_terminal(
    cli: Cli, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parcli.reporting.tables.on_terminal", lambda: True)
    found = cli("units", "--format", "xlsx", "--root", shipped)
    assert (found.code, found.out) == (2, "")
    assert "-o viec.xlsx" in found.err


@pytest.mark.parametrize("command", LISTS, ids=lambda command: command[0])
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_a_list_goes_into_the_file_named(
    cli: Cli, shipped: Path, tmp_path: Path, command: tuple[str, ...], suffix: str
) -> None:
    """The name alone tells the form; standard output says where the list is."""
    path = tmp_path / f"viec.{suffix}"
    found = cli(*command, "--root", shipped, "-o", path)
    assert (found.code, found.out) == (0, f"{path}\n"), found.err
    raw = path.read_bytes()
    if suffix == "xlsx":
        page = openpyxl.load_workbook(io.BytesIO(raw)).active
        assert page is not None
        assert page.max_row > 10
        return
    shown = cli(*command, "--root", shipped, "--format", suffix).out
    mark = "\ufeff" if suffix == "csv" else ""
    assert raw.decode() == mark + shown


def test_a_list_in_a_file_is_never_overwritten(cli: Cli, shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / "don-vi.csv"
    path.write_text("cũ", encoding="utf-8")
    refused = cli("units", "--root", shipped, "-o", path)
    assert refused.code == 3
    assert "exists already and is left as it is" in refused.err
    assert path.read_text(encoding="utf-8") == "cũ"
    assert cli("units", "--root", shipped, "-o", path, "--force").code == 0
    assert "Phòng Nội vụ" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "viec.txt"), "ends in .xlsx, .csv, .json."),
        (("-o", "viec"), "For instance -o viec.xlsx"),
        (("-o", "viec.xlsx", "--format", "csv"), "ends in .csv."),
    ],
)
def test_a_name_that_tells_another_form(
    cli: Cli, shipped: Path, arguments: tuple[str, ...], told: str
) -> None:
    found = cli("tasks", "--root", shipped, *arguments)
    assert (found.code, found.out) == (2, "")
    assert told in found.err


def test_a_list_to_the_standard_output_by_its_sign(cli: Cli, shipped: Path) -> None:
    asked = ("units", "--root", shipped, "--format", "csv")
    assert cli(*asked, "-o", "-") == cli(*asked)


@pytest.mark.parametrize(
    "command", [*LISTS, ("show", "papi/1"), ("validate",)], ids=lambda command: command[0]
)
def test_a_table_is_the_usual_form(cli: Cli, shipped: Path, command: tuple[str, ...]) -> None:
    usual = cli(*command, "--root", shipped)
    assert cli(*command, "--root", shipped, "--format", "table") == usual


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (("deadline", "trước ngày 15/9/2024"), {"phrase", "kind", "relation", "date"}),
        (("schema", "units", "-o", "."), {"written"}),
        (("init", "new", "--yes"), {"folder", "org", "kept"}),
        (("fmt", "--check", "."), {"written", "changed", "same", "left", "diagnostics"}),
        (("export", "ics", "-o", "x.ics", "--year", "2026"), {"written", "deadlines"}),
        (("report", "unit", "--unit", "phong-mot", "--period", "2026-Q1"), {"written"}),
        (("report", "summary", "--period", "2026-Q1"), {"written"}),
        (("report", "reminder", "--period", "2026-Q1", "--as-of", "2026-01-06"), {"written"}),
        (("report", "tracking", "--period", "2026-Q1"), {"written"}),
        (("report", "directive", "vb"), {"written"}),
        (("progress", "form", "--period", "Q1/2026", "--unit", "phong-mot"), {"written"}),
        (
            ("progress", "set", "1", "--unit", "phong-mot", "--period", "quý I/2026",
             "--status", "done"),
            {"files"},
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_json_everywhere(
    cli: Cli,
    registry: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    keys: set[str],
) -> None:
    monkeypatch.chdir(registry(SMALL))
    found = cli(*command, "--format", "json")
    assert found.code == (1 if "--check" in command else 0), found.err
    assert set(json.loads(found.out)) == keys


SMALL = {
    "data/units/thu.yaml": """\
        schema: parcli.units/1
        id: thu
        organisation: {name: UBND xã Thử, level: commune}
        units:
          - {id: phong-mot, name: Phòng Một, kind: phong}
        """,
    "data/directives/vb.yaml": """\
        schema: parcli.directive/1
        id: vb
        org: thu
        type: ke-hoach
        issuer: UBND xã Thử
        issued: 2026-01-05
        subject: thử
        in_force: {from: 2026-01-05, until: 2026-12-31}
        tasks:
          - {number: "1", text: Việc, lead: [phong-mot], deadline: trước ngày 31/02/2026}
        reports:
          - {id: bc, from: [phong-mot]}
        """,
}


class TestDates:
    @pytest.mark.parametrize("typed", ["2024-Q3", "Q3/2024", "quý III năm 2024", "III/2024"])
    def test_a_quarter_as_offices_write_it(self, cli: Cli, shipped: Path, typed: str) -> None:
        found = cli("due", "--quarter", typed, "--root", shipped, "--format", "json")
        assert {row["period"] for row in json.loads(found.out)} == {"2024-Q3"}

    def test_a_wrong_quarter_is_told_as_typed_with_a_hint_that_works(
        self, cli: Cli, shipped: Path
    ) -> None:
        found = cli("due", "--quarter", "quý V/2024", "--root", shipped)
        assert found.code == 2
        assert "“quý V/2024”" in found.err
        assert "2024-Q3" in found.err
        assert "2024-07" not in found.err

    @pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1900-12-31", "2200-01-01"])
    def test_a_day_out_of_reach(self, cli: Cli, shipped: Path, day: str) -> None:
        found = cli("due", "--as-of", day, "--root", shipped)
        assert (found.code, found.out) == (2, "")
        assert "1901-01-01" in found.err

    @pytest.mark.parametrize("day", ["1901-01-01", "2199-12-31", "14/9/2024"])
    def test_a_day_within_reach(self, cli: Cli, shipped: Path, day: str) -> None:
        assert cli("due", "--as-of", day, "--root", shipped).code == 0

    @pytest.mark.parametrize("day", ["14/9", "31/02/2024", "14/9/2024/5", "hôm nay"])
    def test_what_is_no_day(self, cli: Cli, shipped: Path, day: str) -> None:
        found = cli("due", "--as-of", day, "--root", shipped)
        assert found.code == 2
        assert f"“{day}”" in found.err


class TestUndated:
    def test_due_tells_how_many_it_cannot_date(
        self, cli: Cli, registry: Callable[..., Path]
    ) -> None:
        root = registry(SMALL)
        found = cli("due", "--year", "2026", "--root", root, "--format", "json")
        assert found.out == "[]\n"
        assert "2 deadlines that cannot be dated are not listed" in found.err
        later = cli("due", "--year", "2027", "--root", root)
        assert "cannot be dated" not in later.err

    def test_a_deadline_that_no_calendar_has(self, cli: Cli) -> None:
        found = cli("deadline", "trước ngày 31/02/2024")
        assert found.code == 1
        assert "There is no such date: 31/02/2024." in found.out
        assert cli("deadline", "thường xuyên").code == 0
