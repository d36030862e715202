"""Who belongs to a collective of units, as far as its name and the document tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Collection

AREA_KINDS = ("xa", "phuong", "thi-tran", "dac-khu", "huyen", "quan", "thi-xa", "thanh-pho", "tinh")
_COMMUNES = AREA_KINDS[:4]
_DISTRICTS = AREA_KINDS[4:8]
# Told by a name as their own, but neither a kind of unit below the organisation.
_NOT_BELOW = ("ubnd", "khac")
_QUALIFIER = re.compile(r"\s(?:thuoc|truc thuoc|cua|tren dia ban|co lien quan|lien quan)\b.*")
_OPENING = re.compile(
    r"^(?:(?:cac|toan the|tat ca|thu truong|chu tich|giam doc|lanh dao|ubnd|uy ban nhan dan|hdnd|"
    r"hoi dong nhan dan)\s+)+"
)
_NOUNS = (
    ("to chuc", ()), ("hoi dong", ()), ("doan the", ("doan", "hoi")),
    ("thi tran", ("thi-tran",)), ("thi xa", ("thi-xa",)), ("thanh pho", ("thanh-pho",)),
    ("dac khu", ("dac-khu",)), ("cap xa", _COMMUNES), ("cap huyen", _DISTRICTS),
    ("chi cuc", ("chi-cuc",)), ("trung tam", ("trung-tam",)), ("van phong", ("van-phong",)),
    ("so", ("so",)), ("phong", ("phong", "van-phong")), ("ban", ("ban",)), ("bo", ("bo",)),
    ("cuc", ("cuc",)), ("vu", ("vu",)), ("truong", ("truong",)), ("benh vien", ("benh-vien",)),
    ("doan", ("doan",)), ("hoi", ("hoi",)), ("to", ("to",)), ("xa", ("xa",)),
    ("phuong", ("phuong",)), ("huyen", ("huyen",)), ("quan", ("quan",)), ("tinh", ("tinh",)),
)  # fmt: skip
_ALL = re.compile(r"(?:co quan|don vi|nganh)\b")
_PLACES = re.compile(r"dia phuong\b")


def kinds_of(name: str, listed: Collection[str]) -> list[str]:
    """The kinds of unit that a collective's name names: "UBND các xã, phường" has xa, phuong.

    "Cơ quan", "đơn vị" are every kind among those `listed` that is no area. [] where it tells none.
    """
    found: list[str] = []
    for part in re.split(r"[,;]|\svà\s|\s&\s", name):
        words = _OPENING.sub("", _QUALIFIER.sub("", f" {folded(part)}").strip() + " ").strip()
        found += _kinds(words, listed)
    return list(dict.fromkeys(found))


def _kinds(words: str, listed: Collection[str]) -> list[str]:
    for noun, kinds in _NOUNS:
        if words == noun or words.startswith(f"{noun} "):
            return list(kinds)
    if _ALL.match(words):
        return sorted(kind for kind in listed if kind not in (*AREA_KINDS, *_NOT_BELOW))
    return list(_COMMUNES) if _PLACES.match(words) else []
