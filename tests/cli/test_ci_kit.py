"""What a repository uses of parcli in CI: pre-commit hooks, GitHub action, GitLab template."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from parcli.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci/gitlab-parcli.yml").read_text(encoding="utf-8"))["parcli"]
STEPS = ACTION["runs"]["steps"]


def ours(lines: list[str]) -> list[list[str]]:
    """The parcli commands among shell lines, shell variables given plain values."""
    found = [line.partition(" > ")[0] for line in lines if line.startswith("parcli ")]
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
    assert [line[0] for line in COMMANDS_RUN[kit]] == ["validate", "fmt"]
    for line in COMMANDS_RUN[kit]:
        assert line[0] in COMMANDS
        assert cli(*line).code == 0


def test_hooks_look_at_the_files_of_a_registry() -> None:
    for hook in HOOKS:
        wanted = re.compile(hook["files"])
        assert wanted.search("parcli.yaml")
        assert wanted.search("data/progress/2024-Q3/a.yml")
        assert not wanted.search("docs/parcli.yaml")
        assert hook["language"] == "python"


def test_the_action_gives_inputs_to_the_shell_as_variables_only() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert "shell" in step or "uses" in step


def test_every_input_of_the_action_is_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert all(f"inputs.{name}" in text for name in ACTION["inputs"])


def test_gitlab_keeps_the_findings_whatever_the_outcome() -> None:
    report = GITLAB["artifacts"]["reports"]["codequality"]
    assert GITLAB["artifacts"]["when"] == "always"
    assert GITLAB["script"][0].endswith(f"> {report}")
