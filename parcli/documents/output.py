"""Where a document is written: legal names, whole or not at all, never over another."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from parcli.errors import ParcliError, UsageError, os_reason
from parcli.language import N_
from parcli.registry.write_lock import Unwritable
from parcli.text import unaccented

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 120
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class OutputExists(ParcliError):
    """There is a file already where the document should go."""

    message = N_("{path} exists already and is left as it is.")
    hint = N_("Give another name with -o, or --force to replace it.")


class NotAWordName(UsageError):
    """The document's file would not be opened by Word."""

    message = N_("{path}: what is written is a Word document, whose name ends in .docx.")
    hint = N_("Give -o a name such as {name}.")


def file_name(*words: str) -> str:
    """A .docx name made of `words`, without accents, legal on Windows, macOS and Linux."""
    joined = "-".join(unaccented(word) for word in words if word)
    stem = _NOT_IN_NAMES.sub("-", joined).strip("-. ")[:_LONGEST].rstrip("-. ").lower()
    if not stem or _RESERVED.match(stem):
        stem = f"tep-{stem}".rstrip("-")
    return f"{stem}.docx"


def check_word_name(path: Path) -> None:
    """Nothing where Word opens a file of that name. Raises NotAWordName."""
    if path.suffix.lower() != ".docx":
        raise NotAWordName(path=path, name=f"{path.stem}.docx")


def check_free(path: Path, *, force: bool) -> None:
    """Nothing where a document may go to `path`. Raises OutputExists or Unwritable."""
    if path.is_dir():
        raise Unwritable(path=path, reason=os_reason(errno.EISDIR))
    if path.exists() and not force:
        raise OutputExists(path=path)
    if not path.parent.is_dir():
        raise Unwritable(path=path, reason=os_reason(errno.ENOENT))


def made_folder(path: Path) -> Path:
    """The folder at `path`, made where it is missing. Raises Unwritable."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Unwritable(path=path, reason=os_reason(errno.ENOTDIR)) from None
    except OSError as error:
        raise Unwritable(path=path, reason=os_reason(error)) from None
    return path


@contextmanager
def written_whole(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A stream whose content is at `path` once the block ends well, and nowhere otherwise.

    Raises OutputExists or Unwritable.
    """
    check_free(path, force=force)
    try:
        handle, name = tempfile.mkstemp(prefix=".parcli-", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise Unwritable(path=path, reason=os_reason(error)) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        _put(temporary, path, force=force)
    except OSError as error:
        raise Unwritable(path=path, reason=os_reason(error)) from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def _put(temporary: Path, path: Path, *, force: bool) -> None:
    """Move the finished file to its place; a file that has appeared there meanwhile is kept."""
    if force:
        temporary.replace(path)
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise OutputExists(path=path) from None
    except OSError:  # a file system without hard links
        check_free(path, force=False)
        temporary.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
