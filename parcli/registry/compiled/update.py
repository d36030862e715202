"""Bringing the index up to date: read what changed, replace its rows in one transaction.

A first index is written beside its place and moved there whole. Files are streamed: no more than a
few are in memory at any time.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from parcli import __version__
from parcli.registry.compiled.compiling import compiled_files
from parcli.registry.compiled.names import Names
from parcli.registry.compiled.store import Index, connect, current_version, staleness
from parcli.registry.compiled.tables import LATE_INDEXES, TABLES, VERSION
from parcli.registry.compiled.writing import Writer
from parcli.registry.files import FileKind, RegistryFile, list_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parcli.registry.compiled.store import Stale

# A file changed this shortly before it was read may change again without its time showing it.
_TOO_FRESH_NS = 2_000_000_000


def brought_up_to_date(root: Path, path: Path, *, jobs: int | None = None) -> Index:
    """The index at `path`, current; in a temporary place where that folder cannot be written."""
    try:
        path.parent.mkdir(exist_ok=True)
        if not _usable(path):
            return _built(root, path, jobs)
        db = connect(path)
        _update(db, root, jobs)
    except (OSError, sqlite3.OperationalError, sqlite3.DatabaseError):
        db = connect("")
        _fill(db, root, jobs)
        return Index(root, db, writable=False)
    return Index(root, db)


def _usable(path: Path) -> bool:
    if not path.is_file():
        return False
    db = connect(path)
    try:
        return current_version(db)
    except sqlite3.DatabaseError:
        return False
    finally:
        db.close()


def _built(root: Path, path: Path, jobs: int | None) -> Index:
    """A new index, moved into its place when whole."""
    beside = path.with_name(f"{path.stem}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    db = connect(beside)
    try:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        _fill(db, root, jobs)
        db.close()
        beside.replace(path)
    except BaseException:
        db.close()
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    return Index(root, connect(path))


def _fill(db: sqlite3.Connection, root: Path, jobs: int | None) -> None:
    db.executescript(TABLES)
    db.execute(f"PRAGMA user_version = {VERSION:d}")
    db.execute("INSERT INTO meta VALUES ('parcli', ?)", (__version__,))
    files = list(list_files(root))
    with _transaction(db):
        _read(db, root, files, jobs)
    db.executescript(LATE_INDEXES)


def _update(db: sqlite3.Connection, root: Path, jobs: int | None) -> None:
    """Look again once the write lock is held: another process may have done the work."""
    with _transaction(db):
        stale = staleness(db, list(list_files(root)))
        if stale:
            _apply(db, root, stale, jobs)


def _apply(db: sqlite3.Connection, root: Path, stale: Stale, jobs: int | None) -> None:
    writer = Writer(db)
    for number in stale.gone:
        writer.forget(number)
    _read(db, root, stale.changed, jobs)


def _read(db: sqlite3.Connection, root: Path, files: list[RegistryFile], jobs: int | None) -> None:
    """Catalogues first: what a name means, and from when, is asked while directives are stored."""
    early = [f for f in files if f.kind not in (FileKind.DIRECTIVE, FileKind.PROGRESS)]
    late = [f for f in files if f.kind in (FileKind.DIRECTIVE, FileKind.PROGRESS)]
    writer = Writer(db)
    began = time.time_ns()
    before = Names(db)
    with _no_garbage_collection():
        _store(writer, root, early, 1, began)
        names = Names(db)
        late += writer.dependants(names.moved_since(before), late)
        writer.names = names
        _store(writer, root, late, jobs, began)
    names.resolve(again=any(f.kind is FileKind.UNITS for f in files))
    if any(f.kind is FileKind.CALENDAR for f in files):
        db.execute("DELETE FROM calendar_year")


def _store(
    writer: Writer, root: Path, files: list[RegistryFile], jobs: int | None, began: int
) -> None:
    work = ((str(root), file, *writer.number(file)) for file in files)
    for compiled in compiled_files(work, len(files), jobs):
        changed = compiled.file.changed
        writer.store(compiled, 0 if began - changed < _TOO_FRESH_NS else changed)


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Loading makes many objects and no cycles; collecting meanwhile costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
