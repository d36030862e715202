"""One writer at a time, and files that are whole at every moment.

The lock is the operating system's own, on a file that stays: it ends with the process that holds
it, however that ends, so no lock can be left behind.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from parcli.errors import ParcliError, os_reason
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ".parcli"
NAME = "write.lock"
_WAIT_SECONDS = 60.0
_PAUSE_SECONDS = 0.02
_TEMPORARY = ".parcli-tmp"


class Busy(ParcliError):
    """Another parcli has been writing for too long."""

    message = N_("Another parcli is writing to this registry; nothing was changed.")
    hint = N_("Try again when it has finished.")


class Unwritable(ParcliError):
    """A file or folder that cannot be written."""

    message = N_("{path} cannot be written: {reason}")
    hint = N_("Check that the folder exists, that you may write there, and that the disk has room.")


@contextmanager
def write_lock(
    root: Path, *, wait_seconds: float = _WAIT_SECONDS, name: str = NAME
) -> Iterator[None]:
    """Holds the registry at `root` for writing. Raises Busy after `wait_seconds`, or Unwritable.

    Locks of different names are held beside each other.
    """
    path = root / FOLDER / name
    try:
        path.parent.mkdir(exist_ok=True)
        stream = path.open("a+b")
    except OSError as error:
        raise Unwritable(path=path, reason=os_reason(error)) from None
    with stream:
        _wait_for(stream.fileno(), time.monotonic() + wait_seconds)
        try:
            yield
        finally:
            _release(stream.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """`content` at `path` instead of what was there: a reader sees all of one or all of the other.

    Only for the holder of the write lock: leftovers of a killed writer are swept away. Folders are
    made; the mode of an existing file is kept. Raises Unwritable.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}{_TEMPORARY}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for leftover in path.parent.glob(f".*{_TEMPORARY}"):
            leftover.unlink(missing_ok=True)
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise Unwritable(path=path, reason=os_reason(error)) from None


def _wait_for(descriptor: int, until: float) -> None:
    while not _taken(descriptor):
        if time.monotonic() >= until:
            raise Busy
        time.sleep(_PAUSE_SECONDS)


if sys.platform == "win32":  # pragma: no cover  the other branch is the one measured
    import msvcrt

    def _taken(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

    def _flush_folder(folder: Path) -> None:
        """Windows keeps no folder handle that could be flushed."""

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    def _flush_folder(folder: Path) -> None:
        """The new name survives a power cut as well as the content does."""
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
