"""What a repository uses of parcli in CI: pre-commit hooks, GitHub action, GitLab template."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from parcli import __version__
from parcli.cli import starter
from parcli.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci/gitlab-parcli.yml").read_text(encoding="utf-8"))["parcli"]
STEPS = ACTION["runs"]["steps"]


def ours(scripts: list[str]) -> list[list[str]]:
    """The parcli commands of shell scripts, shell variables given plain values."""
    lines = [line.strip() for script in scripts for line in script.splitlines()]
    plain = [re.split(r" (?:\|\|?|>) ", line)[0] for line in lines]
    found = [line for line in plain if line.startswith("parcli ")]
    strict = [line.replace('${STRICT:+"$STRICT"}', "--strict") for line in found]
    return [shlex.split(line.replace("$ROOT", "."))[1:] for line in strict]


COMMANDS_RUN = {
    "hooks": ours([hook["entry"] for hook in HOOKS]),
    "action": ours([step["run"] for step in STEPS if "run" in step]),
    "gitlab": ours(GITLAB["script"]),
}


@pytest.mark.parametrize("kit", COMMANDS_RUN)
def test_the_commands_exist_and_run(
    kit: str, cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "so"
    assert cli("init", made, "--yes").code == 0
    monkeypatch.chdir(made)
    assert {line[0] for line in COMMANDS_RUN[kit]} == {"validate", "fmt"}
    for line in COMMANDS_RUN[kit]:
        assert line[0] in COMMANDS
        assert cli(*line).code == 0


def test_the_action_gives_inputs_to_the_shell_as_variables_only() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert "shell" in step or "uses" in step


def test_every_input_of_the_action_is_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert all(f"inputs.{name}" in text for name in ACTION["inputs"])


BROKEN = """\
schema: parcli.directive/1
id: kh-1
org: a
type: ke-hoach
issuer: UBND
subject: x
"""


@pytest.mark.parametrize("kit", ["action", "workflow"])
@pytest.mark.parametrize("runner", [("bash", "-eo", "pipefail"), ("bash", "-e")])
def test_the_summary_has_every_finding_and_does_not_fail(
    kit: str, runner: tuple[str, ...], cli: Any, tmp_path: Path
) -> None:
    made = tmp_path / "so"
    cli("init", made, "--yes", "--ci", "github")
    (made / "data/directives/kh-1.yaml").write_text(BROKEN, encoding="utf-8")
    workflow = yaml.safe_load((made / ".github/workflows/parcli.yml").read_text(encoding="utf-8"))
    steps = STEPS if kit == "action" else workflow["jobs"]["validate"]["steps"]
    [script] = [step["run"] for step in steps if "GITHUB_STEP_SUMMARY" in step.get("run", "")]
    summary = tmp_path / "summary.md"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    shell = {**os.environ, "PATH": path, "ROOT": ".", "GITHUB_STEP_SUMMARY": str(summary)}

    done = subprocess.run([*runner, "-c", script], cwd=made, env=shell, check=False)

    assert done.returncode == 0
    first, *told, last = summary.read_text(encoding="utf-8").splitlines()
    assert (first, last) == ("```text", "```")
    assert told[0].startswith("data/directives/kh-1.yaml:3:6: ")


@pytest.mark.parametrize("kit", ["action", "workflow"])
def test_later_steps_wait_for_the_installation(kit: str, cli: Any, tmp_path: Path) -> None:
    cli("init", tmp_path, "--yes", "--ci", "github")
    text = (tmp_path / ".github/workflows/parcli.yml").read_text(encoding="utf-8")
    steps = STEPS if kit == "action" else yaml.safe_load(text)["jobs"]["validate"]["steps"]
    later = [step["if"] for step in steps if "if" in step]

    assert [step.get("id") for step in steps if "pip install" in step.get("run", "")] == ["install"]
    assert len(later) == 2
    for condition in later:
        # Without a status function a step is left out once one before it has failed.
        assert "!cancelled() && steps.install.outcome == 'success'" in condition


def test_gitlab_keeps_the_findings_whatever_the_outcome() -> None:
    report = GITLAB["artifacts"]["reports"]["codequality"]
    assert GITLAB["artifacts"]["when"] == "always"
    assert any(f"> {report} ||" in line for line in GITLAB["script"])
    assert GITLAB["script"][-1] == "exit $code"


def test_gitlab_checks_every_push_once(cli: Any, tmp_path: Path) -> None:
    cli("init", tmp_path, "--yes", "--ci", "gitlab")
    made = yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8"))["parcli"]

    assert GITLAB["rules"] == [
        {"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'},
        {"if": "$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS", "when": "never"},
        {"if": "$CI_COMMIT_BRANCH"},
    ]
    assert made | {"variables": {}} == GITLAB | {"variables": {}}


def test_what_pip_installs_can_be_chosen(tmp_path: Path) -> None:
    [install] = [step for step in STEPS if step.get("name") == "Install parcli"]
    chosen = [
        ({}, "/action"),
        ({"VERSION": "parcli==1.2.3"}, "parcli==1.2.3"),
        ({"VERSION": "parcli==1.2.3", "SOURCE": "parcli @ git+https://a/b@v1"},
         "parcli @ git+https://a/b@v1"),
    ]  # fmt: skip
    for given, installed in chosen:
        script = f"pip() {{ printf '%s' \"$3\"; }}; {install['run']}"
        shell = {"PATH": os.environ["PATH"], "GITHUB_ACTION_PATH": "/action", **given}
        done = subprocess.run(["/bin/sh", "-c", script], env=shell, capture_output=True, check=True)
        assert done.stdout.decode() == installed
    assert GITLAB["before_script"] == ['pip install --quiet "$PARCLI_PACKAGE"']


@pytest.mark.parametrize("ci", ["github", "gitlab"])
def test_what_init_writes_installs_this_parcli(
    ci: str, cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = {"github": ".github/workflows/parcli.yml", "gitlab": ".gitlab-ci.yml"}[ci]
    commit = {"vcs": "git", "commit_id": "abc123"}
    installed = {
        "from an index": (None, f"parcli=={__version__}"),
        "from a folder": ({"url": "file:///a", "dir_info": {}}, f"parcli=={__version__}"),
        "from git": (
            {"url": "https://example.org/parcli", "vcs_info": commit},
            "parcli @ git+https://example.org/parcli@abc123",
        ),
    }
    for name, (origin, requirement) in installed.items():
        monkeypatch.setattr(starter, "distribution", lambda _name, o=origin: Installed(o))
        root = tmp_path / name
        assert cli("init", root, "--yes", "--ci", ci).code == 0
        written = yaml.safe_load((root / path).read_text(encoding="utf-8"))
        kept = written["env"] if ci == "github" else written["parcli"]["variables"]
        assert kept == {"PARCLI_PACKAGE": requirement}
        hooks = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
        assert hooks["repos"][0]["hooks"][0]["additional_dependencies"] == [requirement]


class Installed:
    """A distribution as importlib.metadata gives it."""

    def __init__(self, origin: dict[str, Any] | None) -> None:
        self.origin = origin

    def read_text(self, _name: str) -> str | None:
        return json.dumps(self.origin) if self.origin else None


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-actions", ["action.yml"]),
        ("vendor.gitlab-ci", ["ci/gitlab-parcli.yml", "made/.gitlab-ci.yml"]),
        ("vendor.github-workflows", ["made/.github/workflows/parcli.yml"]),
    ],
)
def test_public_schemas_accept_the_kit(
    schema: str, files: list[str], cli: Any, tmp_path: Path
) -> None:
    for ci in ("github", "gitlab"):
        cli("init", tmp_path / ci, "--yes", "--ci", ci)
    made = tmp_path / ("gitlab" if "gitlab" in schema else "github")
    paths = [
        str(made / file.removeprefix("made/") if file.startswith("made/") else ROOT / file)
        for file in files
    ]

    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths]
    done = subprocess.run(command, capture_output=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [".pre-commit-hooks.yaml", "made/.pre-commit-config.yaml"])
def test_hooks_see_a_registry_wherever_it_lies(path: str, cli: Any, tmp_path: Path) -> None:
    cli("init", tmp_path, "--yes")
    made = tmp_path / path.removeprefix("made/")
    text = (made if path.startswith("made/") else ROOT / path).read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    hooks = {hook["id"]: hook for hook in (read["repos"][0]["hooks"] if made.exists() else read)}
    assert {hook["language"] for hook in hooks.values()} == {"python"}
    # A commit that removes a file passes no names, yet can break what refers to it.
    assert hooks["parcli-validate"]["always_run"]
    assert not hooks["parcli-validate"]["pass_filenames"]
    seen = re.compile(hooks["parcli-fmt"]["files"])
    for file in ("parcli.yaml", "data/units/a.yaml", "so/parcli.yaml", "so/data/a/b.yml"):
        assert seen.search(file), file
    for file in ("my-parcli.yaml", "metadata/a.yaml", "so/data.yaml", "data/a.txt"):
        assert not seen.search(file), file
