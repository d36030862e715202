"""Where written names of units stand: in tasks, groups, reports and progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from parcli.checks.context import Context
    from parcli.checks.finding import DataPath
    from parcli.model.unit_names import NameIndex

_ROLES = {1: "lead", 2: "support"}
_NUMBERS = {field: role for role, field in _ROLES.items()}


class WrittenName(NamedTuple):
    """A name that means no unit, or several, in the documents of one organisation from a day on."""

    number: int
    org: str
    written: str
    since: str
    candidates: str


class Place(NamedTuple):
    """One place of a name: the file, the record, and its field."""

    file: int
    at: str
    field: DataPath


def unresolved(context: Context) -> list[WrittenName]:
    """The names without one meaning, of organisations that have a catalogue."""
    sql = (
        "SELECT id, org, written, since, coalesce(candidates, '[]') FROM name WHERE unit IS NULL "
        "AND org IN (SELECT id FROM organisation) ORDER BY id"
    )
    return [WrittenName._make(row) for row in context.db.execute(sql)]


def places(context: Context, name: int) -> Iterator[Place]:
    """Everywhere a name stands, but for the addressees of reports, who may be anybody."""
    db = context.db
    sql = (
        "SELECT a.directive, t.at, a.role, a.n FROM assignment a "
        "JOIN task t ON t.directive = a.directive AND t.n = a.task WHERE a.name = ?"
    )
    for directive, at, role, n in db.execute(sql, (name,)).fetchall():
        yield Place(directive, at, (_ROLES[role], n))
    sql = (
        "SELECT f.directive, u.at, f.n FROM duty_from f "
        "JOIN duty u ON u.directive = f.directive AND u.n = f.duty "
        "WHERE u.kind = 'report' AND f.name = ?"
    )
    for directive, at, n in db.execute(sql, (name,)).fetchall():
        yield Place(directive, at, ("from", n))
    sql = "SELECT directive, at FROM duty WHERE kind = 'report' AND via = ?"
    for directive, at in db.execute(sql, (name,)).fetchall():
        yield Place(directive, at, ("via",))


def listed_names(context: Context, place: Place) -> list[str]:
    """The names of a whole list, in their order: that of a task's lead or support, or a report's.

    Empty for one that nothing stands in.
    """
    (field, *_more) = place.field
    if field == "from":
        sql = (
            "SELECT m.written FROM duty u JOIN duty_from f ON f.directive = u.directive "
            "AND f.duty = u.n JOIN name m ON m.id = f.name "
            "WHERE u.directive = ? AND u.at = ? AND u.kind = ? ORDER BY f.n"
        )
        values = (place.file, place.at, "report")
    else:
        sql = (
            "SELECT m.written FROM task t JOIN assignment a ON a.directive = t.directive "
            "AND a.task = t.n JOIN name m ON m.id = a.name "
            "WHERE t.directive = ? AND t.at = ? AND a.role = ? ORDER BY a.n"
        )
        values = (place.file, place.at, str(_NUMBERS[str(field)]))
    return [written for (written,) in context.db.execute(sql, values)]


def pieces_of(names: NameIndex, written: str, on: date | None) -> list[str]:
    """The names that one item lists, where all of them are known; else none."""
    pieces = names.split_names(written)
    known = len(pieces) > 1 and all(names.find(piece, on).ids for piece in pieces)
    return pieces if known else []


def receiving(context: Context, name: int) -> Iterator[Place]:
    """Each report that goes to the name."""
    sql = """SELECT directive, at FROM duty WHERE kind = 'report' AND "to" = ?"""
    for directive, at in context.db.execute(sql, (name,)).fetchall():
        yield Place(directive, at, ("to",))
