"""A catalogue of units drafted from a document, for an organisation that has none yet."""

from __future__ import annotations

import re
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from parcli.intake.accounting import Ledger
from parcli.intake.group_members import AREA_KINDS, kinds_of
from parcli.intake.organisation import slug
from parcli.intake.recognise.circles import is_open
from parcli.intake.recognise.letterhead import UNKNOWN
from parcli.intake.walking import all_groups, all_tasks
from parcli.language import N_
from parcli.model.unit_names import NameIndex, UnitNames
from parcli.model.unit_vocabulary import COLLECTIVE_MARKS
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMA = "parcli.units/1"
GUESSED_KIND = N_("The name “{name}” does not tell the kind of unit.")
GUESSED_MEMBERS = N_("Who belongs to “{name}” was guessed from its name.")
NOBODY_LISTED = N_(
    "The document names no unit of “{name}”: list them under units, then add kinds: [{kinds}]."
)
NO_MEMBERS = N_("The name “{name}” does not tell who belongs to it: add kinds or members.")
_UNKNOWN = "khac"
_COMMITTEES = ("ubnd", "uy-ban-nhan-dan")
_LEVEL_ENDS = tuple(f"-{kind}" for kind in AREA_KINDS)
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


def draft_catalogue(values: dict[str, Any], ledger: Ledger | None = None) -> dict[str, Any]:
    """Units and groups that the draft names, each once, other spellings as aliases.

    What was guessed is noted in `ledger`.
    """
    units, groups = new_units(values, ledger or Ledger())
    issuer = values.get("issuer") or ""
    return {
        "schema": SCHEMA,
        "id": values["org"],
        "organisation": {"name": issuer or UNKNOWN, "level": _level(issuer)},
        "units": units,
        "groups": groups,
    }


def new_units(
    values: dict[str, Any],
    ledger: Ledger,
    known: NameIndex | None = None,
    present: Mapping[str, str | None] = MappingProxyType({}),
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Units and groups that the draft names and `known` does not.

    `present` are the ids of the catalogue with the kind of each; None for a group.
    """
    units: list[dict[str, Any]] = []
    groups: list[dict[str, Any]] = []
    ids = set(present)
    named = list(_names(values))
    seen = {True: _Seen(named), False: _Seen(named)}
    for name in named:
        if known is not None and known.find(name).ids:
            continue
        group = _is_group(name)
        entry = _new_entry(name, seen[group], ids, group=group)
        if entry is not None:
            (groups if group else units).append(entry)
    kinds = [kind for kind in present.values() if kind]
    _members(units, groups, kinds, ledger)
    for each in [*units, *groups]:
        if not each.get("aliases"):
            each.pop("aliases", None)
    return units, groups


def _new_entry(name: str, seen: _Seen, ids: set[str], *, group: bool) -> dict[str, Any] | None:
    """An entry for a name; None where an entry of the same meaning takes it as an alias."""
    same = seen.entry(name)
    if same is None:
        entry = {"id": _new_id(name, ids), "name": _official(name)}
        ids.add(entry["id"])
        if not group:
            entry["kind"] = _kind(name)
        seen.add(name, entry)
        return entry
    if name != same["name"] and name not in same.setdefault("aliases", []):
        same["aliases"].append(name)
        seen.add(name, same)
    return None


def _members(
    units: list[dict[str, Any]], groups: list[dict[str, Any]], kinds: list[str], ledger: Ledger
) -> None:
    """Guess whom each group has, and note what the document leaves open."""
    for unit in units:
        if unit["kind"] == _UNKNOWN:
            ledger.doubt(unit, "kind", GUESSED_KIND, name=unit["name"])
    listed = {*kinds, *(unit["kind"] for unit in units)}
    for group in groups:
        named = kinds_of(group["name"], listed)
        # A kind that no unit has is an error of the file: it is only told.
        own = [kind for kind in named if kind in listed]
        if own:
            group["kinds"] = own
        message = GUESSED_MEMBERS if own else NOBODY_LISTED if named else NO_MEMBERS
        ledger.doubt(group, "kinds", message, name=group["name"], kinds=", ".join(named))


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


class _Seen:
    """Entries by their names as they are drafted, each step of the look-up in its own table.

    `names` are all that will be asked: together they tell whose level and place may be left out.
    """

    def __init__(self, names: list[str]) -> None:
        self._index = NameIndex(UnitNames(str(at), name) for at, name in enumerate(names))
        self._tables: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)

    def add(self, name: str, entry: dict[str, Any]) -> None:
        """Let `name` mean the entry."""
        for step, key in enumerate(self._index.keys(name)):
            if key and not any(each is entry for each in self._tables[step, key]):
                self._tables[step, key].append(entry)

    def entry(self, name: str) -> dict[str, Any] | None:
        """The one entry that the name means in the strictest step that knows it; None for none."""
        for step, key in enumerate(self._index.keys(name)):
            found = self._tables.get((step, key), [])
            if found:
                return found[0] if len(found) == 1 else None
        return None


def _is_group(name: str) -> bool:
    key = folded(name)
    return bool(_COLLECTIVE.match(key) or _BARE.match(key) or _SEVERAL.search(key) or is_open(name))


def _official(name: str) -> str:
    return name[:1].upper() + name[1:]


def _new_id(name: str, taken: set[str]) -> str:
    base = slug(name) or "don-vi"
    if base not in taken:
        return base
    return next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)


def _kind(name: str) -> str:
    key = slug(name)
    if key in _COMMITTEES or (key.startswith(_COMMITTEES) and key.endswith(_LEVEL_ENDS)):
        return "ubnd"
    area = re.match(rf"(?:ubnd|uy-ban-nhan-dan)-({'|'.join(AREA_KINDS)})-", f"{key}-")
    if area and key.removeprefix(area[0].rstrip("-")):
        return area[1]
    return next((kind for kind in _KINDS if key == kind or key.startswith(f"{kind}-")), _UNKNOWN)


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
