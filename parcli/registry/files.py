"""Where a registry is and which files it has."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcli.errors import ParcliError, os_reason
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = "parcli.yaml"
DATA = "data"
_SUFFIXES = (".yaml", ".yml")


class FileKind(StrEnum):
    """What a file of a registry describes; the order is the order in which they are read."""

    CONFIG = "config"
    CALENDAR = "calendar"
    UNITS = "units"
    INDEX = "index"
    DIRECTIVE = "directive"
    PROGRESS = "progress"


FOLDERS = {
    FileKind.CALENDAR: "data/calendar",
    FileKind.UNITS: "data/units",
    FileKind.INDEX: "data/indices",
    FileKind.DIRECTIVE: "data/directives",
}
PROGRESS_FOLDER = "data/progress"


class RegistryFile(NamedTuple):
    """One file of a registry, as the folder lists it. `path` is relative to the root, with "/"."""

    kind: FileKind
    path: str
    size: int
    changed: int


class NoRegistry(ParcliError):
    """No parcli.yaml here or above."""

    message = N_("No registry here: neither {folder} nor a folder above it has a parcli.yaml.")
    hint = N_("Go to the registry's folder, name it with --root, or make one with parcli init.")


class NoRegistryThere(ParcliError):
    """The folder that was named is not a registry."""

    message = N_("{folder} is not a registry: it has no parcli.yaml.")
    hint = N_("Name a registry's folder with --root, or make one with parcli init.")


class Unreadable(ParcliError):
    """A file or folder that cannot be read."""

    message = N_("{path} cannot be read: {reason}")
    hint = N_("Check that it exists and that you may read it.")


def find_root(named: Path | None, start: Path) -> Path:
    """The registry's folder: the one named (or PARCLI_ROOT), else the nearest at or above `start`.

    Raises NoRegistryThere or NoRegistry.
    """
    asked = named or (Path(os.environ["PARCLI_ROOT"]) if os.environ.get("PARCLI_ROOT") else None)
    if asked is not None:
        if not (asked / CONFIG).is_file():
            raise NoRegistryThere(folder=asked)
        return asked.resolve()
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    raise NoRegistry(folder=start)


def list_files(root: Path) -> Iterator[RegistryFile]:
    """The registry's files, kind by kind, each kind in the order of its names.

    Files of other types, hidden ones and links that leave the registry are passed over. Raises
    Unreadable where a folder cannot be listed.
    """
    config = root / CONFIG
    stat = config.stat()
    yield RegistryFile(FileKind.CONFIG, CONFIG, stat.st_size, stat.st_mtime_ns)
    for kind, folder in FOLDERS.items():
        yield from _folder(root, folder, kind)
    for period in _subfolders(root / PROGRESS_FOLDER):
        yield from _folder(root, f"{PROGRESS_FOLDER}/{period}", FileKind.PROGRESS)


def passed_over(root: Path) -> list[str]:
    """YAML files below data/ that are none of the registry's: too deep, elsewhere, or no files.

    Relative to the root, with "/", sorted. Hidden files and folders are nobody's business.
    """
    read = {file.path for file in list_files(root)}
    found = []
    for folder, subfolders, names in os.walk(root / DATA):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        found += [
            (Path(folder) / name).relative_to(root).as_posix()
            for name in (*names, *subfolders)
            if name.endswith(_SUFFIXES) and not name.startswith(".")
        ]
    return sorted(set(found) - read)


def kind_of(root: Path, path: Path) -> FileKind | None:
    """The kind of a file by where it stands in the registry; None outside its folders."""
    try:
        relative = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return None
    folder, _, name = relative.rpartition("/")
    if relative == CONFIG:
        return FileKind.CONFIG
    if not name.endswith(_SUFFIXES):
        return None
    for kind, known in FOLDERS.items():
        if folder == known:
            return kind
    return FileKind.PROGRESS if folder.rpartition("/")[0] == PROGRESS_FOLDER else None


def read_bytes(root: Path, path: str, limit: int) -> bytes:
    """At most `limit` + 1 bytes of a file. Raises Unreadable."""
    try:
        with (root / path).open("rb") as stream:
            # Asked for more than there is, Python reserves it all the same. A pipe has no size.
            size = os.fstat(stream.fileno()).st_size or limit
            return stream.read(min(size, limit) + 1)
    except OSError as error:
        raise Unreadable(path=path, reason=os_reason(error)) from None


def _folder(root: Path, folder: str, kind: FileKind) -> Iterator[RegistryFile]:
    found = []
    try:
        with os.scandir(root / folder) as entries:
            for entry in entries:
                name = entry.name
                if not name.endswith(_SUFFIXES) or name.startswith("."):
                    continue
                if entry.is_symlink() and not _stays_inside(root, Path(entry.path)):
                    continue
                if entry.is_file():
                    stat = entry.stat()
                    found.append((name, stat.st_size, stat.st_mtime_ns))
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unreadable(path=folder, reason=os_reason(error)) from None
    found.sort()
    for name, size, changed in found:
        yield RegistryFile(kind, f"{folder}/{name}", size, changed)


def _stays_inside(root: Path, link: Path) -> bool:
    return link.resolve().is_relative_to(root.resolve())


def _subfolders(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(e.name for e in entries if e.is_dir() and not e.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(path=PROGRESS_FOLDER, reason=os_reason(error)) from None
