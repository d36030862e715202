"""Documents of every type and level, as text, as Word and as PDF: what a draft must say of each."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from judging import NAMES, counts, faults, source
from word_files import as_word

from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_bytes, read_document
from parcli.intake.yaml_out import directive_yaml
from parcli.registry.files import FileKind
from parcli.registry.reading import read_text
from parcli.registry.yaml_layout import laid_out

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", NAMES)
def test_text(name: str) -> None:
    draft = make_draft(read_document(source(name)), directive_id=name)
    assert faults(name, draft.values) == []
    assert draft.leftovers == []


@pytest.mark.parametrize("name", NAMES)
def test_word(name: str) -> None:
    document = read_bytes(as_word(read_document(source(name))), f"{name}.docx", ".docx")
    draft = make_draft(document, directive_id=name)
    assert faults(name, draft.values) == []
    assert draft.leftovers == []


@pytest.mark.parametrize("name", NAMES)
def test_draft_is_a_directive_file_that_says_the_same(name: str) -> None:
    draft = make_draft(read_document(source(name)), directive_id=name)
    text = directive_yaml(draft)
    read = read_text(FileKind.DIRECTIVE, f"{name}.yaml", text.encode())
    assert [d for d in read.diagnostics if d.severity.label == "error"] == []
    assert faults(name, read.source.data) == []
    assert laid_out(FileKind.DIRECTIVE, f"{name}.yaml", text.encode()).text == text


def test_several_pages_of_pdf(tmp_path: Path) -> None:
    """LibreOffice prints the Word files; the drafts of its pages say nearly the same."""
    pytest.importorskip("pdfplumber")
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for name in NAMES:
        (tmp_path / f"{name}.docx").write_bytes(as_word(read_document(source(name))))
    files = [str(tmp_path / f"{name}.docx") for name in NAMES]
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=240)
    total: dict[str, list[int]] = {}
    for name in NAMES:
        draft = make_draft(read_document(tmp_path / f"{name}.pdf"), directive_id=name)
        for key, (right, every) in counts(name, draft.values).items():
            sums = total.setdefault(key, [0, 0])
            sums[0] += right
            sums[1] += every
    shares = {key: right / every for key, (right, every) in total.items()}
    assert shares["header"] >= 0.95
    assert min(shares.values()) >= 0.9
