"""New units and groups put into a catalogue that an office keeps; its own lines stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.yaml_out import list_yaml
from parcli.model.units import UnitCatalogue
from parcli.registry.files import FileKind
from parcli.registry.reading import read_text

if TYPE_CHECKING:
    from parcli.intake.accounting import Ledger

Entries = list[dict[str, Any]]
_KEY = re.compile(r"[a-z]\w*:")
_EMPTY = re.compile(r"(\w+):\s*(?:\[\s*\])?\s*(#.*)?$")


def extended(text: str, name: str, units: Entries, groups: Entries, ledger: Ledger) -> str | None:
    """The text of a catalogue with further entries at the end of its lists.

    None where the lists are laid out in a way that lines cannot be put into.
    """
    lines = text.rstrip("\n").split("\n")
    for key, entries in (("units", units), ("groups", groups)):
        if entries and not _put(lines, key, entries, ledger):
            return None
    made = "\n".join(lines) + "\n"
    return made if _holds(text, made, name, len(units) + len(groups)) else None


def _put(lines: list[str], key: str, entries: Entries, ledger: Ledger) -> bool:
    """Add the entries to the list of a key in place; whether that could be done."""
    start = next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if start is None:
        lines += [f"{key}:", *list_yaml(entries, 2, ledger)]
        return True
    if not _EMPTY.match(lines[start]):
        return False
    below = range(start + 1, len(lines))
    end = next((n for n in below if _KEY.match(lines[n])), len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    dashes = (re.match(r" *(?=- )", lines[n]) for n in range(start + 1, end))
    depth = next((len(dash[0]) for dash in dashes if dash), 2)
    lines[start] = re.sub(r":\s*\[\s*\]", ":", lines[start])
    lines[end:end] = list_yaml(entries, depth, ledger)
    return True


def _holds(old: str, new: str, name: str, added: int) -> bool:
    """Whether the new text is a sound catalogue with everything of the old one and what came."""
    before = read_text(FileKind.UNITS, name, old.encode()).model
    after = read_text(FileKind.UNITS, name, new.encode()).model
    if not isinstance(before, UnitCatalogue) or not isinstance(after, UnitCatalogue):
        return False
    kept = after.units[: len(before.units)] == before.units
    count = [len(each.units) + len(each.groups) for each in (before, after)]
    return (
        kept
        and after.groups[: len(before.groups)] == before.groups
        and count[1] - count[0] == added
    )
