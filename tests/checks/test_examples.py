"""Every code has examples: what is found in them, compared whole, in the words that clerks read.

tests/examples/invalid/PARxxx/<name>/ holds files of a small registry and, in expected.json, what
`parcli validate --format json` says of them; tests/examples/valid/PARxxx/<name>/ has no findings.
Both are laid over tests/examples/base. To see what an example says now:
`PARCLI_WRITE_EXPECTED=1 pytest tests/checks/test_examples.py`, then read the difference.
"""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parcli import language
from parcli.checks.manual import examples
from parcli.checks.registered import known_codes
from parcli.checks.running import checked
from parcli.registry.compiled import compiling
from parcli.registry.compiled.store import open_index
from parcli.registry.files import Unreadable
from parcli.registry.yaml_text import MAX_BYTES
from parcli.reporting.diagnostics_found import Found
from parcli.reporting.diagnostics_json import write_json

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED = "expected.json"
TODAY = date(2026, 11, 22)


def folders(kind: str) -> list[Any]:
    found = sorted((EXAMPLES / kind).glob("PAR*/*"))
    return [pytest.param(folder, id=f"{folder.parent.name}-{folder.name}") for folder in found]


def said(root: Path) -> dict[str, Any]:
    """What `validate --format json` says, in Vietnamese."""
    language.choose("vi")
    out = io.StringIO()
    write_json(Found([checked(open_index(root, inspected=True), today=TODAY)]), out)
    result: dict[str, Any] = json.loads(out.getvalue())
    return result


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Path], None]:
    """Makes what cannot be kept in git: a huge file, and one that may not be read."""

    def prepare(code: str, root: Path) -> None:
        directive = root / "data/directives/vi-du.yaml"
        if code == "PAR110":
            directive.write_text("# " + "x" * MAX_BYTES, encoding="utf-8")
        if code == "PAR115":
            read = compiling.read_bytes

            def refused(folder: Path, path: str, limit: int) -> bytes:
                if path.endswith("vi-du.yaml"):
                    raise Unreadable(path=path, reason="Permission denied")
                return read(folder, path, limit)

            monkeypatch.setattr(compiling, "read_bytes", refused)

    return prepare


@pytest.mark.parametrize("example", folders("invalid"))
def test_what_is_wrong_is_told_in_these_words(
    example: Path, laid_over: Callable[[Path], Path], prepared: Callable[[str, Path], None]
) -> None:
    root = laid_over(example)
    prepared(example.parent.name, root)
    result = said(root)
    expected = example / EXPECTED
    if os.environ.get("PARCLI_WRITE_EXPECTED"):
        text = json.dumps(result, ensure_ascii=False, indent=2)
        expected.write_text(text + "\n", encoding="utf-8")
    assert result == json.loads(expected.read_text("utf-8"))
    assert example.parent.name in {d["code"] for d in result["diagnostics"]}


@pytest.mark.parametrize("example", folders("valid"))
def test_what_is_right_is_passed_over(example: Path, laid_over: Callable[[Path], Path]) -> None:
    assert said(laid_over(example))["diagnostics"] == []


def test_every_code_has_both() -> None:
    codes = set(known_codes())

    assert {folder.parent.name for folder in (EXAMPLES / "invalid").glob("PAR*/*")} == codes
    assert {folder.parent.name for folder in (EXAMPLES / "valid").glob("PAR*/*")} == codes


# Examples whose fault is in the bytes, or in a second file; the page only describes it.
DESCRIBED = {"PAR101", "PAR102", "PAR103", "PAR104", "PAR105", "PAR110", "PAR111", "PAR113"}
DESCRIBED |= {"PAR115", "PAR116", "PAR305", "PAR313", "PAR314", "PAR611"}


@pytest.mark.parametrize("code", known_codes())
def test_a_pages_examples_are_those_tested(code: str) -> None:
    if code in DESCRIBED:
        return
    for kind, snippet in zip(("invalid", "valid"), examples(code), strict=True):
        files = [f for f in (EXAMPLES / kind / code).rglob("*.y*ml") if f.is_file()]
        assert any(snippet.strip() in file.read_text("utf-8") for file in files), snippet
