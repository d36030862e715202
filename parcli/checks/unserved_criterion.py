"""No task of the registry serves this criterion, or these of one dimension.

The directives hand out work for other criteria of the same index, and for this one none: its points
are left to chance. Indices that no directive of the registry mentions are passed over. Where
parcli.yaml names an `index_year`, only directives in force in that year count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.checks.finding import found, record_at
from parcli.checks.locating import source_of
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.reading import UNREAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR603"
SEVERITY = Severity.WARNING
_MESSAGE = N_("No task serves the criterion {criterion}.")
_SEVERAL = N_("No task serves these criteria of {dimension}: {criteria}.")
_HINT = N_("Point the task that serves it here, or add one; if there is none, say why.")


class _Dimension(NamedTuple):
    """A dimension and its criteria, by their ids, and its place in its file."""

    file: int
    id: str
    framework: str
    at: str
    criteria: list[str]


def check(context: Context) -> Iterator[Finding]:
    """Each criterion that neither itself nor by its dimension has a task, in the index's file.

    Those of a dimension are told of together. None while a directive cannot be read: its tasks may
    serve them.
    """
    db = context.db
    if _some_unread(db):
        return
    served = _served(context)
    frameworks = {criterion.partition("/")[0] for criterion in served}
    for dimension in _dimensions(db):
        if dimension.framework in frameworks and dimension.id not in served:
            missing = [n for n, ident in enumerate(dimension.criteria) if ident not in served]
            yield from _told(context, dimension, missing)


def _served(context: Context) -> set[str]:
    """The criteria that tasks serve, in the year the registry is kept for if it names one."""
    year = context.index.settings().get("index_year")
    sql = """
    SELECT c.id FROM criterion c WHERE EXISTS (
      SELECT 1 FROM serves s JOIN directive d ON d.id = s.directive WHERE s.criterion = c.id
      AND (:year IS NULL OR :year BETWEEN substr(d.first_day, 1, 4) AND substr(d.last_day, 1, 4))
    )
    """
    return {ident for (ident,) in context.db.execute(sql, {"year": year})}


def _dimensions(db: sqlite3.Connection) -> list[_Dimension]:
    dimensions: list[_Dimension] = []
    last, place = None, 0
    sql = "SELECT file, id, framework, is_dimension FROM criterion ORDER BY file, position"
    for file, ident, framework, is_dimension in db.execute(sql):
        if is_dimension:
            place = place + 1 if framework == last else 0
            last = framework
            dimensions.append(_Dimension(file, ident, framework, f"dimensions.{place}", []))
        else:
            dimensions[-1].criteria.append(ident)
    return dimensions


def _told(context: Context, dimension: _Dimension, missing: list[int]) -> Iterator[Finding]:
    """One finding for all; one beside a criterion that is alone or has an ignore of its own."""
    alone = _ignored(context, dimension, missing)
    rest = [n for n in missing if n not in alone]
    for n in [*alone, *rest] if len(rest) == 1 else alone:
        place, criterion = f"{dimension.at}.criteria.{n}", dimension.criteria[n]
        yield found(dimension.file, place, ("number",), _MESSAGE, _HINT, criterion=criterion)
    if len(rest) > 1:
        criteria = ", ".join(dimension.criteria[n].partition("/")[2] for n in rest)
        yield found(
            dimension.file, dimension.at, ("number",), _SEVERAL, _HINT,
            dimension=dimension.id, criteria=criteria,
        )  # fmt: skip


def _ignored(context: Context, dimension: _Dimension, missing: list[int]) -> list[int]:
    """The criteria on whose own lines a comment ignores this code."""
    sql = "SELECT first, last FROM ignore WHERE file = ? AND instr(codes, ?)"
    covered = context.db.execute(sql, (dimension.file, CODE)).fetchall()
    if not covered:
        return []
    sql = "SELECT path FROM file WHERE id = ?"
    (path,) = context.db.execute(sql, (dimension.file,)).fetchone()
    source = source_of(context.index.root, path)
    record = record_at(dimension.at)
    lines = {n: source.position((*record, "criteria", n, "number"))[0] for n in missing}
    return [n for n in missing if any(first <= lines[n] <= last for first, last in covered)]


def _some_unread(db: sqlite3.Connection) -> bool:
    """Whether a directive's tasks are missing, or those after a break in its file."""
    sql = "SELECT 1 FROM file WHERE kind = 'directive' AND id NOT IN (SELECT id FROM directive)"
    if db.execute(sql).fetchone():
        return True
    sql = "SELECT code FROM diagnostic d JOIN file f ON f.id = d.file WHERE kind = 'directive'"
    return any(code in UNREAD for (code,) in db.execute(f"{sql} GROUP BY code"))
