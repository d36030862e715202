"""Opening the compiled index: where it is, whether it is this parcli's, and whether it is current.

Nothing here imports yaml or pydantic: a command on a current index pays for neither.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from parcli import __version__
from parcli.registry.compiled.tables import VERSION
from parcli.registry.files import RegistryFile, list_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOLDER = ".parcli"
NAME = "index.sqlite"
_WAIT_SECONDS = 60


class Stale(NamedTuple):
    """How the folder differs from what the index has read."""

    changed: list[RegistryFile]
    gone: list[int]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changed or self.gone)


class Index(NamedTuple):
    """A registry's compiled index, current as of when it was opened."""

    root: Path
    db: sqlite3.Connection
    writable: bool = True

    def settings(self) -> dict[str, object]:
        """parcli.yaml as plain data; empty where it could not be read."""
        import json  # noqa: PLC0415  most commands never ask

        row = self.db.execute("SELECT settings FROM config").fetchone()
        return dict(json.loads(row[0])) if row else {}

    def unknown_names(self) -> int:
        """How many names that something is assigned to mean no unit, or more than one."""
        sql = (
            "SELECT count(*) FROM name WHERE unit IS NULL AND ("
            "EXISTS (SELECT 1 FROM assignment a WHERE a.name = name.id) "
            "OR EXISTS (SELECT 1 FROM duty_from f WHERE f.name = name.id))"
        )
        return int(self.db.execute(sql).fetchone()[0])

    def counts(self) -> tuple[int, int]:
        """Errors and warnings known of files by themselves; not all, where none asked for them."""
        rows = dict(self.db.execute("SELECT severity, count(*) FROM diagnostic GROUP BY severity"))
        return rows.get(2, 0), rows.get(1, 0)


def open_index(
    root: Path,
    *,
    jobs: int | None = None,
    inspected: bool = False,
    meanwhile: Callable[[], object] | None = None,
) -> Index:
    """The index of the registry at `root`, brought up to date first.

    `inspected` says that all that is wrong with the files is wanted, not only what spoils answers.
    `jobs` is how many processes may read files; by default what PARCLI_JOBS says, else as many as
    the machine has processors and the work is worth; while others read for this one, it does what
    the caller wants done `meanwhile`. Raises Unreadable where a folder of the registry cannot be
    listed.
    """
    files = list(list_files(root))
    path = root / FOLDER / NAME
    db = _opened(path)
    if db is not None:
        index = Index(root, db)
        stale = staleness(db, files, inspected=inspected)
        if not stale:
            return index
        db.close()
    from parcli.registry.compiled.update import Asked, brought_up_to_date  # noqa: PLC0415  reads YAML

    return brought_up_to_date(Asked(root, jobs, inspected, meanwhile), path)


def connect(path: Path | str) -> sqlite3.Connection:
    """A connection that waits for another process and leaves transactions to the caller."""
    db = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    db.execute("PRAGMA temp_store = FILE")
    return db


def current_version(db: sqlite3.Connection) -> bool:
    """Whether this very parcli wrote the index."""
    if db.execute("PRAGMA user_version").fetchone() != (VERSION,):
        return False
    row = db.execute("SELECT value FROM meta WHERE key = 'parcli'").fetchone()
    return bool(row == (__version__,))


def staleness(db: sqlite3.Connection, files: list[RegistryFile], *, inspected: bool) -> Stale:
    """Which files are new, differ in size or time or lack an inspection; which rows' are gone."""
    sql = "SELECT path, size, changed, id FROM file"
    uninspected = set()
    if inspected:
        uninspected = {path for (path,) in db.execute("SELECT path FROM file WHERE NOT inspected")}
    known = {path: (size, changed, number) for path, size, changed, number in db.execute(sql)}
    fresh = []
    for file in files:
        size, changed, _number = known.pop(file.path, (-1, -1, -1))
        if size != file.size or changed != file.changed or file.path in uninspected:
            fresh.append(file)
    return Stale(fresh, [number for _size, _changed, number in known.values()])


def _opened(path: Path) -> sqlite3.Connection | None:
    """A usable index at `path`; None where there is none, or it is damaged or another version's."""
    if not path.is_file():
        return None
    db = connect(path)
    try:
        if current_version(db):
            return db
    except sqlite3.DatabaseError:
        pass
    with suppress(sqlite3.Error):
        db.close()
    return None
