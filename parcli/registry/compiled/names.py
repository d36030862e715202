"""Written names of units as numbers, and what each means on which days."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from parcli.model.unit_names import NameIndex


class Names:
    """The table `name`: a row for each written name, organisation and stretch of time.

    A stretch begins on each day on which some unit of the organisation begins or has ended, so that
    within one the same words mean the same.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.eras = _eras(db)
        self._numbers: dict[tuple[str, str], _Numbers] = {}

    def moved_since(self, before: Names) -> list[str]:
        """Organisations whose stretches of time are others now."""
        return [
            org
            for org in {*self.eras, *before.eras}
            if self.eras.get(org, []) != before.eras.get(org, [])
        ]

    def numbers(self, *, org: str, day: str) -> _Numbers:
        """Numbers of names as they stand in a document that holds from `day` on."""
        eras = self.eras.get(org, [])
        at = bisect_right(eras, day)
        return self._since(org, eras[at - 1] if at else "")

    def _since(self, org: str, since: str) -> _Numbers:
        if (org, since) not in self._numbers:
            self._numbers[org, since] = _Numbers(self.db, org, since)
        return self._numbers[org, since]

    def resolve(self, *, again: bool) -> None:
        """Work out what the names mean; `again` for all, since a catalogue changed."""
        if again:
            self.db.execute("UPDATE name SET unit = NULL, candidates = NULL")
        sql = "SELECT id, org, written, since FROM name WHERE candidates IS NULL"
        rows = self.db.execute(sql).fetchall()
        indexes: dict[str, NameIndex] = {}
        for number, org, written, since in rows:
            if org not in indexes:
                indexes[org] = name_index(self.db, org)
            day = day_of_era(self.eras.get(org, []), since)
            match = indexes[org].find(written, day)
            # A unit of other days is still the one meant: what it owes is told by its days.
            found = match.ids or match.other_days
            unit = found[0] if len(found) == 1 else None
            self.db.execute(
                "UPDATE name SET unit = ?, candidates = ? WHERE id = ?",
                (unit, json.dumps(found), number),
            )


class NamesByDay(Names):
    """Names of an index that has no catalogues: each is noted with the day from which it holds."""

    def numbers(self, *, org: str, day: str) -> _Numbers:
        """Numbers of names as they stand in a document that holds from `day` on."""
        return self._since(org, day)


class _Numbers(dict[str, int]):
    """Written name → number, new names added to the table as they are met."""

    def __init__(self, db: sqlite3.Connection, org: str, since: str) -> None:
        sql = "SELECT written, id FROM name WHERE org = ? AND since = ?"
        super().__init__(db.execute(sql, (org, since)))
        self._db, self._org, self._since = db, org, since

    def __missing__(self, written: str) -> int:
        """The number of a name that is met for the first time."""
        sql = "INSERT INTO name (org, written, since) VALUES (?, ?, ?)"
        number = self._db.execute(sql, (self._org, written, self._since)).lastrowid or 0
        self[written] = number
        return number


def day_of_era(eras: list[str], since: str) -> date | None:
    """A day of the stretch that begins on `since`, "" being the one before all changes.

    None where the organisation's units never change, so that any day will do.
    """
    if since:
        return date.fromisoformat(since)
    return date.fromisoformat(eras[0]) - timedelta(days=1) if eras else None


def name_index(db: sqlite3.Connection, org: str) -> NameIndex:
    """The names of one organisation's units and groups."""
    from parcli.model.unit_names import NameIndex, UnitNames  # noqa: PLC0415  only where names are looked up

    sql = (
        "SELECT id, name, aliases, valid_from, valid_until, is_group FROM unit "
        "WHERE org = ? ORDER BY position"
    )
    named = db.execute("SELECT name FROM organisation WHERE id = ?", (org,)).fetchone()
    names = (
        UnitNames(
            unit,
            name,
            tuple(json.loads(aliases)),
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
            bool(is_group),
        )
        for unit, name, aliases, first, last, is_group in db.execute(sql, (org,))
    )
    return NameIndex(names, named[0] if named else None)


def _eras(db: sqlite3.Connection) -> dict[str, list[str]]:
    """The days, by organisation, on which the set of its units changes."""
    days: dict[str, set[str]] = defaultdict(set)
    for org, first, last in db.execute("SELECT org, valid_from, valid_until FROM unit"):
        if first:
            days[org].add(first)
        if last:
            days[org].add((date.fromisoformat(last) + timedelta(days=1)).isoformat())
    return {org: sorted(found) for org, found in days.items()}
