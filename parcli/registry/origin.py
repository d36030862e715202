"""Where in which file something of the index was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from parcli.registry.compiled.store import Index


class Origin(NamedTuple):
    """A file of the registry and a place in it, counted from 1."""

    file: str
    line: int
    column: int


def origin(index: Index, file: int, at: str = "") -> Origin:
    """The file behind a row's number, and the place that its `at` names in it.

    The file is read again for this; where it has gone meanwhile the place is its beginning.
    """
    from parcli.registry.files import FileKind  # noqa: PLC0415  read only when a place is asked for
    from parcli.registry.reading import read_file  # noqa: PLC0415

    sql = "SELECT path, kind FROM file WHERE id = ?"
    path, kind = index.db.execute(sql, (file,)).fetchone()
    source = read_file(index.root, FileKind(kind), path).source
    steps = [int(step) if step.isdecimal() else step for step in at.split(".") if step]
    return Origin(path, *source.position(steps))
