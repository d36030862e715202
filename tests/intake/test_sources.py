"""The two source documents give the checked files back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from word_files import as_word

from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_bytes
from parcli.intake.readers.text import read_text_document

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import import_sources  # noqa: E402  it lies beside the package


@pytest.mark.parametrize("name", import_sources.NAMES)
def test_text(name: str) -> None:
    for score in import_sources.compare(name, details=False):
        assert score.right == score.all, score.line()


@pytest.mark.parametrize("name", import_sources.NAMES)
def test_word(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (import_sources.SOURCES / f"{name}.txt").read_text(encoding="utf-8")
    for erratum in import_sources.checked(name).get("errata", []):
        text = text.replace(erratum["printed"], erratum["read"])
    word = as_word(read_text_document(text.encode(), name))
    draft = make_draft(read_bytes(word, f"{name}.docx", ".docx"), directive_id=name)
    monkeypatch.setattr(import_sources, "drafted", lambda _name: draft.values)
    for score in import_sources.compare(name, details=False):
        assert score.right == score.all, score.line()
