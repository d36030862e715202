"""Whose document it is: the id of the organisation, told from the issuer's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.model.unit_vocabulary import LEVELS
from parcli.registry.compiled.names import name_index
from parcli.text import folded

if TYPE_CHECKING:
    import sqlite3

_COMMITTEE = re.compile(r"^(?:chu tich )?(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\s+")
_LEVEL = re.compile(
    r"^(?:" + "|".join(sorted({folded(level) for level in LEVELS}, key=len, reverse=True)) + r")\s+"
)
_LONGEST = 40


def org_of(issuer: str, superior: str | None = None) -> str:
    """The id of the organisation: "UBND thị xã Ba Đồn" is "ba-don",
    "Sở Nội vụ" of a province has both."""
    place = _place(issuer)
    if place:
        return slug(place)
    own = slug(issuer)
    above = _place(superior or "")
    return slug(f"{own} {above}") if above and slug(above) not in own else own or "org"


def registered_org(db: sqlite3.Connection, issuer: str, superior: str | None = None) -> str | None:
    """The organisation of the registry that issued a document, or whose unit did; None for others.

    A unit is told by the catalogue that lists it, or by the superior printed above it.
    """
    sql = "SELECT id, name FROM organisation ORDER BY id"
    known: dict[str, str] = {org: identity(name) for org, name in db.execute(sql)}
    full = _with_place(issuer, superior or "")
    own = [org for org, name in known.items() if name in full]
    above = [org for org, name in known.items() if superior and name == identity(superior)]
    for org in [*own, *above]:
        return org
    listed = [org for org in known if name_index(db, org).find(issuer).ids]
    return listed[0] if len(listed) == 1 and not superior else None


def registered_name(db: sqlite3.Connection, org: str, issuer: str) -> str:
    """The issuer as the registry spells it, where it differs in capitals or accents alone."""
    (name,) = db.execute("SELECT name FROM organisation WHERE id = ?", (org,)).fetchone()
    return str(name) if folded(name) == folded(issuer) else issuer


def _with_place(issuer: str, superior: str) -> list[str]:
    """The issuer in one spelling, also with the superior's place: a department of "UBND tỉnh A"
    prints "Sở Nội vụ", and its full name is "Sở Nội vụ tỉnh A"."""
    own = identity(issuer)
    above = _COMMITTEE.sub("", identity(superior)) if _place(superior) else ""
    return [own, *(f"{own} {place}" for place in (above, _LEVEL.sub("", above)) if place)]


def identity(name: str) -> str:
    """A body's name in one spelling: "UBND tỉnh A" is "Ủy ban nhân dân tỉnh A", and so is
    "Chủ tịch UBND tỉnh A"."""
    key = re.sub(r"\bubnd\b", "uy ban nhan dan", folded(name))
    return re.sub(r"\bhdnd\b", "hoi dong nhan dan", key).removeprefix("chu tich ")


def _place(name: str) -> str:
    key = folded(name)
    if not _COMMITTEE.match(key):
        return ""
    return _LEVEL.sub("", _COMMITTEE.sub("", key))


def slug(text: str) -> str:
    """Letters and figures of `text` joined by hyphens, cut between words at 40; "" without any."""
    words: list[str] = []
    for word in folded(text).split():
        if len("-".join([*words, word])) > _LONGEST:
            break
        words.append(word)
    return "-".join(words)
