"""`parcli init`: the registry it makes, what it asks, what it refuses."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml

from parcli.cli import starter
from parcli.cli.init import LEVELS
from parcli.model.registry_config import RegistryConfig
from parcli.model.units import Organisation
from parcli.registry.files import list_files
from parcli.registry.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Ủy ban nhân dân xã A"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and standard input that is no terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_a_new_registry_is_complete_and_right(home: Path, cli: Any) -> None:
    code, out, err = cli("init", "so", "--org-name", NAME, "--ci", "github")
    assert (code, err) == (0, "")
    assert out.startswith(f"Registry made in {home}/so.\n")
    made = files(home / "so")
    assert made >= {
        "parcli.yaml",
        "README.md",
        ".gitignore",
        ".gitattributes",
        ".pre-commit-config.yaml",
        ".github/workflows/parcli.yml",
        ".vscode/settings.json",
        ".vscode/extensions.json",
        "data/units/ubnd-xa-a.yaml",
        "data/directives/README.md",
        "data/progress/README.md",
        "data/indices/par-index.yaml",
        "data/calendar/2026.yaml",
        "templates/bao-cao-don-vi.docx",
    }
    assert ".gitlab-ci.yml" not in made
    root = home / "so"
    read = [read_file(root, file.kind, file.path) for file in list_files(root)]
    assert len(read) >= 10
    assert [finding for one in read for finding in one.diagnostics] == []
    assert cli("validate", "--root", root, "--strict").code == 0
    assert cli("fmt", "--root", root, "--check").code == 0


def test_editor_settings_name_schemas_that_exist(home: Path, cli: Any) -> None:
    cli("init", "--org-name", NAME)
    settings = json.loads((home / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"].keys() == {
        f"./{path.relative_to(home).as_posix()}" for path in (home / starter.SCHEMAS).iterdir()
    }
    for folder in ("directives", "units", "indices", "calendar", "progress/*"):
        globs = [f"data/{folder}/*.yaml", f"data/{folder}/*.yml"]  # parcli reads both
        assert globs in settings["yaml.schemas"].values()
    assert settings["yaml.schemaStore.enable"] is False  # nothing is fetched from a network
    config = (home / ".vscode/schemas/config.schema.json").read_text(encoding="utf-8")
    assert "ubnd-xa-a" in config


def test_what_was_answered_stands_in_the_files_whatever_it_holds(home: Path, cli: Any) -> None:
    title = 'Sổ: "@org@" # 1'
    cli("init", "--title", title, "--org-name", "@level@: A", "--org", "a.b-1", "--level", "other")
    read = read_file(home, next(list_files(home)).kind, "parcli.yaml")
    assert isinstance(read.model, RegistryConfig)
    assert (read.diagnostics, read.model.title, read.model.org) == ([], title, "a.b-1")
    catalogue = (home / "data/units/a.b-1.yaml").read_text(encoding="utf-8")
    assert 'name: "@level@: A"\n  level: other\n' in catalogue


def test_without_an_organisation_there_is_no_catalogue_yet(home: Path, cli: Any) -> None:
    assert "list the units in data/units/\n" in cli("init", "--yes").out
    assert "org:" not in (home / "parcli.yaml").read_text(encoding="utf-8")
    assert cli("validate", "--strict").code == 0


@pytest.mark.parametrize(
    ("ci", "path"), [("github", ".github/workflows/parcli.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_ci_runs_commands_that_pass(home: Path, cli: Any, ci: str, path: str) -> None:
    cli("init", "--org-name", NAME, "--ci", ci)
    ran = [line for line in commands(home / path) if line.startswith("parcli ")]
    assert {line.split()[1] for line in ran} == {"validate", "fmt"}
    for line in ran:
        plain = re.split(r" (?:\|\|?|>) ", line)[0]
        assert cli(*plain.split()[1:]).code == 0


def commands(path: Path) -> list[str]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "jobs" in jobs:
        steps = [step for job in jobs["jobs"].values() for step in job["steps"]]
        lines = [line for step in steps for line in step.get("run", "").splitlines()]
        return [line.strip() for line in lines]
    return [*jobs["parcli"]["before_script"], *jobs["parcli"]["script"]]


def test_in_a_subfolder_of_a_repository_it_says_what_belongs_to_the_top(
    home: Path, cli: Any
) -> None:
    (home / ".git").mkdir()
    said = cli("init", "sổ", "--yes", "--ci", "gitlab").out

    moved = f"move .gitlab-ci.yml, .pre-commit-config.yaml to {home}, and"
    assert moved in said
    assert "PARCLI_ROOT, or --root sổ." in said
    assert "CI and pre-commit" not in cli("init", ".", "--yes", "--ci", "gitlab").out


def test_files_that_exist_are_kept(home: Path, cli: Any) -> None:
    (home / "README.md").write_text("của tôi")
    out = cli("init", "--yes").out
    assert "1 file was there already and was kept: README.md\n" in out
    assert (home / "README.md").read_text() == "của tôi"


def test_a_registry_is_refused(home: Path, cli: Any) -> None:
    cli("init", "--yes")
    before = {path: (home / path).read_bytes() for path in files(home)}
    outcome = cli("init", "--yes")
    assert outcome.code == 3
    assert outcome.err.startswith(f"Error: {home} is a registry already.\n")
    assert {path: (home / path).read_bytes() for path in files(home)} == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--org", "Xã A", "--org-name", "A"), 2, "“Xã A” cannot be an id."),
        (("--org", "a"), 2, "--org needs --org-name."),
        (("--level", "thôn"), 2, "“thôn” is not a value of --level."),
        (("--ci", "jenkins"), 2, "“jenkins” is not a value of --ci."),
        (("tep",), 3, "tep cannot be written: it is a file"),
        (("tep/so",), 3, "cannot be written"),
    ],
)
def test_wrong_usage_writes_nothing(
    home: Path, cli: Any, arguments: tuple[str, ...], code: int, message: str
) -> None:
    (home / "tep").write_text("")
    outcome = cli("init", "--yes", *arguments)
    assert outcome.code == code
    assert message in outcome.err
    assert files(home) == {"tep"}


class Terminal(io.StringIO):
    """Typed answers."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "org", "ci"),
    [
        (f"Sổ A\n{NAME}\n\nprovince\ngitlab\n", "ubnd-xa-a", ".gitlab-ci.yml"),
        (f"\n{NAME}\nxa-a\n\n\n", "xa-a", ".github/workflows/parcli.yml"),
        ("\n\nnone\n", None, None),
    ],
)
def test_on_a_terminal_it_asks(
    home: Path,
    cli: Any,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    org: str | None,
    ci: str | None,
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert cli("init").code == 0
    made = files(home)
    assert [p for p in made if p.startswith("data/units/") and p.endswith(".yaml")] == (
        [f"data/units/{org}.yaml"] if org else []
    )
    assert ci is None or ci in made


def test_an_answer_that_will_not_do_is_asked_for_again(
    home: Path, cli: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ("Sổ A", NAME, "Xã A", "xa-a", "thôn", "Tỉnh", "jenkins", "none")
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(typed) + "\n"))
    outcome = cli("init")
    assert outcome.code == 0
    assert outcome.err.splitlines()[::2] == [
        "“Xã A” cannot be an id.",
        "“thôn” is not a value of --level.",
        "“jenkins” is not a value of --ci.",
    ]
    catalogue = (home / "data/units/xa-a.yaml").read_text(encoding="utf-8")
    assert "\n  level: province\n" in catalogue


@pytest.mark.parametrize("written", ["commune", "xã", "Xa"])
def test_a_level_may_be_named_in_vietnamese(home: Path, cli: Any, written: str) -> None:
    cli("init", "--org-name", NAME, "--level", written)
    assert "\n  level: commune\n" in (home / "data/units/ubnd-xa-a.yaml").read_text("utf-8")


def test_options_are_not_asked_for(home: Path, cli: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(""))
    outcome = cli(
        "init", "--title", "A", "--org-name", NAME, "--org", "a", "--level", "other", "--ci", "none"
    )
    assert (outcome.code, outcome.err) == (0, "")


def test_the_levels_offered_are_those_of_a_catalogue() -> None:
    """The command states them itself, since models take long to import."""
    assert get_args(Organisation.model_fields["level"].annotation) == LEVELS
