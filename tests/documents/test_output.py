"""Documents are written whole or not at all, and never over another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parcli.documents.output import OutputExists, file_name, written_whole
from parcli.registry.write_lock import Unwritable


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("bao-cao", "phong-noi-vu", "2024-Q3"), "bao-cao-phong-noi-vu-2024-q3.docx"),
        (("Đôn đốc", "UBND xã/phường: *?"), "don-doc-ubnd-xa-phuong.docx"),
        (("con",), "tep-con.docx"),
        (("lpt1.txt",), "tep-lpt1.txt.docx"),
        (("", "///"), "tep.docx"),
        (("a" * 300,), f"{'a' * 120}.docx"),
        (("..", "..", "etc"), "etc.docx"),
    ],
)
def test_names_are_legal_on_every_system(words: tuple[str, ...], name: str) -> None:
    assert file_name(*words) == name


def test_a_document_appears_whole(tmp_path: Path) -> None:
    with written_whole(tmp_path / "a.docx") as stream:
        stream.write(b"xong")
        assert not (tmp_path / "a.docx").exists()
    assert (tmp_path / "a.docx").read_bytes() == b"xong"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(ValueError, match="giữa chừng"),
        written_whole(tmp_path / "a.docx") as stream,
    ):
        stream.write(b"do")
        raise ValueError("giữa chừng")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"cu")
    with pytest.raises(OutputExists) as caught, written_whole(path):
        pass
    assert str(caught.value) == f"{path} exists already and is left as it is."
    assert path.read_bytes() == b"cu"
    with written_whole(path, force=True) as stream:
        stream.write(b"moi")
    assert path.read_bytes() == b"moi"


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with pytest.raises(OutputExists), written_whole(path) as stream:
        stream.write(b"moi")
        path.write_bytes(b"cu")
    assert path.read_bytes() == b"cu"


def test_without_hard_links_the_file_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with written_whole(tmp_path / "a.docx") as stream:
        stream.write(b"moi")
    assert (tmp_path / "a.docx").read_bytes() == b"moi"


@pytest.mark.parametrize("place", ["thieu/a.docx", "."])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    with pytest.raises(Unwritable) as caught, written_whole(tmp_path / place):
        pass
    assert caught.value.exit_code == 3
    assert str(tmp_path) in str(caught.value)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match="the disk is full"), written_whole(tmp_path / "a"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_where: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(Unwritable, match="no permission"), written_whole(tmp_path / "a"):
        pass
