"""Whose document it is: the id of the organisation, told from the issuer's name."""

from __future__ import annotations

import re

from parcli.model.unit_vocabulary import LEVELS
from parcli.text import folded

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
