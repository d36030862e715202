"""`parcli diff` on files and on git revisions."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PATH = "data/directives/thu.yaml"
OLD = """\
schema: parcli.directive/1
id: thu
org: thu
type: cong-van
issuer: UBND
subject: cải thiện chỉ số
tasks:
  - number: 1
    text: Chủ trì kiểm tra cải cách hành chính
    lead:
      - Phòng Nội vụ
"""
NEW = OLD.replace("Phòng Nội vụ", "Văn phòng")


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)  # noqa: S607  the test's own repository


@pytest.fixture
def repository(registry: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry whose first commit has OLD, second NEW and another directive."""
    root = registry({PATH: OLD})
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "một")
    (root / PATH).write_text(NEW, encoding="utf-8")
    (root / "data/directives/hai.yaml").write_text(OLD.replace("thu", "hai", 1), encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "hai")
    monkeypatch.chdir(root)
    return root


def kinds(out: str) -> list[tuple[str, str]]:
    return [(one["file"], change["kind"]) for one in json.loads(out) for change in one["changes"]]


BOTH = [
    ("data/directives/hai.yaml", "directive-added"),
    ("data/directives/thu.yaml", "task-reassigned"),
]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), []),
        (("HEAD",), []),
        (("HEAD~1",), BOTH),
        (("HEAD~1", "HEAD"), BOTH),
        (("HEAD~1", "HEAD", "--", PATH), BOTH[1:]),
        (("HEAD~1", PATH), BOTH[1:]),
        (("HEAD~1", "data/directives"), BOTH),
        (("HEAD~1", "--", "data/directives/gone.yaml"), []),
        (("HEAD", "HEAD~1", "data/directives/hai.yaml"), [(BOTH[0][0], "directive-dropped")]),
    ],
)
def test_revisions(
    repository: Path, cli: Any, arguments: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    code, out, err = cli("diff", "--format", "json", *arguments)
    assert (code, kinds(out), err) == (0, expected, "")


RENAMED = "data/directives/thu-13.yaml"
RENAMINGS = {
    "the file alone": NEW,
    "with its id": NEW.replace("id: thu", "id: thu-13"),
    "with its id and a lead": OLD.replace("id: thu", "id: thu-13"),
}


@pytest.mark.parametrize("text", RENAMINGS.values(), ids=RENAMINGS)
def test_a_renamed_directive_is_one(repository: Path, cli: Any, text: str) -> None:
    (repository / PATH).unlink()
    (repository / RENAMED).write_text(text, encoding="utf-8")

    [told] = json.loads(cli("diff", "--format", "json").out)

    assert (told["file"], told["directive"]) == (f"{PATH} → {RENAMED}", "thu-13")
    first, *others = [(one["kind"], one["was"], one["id"]) for one in told["changes"]]
    assert first == ("directive-renamed", "thu", "thu-13")
    moved = [] if "Văn phòng" in text else [("task-reassigned", "thu/1", "thu-13/1")]
    assert others == moved


def test_another_directive_is_not_a_renamed_one(repository: Path, cli: Any) -> None:
    (repository / PATH).unlink()
    other = NEW.replace("id: thu", "id: khac").replace("cải thiện chỉ số", "chuyển đổi số")
    text = other.replace("Chủ trì kiểm tra cải cách hành chính", "Số hóa hồ sơ")
    (repository / "data/directives/khac.yaml").write_text(text, encoding="utf-8")
    assert sorted(kind for _file, kind in kinds(cli("diff", "--format", "json").out)) == [
        "directive-added",
        "directive-dropped",
    ]


def test_paths_from_outside_the_registry(
    repository: Path, cli: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.parent)
    for path in (repository / PATH, f"{repository.name}/{PATH}"):
        code, out, _err = cli("diff", "HEAD~1", "HEAD", path, "--format", "json")
        assert (code, kinds(out)) == (0, BOTH[1:])
    assert cli("diff", "HEAD~1", "HEAD").code == 3


def test_help_names_the_forms_of_output(cli: Any) -> None:
    assert "text, json or md" in " ".join(cli("diff", "--help").out.split())


def test_what_is_not_committed(repository: Path, cli: Any) -> None:
    (repository / PATH).unlink()
    assert cli("diff").out == (
        "thu (data/directives/thu.yaml): 1 change\n  Directive removed:\n    thu cải thiện chỉ số\n"
    )


def test_two_files_in_words(tmp_path: Path, cli: Any) -> None:
    (tmp_path / "a.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(NEW, encoding="utf-8")
    code, out, err = cli("diff", tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert (code, err) == (0, "")
    assert "lead: “Phòng Nội vụ” → “Văn phòng”" in out
    assert (
        cli("diff", tmp_path / "a.yaml", tmp_path / "a.yaml").out == "No directive has changed.\n"
    )
    assert cli("diff", "--format", "md", tmp_path / "a.yaml", tmp_path / "b.yaml").out.startswith(
        "### thu: 1 change"
    )


def test_a_version_may_come_through_a_pipe(tmp_path: Path, cli: Any) -> None:
    (tmp_path / "b.yaml").write_text(NEW, encoding="utf-8")
    reading, writing = os.pipe()
    os.write(writing, OLD.encode())
    os.close(writing)
    try:
        out = cli("diff", f"/dev/fd/{reading}", tmp_path / "b.yaml").out
    finally:
        os.close(reading)
    assert "lead: “Phòng Nội vụ” → “Văn phòng”" in out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nhánh-lạ",), 2, "neither a file nor a git revision"),
        (("HEAD", "nhánh-lạ"), 2, "neither a file nor a git revision"),
        (("--", "--output=x"), 2, "neither a file nor a git revision"),
        (("--", "-h"), 2, "neither a file nor a git revision"),
        (("--format", "csv"), 2, "no output form"),
        ((PATH,), 2, "Two files are compared, not 1."),
        ((PATH, PATH, PATH), 2, "Two files are compared, not 3."),
    ],
)
def test_wrong_usage(
    repository: Path, cli: Any, arguments: tuple[str, ...], code: int, message: str
) -> None:
    outcome = cli("diff", *arguments)
    assert outcome.code == code
    assert message in outcome.err


def test_errors_in_a_version_are_said(tmp_path: Path, cli: Any) -> None:
    (tmp_path / "a.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(OLD + "la: 1\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("- 1\n", encoding="utf-8")
    assert "has errors" in cli("diff", tmp_path / "a.yaml", tmp_path / "b.yaml").err
    outcome = cli("diff", tmp_path / "a.yaml", tmp_path / "c.yaml")
    assert (outcome.code, "not a readable directive" in outcome.err) == (3, True)


def test_one_unreadable_file_hides_no_other(repository: Path, cli: Any) -> None:
    (repository / "data/directives/hai.yaml").write_text("- 1\n", encoding="utf-8")
    outcome = cli("diff", "HEAD~1", "--format", "json")
    assert kinds(outcome.out) == [("data/directives/thu.yaml", "task-reassigned")]
    assert outcome.code == 3
    assert "data/directives/hai.yaml cannot be compared" in outcome.err


def test_without_a_repository(
    registry: Callable[..., Path], cli: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(registry({PATH: OLD}))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    outcome = cli("diff")
    assert (outcome.code, "cannot be compared with an earlier state" in outcome.err) == (3, True)
    monkeypatch.setenv("PATH", "")
    outcome = cli("diff")
    assert (outcome.code, "git: not found" in outcome.err) == (3, True)
