"""Which files `parcli validate` is asked about: of a registry, loose ones, standard input."""

from __future__ import annotations

import errno
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from parcli.errors import UsageError, os_reason
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.registry.compiled.loose import LooseFile

STDIN = "-"
STDIN_NAME = "<stdin>"
_SUFFIXES = (".yaml", ".yml")


class PathsAndChanges(UsageError):
    """Paths and `--changed-since` at once."""

    message = N_("Give either paths or --changed-since.")


@dataclass
class Asked:
    """What is to be checked: the whole registry or some files of it, and loose files."""

    root: Path | None = None
    whole: bool = False
    inside: set[str] = field(default_factory=set)
    loose: list[LooseFile] = field(default_factory=list)

    def text(self, file: str) -> str:
        """The text of one of the files; empty where it cannot be read."""
        for each in self.loose:
            if each.name == file:
                return each.raw.decode("utf-8", "replace")
        return "" if self.root is None else _text(self.root, file)


def files_asked(paths: Sequence[str], root: Path | None, changed_since: str | None) -> Asked:
    """The files of the command line; without any, the registry around the working directory.

    Raises NoRegistry or NoRegistryThere where one is needed, and Unreadable for what is not there.
    """
    from parcli.registry.files import NoRegistry, find_root

    if paths and changed_since is not None:
        raise PathsAndChanges
    start = _folder_of(paths[0]) if paths else Path.cwd()
    try:
        asked = Asked(find_root(root, start))
    except NoRegistry:
        if not paths:
            raise
        asked = Asked()
    if changed_since is not None and asked.root is not None:
        _changed(asked, asked.root, changed_since)
    elif not paths:
        asked.whole = True
    else:
        _named(asked, paths)
    return asked


def _changed(asked: Asked, root: Path, revision: str) -> None:
    """Files that differ, and progress on directives and evidence that do.

    All files where settings, units or indices differ or are gone, which others rest on.
    """
    from parcli.queries.progress_files import progress_resting_on
    from parcli.registry.compiled.store import open_index
    from parcli.registry.files import FileKind, kind_of, list_files
    from parcli.registry.revisions import changed_since, resolved

    changed = set(changed_since(root, resolved(root, revision)))
    kinds = {path: kind for path in changed if (kind := kind_of(root, root / path))}
    asked.whole = not {FileKind.DIRECTIVE, FileKind.PROGRESS}.issuperset(kinds.values())
    if changed and not asked.whole:
        asked.inside = {file.path for file in list_files(root)} & changed
        asked.inside |= progress_resting_on(open_index(root), changed)


def _named(asked: Asked, paths: Sequence[str]) -> None:
    from parcli.registry.compiled.loose import LooseFile
    from parcli.registry.files import list_files, read_bytes
    from parcli.registry.yaml_text import MAX_BYTES

    listed = {file.path for file in list_files(asked.root)} if asked.root else set()
    for given in paths:
        if given == STDIN:
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
            asked.loose.append(LooseFile(STDIN_NAME, raw))
            continue
        for path in _files(Path(given)):
            below = _below(asked.root, path)
            if below in listed:
                asked.inside.add(below)
            else:
                raw = read_bytes(Path(), str(path), MAX_BYTES)
                asked.loose.append(LooseFile(_name(path), raw))


def _folder_of(given: str) -> Path:
    """Where to look for the registry of a path: beside it; the working directory for "-"."""
    path = Path(given)
    if given == STDIN or not path.exists():
        return Path.cwd()
    return path if path.is_dir() else path.absolute().parent


def _text(root: Path, file: str) -> str:
    """The text of a file of the registry; empty for what is none of it.

    A pipe or a device may never end, and what a link outside shows is not the sender's to see.
    """
    from parcli.registry.files import Unreadable, read_bytes
    from parcli.registry.yaml_text import MAX_BYTES

    path = (root / file).resolve()
    if not path.is_relative_to(root.resolve()) or not path.is_file():
        return ""
    try:
        return read_bytes(root, file, MAX_BYTES).decode("utf-8", "replace")
    except Unreadable:
        return ""


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or the YAML files in a folder. Raises Unreadable where there is neither."""
    from parcli.registry.files import Unreadable

    if not path.exists():
        raise Unreadable(path=path, reason=os_reason(errno.ENOENT))
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in found.relative_to(path).parts)
        if found.suffix in _SUFFIXES and found.is_file() and not hidden:
            yield found


def _below(root: Path | None, path: Path) -> str:
    """The path below the registry's folder, with "/"; empty for one elsewhere."""
    resolved = path.resolve()
    inside = root is not None and resolved.is_relative_to(root)
    return resolved.relative_to(root).as_posix() if root is not None and inside else ""


def _name(path: Path) -> str:
    """A loose file's name: from the working directory where it lies below it."""
    absolute, here = path.absolute(), Path.cwd()
    inside = absolute.is_relative_to(here)
    return (absolute.relative_to(here) if inside else absolute).as_posix()
