"""The loop: a directive printed as Word, and as the PDF made of it, imports as the same data."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from judging import source

from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_document
from parcli.intake.yaml_out import directive_yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks import import_loop

NAMES = {path.stem: path for path in import_loop.DIRECTIVES}


@pytest.mark.parametrize("name", NAMES)
def test_word(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_loop, "as_pdf", lambda *_given: [])

    assert import_loop.loop((NAMES[name],), tmp_path) == {f"{name}.docx": []}


@pytest.mark.parametrize("name", ["ke-hoach-tinh", "ke-hoach-xa", "quyet-dinh-kem-ke-hoach"])
def test_a_draft_can_be_printed_in_the_columns_of_its_document(name: str, tmp_path: Path) -> None:
    """Tables with columns of their own, in the body and in appendices, and appendices of prose."""
    draft = make_draft(read_document(source(name)), directive_id=name)
    text = directive_yaml(draft)
    wanted = import_loop.values_of(text)
    printed = tmp_path / f"{name}.docx"
    printed.write_bytes(import_loop.printed(text, name))

    assert import_loop.differences(wanted, import_loop.imported(printed, wanted)) == []


def test_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pdfplumber")
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")

    found = import_loop.loop(import_loop.DIRECTIVES, tmp_path)

    assert {name: some for name, some in found.items() if some} == {}
    assert sum(name.endswith(".pdf") for name in found) == len(NAMES)


def test_differences_are_told_with_their_path() -> None:
    one = {"groups": [{"title": "A", "lead": ["x"], "criteria": ["c"]}], "number": None}
    other = {"groups": [{"title": "B", "lead": ["x"]}], "number": ""}

    assert import_loop.differences(one, other) == [("groups[1].title", "A", "B")]
    assert import_loop.differences({"tasks": [1]}, {"tasks": [1, 2]}) == [("tasks", [1], [1, 2])]
