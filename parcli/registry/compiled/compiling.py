"""Files → rows, in this process or several: nothing is kept, results come as they are ready."""

from __future__ import annotations

import marshal
import os
import sys
from collections import deque
from contextlib import contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcli.registry.compiled.rows import load_rows, rows_of
from parcli.registry.files import RegistryFile, Unreadable, read_bytes
from parcli.registry.reading import load_reading, read_text, unreadable
from parcli.registry.yaml_text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from parcli.diagnostics import Diagnostic
    from parcli.registry.compiled.directive_rows import Rows
    from parcli.registry.ignore_comments import IgnoreComment

    _Chunk = Future[list[tuple["Compiled", bytes]]]

# A copy of this process is there in milliseconds where the system can make one; elsewhere a new
# one imports everything again. Less than so many bytes are read sooner than that.
_START = "fork" if sys.platform == "linux" else "spawn"
_WORTH_A_PROCESS = 1_000_000 if _START == "fork" else 8_000_000
_CHUNK = 4
_AHEAD = 3


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


@contextmanager
def compiled_files(work: Sequence[Work], jobs: int | None) -> Iterator[Iterator[Compiled]]:
    """Each file compiled, in order, by `jobs` processes or as many as pay for the work.

    Processes begin at once, also while the first result is not asked for yet.
    """
    processes = _processes(sum(each.file.size for each in work), jobs)
    if processes == 1:
        yield map(compiled_file, work)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  only for a large load
    from multiprocessing import get_context  # noqa: PLC0415  the same

    for kind in {each.file.kind for each in work}:
        # Copies of this process have what it loaded; they would each load it again.
        load_reading(kind, inspected=any(each.inspected for each in work))
        load_rows(kind)
    with ProcessPoolExecutor(processes, get_context(_START)) as pool:
        try:
            chunks = (pool.submit(_compiled_chunk, chunk) for chunk in _chunks(iter(work)))
            yield _results(deque(islice(chunks, processes * _AHEAD)), chunks)
        finally:
            pool.shutdown(cancel_futures=True)


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


def _processes(size: int, jobs: int | None) -> int:
    asked = jobs or _asked_jobs()
    if asked is not None:
        return asked
    processors = os.cpu_count() or 1
    if size < _WORTH_A_PROCESS or processors == 1:
        return 1
    # One more than there are processors: this process waits for the others much of the time.
    return min(processors + 1, size // _WORTH_A_PROCESS + 1)


def _asked_jobs() -> int | None:
    """The number of processes that PARCLI_JOBS allows; None where it does not say."""
    text = os.environ.get("PARCLI_JOBS", "")
    return int(text) if text.isdecimal() and int(text) else None


def _chunks(todo: Iterator[Work]) -> Iterator[list[Work]]:
    while chunk := list(islice(todo, _CHUNK)):
        yield chunk


def _results(running: deque[_Chunk], chunks: Iterator[_Chunk]) -> Iterator[Compiled]:
    """What the running chunks give, in order, a further one begun for each that is done."""
    while running:
        for compiled, rows in running.popleft().result():
            yield compiled._replace(rows=marshal.loads(rows))  # noqa: S302  our own workers'
        running.extend(islice(chunks, 1))


def _compiled_chunk(chunk: list[Work]) -> list[tuple[Compiled, bytes]]:
    """Each file's result without its rows, and these as bytes: marshal beats pickle by half."""
    found = map(compiled_file, chunk)
    return [(one._replace(rows=None), marshal.dumps(one.rows)) for one in found]
