"""README shows what parcli really prints."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from parcli.cli.app import run

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/huong-dan.md")
BLOCK = re.compile(r"```console\n\$ (?P<command>parcli [^\n]+)\n(?P<output>.*?)```", re.DOTALL)

EXAMPLES = [
    pytest.param(match["command"], match["output"], id=f"{page}: {match['command']}")
    for page in PAGES
    for match in BLOCK.finditer((ROOT / page).read_text(encoding="utf-8"))
]


def test_the_pages_have_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_an_example_prints_what_the_page_says(
    command: str,
    output: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("parcli.yaml", "data", "templates", "examples"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARCLI_LANG", raising=False)
    run(shlex.split(command)[1:])
    assert capsys.readouterr().out == output
