"""Two files have the same id: x.yaml beside x.yml, or a copy.

Tasks of both would have the same ids, and progress on one would count for the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR305"
SEVERITY = Severity.ERROR
_MESSAGE = N_("{other} has the id “{id}” too.")
_HINT = N_("Rename one of the files and the id in it, or remove the copy.")
_TABLES = (
    ("directive", "id", "slug", "id"),
    ("organisation", "file", "id", "id"),
    ("framework", "file", "id", "id"),
    ("calendar_file", "file", "year", "year"),
)


def check(context: Context) -> Iterator[Finding]:
    """Each file whose id an earlier file of its kind has."""
    for table, file, ident, key in _TABLES:
        sql = (
            f"SELECT t.{file}, t.{ident}, file.path FROM {table} t JOIN file ON file.id = t.{file} "  # noqa: S608  our own names
            f"WHERE t.{ident} IN (SELECT {ident} FROM {table} GROUP BY 1 HAVING count(*) > 1) "
            f"ORDER BY t.{ident}, file.path"
        )
        first: dict[str, str] = {}
        for number, value, path in context.db.execute(sql).fetchall():
            if value in first:
                yield found(number, "", (key,), _MESSAGE, _HINT, other=first[value], id=value)
            first.setdefault(value, path)
