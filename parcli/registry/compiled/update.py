"""Bringing the index up to date: read what changed, replace its rows in one transaction.

A first index is written beside its place and moved there whole. Files are streamed: no more than a
few are in memory at any time.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from parcli import __version__
from parcli.errors import ParcliError, os_reason
from parcli.language import N_
from parcli.registry.compiled.compiling import (
    Work,
    compiled_file,
    without_garbage_collection,
)
from parcli.registry.compiled.names import Names
from parcli.registry.compiled.parts import Parts, processes_for
from parcli.registry.compiled.store import Index, connect, current_version, staleness
from parcli.registry.compiled.tables import LATE_INDEXES, TABLES, VERSION
from parcli.registry.compiled.writing import Writer
from parcli.registry.files import FileKind, RegistryFile, list_files
from parcli.registry.write_lock import Unwritable, write_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from parcli.registry.compiled.store import Stale

_LOCK = "index.lock"
_WAIT_SECONDS = 600.0  # ten thousand directives take two minutes


class NoRoom(ParcliError):
    """An index can be written nowhere."""

    message = N_("The index of the registry cannot be written: {reason}")
    hint = N_("Make room on the disk, or set TMPDIR to a folder that has room.")


class Asked(NamedTuple):
    """The registry to read, by how many processes (None: as many as pay), and how closely.

    `meanwhile` is for this process to do while others read.
    """

    root: Path
    jobs: int | None
    inspected: bool
    meanwhile: Callable[[], object] | None = None


def brought_up_to_date(asked: Asked, path: Path) -> Index:
    """The index at `path`, current; in a temporary place where that folder cannot be written.

    A file is put in the index's place only under a lock and while there is no usable one: another
    process may be using what stands there, and SQLite's journal would be taken for the new one's.
    Raises Busy where another process has been making the index for too long.
    """
    try:
        with write_lock(asked.root, name=_LOCK, wait_seconds=_WAIT_SECONDS):
            if not _usable(path):
                return _built(asked, path)
        return Index(asked.root, _updated(asked, path))
    except (OSError, Unwritable, sqlite3.DatabaseError):
        return _elsewhere(asked)


def _elsewhere(asked: Asked) -> Index:
    """An index in a temporary place. Raises NoRoom where that cannot be written either."""
    db = connect("")
    try:
        with _closed_on_error(db):
            _fill(db, asked, None)
    except OSError as error:
        raise NoRoom(reason=os_reason(error)) from None
    except sqlite3.OperationalError as error:
        is_full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise NoRoom(reason=os_reason(full) if is_full else error) from None
    return Index(asked.root, db, writable=False)


@contextmanager
def _closed_on_error(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


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


def _built(asked: Asked, path: Path) -> Index:
    """A new index, moved into its place when whole."""
    beside = path.with_name(f"{path.stem}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    db = connect(beside)
    try:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        _fill(db, asked, path.parent)
        db.close()
        # A killed writer's journal would be played back into the new file.
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        beside.replace(path)
    except BaseException:
        db.close()
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    return Index(asked.root, connect(path))


def _fill(db: sqlite3.Connection, asked: Asked, folder: Path | None) -> None:
    db.executescript(TABLES)
    db.execute(f"PRAGMA user_version = {VERSION:d}")
    db.execute("INSERT INTO meta VALUES ('parcli', ?)", (__version__,))
    files = list(list_files(asked.root))
    with Parts(db, folder) as parts, _transaction(db):
        _read(parts, db, files, asked)
    db.executescript(LATE_INDEXES)


def _updated(asked: Asked, path: Path) -> sqlite3.Connection:
    """Look again once the write lock is held: another process may have done the work."""
    db = connect(path)
    with _closed_on_error(db), Parts(db, path.parent) as parts, _transaction(db):
        stale = staleness(db, list(list_files(asked.root)), inspected=asked.inspected)
        if stale:
            _apply(parts, db, stale, asked)
    return db


def _apply(parts: Parts, db: sqlite3.Connection, stale: Stale, asked: Asked) -> None:
    writer = Writer(db, inspected=asked.inspected)
    for number in stale.gone:
        writer.forget(number)
    _read(parts, db, stale.changed, asked)


def _read(parts: Parts, db: sqlite3.Connection, files: list[RegistryFile], asked: Asked) -> None:
    """Catalogues first: what a name means, and from when, is asked while directives are stored."""
    early = [f for f in files if f.kind not in (FileKind.DIRECTIVE, FileKind.PROGRESS)]
    late = [f for f in files if f.kind in (FileKind.DIRECTIVE, FileKind.PROGRESS)]
    writer = Writer(db, inspected=asked.inspected)
    before = Names(db)
    first, then = _work(writer, early, asked), _work(writer, late, asked)
    processes = processes_for(then, asked.jobs)
    with without_garbage_collection():
        if processes > 1 and parts.begin(then, processes):
            then = []
            if asked.meanwhile:
                asked.meanwhile()
        _store(writer, first)
        names = writer.names = Names(db)
        parts.take_in(writer, names)
        _store(writer, then)
        moved = writer.dependants(names.moved_since(before))
        _store(writer, _work(writer, moved, asked))
    names.resolve(again=any(f.kind is FileKind.UNITS for f in files))
    if any(f.kind is FileKind.CALENDAR for f in files):
        db.execute("DELETE FROM calendar_year")


def _work(writer: Writer, files: list[RegistryFile], asked: Asked) -> list[Work]:
    root = str(asked.root)
    return [Work(root, file, *writer.number(file), asked.inspected) for file in files]


def _store(writer: Writer, work: list[Work]) -> None:
    for each in work:
        writer.store(compiled_file(each))


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
