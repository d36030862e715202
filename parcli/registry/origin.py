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


def unit_origin(index: Index, org: str, ident: str) -> Origin:
    """The place of a unit or group in its catalogue; the catalogue's beginning where it moved."""
    from parcli.registry.files import FileKind  # noqa: PLC0415  read only when a place is asked for
    from parcli.registry.reading import read_file  # noqa: PLC0415

    sql = "SELECT f.path FROM unit u JOIN file f ON f.id = u.file WHERE u.org = ? AND u.id = ?"
    (path,) = index.db.execute(sql, (org, ident)).fetchone()
    source = read_file(index.root, FileKind.UNITS, path).source
    data = source.data if isinstance(source.data, dict) else {}
    for key in ("units", "groups"):
        for n, entry in enumerate(data.get(key) or ()):
            if isinstance(entry, dict) and entry.get("id") == ident:
                return Origin(path, *source.position([key, n]))
    return Origin(path, *source.position([]))
