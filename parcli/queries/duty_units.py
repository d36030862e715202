"""Which single units owe a duty on a day: groups expanded, the dissolved left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.queries.unit_lookup import FIRST_DAY, LAST_DAY, Unit, UnitRef, members, unit

if TYPE_CHECKING:
    from datetime import date

    from parcli.queries.duties import Duty
    from parcli.registry.compiled.store import Index


class DutyUnits:
    """Who owes the duties of a registry; each written name is looked up once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._named: dict[int, tuple[str, str, str | None]] = {}
        self._meant: dict[int, list[Unit]] = {}
        self._bearers: dict[tuple[int, int], list[Unit]] = {}

    def of(self, duty: Duty, day: date) -> list[Unit]:
        """The single units that owe the duty and exist on `day`, each once, in the named order.

        A name that means no unit of the catalogue stands for itself, and a duty that names nobody
        has one nameless unit, so that nothing due is hidden.
        """
        on = day.isoformat()
        return [unit for unit in self.ever(duty) if unit.valid_between(on, on)]

    def dissolved(self, duty: Duty, day: date) -> list[Unit]:
        """The units that owed the duty and have ended before `day`."""
        on = day.isoformat()
        return [unit for unit in self.ever(duty) if unit.valid_until and unit.valid_until < on]

    def ever(self, duty: Duty) -> list[Unit]:
        """The single units that the duty names, whenever they exist."""
        key = (duty.directive, duty.number)
        if key not in self._bearers:
            found: dict[tuple[str, str, str], Unit] = {}
            sql = "SELECT name FROM duty_from WHERE directive = ? AND duty = ? ORDER BY n"
            for (number,) in self.index.db.execute(sql, key).fetchall():
                for bearer in self._single(number):
                    written = "" if bearer.id else bearer.name
                    found.setdefault((bearer.org, bearer.id, written), bearer)
            self._bearers[key] = list(found.values()) or [_uncatalogued(duty.org, "")]
        return self._bearers[key]

    def named(self, number: int | None) -> UnitRef | None:
        """The unit behind a written name, as written where it is unknown; None for no name."""
        if number is None:
            return None
        org, written, found = self._name(number)
        known = unit(self.index, org, found) if found else None
        return known.ref if known else UnitRef("", written)

    def _single(self, number: int) -> list[Unit]:
        if number not in self._meant:
            self._meant[number] = self._looked_up(number)
        return self._meant[number]

    def _looked_up(self, number: int) -> list[Unit]:
        org, written, ident = self._name(number)
        known = unit(self.index, org, ident) if ident else None
        if known is None:
            return [_uncatalogued(org, written)]
        if not known.is_group:
            return [known]
        inside = members(self.index, org, known.id)
        return [u for u in inside if _in_time_of(u, known)] or [known]

    def _name(self, number: int) -> tuple[str, str, str | None]:
        if number not in self._named:
            sql = "SELECT org, written, unit FROM name WHERE id = ?"
            self._named[number] = self.index.db.execute(sql, (number,)).fetchone()
        return self._named[number]


def _in_time_of(one: Unit, group: Unit) -> bool:
    """Whether a member exists while its group does: successors of another level do not owe."""
    return one.valid_between(group.valid_from or FIRST_DAY, group.valid_until or LAST_DAY)


def _uncatalogued(org: str, written: str) -> Unit:
    return Unit(org, "", written, None, False, None, None, (), None, None, (), None)
