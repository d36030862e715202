"""What import says of small documents, compared whole; found in tests/examples/documents.

Each van-ban.txt is the body of a plan. invalid/PAR85x/<name>/expected.json has what is found;
those in valid/ have none of the code. The two guesses about the head that every draft without a
catalogue makes are left out. `PARCLI_WRITE_EXPECTED=1 pytest tests/intake/test_finding_examples.py`
shows what is found now.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from drafting import HEAD, TAIL

from parcli import language
from parcli.checks.manual import examples
from parcli.checks.registered import IMPORT_CODES
from parcli.intake.draft import make_draft
from parcli.intake.findings import findings
from parcli.intake.readers.text import read_text_document
from parcli.registry.compiled.loose import LooseFile, loose_index
from parcli.registry.compiled.names import name_index

EXAMPLES = Path(__file__).parents[1] / "examples"
UNITS = EXAMPLES / "base/data/units/xa-mau.yaml"
# No short document leaves anything over; an encoding is described, and so is another file.
NOT_SHOWN = {"PAR852", "PAR853", "PAR855"}


def folders(kind: str) -> list[Any]:
    found = sorted((EXAMPLES / "documents" / kind).glob("PAR85*/*"))
    return [pytest.param(folder, id=f"{folder.parent.name}-{folder.name}") for folder in found]


def said(folder: Path) -> list[dict[str, Any]]:
    """What is found in the body, in Vietnamese."""
    language.choose("vi")
    body = (folder / "van-ban.txt").read_text("utf-8")
    encoding = folder / "bang-ma.txt"
    raw = "\n".join((HEAD, body, TAIL)).encode(
        encoding.read_text("utf-8").strip() if encoding.exists() else "utf-8"
    )
    document = read_text_document(raw, "van-ban.txt")
    draft = make_draft(document, directive_id="van-ban", org="xa-mau")
    index = loose_index([LooseFile("xa-mau.yaml", UNITS.read_bytes())], None)
    return [
        {"code": d.code, "severity": d.severity.label, "line": d.line, "message": d.text(),
         "hint": d.advice()}
        for d in findings(draft, name_index(index.db, "xa-mau"))
        if d.line > 1 or d.code != "PAR851"
    ]  # fmt: skip


@pytest.mark.parametrize("folder", folders("invalid"))
def test_what_must_be_looked_at_is_told_in_these_words(folder: Path) -> None:
    result = said(folder)
    expected = folder / "expected.json"
    if os.environ.get("PARCLI_WRITE_EXPECTED"):
        text = json.dumps(result, ensure_ascii=False, indent=2)
        expected.write_text(text + "\n", encoding="utf-8")
    assert result == json.loads(expected.read_text("utf-8"))
    assert folder.parent.name in {each["code"] for each in result}


@pytest.mark.parametrize("folder", folders("valid"))
def test_what_is_certain_is_passed_over(folder: Path) -> None:
    assert said(folder) == []


@pytest.mark.parametrize("code", sorted(set(IMPORT_CODES) - NOT_SHOWN))
def test_a_pages_examples_are_those_tested(code: str) -> None:
    for kind, words in zip(("invalid", "valid"), examples(code), strict=True):
        tested = (EXAMPLES / "documents" / kind / code).glob("*/van-ban.txt")
        assert words in [file.read_text("utf-8") for file in tested]
