"""Directives of the registry: which exist, and which no longer hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.errors import UsageError
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from datetime import date

    from parcli.registry.compiled.store import Index


class UnknownDirective(UsageError):
    """No directive has that id."""

    message = N_("There is no directive “{directive}”.")
    hint = N_("Did you mean: {near}?")


class Ended(NamedTuple):
    """A directive that does not hold in the days asked about, with its first and last day."""

    slug: str
    first_day: str
    last_day: str


def checked_directive(index: Index, slug: str | None) -> None:
    """Nothing where the directive exists or none was asked for. Raises UnknownDirective."""
    if slug is None:
        return
    if index.db.execute("SELECT 1 FROM directive WHERE slug = ?", (slug,)).fetchone():
        return
    known = [
        row[0] for row in index.db.execute("SELECT slug FROM directive ORDER BY slug LIMIT 500")
    ]
    near = nearest(slug, known) or known[:3]
    raise UnknownDirective(directive=slug, near=", ".join(near) or "–")


def not_in_force(
    index: Index, start: date, end: date, directive: str | None = None, *, most: int = 3
) -> tuple[list[Ended], int]:
    """Directives that hold on no day from `start` to `end`: the latest few, and how many in all."""
    condition = "(last_day < ? OR first_day > ?) AND (? IS NULL OR slug = ?)"
    values = (start.isoformat(), end.isoformat(), directive, directive)
    count = index.db.execute(
        f"SELECT count(*) FROM directive WHERE {condition}",
        values,
    ).fetchone()[0]
    sql = (
        f"SELECT slug, first_day, last_day FROM directive WHERE {condition} "
        "ORDER BY last_day DESC, slug LIMIT ?"
    )
    rows = index.db.execute(sql, (*values, most)).fetchall()
    return [Ended._make(row) for row in rows], count
