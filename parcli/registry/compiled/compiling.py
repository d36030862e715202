"""Files → rows, in this process or several: nothing is kept, results come as they are ready."""

from __future__ import annotations

import marshal
import os
import sys
from collections import deque
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcli.registry.compiled.rows import rows_of
from parcli.registry.files import RegistryFile, Unreadable, read_bytes
from parcli.registry.reading import read_text, unreadable
from parcli.registry.yaml_text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.compiled.directive_rows import Rows
    from parcli.registry.ignore_comments import IgnoreComment

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


def compiled_files(work: Iterable[Work], size: int, jobs: int | None) -> Iterator[Compiled]:
    """Each file compiled, in order, by `jobs` processes or as many as pay for `size` bytes."""
    processes = _processes(size, jobs)
    if processes == 1:
        return map(compiled_file, work)
    return _in_processes(iter(work), processes)


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


def _in_processes(todo: Iterator[Work], processes: int) -> Iterator[Compiled]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  only for a large load
    from multiprocessing import get_context  # noqa: PLC0415  the same

    # Copies of this process have what the first file loaded; they would each load it again.
    yield from map(compiled_file, islice(todo, 1))
    with ProcessPoolExecutor(processes, get_context(_START)) as pool:
        running = deque(
            pool.submit(_compiled_chunk, chunk)
            for _ in range(processes * _AHEAD)
            if (chunk := list(islice(todo, _CHUNK)))
        )
        while running:
            for compiled, rows in running.popleft().result():
                yield compiled._replace(rows=marshal.loads(rows))  # noqa: S302  our own workers'
            if chunk := list(islice(todo, _CHUNK)):
                running.append(pool.submit(_compiled_chunk, chunk))


def _compiled_chunk(chunk: list[Work]) -> list[tuple[Compiled, bytes]]:
    """Each file's result without its rows, and these as bytes: marshal beats pickle by half."""
    found = map(compiled_file, chunk)
    return [(one._replace(rows=None), marshal.dumps(one.rows)) for one in found]
