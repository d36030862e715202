"""Where a list of units parts: at persons, at others than offices, inside a circle or not."""

from __future__ import annotations

import re

from parcli.intake.recognise.unit_words import (
    CIRCLE_BEFORE,
    OPEN_INSIDE,
    OR_INSIDE,
    OTHERS_INSIDE,
    PERSON,
    PERSON_INSIDE,
    TOGETHER_INSIDE,
)
from parcli.model.unit_cells import split_names
from parcli.model.unit_heads import begins_name
from parcli.text import folded, one_line

# The circles of the central administration: "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"
# are three, as a clerk lists them and the law does.
_CENTRAL_CIRCLE = re.compile(r"cơ quan (?:ngang bộ|thuộc chính phủ|khác)\b", re.IGNORECASE)
# "Ban Chỉ đạo 389 các bộ, ngành, địa phương": one row closes the name.
_OPEN_ROW = re.compile(r"\w các (?:bộ|sở|phòng)$")
# One field of work, whatever stands before it: "Cục An ninh mạng và phòng, chống tội phạm".
_PREVENTS, _PREVENTS_WHOLE = "hòng, chống", "hòng\u201a chống"
# Actors that are no offices; a list which begins with one, and no "các", names each by itself.
_ACTORS = frozenset(
    (
        "doanh nghiep", "cong dong", "cong dong dan cu", "to chuc", "ca nhan", "nguoi dan",
        "ho gia dinh", "hop tac xa", "vien nghien cuu", "truong dai hoc", "nha khoa hoc",
        "hiep hoi", "co so dao tao",
    )
)  # fmt: skip
_OPEN_ACTORS = frozenset(("to chuc", "ca nhan"))
# "Đồng chí Ủy viên Ban Thường vụ, Chủ tịch UBND xã": one person with several offices.
_SEVERAL_OFFICES = re.compile(
    r"Đồng chí (?!(?:Chủ tịch|Bí thư|Giám đốc)\b)[^,;]{4,80}, "
    r"(?:(?:Phó )?(?:Chủ tịch|Bí thư|Trưởng ban|Chủ nhiệm)|Ủy viên|Uỷ viên) [^,;]{2,90}",
    re.IGNORECASE,
)


def split_units(text: str) -> list[str]:
    """The names in a list; a person at the head of a unit in the middle of it begins a name."""
    said = one_line(text)
    if _SEVERAL_OFFICES.fullmatch(said) and " và " not in said:
        return [said]
    parted = "\n".join(one_line(line) for line in text.splitlines() if line.strip())
    parted = parted.replace(_PREVENTS, _PREVENTS_WHOLE)
    circle, colon, named = parted.partition(":")
    if colon and CIRCLE_BEFORE.fullmatch(circle) and begins_name(named.strip()):
        parted = named.strip()
    for inside in (PERSON_INSIDE, OTHERS_INSIDE, OR_INSIDE, OPEN_INSIDE, TOGETHER_INSIDE):
        parted = inside.sub("; ", parted)
    names: list[str] = []
    for name in _actors(said) or _parted(parted):
        if names and _one_circle(names[-1], name) and f"{names[-1]}, {name}" in one_line(parted):
            names[-1] = f"{names[-1]}, {name}"
        else:
            names.append(name)
    return [name.replace(_PREVENTS_WHOLE, _PREVENTS) for name in names]


def _parted(text: str) -> list[str]:
    """The names between commas; a person may head a list: "Chủ tịch UBND các tỉnh: A, B"."""
    names = ((name, PERSON.sub("", name, count=1)) for name in split_names(text))
    return [
        one
        for name, headed in names
        for one in (split_names(headed) if headed != name and ":" in name else [name])
    ]


def _actors(said: str) -> list[str]:
    """The names of a list of actors alone: "doanh nghiệp, cộng đồng, tổ chức"; [] for others."""
    names = re.split(r",\s+|\s+và\s+", said.strip(" .;:"))
    keys = [folded(name) for name in names]
    listed = len(names) > 1 and keys[0] not in _OPEN_ACTORS and _ACTORS.issuperset(keys)
    return names if listed else []


def is_actor(name: str) -> bool:
    """Whether a name stands for people or firms, not for an office: "cộng đồng", "người dân"."""
    return folded(name) in _ACTORS


def _one_circle(said: str, name: str) -> bool:
    """Whether a bare noun goes on with the circle before it: "Các bệnh viện, trung tâm y tế".

    "Các bệnh viện, trạm y tế các xã" are two: the second says by itself that it is many.
    """
    if _OPEN_ROW.search(said) and name.startswith(("ngành", "ban, ngành")):
        return True
    if _CENTRAL_CIRCLE.match(name) or OTHERS_INSIDE.match(f", {name}"):
        return False
    plural = re.search(r"\b(?:các|những)\s", name)
    opened = re.match(r"(?:các|những)\s", said, re.IGNORECASE) and said[1:].islower()
    return bool(opened) and name.islower() and not plural and "ủy" not in name
