"""An index in memory of files that stand in no registry: a draft, standard input.

Where a registry is at hand, its settings, catalogues and indices are there too, so that units and
criteria can be told; its directives are not.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcli.registry.compiled.compiling import Compiled, Work, compiled_file
from parcli.registry.compiled.names import Names
from parcli.registry.compiled.rows import rows_of
from parcli.registry.compiled.store import Index, connect
from parcli.registry.compiled.tables import LATE_INDEXES, TABLES
from parcli.registry.compiled.writing import Writer
from parcli.registry.files import FileKind, RegistryFile, list_files
from parcli.registry.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic

_SCHEMA = re.compile(rb"^schema:[ \t]*[\"']?parcli\.(\w+)/", re.MULTILINE)
_KINDS = {
    b"registry": FileKind.CONFIG,
    b"calendar": FileKind.CALENDAR,
    b"units": FileKind.UNITS,
    b"index": FileKind.INDEX,
    b"directive": FileKind.DIRECTIVE,
    b"progress": FileKind.PROGRESS,
}
_LATE = (FileKind.DIRECTIVE, FileKind.PROGRESS)
# Only a registry's folders tell which id a file must have.
_PLACE = "PAR208"


class LooseFile(NamedTuple):
    """A file that stands in no registry: the name it is told by, and its bytes."""

    name: str
    raw: bytes


def kind_by_schema(raw: bytes) -> FileKind | None:
    """The kind that the key `schema` states; None where it states none."""
    found = _SCHEMA.search(raw)
    return _KINDS.get(found[1]) if found else None


def loose_index(files: Sequence[LooseFile], root: Path | None = None) -> Index:
    """The index of the files, with the settings and catalogues of the registry at `root`.

    A file that does not say what it is counts as a directive.
    """
    db = connect("")
    db.executescript(TABLES)
    db.execute("BEGIN")
    writer = Writer(db, inspected=True)
    loose = [(each, kind_by_schema(each.raw) or FileKind.DIRECTIVE) for each in files]
    for file in _catalogues(root, {kind for _file, kind in loose}):
        work = Work(str(root), file, *writer.number(file), inspected=True)
        writer.store(compiled_file(work))
    for late in (False, True):
        if late:
            writer.names = Names(db)
        for each, kind in loose:
            if (kind in _LATE) is late:
                writer.store(_compiled(writer, each, kind))
    (writer.names or Names(db)).resolve(again=True)
    db.execute("COMMIT")
    db.executescript(LATE_INDEXES)
    return Index(root or Path(), db, writable=False)


def _catalogues(root: Path | None, kinds: set[FileKind]) -> Iterator[RegistryFile]:
    """The registry's files but for directives and progress; no settings beside loose ones."""
    for file in list_files(root) if root else ():
        if file.kind not in _LATE and not (file.kind is FileKind.CONFIG and file.kind in kinds):
            yield file


def _compiled(writer: Writer, loose: LooseFile, kind: FileKind) -> Compiled:
    file = RegistryFile(kind, loose.name, len(loose.raw), 0)
    number, _known = writer.number(file)
    read = read_text(kind, loose.name, loose.raw)
    found: list[Diagnostic] = [d for d in read.diagnostics if d.code != _PLACE]
    digest = blake2b(loose.raw, digest_size=16).digest()
    return Compiled(number, file, digest, rows_of(number, read), found, read.ignores)
