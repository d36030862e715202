"""`parcli validate`: what is looked at, what is written, and how it ends."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

UNITS = """\
schema: parcli.units/1
id: thu
organisation: {name: UBND xã Thử, level: commune}
units: [{id: van-phong, name: Văn phòng, kind: van-phong}]
"""
DIRECTIVE = """\
schema: parcli.directive/1
id: a
org: thu
type: cong-van
issuer: UBND xã Thử
subject: thử
tasks:
  - {number: "1", text: Xây dựng kế hoạch., lead: [Văn phòng]}
"""
WRONG = DIRECTIVE.replace("[Văn phòng]", "[Văn phogn]")
NO_LEAD = DIRECTIVE.replace(", lead: [Văn phòng]", "")
PROGRESS = """\
schema: parcli.progress/1
org: thu
unit: van-phong
period: 2026-Q1
tasks:
  a/1: {status: in-progress}
"""
FINE = {"data/units/thu.yaml": UNITS, "data/directives/a.yaml": DIRECTIVE}


@pytest.fixture
def at(
    registry: Callable[[Mapping[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Path]:
    """A registry of these files, as the working directory."""

    def enter(**changed: str) -> Path:
        named = {f"data/directives/{name}.yaml": text for name, text in changed.items()}
        root = registry({**FINE, **named})
        monkeypatch.chdir(root)
        return root

    return enter


def test_a_sound_registry_ends_with_zero(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    at()

    assert cli("validate") == (0, "3 files checked: nothing is wrong.\n", "")


def test_an_error_is_shown_on_its_line(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    at(a=WRONG)

    outcome = cli("validate")

    assert outcome.code == 1
    assert outcome.out == (
        "data/directives/a.yaml:8:52: error[PAR401] No unit of “thu” is called “Văn phogn”.\n"
        '     8 |   - {number: "1", text: Xây dựng kế hoạch., lead: [Văn phogn]}\n'
        "       |                                                    ^\n"
        "    → Did you mean Văn phòng? Otherwise add it to data/units/thu.yaml, or as an alias.\n"
        "\n"
        "3 files checked: 1 error, 0 warnings.\n"
        "parcli explain PAR401 tells more.\n"
    )


def test_json_is_the_contract(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    at(a=WRONG)

    assert json.loads(cli("validate", "--format", "json").out) == {
        "summary": {"errors": 1, "warnings": 0, "files": 3},
        "diagnostics": [
            {
                "code": "PAR401",
                "severity": "error",
                "file": "data/directives/a.yaml",
                "line": 8,
                "column": 52,
                "message": "No unit of “thu” is called “Văn phogn”.",
                "hint": "Did you mean Văn phòng? Otherwise add it to data/units/thu.yaml, or as an "
                "alias.",
            }
        ],
    }


def test_warnings_fail_only_when_strict(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    at(a=NO_LEAD)

    assert cli("validate").code == 0
    assert cli("validate", "--strict").code == 1


def test_severity_is_the_registrys_policy(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    root = at(a=NO_LEAD)
    config = (root / "parcli.yaml").read_text("utf-8")

    def with_severity(level: str) -> Any:
        policy = f"policies: {{severity: {{PAR405: {level}}}}}\n"
        (root / "parcli.yaml").write_text(config + policy, encoding="utf-8")
        return cli("validate")

    assert with_severity("error").code == 1
    assert "nothing is wrong" in with_severity("off").out


def test_named_files_are_told_alone(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    at(a=WRONG, b=NO_LEAD.replace("id: a", "id: b"))

    result = json.loads(cli("validate", "data/directives/b.yaml", "--format", "json").out)

    assert [d["code"] for d in result["diagnostics"]] == ["PAR405"]
    assert result["summary"]["files"] == 1


def test_a_folder_stands_for_its_files(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    at(a=WRONG)

    assert "2 files checked: 1 error, 0 warnings." in cli("validate", "data").out
    assert "1 file checked: 1 error, 0 warnings." in cli("validate", "data/directives").out


def test_standard_input_is_told_with_the_registrys_units(
    at: Callable[..., Path], cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    at()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))

    outcome = cli("validate", "-")

    assert outcome.code == 1
    assert outcome.out.startswith("<stdin>:8:52: error[PAR401]")


def test_a_file_outside_of_any_registry_is_told_by_itself(
    tmp_path: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.yaml").write_text(WRONG + "reports: [{id: x}]\n", encoding="utf-8")

    outcome = cli("validate", "draft.yaml")

    assert outcome.code == 1
    assert "draft.yaml:9:11: error[PAR201]" in outcome.out
    assert "PAR401" not in outcome.out


def test_a_copy_outside_still_knows_a_named_registry(
    at: Callable[..., Path], cli: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = at()
    draft = tmp_path_factory.mktemp("elsewhere") / "draft.yaml"
    draft.write_text(WRONG, encoding="utf-8")

    assert "PAR401" in cli("validate", draft, "--root", root).out


@pytest.mark.parametrize("arguments", [("validate",), ("validate", "missing.yaml")])
def test_what_is_not_there_ends_with_three(
    arguments: tuple[str, ...],
    tmp_path: Path,
    cli: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)

    outcome = cli(*arguments)

    assert outcome.code == 3
    assert outcome.out == ""


def test_paths_are_told_from_where_one_stands(
    at: Callable[..., Path], cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = at(a=WRONG)
    (root.parent / "nháp.yaml").write_text("a: [", encoding="utf-8")
    monkeypatch.chdir(root / "data")

    told = cli("validate", "directives/a.yaml", "../../nháp.yaml").out
    monkeypatch.setenv("GITHUB_WORKSPACE", str(root.parent))
    annotated = cli("validate", "directives/a.yaml", "../../nháp.yaml", "--format", "github").out

    assert "\ndirectives/a.yaml:8:52: " in told
    assert told.startswith("../../nháp.yaml:1:4: ")
    assert f"file={root.name}/data/directives/a.yaml," in annotated
    assert "file=nháp.yaml," in annotated


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_what_is_no_file_of_the_registry_is_not_quoted(
    at: Callable[..., Path], cli: Callable[..., Any], form: str
) -> None:
    root = at()
    (root.parent / "mật.txt").write_text("chuyện riêng\n", encoding="utf-8")
    (root / "data/directives/ngoai.yaml").symlink_to(root.parent / "mật.txt")
    (root / "data/directives/vo-tan.yaml").symlink_to("/dev/zero")
    os.mkfifo(root / "data/directives/ong.yaml")

    told = cli("validate", "--format", form).out

    assert told.count("PAR116") >= 3
    assert "chuyện riêng" not in told


def test_a_year_to_come_is_held_against_the_clock(
    at: Callable[..., Path], cli: Callable[..., Any]
) -> None:
    at(a=DIRECTIVE + "issued: 2192\n")

    assert "PAR514" in cli("validate").out
    assert "PAR514" in cli("--as-of", "2024-01-01", "validate").out
    assert cli("--as-of", "2191-01-01", "validate").code == 0


def test_unknown_forms_are_wrong_usage(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    at()

    assert cli("validate", "--format", "xml").code == 2
    assert cli("validate", "data", "--changed-since", "HEAD").code == 2


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("github", "::error file=data/directives/a.yaml,line=8,col=52,title=PAR401::No unit"),
        ("gitlab", '[\n  {"description": "No unit of'),
        ("junit", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="parcli validate"'),
        ("sarif", '{"$schema": "https://docs.oasis-open.org/sarif/'),
    ],
)
def test_forms_for_ci(
    form: str, beginning: str, at: Callable[..., Path], cli: Callable[..., Any]
) -> None:
    at(a=WRONG)

    outcome = cli("validate", "--format", form)

    assert outcome.code == 1
    assert outcome.out.startswith(beginning)


def test_paths_for_ci_begin_at_the_repository(
    at: Callable[..., Path], cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = at(a=WRONG)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(root.parent))

    assert f"file={root.name}/data/directives/a.yaml" in cli("validate", "--format", "github").out


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
@pytest.mark.parametrize(
    ("checkout", "shown"),
    [
        ("linked", "{root}/data/directives/a.yaml"),  # the same folder by another path
        ("elsewhere", "data/directives/a.yaml"),  # not the repository of this registry
    ],
)
def test_paths_for_ci_never_leave_the_repository(
    form: str,
    checkout: str,
    shown: str,
    at: Callable[..., Path],
    cli: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = at(a=WRONG)
    (tmp_path / "linked").symlink_to(root.parent, target_is_directory=True)
    (tmp_path / "elsewhere").mkdir()
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.setenv(variable, str(tmp_path / checkout))

    out = cli("validate", "--format", form).out

    assert shown.format(root=root.name) in out
    assert "../" not in out
    assert (f"{root.name}/data" in out) == (checkout == "linked")


def git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false")
    git = shutil.which("git") or "git"
    subprocess.run([git, *name, *arguments], cwd=root, check=True, capture_output=True)


def test_changes_since_a_revision(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    root = at(a=WRONG)
    git(root, "init", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-m", "first")
    (root / "data/directives/b.yaml").write_text(NO_LEAD.replace("id: a", "id: b"), "utf-8")

    changed = cli("validate", "--changed-since", "HEAD")
    (root / "data/units/thu.yaml").write_text(UNITS + "\n", encoding="utf-8")
    all_rest_on_units = cli("validate", "--changed-since", "main")

    assert "1 file checked: 0 errors, 1 warning." in changed.out
    assert "1 error, 1 warning." in all_rest_on_units.out
    assert cli("validate", "--changed-since", "nowhere").code == 2


def test_what_is_gone_since_a_revision(at: Callable[..., Path], cli: Callable[..., Any]) -> None:
    root = at(a=NO_LEAD, b=NO_LEAD.replace("id: a", "id: b"))
    report = root / "data/progress/2026-Q1/van-phong.yaml"
    report.parent.mkdir(parents=True)
    report.write_text(PROGRESS, encoding="utf-8")
    git(root, "init", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-m", "first")

    nothing = cli("validate", "--changed-since", "HEAD", "--format", "json")
    (root / "data/directives/a.yaml").unlink()
    progress = cli("validate", "--changed-since", "HEAD", "--format", "json")
    (root / "data/units/thu.yaml").unlink()
    everything = cli("validate", "--changed-since", "HEAD", "--format", "json")

    assert json.loads(nothing.out)["summary"]["files"] == 0
    assert {d["file"] for d in json.loads(progress.out)["diagnostics"]} == {
        "data/progress/2026-Q1/van-phong.yaml"
    }
    assert "data/directives/b.yaml" in {
        d["file"] for d in json.loads(everything.out)["diagnostics"]
    }


def test_a_renamed_directive_is_a_changed_one(
    at: Callable[..., Path], cli: Callable[..., Any]
) -> None:
    root = at(a=NO_LEAD)
    git(root, "init", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-m", "first")
    git(root, "mv", "data/directives/a.yaml", "data/directives/b.yaml")

    found = json.loads(cli("validate", "--changed-since", "HEAD", "--format", "json").out)

    assert [(d["code"], d["file"]) for d in found["diagnostics"]] == [
        ("PAR208", "data/directives/b.yaml"), ("PAR405", "data/directives/b.yaml")
    ]  # fmt: skip


def test_the_shipped_registry_has_no_errors_and_no_warnings(
    shipped: Path, cli: Callable[..., Any]
) -> None:
    outcome = cli("validate", "--root", shipped, "--format", "json")

    assert json.loads(outcome.out)["diagnostics"] == []
