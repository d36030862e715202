"""`parcli progress`: forms out, forms in, single entries, and who has reported."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from binh_minh import PLAN, FilledForm, copied_to, errors, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Outcome

Q3 = ("--period", "2026-Q3", "--unit")
FILE = "data/progress/2026-Q3/cong-an-xa.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = copied_to(tmp_path)
    monkeypatch.chdir(found)
    return found


@pytest.fixture
def progress(cli: Callable[..., Outcome], root: Path) -> Callable[..., Outcome]:
    return lambda *words: cli("progress", *words)


def test_set_writes_one_entry(progress: Callable[..., Outcome], root: Path) -> None:
    (root / "data" / "evidence").mkdir()
    (root / "data" / "evidence" / "bb.pdf").write_bytes(b"%PDF")
    found = progress(
        "set", "plIII.I.1", *Q3, "công an", "--status", "hoàn thành", "--value", "98,5%",
        "--result", "Đã xong", "--evidence", "20/BC-CAX: Báo cáo", "--evidence",
        "data/evidence/bb.pdf", "--difficulties", "Thiếu", "--proposals", "Thêm",
        "--received", "2026-09-11", "--number", "21/BC-CAX",
    )  # fmt: skip
    assert (found.code, found.err) == (0, "")
    assert (root / FILE).read_text(encoding="utf-8") == (
        "schema: parcli.progress/1\norg: binh-minh\nunit: cong-an-xa\nperiod: 2026-Q3\n"
        "submission:\n  number: 21/BC-CAX\n  received: 2026-09-11\n"
        f"tasks:\n  {PLAN}/plIII.I.1:\n    status: done\n"
        "    values:\n      - target: 1\n        value: 98.5\n    result: Đã xong\n"
        "    evidence:\n      - number: 20/BC-CAX\n        title: Báo cáo\n"
        "      - file: data/evidence/bb.pdf\n        sha256: "
        f"{sha256(b'%PDF').hexdigest()}\n"
        "    difficulties: Thiếu\n    proposals: Thêm\n"
    )
    assert "status: done" in found.out
    again = progress("set", "plIII.I.1", *Q3, "công an", "--status", "done", "--value", "98.5")
    assert again.out == "Nothing changes.\n"
    removed = progress("set", f"{PLAN}/plIII.I.1", *Q3, "cong-an-xa", "--value", "-")
    assert "value: 98.5 → –" in removed.out
    assert errors(root) == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("plI.II.1", *Q3, "công an", "--status", "done"), 2, "in quarter III of 2026"),
        (("plIII.I.1", *Q3, "công an", "--status", "ổn"), 2, "“ổn” is no status"),
        (("plIII.I.1", *Q3, "công an"), 2, "Say what is to change"),
        (("plIII.I.1", *Q3, "công an", "--result", "x"), 2, "give --status as well"),
        (("plIII.I.1", *Q3, "công an", "--value", "3 tổ"), 2, "is not a figure"),
        (("plIII.I.1", *Q3, "công an", "--value", "3", "--target", "2"), 2, "no target 2"),
        (("1.1", *Q3, "Các cơ quan, đơn vị thuộc xã", "--status", "done"), 2, "group of units"),
        (("1.1", *Q3, "công an", "--status", "done", "--evidence", "x.pdf"), 2, "does not exist"),
        (("1.1", *Q3, "công an", "--status", "done", "--result", "a\x07b"), 1, "U+0007"),
        (("1.1", "--period", "Q3", "--unit", "công an", "--status", "done"), 2, "not a period"),
    ],
)
def test_set_refuses(
    progress: Callable[..., Outcome], root: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    before = snapshot(root)
    found = progress("set", *words)
    assert found.code == code, found.err
    assert said in found.err
    assert snapshot(root) == before


def test_set_leaves_a_broken_file_alone(progress: Callable[..., Outcome], root: Path) -> None:
    (root / FILE).parent.mkdir()
    (root / FILE).write_text("tasks: [\n", encoding="utf-8")
    found = progress("set", "1.1", *Q3, "công an", "--status", "done")
    assert found.code == 1
    assert "was not changed: PAR106" in found.err
    assert (root / FILE).read_text(encoding="utf-8") == "tasks: [\n"


def test_a_unit_of_another_time(cli: Callable[..., Outcome], shipped: Path) -> None:
    words = ("progress", "status", "--root", shipped, "--period", "2026-Q1")
    found = cli(*words, "--unit", "Phòng Nội vụ")
    assert found.code == 2
    assert "does not exist in quarter I of 2026" in found.err


def test_form_there_and_back(progress: Callable[..., Outcome], root: Path) -> None:
    assert progress("form", *Q3, "công an", "-o", "f.xlsx").out == "f.xlsx\n"
    form = FilledForm((root / "f.xlsx").read_bytes())
    form.fill("plIII.I.1", status="Đang thực hiện", value="96%", result="x" * 90)
    (root / "f.xlsx").write_bytes(form.bytes())
    tried = progress("collect", "f.xlsx", "--dry-run", "--received", "2026-09-11")
    assert tried.out.endswith("4 values change.\nA trial: nothing was written.\n")
    assert not (root / FILE).exists()
    done = progress("collect", "f.xlsx", "--received", "2026-09-11", *Q3, "công an")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("1 file written.\n")
    again = progress("collect", "f.xlsx", "--format", "json")
    assert json.loads(again.out) == {
        "dry_run": False,
        "files": [],
        "written": [],
        "diagnostics": [],
    }


def test_a_form_has_a_name_of_its_own(progress: Callable[..., Outcome], root: Path) -> None:
    assert progress("form", *Q3, "công an").out == "2026-Q3-cong-an-xa.xlsx\n"
    (root / "gui-di").mkdir()
    assert progress("form", *Q3, "công an", "-o", "gui-di").out == (
        f"{Path('gui-di') / '2026-Q3-cong-an-xa.xlsx'}\n"
    )


@pytest.mark.parametrize("named", ["ve", "ve/*.xlsx", "v?/2026-Q3-*"])
def test_collect_takes_a_folder_or_a_pattern(
    progress: Callable[..., Outcome], root: Path, named: str
) -> None:
    progress("form", "--period", "2026-Q3", "--all", "ve")
    (root / "ve" / "~$2026-Q3-cong-an-xa.xlsx").write_bytes(b"Excel's own")
    (root / "ve" / "ghi-chu.txt").write_bytes(b"")
    (root / "ve" / "sâu").mkdir()
    path = root / "ve" / "2026-Q3-cong-an-xa.xlsx"
    path.write_bytes(
        FilledForm(path.read_bytes()).fill("plIII.I.1", value="96%", status="x").bytes()
    )
    found = progress("collect", named)
    assert found.err.count("PAR658") == 1, found.err
    assert "2026-Q3-cong-an-xa.xlsx: error" in found.err


@pytest.mark.parametrize("named", ["trong", "*.xls?", "không có [1]*.xlsx"])
def test_collect_finds_no_form(progress: Callable[..., Outcome], root: Path, named: str) -> None:
    (root / "trong").mkdir()
    found = progress("collect", named)
    assert (found.code, found.err) == (2, f"Error: There is no form (.xlsx) in {named}.\n")


def test_a_bad_cell_in_text_and_json(progress: Callable[..., Outcome], root: Path) -> None:
    progress("form", *Q3, "công an", "-o", "f.xlsx")
    form = FilledForm((root / "f.xlsx").read_bytes()).fill("plIII.I.1", status="ổn")
    (root / "f.xlsx").write_bytes(form.bytes())
    found = progress("collect", "f.xlsx")
    assert found.code == 1
    assert "f.xlsx: error PAR658: Sheet “Báo cáo”, cell G7: “ổn” is no status." in found.err
    assert found.err.endswith("Nothing was written, since a form has errors.\n")
    plain = json.loads(progress("collect", "f.xlsx", "--format", "json").out)
    (told,) = plain["diagnostics"]
    assert (told["sheet"], told["cell"], told["line"], told["column"]) == ("Báo cáo", "G7", 7, 7)


def test_files_that_cannot_be_read(progress: Callable[..., Outcome], root: Path) -> None:
    assert progress("collect", "none.xlsx").code == 3
    (root / "x.xlsx").write_bytes(b"x")
    assert progress("collect", "x.xlsx").code == 1


def test_forms_of_all_units(progress: Callable[..., Outcome], root: Path) -> None:
    found = progress("form", "--period", "2026-Q3", "--all", "forms")
    assert len(found.out.splitlines()) == 7
    assert found.err == "7 forms written.\n"
    assert len(list((root / "forms").iterdir())) == 7
    assert progress("form", "--period", "2026-Q3", "--all", "forms").code == 3
    assert progress("form", "--period", "2026-Q3", "--all", "forms", "--force").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--period", "2026-Q3"), "for one form, or --all"),
        (("--period", "2026-Q3", "--all", "x", "--unit", "công an"), "for one form, or --all"),
        (("--period", "2026-Q3", "-o", "x.xlsx"), "for one form, or --all"),
        (("--period", "2026-Q3", "-o", "x.xlsx", "--all", "x"), "for one form, or --all"),
        (("--period", "2027-Q1", "--all", "x"), "No unit has a task in quarter I of 2027"),
        (
            ("--period", "2027-Q1", "--unit", "công an", "-o", "x"),
            "has no task in quarter I of 2027",
        ),
    ],
)
def test_form_refuses(progress: Callable[..., Outcome], words: tuple[str, ...], said: str) -> None:
    found = progress("form", *words)
    assert found.code == 2
    assert said in found.err


def test_status_for_people_machines_and_spreadsheets(progress: Callable[..., Outcome]) -> None:
    asked = ("status", "--period", "2026-Q2", "--as-of", "2026-06-20")
    text = progress(*asked).out
    assert "3 working days" in text
    assert "the report, 2 entries" in text
    assert text.endswith("7 units: 5 reported (1 late), 2 not (2 overdue).\n")
    rows = json.loads(progress(*asked, "--format", "json").out)
    assert [row["unit"]["id"] for row in rows if not row["reported"]] == [
        "cong-an-xa",
        "quan-su-xa",
    ]
    table = list(csv.DictReader(io.StringIO(progress(*asked, "--format", "csv").out)))
    assert len(table) == 7
    assert table[3]["late_working_days"] == "3"


def test_a_unit_with_tasks_that_owes_no_report(cli: Callable[..., Outcome], shipped: Path) -> None:
    words = ("--period", "2024-Q3", "--as-of", "2024-09-20", "--root", shipped)
    found = cli("progress", "status", *words, "--unit", "ubnd-thi-xa")
    assert found.out.splitlines()[1].split() == [
        "UBND", "thị", "xã", "Ba", "Đồn", "–", "–", "0", "0", "0", "0",
    ]  # fmt: skip
    assert found.out.endswith("0 not (0 overdue). 1 has no report to make in this period.\n")


def test_late_by_days_off_alone(progress: Callable[..., Outcome]) -> None:
    text = progress("status", "--period", "2026-Q1", "--as-of", "2026-03-15").out
    assert "late, on days off" in text


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, parcli.cli.progress\n"
        "heavy = {'openpyxl', 'pydantic', 'yaml', 'rich', 'docx'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_period_in_which_nobody_has_a_task(progress: Callable[..., Outcome], root: Path) -> None:
    told = progress("status", "--period", "2027-Q1")
    assert (told.code, told.out) == (0, "No unit has a task in quarter I of 2027.\n")
    assert progress("form", "--period", "2027-Q1", "--all", "moi").code == 2
    assert not (root / "moi").exists()
