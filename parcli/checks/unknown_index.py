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
    from parcli.checks.finding import Finding

CODE = "PAR302"
SEVERITY = Severity.ERROR
_MESSAGE = N_("The registry has no index “{index}”.")
_HINT = N_("Add data/indices/{index}.yaml, or correct the name; there are: {known}.")


def check(context: Context) -> Iterator[Finding]:
    """Each appendix and each criterion that names an index without a file.

    Criteria of an index that an appendix of the directive names are told of there.
    """
    db = context.db
    known = [row[0] for row in db.execute("SELECT id FROM framework ORDER BY id")]
    listed = ", ".join(known) or "–"
    sql = (
        "SELECT directive, n, framework FROM appendix "
        "WHERE framework IS NOT NULL AND framework NOT IN (SELECT id FROM framework)"
    )
    told = set()
    for directive, n, index in db.execute(sql).fetchall():
        place = f"appendices.{n}"
        told.add((directive, index))
        yield found(directive, place, ("index",), _MESSAGE, _HINT, index=index, known=listed)
    sql = """
    SELECT s.directive, t.at, s.n, substr(s.criterion, 1, instr(s.criterion, '/') - 1) AS framework
    FROM serves s JOIN task t ON t.directive = s.directive AND t.n = s.task
    WHERE s.criterion NOT IN (SELECT id FROM criterion) AND instr(s.criterion, '/')
    AND substr(s.criterion, 1, instr(s.criterion, '/') - 1) NOT IN (SELECT id FROM framework)
    """
    for directive, at, n, index in db.execute(sql).fetchall():
        if (directive, index) in told:
            continue
        near = ", ".join(nearest(index, known)) or listed
        yield found(directive, at, ("criteria", n), _MESSAGE, _HINT, index=index, known=near)
