"""Evidence: a number, or a file of the registry with its hash."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from parcli.registry.evidence_files import EvidenceOutside, NoSuchEvidence, evidence_of, sha256_of
from parcli.registry.files import Unreadable

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("15/BC-PNV", {"number": "15/BC-PNV"}),
        ("15/BC-PNV: Báo cáo  quý", {"number": "15/BC-PNV", "title": "Báo cáo quý"}),
        (": Ảnh", {"title": "Ảnh"}),
    ],
)
def test_numbers(tmp_path: Path, written: str, found: dict[str, str]) -> None:
    assert evidence_of(tmp_path, written, tmp_path) == found


def test_a_file_by_its_place_here_or_in_the_registry(tmp_path: Path) -> None:
    root, content = tmp_path / "so", b"%PDF" * 500_000
    folder = root / "data" / "evidence"
    folder.mkdir(parents=True)
    (folder / "bc.pdf").write_bytes(content)
    expected = {"file": "data/evidence/bc.pdf", "sha256": sha256(content).hexdigest()}
    assert evidence_of(root, "bc.pdf", folder) == expected
    assert evidence_of(root, "data/evidence/bc.pdf", tmp_path) == expected
    assert evidence_of(root, str(folder / "bc.pdf"), tmp_path) == expected


def test_a_file_that_is_not_there_or_not_of_the_registry(tmp_path: Path) -> None:
    root = tmp_path / "so"
    root.mkdir()
    (tmp_path / "bc.pdf").write_bytes(b"")
    with pytest.raises(NoSuchEvidence):
        evidence_of(root, "bc2.PDF", tmp_path)
    with pytest.raises(EvidenceOutside):
        evidence_of(root, "bc.pdf", tmp_path)
    with pytest.raises(Unreadable):
        sha256_of(tmp_path)
