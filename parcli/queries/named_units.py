"""Whom a written name means, by the catalogue at hand: an id, or the name in one spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.model.unit_spelling import spelled_out
from parcli.registry.compiled.names import name_index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from parcli.model.unit_names import NameIndex

    # From an organisation's id and a written name.
    UnitReader = Callable[[str, str], str]


def whom_without_catalogue(_org: str, written: str) -> str:
    """The name with its abbreviations spelled out, which is all that can be told of it."""
    return " ".join(spelled_out(written))


def whom_by_catalogue(db: sqlite3.Connection) -> UnitReader:
    """Reads names by the registry's catalogues; what they do not know is only spelled out."""
    indexes: dict[str, NameIndex] = {}

    def whom(org: str, written: str) -> str:
        """The id of the unit, else its name spelled out."""
        if org not in indexes:
            indexes[org] = name_index(db, org)
        return indexes[org].find(written).id or whom_without_catalogue(org, written)

    return whom
