"""Who a name means: units and groups, their members on given days, their successors."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.errors import UsageError
from parcli.language import N_
from parcli.registry.compiled.names import name_index
from parcli.text import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.registry.compiled.store import Index

# As ISO text: the first and last day of what has no beginning or no end.
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


class UnknownUnit(UsageError):
    """No unit of the registry has such a name."""

    message = N_("No unit is called “{name}”.")
    hint = N_("parcli units lists them all.")


class UnknownUnitNear(UnknownUnit):
    """No unit has the name; some come near."""

    hint = N_("Did you mean: {near}?")


class AmbiguousUnit(UsageError):
    """The name fits several units."""

    message = N_("“{name}” fits several units: {candidates}.")
    hint = N_("Write more of the name, or its id.")


class UnknownOrganisation(UsageError):
    """No catalogue is of that organisation."""

    message = N_("There is no organisation “{org}”.")
    hint = N_("Choose one of: {known}.")


class UnitRef(NamedTuple):
    """A unit or group as lists and JSON name it."""

    id: str
    name: str

    def json(self) -> dict[str, str | None]:
        """`{"id", "name"}`; the id null for a name that no catalogue has."""
        return {"id": self.id or None, "name": self.name}


class Unit(NamedTuple):
    """A unit or a group of units of one organisation. Days are ISO text, None where open."""

    org: str
    id: str
    name: str
    kind: str | None
    is_group: bool
    parent: str | None
    code: str | None
    aliases: tuple[str, ...]
    valid_from: str | None
    valid_until: str | None
    successors: tuple[str, ...]
    note: str | None

    @property
    def ref(self) -> UnitRef:
        """Id and name."""
        return UnitRef(self.id, self.name)

    def valid_between(self, first: str, last: str) -> bool:
        """Whether it exists on some day from `first` to `last`."""
        return (self.valid_from or "") <= last and first <= (self.valid_until or LAST_DAY)


_COLUMNS = (
    "org, id, name, kind, is_group, parent, code, aliases, valid_from, valid_until, successors, "
    "note"
)


def units(index: Index, org: str | None = None) -> list[Unit]:
    """All units and groups, of one organisation or of all, in the order of the catalogues."""
    where, values = ("WHERE org = ?", (org,)) if org else ("", ())
    sql = f"SELECT {_COLUMNS} FROM unit {where} ORDER BY org, position"
    return [_unit(row) for row in index.db.execute(sql, values)]


def unit(index: Index, org: str, unit_id: str) -> Unit | None:
    """The unit or group with that id; None where the organisation has none."""
    sql = f"SELECT {_COLUMNS} FROM unit WHERE org = ? AND id = ?"
    row = index.db.execute(sql, (org, unit_id)).fetchone()
    return _unit(row) if row else None


def find_units(
    index: Index, written: str, orgs: Sequence[str] = (), day: str | None = None
) -> list[Unit]:
    """The one unit that `written` means, name, id or code, or its several forms over time.

    `orgs` are asked in turn, then every other organisation. Of several units those that exist on
    `day` are meant. Raises AmbiguousUnit or UnknownUnit.
    """
    asked = list(dict.fromkeys([*orgs, *organisations(index)]))
    near: list[str] = []
    for org in asked:
        names = name_index(index.db, org)
        found = [u for i in names.search(written) if (u := unit(index, org, i)) is not None]
        found = found or _with_code(index, org, written)
        if len(found) > 1:
            found = [u for u in found if day is None or u.valid_between(day, day)] or found
        if found:
            if _is_one(found):
                return found
            candidates = ", ".join(f"{u.name} ({u.id})" for u in found)
            raise AmbiguousUnit(name=written, candidates=candidates)
        near += names.find(written).suggestions
    if near:
        raise UnknownUnitNear(name=written, near=", ".join(dict.fromkeys(near[:3])))
    raise UnknownUnit(name=written)


def also_fitting(
    index: Index, written: str, chosen: Sequence[Unit], org: str | None = None
) -> list[Unit]:
    """The other units, of one organisation or of all, whom `written` names as well as the chosen.

    A whole name or an id is named by another such alone; part of a name by every name it is in.
    """
    asked = folded(written)
    whole = any(asked in _spellings(unit) for unit in chosen)
    taken = {(u.org, u.id) for u in chosen}
    return [
        u
        for u in units(index, org)
        if asked
        and (u.org, u.id) not in taken
        and any(asked == name if whole else f" {asked} " in f" {name} " for name in _spellings(u))
    ]


def _spellings(u: Unit) -> list[str]:
    """Its id, name and aliases, folded."""
    return [folded(name) for name in (u.id, u.name, *u.aliases)]


def checked_organisation(index: Index, org: str | None) -> None:
    """Nothing where the organisation has a catalogue, or none is named.

    Raises UnknownOrganisation.
    """
    if org is None:
        return
    known = organisations(index)
    if org not in known:
        listed = nearest(org, known) or known
        raise UnknownOrganisation(org=org, known=", ".join(listed) or "–")


def organisations(index: Index) -> list[str]:
    """Organisations that have a catalogue, the registry's own first."""
    home = index.db.execute("SELECT org FROM config").fetchone()
    rows = [row[0] for row in index.db.execute("SELECT DISTINCT id FROM organisation ORDER BY id")]
    return sorted(rows, key=lambda org: not (home and org == home[0]))


def members(
    index: Index, org: str, group: str, first: str = FIRST_DAY, last: str = LAST_DAY
) -> list[Unit]:
    """The single units of a group that exist on some day from `first` to `last`; none if open."""
    sql = (
        f"SELECT {_COLUMNS} FROM unit WHERE org = ? AND id IN "
        '(SELECT unit FROM membership WHERE org = ? AND "group" = ?) ORDER BY position'
    )
    found = (_unit(row) for row in index.db.execute(sql, (org, org, group)))
    return [u for u in found if u.valid_between(first, last)]


def groups_of(index: Index, org: str, unit_id: str) -> list[Unit]:
    """The groups that a unit is a member of."""
    sql = (
        f"SELECT {_COLUMNS} FROM unit WHERE org = ? AND id IN "
        '(SELECT "group" FROM membership WHERE org = ? AND unit = ?) ORDER BY position'
    )
    return [_unit(row) for row in index.db.execute(sql, (org, org, unit_id))]


def _with_code(index: Index, org: str, written: str) -> list[Unit]:
    """The bearers of an administrative code, one after another."""
    sql = f"SELECT {_COLUMNS} FROM unit WHERE org = ? AND code = ? ORDER BY position"
    return [_unit(row) for row in index.db.execute(sql, (org, written.strip().upper()))]


def _is_one(found: Iterable[Unit]) -> bool:
    """Whether these are one name's bearers one after another, never two at a time."""
    spans = sorted((u.valid_from or "", u.valid_until or LAST_DAY, u.is_group) for u in found)
    return all(a[1] < b[0] for a, b in pairwise(spans))


def _unit(row: tuple[Any, ...]) -> Unit:
    org, ident, name, kind, is_group, parent, code, aliases, first, last, successors, note = row
    return Unit(
        org, ident, name, kind, bool(is_group), parent, code, tuple(json.loads(aliases)),
        first, last, tuple(json.loads(successors)), note,
    )  # fmt: skip
