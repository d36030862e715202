"""The body above a unit, and the place it writes from, where its catalogue is certain of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.documents.contexts.letterhead import is_committee, seat_of
from parcli.documents.contexts.wording import DOTS, full_issuer, short_issuer
from parcli.queries.unit_lookup import unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index

_COMMITTEE = re.compile(r"(?:UBND|Ủy ban nhân dân)\b", re.IGNORECASE)
# Cơ quan chuyên môn of a people's committee, by its level (NĐ 24/2014 Đ3, NĐ 37/2014 Đ3,
# NĐ 150/2025): what these belong to is certain where a catalogue leaves it out.
_LEVELS = {
    "phong": ("district", "commune"),
    "so": ("province",),
    "thanh-tra": ("province", "district"),
}


def superior_name(index: Index, who: Unit) -> str | None:
    """The name of the body above `who`, as letterheads write it; dots where nobody has said it.

    None for a people's committee and for the organisation itself, which print none.
    """
    organisation = _organisation(index, who)
    name = organisation.get("name", "")
    if is_committee(who) or short_issuer(who.name) == short_issuer(name):
        return None
    parent = unit(index, who.org, who.parent) if who.parent else None
    if parent is not None:
        return short_issuer(parent.name)
    return short_issuer(name) if _belongs(who, organisation) else DOTS


def place_of(index: Index, who: Unit, directive: Mapping[str, Any]) -> str | None:
    """The place that `who` dates its documents at; None where nothing says it.

    It is that of the body above it, or of the directive where it is issued by that body.
    """
    above = superior_name(index, who) or short_issuer(who.name)
    if above == short_issuer(str(directive["issuer"])):
        return directive["place"] or seat_of(above)
    return seat_of(above)


def _belongs(who: Unit, organisation: Mapping[str, Any]) -> bool:
    """Whether a unit of this kind can be no other body's than the organisation's."""
    if not _COMMITTEE.match(full_issuer(str(organisation.get("name", "")))):
        return False
    if who.kind == "van-phong":
        return _COMMITTEE.search(who.name) is not None
    return organisation["level"] in _LEVELS.get(who.kind or "", ())


def _organisation(index: Index, who: Unit) -> dict[str, Any]:
    sql = "SELECT name, level FROM organisation WHERE id = ?"
    row = index.db.execute(sql, (who.org,)).fetchone()
    return {"name": row[0], "level": row[1]} if row else {}
