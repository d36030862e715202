"""One file → rows: read, checked, nothing kept."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcli.registry.compiled.rows import rows_of
from parcli.registry.files import RegistryFile, Unreadable, read_bytes
from parcli.registry.reading import read_text, unreadable
from parcli.registry.yaml_text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.compiled.directive_rows import Rows
    from parcli.registry.ignore_comments import IgnoreComment


class Compiled(NamedTuple):
    """One file's rows. `rows` is None where its content is what the index has already."""

    number: int
    file: RegistryFile
    hash: bytes
    rows: Rows | None
    diagnostics: list[Diagnostic]
    ignores: list[IgnoreComment]


class Work(NamedTuple):
    """A file to compile. `known` is the hash of the content that the index has, empty for none."""

    root: str
    file: RegistryFile
    number: int
    known: bytes
    inspected: bool


def compiled_file(work: Work) -> Compiled:
    """One file read, checked and turned into rows."""
    root, file, number, known, inspected = work
    try:
        raw = read_bytes(Path(root), file.path, MAX_BYTES)
    except Unreadable as error:
        return Compiled(number, file, b"", {}, [unreadable(error)], [])
    digest = blake2b(raw, digest_size=16).digest()
    if digest == known:
        return Compiled(number, file, digest, None, [], [])
    read = read_text(file.kind, file.path, raw, inspected=inspected)
    return Compiled(number, file, digest, rows_of(number, read), read.diagnostics, read.ignores)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Loading makes many objects and no cycles; collecting meanwhile costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
