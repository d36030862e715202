"""One writer at a time, files that are always whole."""

from __future__ import annotations

import multiprocessing
import os
import time
from typing import TYPE_CHECKING

import pytest

from parcli.registry.write_lock import Busy, Unwritable, write_lock, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def hold(root: Path, started: str, seconds: float) -> None:
    with write_lock(root):
        (root / started).touch()
        time.sleep(seconds)


def started(root: Path, seconds: float) -> multiprocessing.Process:
    """Another process that holds the lock."""
    process = multiprocessing.get_context("spawn").Process(
        target=hold, args=(root, "held", seconds)
    )
    process.start()
    while not (root / "held").exists():
        time.sleep(0.01)
    return process


def test_a_second_writer_waits(tmp_path: Path) -> None:
    other = started(tmp_path, 0.3)
    with write_lock(tmp_path):
        pass
    other.join()


def test_a_second_writer_gives_up(tmp_path: Path) -> None:
    other = started(tmp_path, 30)
    try:
        with pytest.raises(Busy), write_lock(tmp_path, wait_seconds=0.1):
            pass
    finally:
        other.kill()
        other.join()


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    other = started(tmp_path, 30)
    other.kill()
    other.join()
    with write_lock(tmp_path, wait_seconds=1):
        pass


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".parcli").write_text("", encoding="utf-8")
    with pytest.raises(Unwritable), write_lock(tmp_path):
        pass


def test_the_content_is_replaced_and_its_mode_kept(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.yaml"
    write_whole(path, b"one")
    path.chmod(0o640)
    (tmp_path / "a" / ".b.yaml.1.parcli-tmp").write_bytes(b"leftover")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(path.parent) == ["b.yaml"]  # noqa: PTH208  names alone are asked for


def test_what_cannot_be_written_leaves_the_old(tmp_path: Path) -> None:
    folder = tmp_path / "b.yaml"
    folder.mkdir()
    with pytest.raises(Unwritable):
        write_whole(folder, b"two")
    assert list(tmp_path.iterdir()) == [folder]
