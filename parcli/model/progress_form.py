"""The Excel form for a unit's report: what its writer and its reader agree on.

Rows and columns are found by hidden keys, never by place, so that a form may be sorted, widened and
saved by other programs. Raise FORM_VERSION when an older form could be misread.
"""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

FORM_VERSION = 1

SHEET = "Báo cáo"
HELP_SHEET = "Hướng dẫn"
META_SHEET = "parcli"

KEY_COLUMN = "parcli.key"
HEADING_KEY = "parcli.heading"
NUMBER_ROW = "number"  # in place of a task: the row that holds the report's own number
NUMBER_COLUMN = "target"  # the column in which that row holds it
MOST_ROWS = 20_000
MOST_COLUMNS = 200
# The most characters that a cell of a workbook holds (ECMA-376, as Excel limits it).
MOST_CHARACTERS = 32_767

CLEARED = "-"  # what a unit writes to take back what it wrote before


class RowKey(NamedTuple):
    """What a row is about: one target of one task (1 where it has none), in one report."""

    registry: str
    unit: str
    period: str
    task: str
    target: int

    def written(self) -> str:
        """The key as its hidden cell holds it."""
        return "|".join((*self[:4], str(self.target)))

    @classmethod
    def read(cls, written: str) -> RowKey | None:
        """The key that a cell holds; None where it holds none."""
        parts = written.strip().split("|")
        if len(parts) != len(cls._fields) or not parts[-1].isdecimal():
            return None
        registry, unit, period, task, target = parts
        return cls(registry, unit, period, task, int(target))


class FormIdentity(NamedTuple):
    """Whose form it is: registry, organisation and unit, period; and which version of the form."""

    registry: str
    org: str
    unit: str
    period: str
    version: int = FORM_VERSION


def registry_id(org: str | None, title: str) -> str:
    """What tells one registry from another: a short hash of its office and its title."""
    words = json.dumps([org, title], ensure_ascii=False).encode()
    return hashlib.sha256(words).hexdigest()[:12]
