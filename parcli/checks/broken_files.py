"""Files of which errors have lost a part: what is missed of them elsewhere may be in that part."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.registry.reading import UNREAD

if TYPE_CHECKING:
    from parcli.checks.context import Context
    from parcli.registry.files import FileKind


class BrokenFiles(NamedTuple):
    """Paths by the ids of the files: of those not read to their end, and of all with errors."""

    unread: dict[str, str]
    damaged: dict[str, str]


def broken_files(context: Context, kind: FileKind) -> BrokenFiles:
    """The files of a kind in which something is wrong that may have cost a record."""
    sql = (
        "SELECT f.path, d.code FROM file f JOIN diagnostic d ON d.file = f.id "
        "WHERE f.kind = ? AND d.severity = 2 GROUP BY f.path, d.code"
    )
    broken = BrokenFiles({}, {})
    for path, code in context.db.execute(sql, (kind.value,)):
        ident = path.rpartition("/")[2].rpartition(".")[0]
        broken.damaged[ident] = path
        if code in UNREAD:
            broken.unread[ident] = path
    return broken
