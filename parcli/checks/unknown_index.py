"""A set of indices is named that the registry does not have.

`index: par-index` stands for data/indices/par-index.yaml. Without that file nothing can be said
about the criteria of the tasks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import DataPath, Finding

CODE = "PAR302"
SEVERITY = Severity.ERROR
_MESSAGE = N_("The registry has no index “{index}”.")
_HINT = N_("Add data/indices/{index}.yaml, or correct the name; there are: {known}.")
_NEAR = N_("Did you mean {near}? Otherwise add data/indices/{index}.yaml.")


def check(context: Context) -> Iterator[Finding]:
    """Each appendix and each criterion that names an index without a file.

    Criteria of an index that an appendix of the directive names are told of there.
    """
    db = context.db
    known = [row[0] for row in db.execute("SELECT id FROM framework ORDER BY id")]
    sql = (
        "SELECT directive, n, framework FROM appendix "
        "WHERE framework IS NOT NULL AND framework NOT IN (SELECT id FROM framework)"
    )
    told = set()
    for directive, n, index in db.execute(sql).fetchall():
        place = f"appendices.{n}"
        told.add((directive, index))
        yield _told(directive, place, ("index",), index, known)
    sql = """
    SELECT s.directive, t.at, s.n, substr(s.criterion, 1, instr(s.criterion, '/') - 1) AS framework
    FROM serves s JOIN task t ON t.directive = s.directive AND t.n = s.task
    WHERE s.criterion NOT IN (SELECT id FROM criterion) AND instr(s.criterion, '/')
    AND substr(s.criterion, 1, instr(s.criterion, '/') - 1) NOT IN (SELECT id FROM framework)
    """
    for directive, at, n, index in db.execute(sql).fetchall():
        if (directive, index) in told:
            continue
        yield _told(directive, at, ("criteria", n), index, known)


def _told(directive: int, at: str, field: DataPath, index: str, known: list[str]) -> Finding:
    near = ", ".join(nearest(index, known, limit=1))
    if near:
        return found(directive, at, field, _MESSAGE, _NEAR, index=index, near=near)
    listed = ", ".join(known) or "–"
    return found(directive, at, field, _MESSAGE, _HINT, index=index, known=listed)
