"""Units with what stands around them: members, groups, predecessors, successors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parcli.queries.unit_lookup import (
    FIRST_DAY,
    LAST_DAY,
    Unit,
    UnitRef,
    find_units,
    groups_of,
    members,
    unit,
    units,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.registry.compiled.store import Index


@dataclass(frozen=True)
class UnitCard:
    """A unit or group and those it is tied to."""

    unit: Unit
    members: tuple[UnitRef, ...] = ()
    groups: tuple[UnitRef, ...] = ()
    successors: tuple[UnitRef, ...] = ()
    predecessors: tuple[UnitRef, ...] = ()

    def json(self) -> dict[str, Any]:
        """Plain form; members are there for groups only."""
        u = self.unit
        plain: dict[str, Any] = {
            "id": u.id,
            "name": u.name,
            "org": u.org,
            "kind": "group" if u.is_group else u.kind,
            "code": u.code,
            "aliases": list(u.aliases),
            "valid": {"from": u.valid_from, "until": u.valid_until},
            "groups": [ref.json() for ref in self.groups],
            "successors": [ref.json() for ref in self.successors],
            "predecessors": [ref.json() for ref in self.predecessors],
            "note": u.note,
        }
        if u.is_group:
            plain["members"] = [ref.json() for ref in self.members]
        return plain


def all_cards(index: Index, org: str | None, day: str | None) -> list[UnitCard]:
    """Every unit and group, of one organisation or all, that exists on `day`."""
    found = [u for u in units(index, org) if day is None or u.valid_between(day, day)]
    return [_card(index, u, day) for u in found]


def cards_of(index: Index, written: str, orgs: Sequence[str], day: str | None) -> list[UnitCard]:
    """Whom a name means: the bearer on `day`, or every bearer over time.

    Raises AmbiguousUnit or UnknownUnit.
    """
    found = find_units(index, written, orgs, day)
    on_day = [u for u in found if day is None or u.valid_between(day, day)]
    return [_card(index, u, day) for u in on_day or found]


def _card(index: Index, u: Unit, day: str | None) -> UnitCard:
    first = day or u.valid_from or FIRST_DAY
    last = day or u.valid_until or LAST_DAY
    inside = members(index, u.org, u.id, first, last) if u.is_group else []
    return UnitCard(
        u,
        tuple(member.ref for member in inside),
        tuple(group.ref for group in groups_of(index, u.org, u.id)),
        tuple(s.ref for ident in u.successors if (s := unit(index, u.org, ident))),
        tuple(p.ref for p in units(index, u.org) if u.id in p.successors),
    )
