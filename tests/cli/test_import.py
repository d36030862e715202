"""`parcli import`: what it prints, what it writes, what it never touches."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from word_files import as_word

from parcli.intake.failures import TooBig
from parcli.intake.readers import opening
from parcli.intake.readers.opening import read_bytes

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
    assert "Found: 7 tasks (7 with a lead" in done.out
    assert "100 % of the text that could be read is accounted for." in done.out


REVISED = CONFIG.replace("son-hai", "ubnd-tinh-son-hai")
STARTED = (
    "schema: parcli.units/1\nid: ubnd-tinh-son-hai\n"
    "organisation: {name: UBND tỉnh Sơn Hải, level: province}\nunits: []\ngroups: []\n"
)


@pytest.fixture
def office(home: Path) -> Path:
    """A registry as init makes it: the office's own catalogue, still without units."""
    (home / "parcli.yaml").write_text(REVISED, encoding="utf-8")
    catalogue = home / "data/units/ubnd-tinh-son-hai.yaml"
    catalogue.write_text(STARTED, encoding="utf-8")
    return catalogue


def test_the_registrys_own_empty_catalogue_is_filled(
    office: Path, home: Path, cli: Callable[..., object]
) -> None:
    done = cli("import", PLAN, "-o", "data/directives/kh.yaml")

    assert done.code == 0
    assert "Written: data/units/ubnd-tinh-son-hai.yaml" in done.out
    assert [path.name for path in (home / "data/units").iterdir()] == [office.name]
    assert "\norg: ubnd-tinh-son-hai\n" in (home / "data/directives/kh.yaml").read_text("utf-8")
    assert "name: Sở Tư pháp" in office.read_text(encoding="utf-8")
    assert "PAR851 Who belongs to “Các sở, ban, ngành” was guessed from its name." in done.out
    found = json.loads(cli("validate", "--format", "json").out)
    assert found["summary"]["errors"] == 0


def test_a_catalogue_with_units_gets_more_only_if_asked(
    office: Path, cli: Callable[..., object]
) -> None:
    own = "units:\n  - {id: so-tu-phap, name: Sở Tư pháp, kind: so}\n"
    office.write_text(STARTED.replace("units: []\n", own), encoding="utf-8")
    before = office.read_text(encoding="utf-8")

    first = cli("import", PLAN)
    assert office.read_text(encoding="utf-8") == before
    assert (
        "units are not in data/units/ubnd-tinh-son-hai.yaml, and validate will refuse" in first.out
    )
    assert "PAR854 “Sở Tài chính” is not in the catalogue" in first.out

    second = cli("import", PLAN, "--add-units")
    assert "Written: data/units/ubnd-tinh-son-hai.yaml" in second.out
    assert own in office.read_text(encoding="utf-8")
    assert json.loads(cli("validate", "--format", "json").out)["summary"]["errors"] == 0


def test_a_clerk_at_the_terminal_is_asked(
    office: Path, cli: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write_text(
        STARTED.replace("units: []", "units:\n- {id: a, name: Sở A, kind: so}"), encoding="utf-8"
    )
    asked: list[str] = []

    def agree(question: str, **_options: object) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr("parcli.cli.import_catalogue._is_terminal", lambda: True)
    monkeypatch.setattr("typer.confirm", agree)
    cli("import", PLAN)

    assert [question.split(" new units")[0] for question in asked] == ["Add 9"]
    assert "- id: so-tai-chinh" in office.read_text(encoding="utf-8")


def test_a_catalogue_laid_out_in_one_line_is_left(office: Path, cli: Callable[..., object]) -> None:
    office.write_text(
        STARTED.replace("units: []", "units: [{id: a, name: Sở A, kind: so}]"), encoding="utf-8"
    )
    done = cli("import", PLAN, "--add-units")
    assert "are not in data/units/ubnd-tinh-son-hai.yaml" in done.out


def test_outside_the_registry_its_catalogue_is_left(
    office: Path, home: Path, tmp_path_factory: pytest.TempPathFactory, cli: Callable[..., object]
) -> None:
    elsewhere = tmp_path_factory.mktemp("khac") / "kh.yaml"
    assert cli("import", PLAN, "-o", str(elsewhere)).code == 0
    assert elsewhere.is_file()
    assert office.read_text(encoding="utf-8") == STARTED
    assert not list((home / "data/directives").iterdir())


def test_the_head_is_told_in_words(home: Path, cli: Callable[..., object]) -> None:
    done = cli("import", PLAN, "--dry-run")
    assert "Head and end of the document: type, number, symbol, issuer, place," in done.err
    assert "Not found there" not in done.err
    (home / "thu.txt").write_text("Kính gửi: Sở A.\n\n1. Sở A kiểm tra.", encoding="utf-8")
    told = cli("import", "thu.txt", "--dry-run").err
    assert "Not found there: number, symbol, issuer, place, day of issue, subject" in told


def test_every_value_has_its_place(home: Path, cli: Callable[..., object]) -> None:
    assert 'number: "125"  # line 7' in cli("import", PLAN, "--dry-run").out
    draft = json.loads(cli("import", PLAN, "--dry-run", "--format", "json").out)
    sources = draft["extra"]["sources"]
    assert sources["number"] == {"line": 7}
    lead = sources["appendices[0].groups[0].tasks[0].lead"]
    assert lead == {"line": 75, "table": 1, "row": 4, "cell": 3}
    assert "reports[0].text" in sources


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


def test_second_import_as_json(home: Path, cli: Callable[..., object]) -> None:
    assert cli("import", PLAN, "--format", "json").code == 0
    again = json.loads(cli("import", PLAN, "--format", "json").out)

    assert again["exists"].endswith("son-hai-2026-125.yaml")
    assert (again["written"], again["changes"]) == ([], [])


@pytest.mark.parametrize("held", ["a: [", "ten: khong phai van ban\n"])
def test_a_file_that_is_no_directive_is_named(
    held: str, home: Path, cli: Callable[..., object]
) -> None:
    (home / "c.yaml").write_text(held, encoding="utf-8")
    done = cli("import", PLAN, "-o", "c.yaml")

    assert (done.code, "is no directive that can be read" in done.err) == (3, True)
    assert (home / "c.yaml").read_text(encoding="utf-8") == held


def test_a_draft_outside_the_registry_is_told(home: Path, cli: Callable[..., object]) -> None:
    assert "validate and tasks will not see it" in cli("import", PLAN, "-o", "x.yaml").err


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
    assert result["found"]["tasks"] == 7
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


def test_unknown_units_are_marked_in_the_draft(
    office: Path, home: Path, cli: Callable[..., object]
) -> None:
    office.write_text(
        STARTED.replace("units: []", "units:\n  - {id: so-tu-phap, name: Sở Tư pháp, kind: so}"),
        encoding="utf-8",
    )
    assert cli("import", PLAN, "-o", "data/directives/kh.yaml").code == 0
    written = (home / "data/directives/kh.yaml").read_text(encoding="utf-8")

    assert "# CHECK: “Sở Nội vụ” is not in the catalogue ubnd-tinh-son-hai." in written
    assert "“Sở Tư pháp” is not" not in written
    cli("import", PLAN, "-o", "data/directives/kh.yaml", "--add-units")
    assert cli("validate").code == 0


class Piped:
    """Standard input with bytes in it."""

    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BytesIO(raw)

    def isatty(self) -> bool:
        return False


def piped(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr("sys.stdin", Piped(raw))


@pytest.mark.parametrize("kind", ["text", "word"])
def test_stdin_is_told_by_its_content(
    kind: str, home: Path, monkeypatch: pytest.MonkeyPatch, cli: Callable[..., object]
) -> None:
    raw = Path(PLAN).read_bytes()
    piped(monkeypatch, raw if kind == "text" else as_word(read_bytes(raw, "x.txt", ".txt")))
    done = cli("import", "-", "--dry-run", "--format", "json")

    draft = json.loads(done.out)
    assert (done.code, draft["id"]) == (0, "son-hai-2026-125")
    assert draft["appendices"][0]["groups"][0]["tasks"][0]["lead"] == ["Sở Tư pháp"]
    assert "<stdin>:" in done.err


def test_stdin_is_written_as_files_are(
    home: Path, monkeypatch: pytest.MonkeyPatch, cli: Callable[..., object]
) -> None:
    piped(monkeypatch, Path(PLAN).read_bytes())
    assert cli("import", "-").code == 0
    assert (home / "data/directives/son-hai-2026-125.yaml").is_file()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "<stdin> has no text."),
        (b"\x00\x01" * 999, "<stdin> is not what its name says"),
        (b"x" * 300_000, "<stdin> is too big to be a directive"),
        (b"PK\x03\x04" + b"x" * 99, "<stdin> is damaged or incomplete"),
    ],
)
def test_what_cannot_be_read_from_stdin_is_named(
    raw: bytes, said: str, home: Path, monkeypatch: pytest.MonkeyPatch, cli: Callable[..., object]
) -> None:
    piped(monkeypatch, raw)
    done = cli("import", "-", "--dry-run")

    assert (done.code, said in done.err) == (3, True)


def test_stdin_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_FILE", 10)
    with pytest.raises(TooBig):
        opening.read_stream(io.BytesIO(b"x" * 11), "<stdin>")


@pytest.fixture
def held(home: Path, cli: Callable[..., object]) -> Path:
    """The plan in the registry, under a name of the clerk's own."""
    assert cli("import", PLAN, "-o", "data/directives/ke-hoach.yaml").code == 0
    return home / "data/directives/ke-hoach.yaml"


def test_the_same_document_is_never_a_second_directive(
    held: Path, cli: Callable[..., object]
) -> None:
    again = cli("import", PLAN)
    assert again.code == 0
    assert "PAR855 The registry holds this document already: data/directives/ke-hoach" in again.err
    assert "Nothing." in again.out

    other = cli("import", PLAN, "-o", "data/directives/moi.yaml", "--format", "json")
    shown = json.loads(other.out)
    assert (other.code, shown["written"], shown["changes"]) == (1, [], [])
    assert shown["exists"] == "data/directives/ke-hoach.yaml"
    assert [path.name for path in held.parent.iterdir()] == [held.name]


def test_the_same_document_revised_shows_the_difference(
    held: Path, home: Path, cli: Callable[..., object]
) -> None:
    text = Path(PLAN).read_text(encoding="utf-8").replace("Tháng 12/2026", "Tháng 11/2026")
    (home / "sua.txt").write_text(text, encoding="utf-8")
    done = cli("import", "sua.txt")

    assert (done.code, "“Tháng 12/2026” → “Tháng 11/2026”" in done.out) == (1, True)
    assert "ke-hoach-tinh" not in done.out


def test_the_same_document_is_told_where_it_is_no_second_directive(
    held: Path, home: Path, cli: Callable[..., object]
) -> None:
    assert "PAR855" in cli("import", PLAN, "--dry-run").err
    outside = cli("import", PLAN, "-o", "nhap.yaml")
    assert (outside.code, (home / "nhap.yaml").is_file()) == (0, True)
    assert "PAR855" in outside.out
    assert "PAR855" not in cli("import", PLAN, "-o", str(held)).err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Số: 125/KH-UBND", "Số: 126/KH-UBND"),
        ("Số: 125/KH-UBND", "Số: 125/KHPH-UBND"),
        ("ngày 12 tháng 01 năm 2026", "ngày 13 tháng 01 năm 2026"),
    ],
)
def test_another_document_is_written(
    old: str, new: str, held: Path, home: Path, cli: Callable[..., object]
) -> None:
    text = Path(PLAN).read_text(encoding="utf-8")
    assert old in text
    (home / "khac.txt").write_text(text.replace(old, new), encoding="utf-8")

    assert cli("import", "khac.txt", "--id", "khac").code == 0
    assert (home / "data/directives/khac.yaml").is_file()


def test_one_of_a_kind_is_said_in_the_singular(home: Path, cli: Callable[..., object]) -> None:
    (home / "mot.txt").write_text("I. VIỆC CHUNG\n1. Sở Nội vụ lập danh sách.\n", encoding="utf-8")
    done = cli("import", "mot.txt", "--dry-run")

    assert "Found: 1 task (1 with a lead, 0 with a deadline, 0 with targets), 1 group, " in done.err
    assert "0 appendices, 0 reports, 0 citations." in done.err


def test_a_text_files_places_are_its_lines(home: Path, cli: Callable[..., object]) -> None:
    text = "\n\n\nI. VIỆC CHUNG\n\n\n1. Sở Nội vụ lập danh sách trước ngày 05/6/2026.\n"
    (home / "dong.txt").write_text(text, encoding="utf-8")
    done = cli("import", "dong.txt", "--dry-run", "--format", "json")

    task = json.loads(done.out)["groups"][0]["tasks"][0]
    assert task["source"] == {"file": "dong.txt", "line": 7}
    assert "dong.txt:7: PAR851 The deadline was read out of the sentence." in done.err
    cli("import", "dong.txt", "--dry-run", "--report", "html")
    (page,) = home.glob("*-import.html")
    assert '<p data-line="7">' in page.read_text(encoding="utf-8")


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
        ([PLAN, "-o", "a.txt"], 2, "must end in .yaml or .yml"),
        (["data"], 3, "it is a folder"),
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
