"""`parcli import`: what it prints, what it writes, what it never touches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTS = Path(__file__).parents[1] / "intake/documents"
PLAN = str(DOCUMENTS / "ke-hoach-tinh.txt")
CONFIG = "schema: parcli.registry/1\ntitle: Sổ thử\norg: son-hai\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "parcli.yaml").write_text(CONFIG, encoding="utf-8")
    for folder in ("directives", "units"):
        (tmp_path / "data" / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_writes_the_draft_and_a_catalogue(home: Path, cli: Callable[..., object]) -> None:
    done = cli("import", PLAN)
    assert done.code == 0
    assert (home / "data/directives/son-hai-2026-125.yaml").is_file()
    assert "name: Sở Tư pháp" in (home / "data/units/son-hai.yaml").read_text(encoding="utf-8")
    assert "Found: 9 tasks (9 with a lead" in done.out
    assert "100.0 % of the document's text is accounted for." in done.out


def test_second_import_shows_differences_and_writes_nothing(
    home: Path, cli: Callable[..., object]
) -> None:
    assert cli("import", PLAN).code == 0
    target = home / "data/directives/son-hai-2026-125.yaml"
    before = target.read_bytes()
    assert cli("import", PLAN).code == 0
    revised = home / "sua.txt"
    text = Path(PLAN).read_text(encoding="utf-8").replace("Tháng 12/2026", "Tháng 11/2026")
    revised.write_text(text, encoding="utf-8")
    done = cli("import", str(revised))
    assert done.code == 1
    assert "“Tháng 12/2026” → “Tháng 11/2026”" in done.out
    assert target.read_bytes() == before


def test_dry_run_prints_json_outside_a_registry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cli: Callable[..., object]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli("import", PLAN, "--dry-run", "--format", "json")
    assert done.code == 0
    draft = json.loads(done.out)
    task = draft["appendices"][0]["groups"][0]["tasks"][0]
    assert (task["lead"], task["support"]) == (["Sở Tư pháp"], ["Các sở, ban, ngành"])
    assert task["meaning"] == {
        "phrase": "Trước ngày 30/11/2026",
        "kind": "fixed",
        "relation": "before",
        "date": "2026-11-30",
    }
    assert list(tmp_path.iterdir()) == []


def test_dry_run_prints_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cli: Callable[..., object]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli("import", PLAN, "--dry-run", "--id", "thu", "--org", "khac")
    assert "id: thu\norg: khac" in done.out
    assert "# CHECK: " in done.out


def test_output_names_the_directive(home: Path, cli: Callable[..., object]) -> None:
    assert cli("import", PLAN, "-o", str(home / "abc.yaml")).code == 0
    assert "\nid: abc\n" in (home / "abc.yaml").read_text(encoding="utf-8")


def test_result_as_json(home: Path, cli: Callable[..., object]) -> None:
    result = json.loads(cli("import", PLAN, "--format", "json").out)
    assert result["found"]["tasks"] == 9
    assert result["found"]["share"] == 100.0
    assert result["left_over"] == []
    assert {each["code"] for each in result["diagnostics"]} == {"PAR851"}


def test_unknown_units_are_told_with_the_nearest(home: Path, cli: Callable[..., object]) -> None:
    catalogue = (
        "schema: parcli.units/1\nid: son-hai\norganisation: {name: UBND tỉnh Sơn Hải, level: "
        "province}\n"
        "units:\n  - {id: so-tu-phap, name: Sở Tư pháp, kind: so}\n  - {id: so-noi-vu, name: Sở "
        "Nội vụ, kind: so}\n"
    )
    (home / "data/units/son-hai.yaml").write_text(catalogue, encoding="utf-8")
    done = cli("import", PLAN, "--dry-run")
    assert "PAR854 “Sở Tài chính” is not in the catalogue son-hai." in done.err
    assert "“Sở Tư pháp” is not" not in done.err


def test_html_report_beside_nothing_overwritten(home: Path, cli: Callable[..., object]) -> None:
    for _time in range(2):
        assert cli("import", PLAN, "--dry-run", "--report", "html").code == 0
    first, second = sorted(home.glob("*.html"))
    assert (first.name, second.name) == (
        "son-hai-2026-125-import-2.html",
        "son-hai-2026-125-import.html",
    )
    page = first.read_text(encoding="utf-8")
    assert '<mark class="lead" title="1: lead">Sở Tư pháp</mark>' in page
    assert "http" not in page


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["khong-co.docx"], 3, "cannot be read"),
        (["anh.jpg"], 2, "is not a document that parcli reads"),
        ([PLAN, "--id", "Có Dấu"], 2, "cannot be an id"),
        ([PLAN, "-o", "a.yaml", "--id", "b"], 2, "must be the name of the file"),
        ([PLAN, "--report", "pdf"], 2, "There is no report"),
        ([PLAN, "--format", "csv"], 2, "output form"),
        ([PLAN, "-o", "khong/co/a.yaml"], 3, "cannot be written"),
    ],
)
def test_refusals(
    home: Path, cli: Callable[..., object], arguments: list[str], code: int, said: str
) -> None:
    done = cli("import", *arguments)
    assert done.code == code
    assert said in done.err


def test_outside_a_registry_it_needs_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cli: Callable[..., object]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli("import", PLAN)
    assert done.code == 3
    assert "No registry here" in done.err
