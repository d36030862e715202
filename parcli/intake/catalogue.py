"""A catalogue of units drafted from a document, for an organisation that has none yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.organisation import slug
from parcli.intake.recognise.units import is_open
from parcli.intake.walking import all_groups, all_tasks
from parcli.model.unit_names import NameIndex, UnitNames
from parcli.model.unit_vocabulary import COLLECTIVE_MARKS
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = "parcli.units/1"
_SEVERAL = re.compile(
    r"\b(?:cac|cap)\s+(?:xa|phuong|thi tran|dac khu|huyen|quan|tinh|thanh pho|so|phong|bo)\b|"
    r"^(?:ubnd|uy ban nhan dan)\s+(?:xa phuong|phuong xa|xa thi tran)"
)
_COLLECTIVE = re.compile(rf"(?:{'|'.join(folded(mark) for mark in COLLECTIVE_MARKS)})\s")
_BARE = re.compile(r"(?:so|phong|ban|nganh)(?:\s+(?:ban|nganh|don vi|so|phong))+\b")
_LEVELS = (
    ("province", r"tinh|thanh pho"),
    ("district", r"huyen|quan|thi xa"),
    ("commune", r"xa|phuong|thi tran|dac khu"),
)
_KINDS = (
    "van-phong", "phong", "so", "bo", "cuc", "vu", "chi-cuc", "trung-tam", "cong-an", "thanh-tra",
    "ban", "bao-hiem-xa-hoi",
    "chi-nhanh", "uy-ban", "ubnd", "doan", "hoi", "truong", "benh-vien", "to",
)  # fmt: skip


def draft_catalogue(values: dict[str, Any]) -> dict[str, Any]:
    """Units and groups that the draft names, each once, other spellings as aliases."""
    units: list[dict[str, Any]] = []
    groups: list[dict[str, Any]] = []
    for name in _names(values):
        group = _is_group(name)
        known = groups if group else units
        same = _known(name, known)
        if same is not None:
            if name != same["name"] and name not in same.setdefault("aliases", []):
                same["aliases"].append(name)
            continue
        entry = {"id": _new_id(name, [*units, *groups]), "name": _official(name)}
        known.append(entry if group else {**entry, "kind": _kind(name)})
    for each in [*units, *groups]:
        if not each.get("aliases"):
            each.pop("aliases", None)
    organisation = {
        "name": values.get("issuer") or "?",
        "level": _level(values.get("issuer") or ""),
    }
    return {
        "schema": SCHEMA,
        "id": values["org"],
        "organisation": organisation,
        "units": units,
        "groups": groups,
    }


def _names(values: dict[str, Any]) -> Iterator[str]:
    """Every unit that tasks, groups and reports name, in the order of the document."""
    seen: set[str] = set()
    for holder in (*(g for _path, g in all_groups(values)), *(t for _path, t in all_tasks(values))):
        for key in ("lead", "support"):
            for name in holder.get(key) or []:
                if isinstance(name, str) and name not in seen:
                    seen.add(name)
                    yield name
    for duty in values.get("reports", []):
        for name in [*duty.get("from", []), duty.get("to"), duty.get("via")]:
            if name and name not in seen:
                seen.add(name)
                yield name


def _known(name: str, entries: list[dict[str, Any]]) -> dict[str, Any] | None:
    index = NameIndex(
        UnitNames(each["id"], each["name"], tuple(each.get("aliases", []))) for each in entries
    )
    found = index.find(name).id
    return next((each for each in entries if each["id"] == found), None)


def _is_group(name: str) -> bool:
    key = folded(name)
    return bool(_COLLECTIVE.match(key) or _BARE.match(key) or _SEVERAL.search(key) or is_open(name))


def _official(name: str) -> str:
    return name[:1].upper() + name[1:]


def _new_id(name: str, taken: list[dict[str, Any]]) -> str:
    base = slug(name) or "don-vi"
    ids = {each["id"] for each in taken}
    if base not in ids:
        return base
    return next(f"{base}-{n}" for n in range(2, len(ids) + 3) if f"{base}-{n}" not in ids)


def _kind(name: str) -> str:
    key = slug(name)
    if key.startswith(("ubnd-xa", "uy-ban-nhan-dan-xa")):
        return "xa"
    if key.startswith(("ubnd-phuong", "uy-ban-nhan-dan-phuong")):
        return "phuong"
    return next((kind for kind in _KINDS if key == kind or key.startswith(f"{kind}-")), "khac")


def _level(issuer: str) -> str:
    key = folded(issuer)
    if key.startswith("bo "):
        return "ministry"
    if key.startswith(("chinh phu", "thu tuong", "van phong chinh phu")):
        return "central"
    for level, words in _LEVELS:
        if re.search(rf"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\s+(?:{words})\b", key):
            return level
    return "committee" if key.startswith(("ban chi dao", "hoi dong")) else "other"
