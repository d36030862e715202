"""A directive serves an index that does not apply in its time.

Criteria change from one decision to the next: a number of 2022 may mean something else in 2026.
`years` in the index's file says which years it is for. The year that parcli.yaml is kept for
(`index_year`) is held against the indices in use, too. Four directives and more are told of once,
in the index's file. Extend `years` only where that index does still apply; where a later decision
has replaced it, add a file for the new one in data/indices/ and point to that.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import DataPath, Finding

CODE = "PAR314"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The index “{index}” is for {years}; this directive is in force {days}.")
_MANY = N_("This index is for {years}; {count} directives of other years use it: {some}, …")
_YEAR = N_("The index “{index}” is for {years}, not for {year}.")
_HINT = N_(
    "Point to the index of that time (a file of its own in data/indices/); correct `years` in "
    "{index}.yaml only where they are wrong."
)
_FEW = 3
_OTHER_TIME = """
SELECT f.file, f.id, f.years_from, f.years_until, d.id, d.slug, d.first_day, d.last_day
FROM framework f JOIN directive d ON f.years_from > d.last_day OR f.years_until < d.first_day
ORDER BY f.id, d.slug
"""
# Where a directive names an index first: as an appendix's, else at a task.
_APPENDIX = "SELECT n FROM appendix WHERE directive = ? AND framework = ? ORDER BY n LIMIT 1"
_TASK = """
SELECT t.at, s.n FROM serves s JOIN task t ON t.directive = s.directive AND t.n = s.task
WHERE s.directive = ? AND s.criterion > ? || '/' AND s.criterion < ? || '0'
ORDER BY s.task, s.n LIMIT 1
"""
_OF_THE_YEAR = """
SELECT id, years_from, years_until FROM framework
WHERE (substr(years_from, 1, 4) > :year OR substr(years_until, 1, 4) < :year)
AND (id IN (SELECT framework FROM appendix)
     OR EXISTS (SELECT 1 FROM serves WHERE criterion > id || '/' AND criterion < id || '0'))
"""


class _User(NamedTuple):
    """A directive that names an index, its days in force, and the place and field where it does."""

    directive: int
    slug: str
    first: str
    last: str
    place: str
    field: DataPath


def check(context: Context) -> Iterator[Finding]:
    """Each index that a directive names and that is of other years, once a directive.

    Where many do, it is the index that is out of date: that is told once, in its file.
    """
    outside = context.db.execute(_OTHER_TIME).fetchall()
    for (file, index, *years), rows in groupby(outside, itemgetter(0, 1, 2, 3)):
        users = [user for row in rows if (user := _user(context, index, *row[4:]))]
        values: dict[str, Any] = {"index": index, "years": _span(*years)}
        if len(users) > _FEW:
            values["some"] = ", ".join(user.slug for user in users[:_FEW])
            yield found(file, "", ("years",), _MANY, _HINT, count=len(users), **values)
        else:
            yield from (_told(user, values) for user in users)
    yield from _of_the_year(context)


def _told(user: _User, values: dict[str, Any]) -> Finding:
    days = _span(user.first, user.last)
    return found(user.directive, user.place, user.field, _MESSAGE, _HINT, days=days, **values)


def _user(
    context: Context, index: str, directive: int, slug: str, first: str, last: str
) -> _User | None:
    """The directive, if it names the index at all."""
    row = context.db.execute(_APPENDIX, (directive, index)).fetchone()
    if row:
        return _User(directive, slug, first, last, f"appendices.{row[0]}", ("index",))
    row = context.db.execute(_TASK, (directive, index, index)).fetchone()
    return _User(directive, slug, first, last, row[0], ("criteria", row[1])) if row else None


def _of_the_year(context: Context) -> Iterator[Finding]:
    """Each index in use that is not for the year which parcli.yaml names."""
    year = context.index.settings().get("index_year")
    config = context.db.execute("SELECT file FROM config").fetchone()
    if not year or not config:
        return
    for index, *years in context.db.execute(_OF_THE_YEAR, {"year": year}):
        values = {"index": index, "years": _span(*years), "year": year}
        yield found(config[0], "", ("index_year",), _YEAR, _HINT, **values)


def _span(begins: str | None, ends: str | None) -> str:
    """The years of two days: "2022–2025"; one year alone, and "…" on a side that is open."""
    first, last = ((day or "…")[:4].replace("9999", "…") for day in (begins, ends))
    return first if first == last else f"{first}–{last}"
