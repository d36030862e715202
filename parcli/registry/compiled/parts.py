"""Parts of an index, each written by a process of its own, then taken in table by table.

Putting rows into SQLite from Python costs as much as a fifth of a load, and so does handing them
from one process to another; copying a table that SQLite has already costs a tenth of that.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from parcli.errors import ParcliError
from parcli.language import N_
from parcli.registry.compiled.compiling import compiled_file, without_garbage_collection
from parcli.registry.compiled.names import NamesByDay
from parcli.registry.compiled.rows import load_rows
from parcli.registry.compiled.store import connect
from parcli.registry.compiled.tables import TABLES
from parcli.registry.compiled.writing import Writer
from parcli.registry.reading import load_reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from concurrent.futures import Future
    from types import TracebackType
    from typing import Self

    from parcli.registry.compiled.compiling import Compiled, Work
    from parcli.registry.compiled.names import Names

# A copy of this process is there in milliseconds where the system can make one; elsewhere a new
# one imports everything again. Less than so many bytes are read sooner than that.
_START = "fork" if sys.platform == "linux" else "spawn"
_WORTH_A_PROCESS = 1_000_000 if _START == "fork" else 8_000_000
# SQLite attaches ten databases at a time.
_MOST = 8
_PREFIX = "parcli-parts-"
# A part is read once, from end to end, so that its tables are kept in no order.
_ORDER = r",\s*PRIMARY KEY \([^)]*\)|(?<=\)) WITHOUT ROWID|^CREATE INDEX[^;]*;"
_PART_TABLES = re.sub(_ORDER, "", TABLES, flags=re.MULTILINE)


class ReaderEnded(ParcliError):
    """A process that was reading files is gone."""

    message = N_("A process that was reading files was ended from outside, perhaps for its memory.")
    hint = N_("Run the command again; with PARCLI_JOBS=1 one process does all the work.")


def processes_for(work: Sequence[Work], jobs: int | None) -> int:
    """How many processes to read with, 1 to 8: `jobs`, else PARCLI_JOBS, else what pays."""
    size = sum(each.file.size for each in work)
    processors = os.cpu_count() or 1
    asked = jobs or _asked_jobs() or min(processors, size // _WORTH_A_PROCESS + 1)
    return max(1, min(asked, _MOST, len(work)))


def _asked_jobs() -> int:
    """The number of processes that PARCLI_JOBS allows; 0 where it does not say."""
    text = os.environ.get("PARCLI_JOBS", "")
    return int(text) if text.isdecimal() else 0


class Parts:
    """The parts that are being written, in `folder` or where the system has temporary files.

    At the end they and their processes are gone. They are attached until then: end it after the
    transaction that took them in. Nobody else may have parts in that folder.
    """

    def __init__(self, db: sqlite3.Connection, folder: Path | None) -> None:
        self._db = db
        self._folder = folder
        self._running: list[tuple[str, Path, Future[list[Compiled]]]] = []
        self._clearing = ExitStack()

    def __enter__(self) -> Self:
        """Nothing is begun yet."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        """Detach the parts and remove them; processes that still run are waited for."""
        self._clearing.close()

    def begin(self, work: Sequence[Work], processes: int) -> bool:
        """Have the work done by so many processes while this one goes on.

        False where the system lets nobody have more processes: then nothing is begun.
        """
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  only for a large load
        from multiprocessing import get_context  # noqa: PLC0415  the same
        from tempfile import TemporaryDirectory  # noqa: PLC0415  the same

        for kind in {each.file.kind for each in work}:
            # Copies of this process have what it loaded; they would each load it again.
            load_reading(kind, inspected=any(each.inspected for each in work))
            load_rows(kind)
        for left_by_a_killed_process in self._folder.glob(f"{_PREFIX}*") if self._folder else ():
            shutil.rmtree(left_by_a_killed_process, ignore_errors=True)
        made = TemporaryDirectory(prefix=_PREFIX, dir=self._folder)
        folder = Path(self._clearing.enter_context(made))
        try:
            pool = ProcessPoolExecutor(processes, get_context(_START))
            self._clearing.callback(pool.shutdown, cancel_futures=True)
            for n, share in enumerate(_shares(work, processes)):
                path = folder / f"part{n}.sqlite"
                self._running.append((f"part{n}", path, pool.submit(write_part, path, share)))
        except (ImportError, NotImplementedError, OSError):  # no semaphores, or no more processes
            self._running.clear()
        return bool(self._running)

    def take_in(self, writer: Writer, names: Names) -> None:
        """Put what the processes wrote in the place of what the index has of these files.

        Raises ReaderEnded where one of them was ended from outside.
        """
        for name, path, future in self._running:
            unchanged = _result(future)
            self._db.execute(f"ATTACH ? AS {name}", (str(path),))
            self._clearing.callback(self._db.execute, f"DETACH {name}")
            writer.take_in(name, names)
            for compiled in unchanged:
                writer.store(compiled)


def _result(future: Future[list[Compiled]]) -> list[Compiled]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  only for a large load

    try:
        return future.result()
    except BrokenProcessPool:
        raise ReaderEnded from None


def _shares(work: Sequence[Work], processes: int) -> list[list[Work]]:
    """The work in its order, cut into shares of about the same size.

    Rows of neighbouring files then stand together, and each part goes behind the one before.
    """
    whole = sum(each.file.size + 1 for each in work)
    shares: list[list[Work]] = [[] for _ in range(processes)]
    before = 0
    for each in work:
        shares[before * processes // whole].append(each)
        before += each.file.size + 1
    return [share for share in shares if share]


def write_part(path: Path, share: Sequence[Work]) -> list[Compiled]:
    """Write an index of these files alone; those whose content is known are returned instead."""
    db = connect(path)
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.executescript(_PART_TABLES)
    writer = Writer(db, inspected=any(each.inspected for each in share))
    writer.names = NamesByDay(db)
    unchanged = []
    db.execute("BEGIN")
    with without_garbage_collection():
        for work in share:
            compiled = compiled_file(work)
            if compiled.rows is None:
                unchanged.append(compiled)
            else:
                writer.add(work.file, work.number)
                writer.store(compiled)
    db.execute("COMMIT")
    db.close()
    return unchanged
