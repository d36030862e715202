"""Every code about templates has examples, found here, and what is found in them compared whole.

tests/examples/templates/invalid/PAR8xx/<name>.json says how a shipped template is changed, in the
words of the manual's page and in Word's own, and what `parcli template check` then says of it;
those in valid/ have no findings. To see what an example says now:
`PARCLI_WRITE_EXPECTED=1 pytest tests/documents/test_template_examples.py`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from word_text import part, repacked

from parcli import language
from parcli.checks.manual import examples
from parcli.checks.registered import TEMPLATE_CODES
from parcli.documents.package import read_package
from parcli.documents.report_kinds import KINDS
from parcli.documents.template_builder.build import built
from parcli.documents.template_builder.wordml import paragraph
from parcli.documents.template_check import check_template

FOLDER = Path(__file__).parents[1] / "examples/templates"
_DOCUMENT = "word/document.xml"
_END = "<w:sectPr>"


def files(kind: str) -> list[Any]:
    found = sorted((FOLDER / kind).glob("PAR8*/*.json"))
    return [pytest.param(file, id=f"{file.parent.name}-{file.stem}") for file in found]


def template_of(example: dict[str, Any]) -> bytes:
    """The shipped template with the example's changes, each of which must fit somewhere."""
    raw = built(example["template"])
    added = "".join(paragraph("NoiDung", text) for text in example.get("paragraphs", ()))
    changes = [{"part": _DOCUMENT, "replace": [_END, added + _END]}] if added else []
    for change in (*changes, *example.get("changes", ())):
        old, new = change["replace"]
        text = part(raw, change["part"])
        assert old in text, old
        raw = repacked(raw, {change["part"]: text.replace(old, new, 1).encode("utf-8")})
    return raw


def said(example: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything that is found, in Vietnamese."""
    language.choose("vi")
    found = check_template(read_package("mau.docx", template_of(example)), KINDS["unit"])
    return [
        {"code": d.code, "severity": d.severity.label, "paragraph": d.line, "message": d.text(),
         "hint": d.advice()}
        for d in found
    ]  # fmt: skip


@pytest.mark.parametrize("file", files("invalid"))
def test_what_is_wrong_is_told_in_these_words(file: Path) -> None:
    example = json.loads(file.read_text("utf-8"))
    result = said(example)
    if os.environ.get("PARCLI_WRITE_EXPECTED"):
        text = json.dumps(example | {"found": result}, ensure_ascii=False, indent=2)
        file.write_text(text + "\n", encoding="utf-8")
        return
    assert result == example["found"]
    assert file.parent.name in {each["code"] for each in result}


@pytest.mark.parametrize("file", files("valid"))
def test_what_is_right_is_passed_over(file: Path) -> None:
    assert said(json.loads(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("code", TEMPLATE_CODES)
def test_a_pages_examples_are_those_tested(code: str) -> None:
    for kind, words in zip(("invalid", "valid"), examples(code), strict=True):
        tested = [json.loads(f.read_text("utf-8")) for f in (FOLDER / kind / code).glob("*.json")]
        assert words in [example["says"] for example in tested]
