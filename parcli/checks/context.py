"""What checks look at: the compiled index, the office's policies, its calendar."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parcli.checks.lists_of_names import lists_of_names
from parcli.checks.names_in_words import related_names
from parcli.registry.compiled.names import Names, day_of_era, name_index
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from parcli.model.unit_names import NameIndex
    from parcli.registry.compiled.store import Index
    from parcli.schedule.working_days import WorkingCalendar


@dataclass
class Context:
    """A registry's index, current, and what checks share. `policies` is that of parcli.yaml.

    `today` None: rules that need the day of today find nothing.
    """

    index: Index
    policies: dict[str, Any]
    today: date | None = None
    _names: dict[str, NameIndex] = field(default_factory=dict)
    _related_names: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)

    @property
    def db(self) -> sqlite3.Connection:
        """The index's connection."""
        return self.index.db

    @cached_property
    def calendar(self) -> WorkingCalendar:
        """The office's working days."""
        return working_calendar(self.index)

    @cached_property
    def before_includes_day(self) -> bool:
        """Whether "trước ngày 15" includes the 15th here."""
        return bool(self.policies.get("before_includes_day", False))

    @cached_property
    def eras(self) -> dict[str, list[str]]:
        """The days, by organisation, on which the set of its units changes."""
        return Names(self.db).eras

    @cached_property
    def lists_of_names(self) -> list[str]:
        """Each different list of the names in a task, for `tasks_listing`."""
        return lists_of_names(self)

    def day_of(self, org: str, since: str) -> date | None:
        """A day of the stretch of time in which a written name stands; None where all are alike."""
        return day_of_era(self.eras.get(org, []), since)

    def names(self, org: str) -> NameIndex:
        """The names of one organisation's units."""
        if org not in self._names:
            self._names[org] = name_index(self.db, org)
        return self._names[org]

    def related_names(self, org: str) -> dict[str, frozenset[str]]:
        """The names of one organisation's units, with the ids that each may stand for."""
        if org not in self._related_names:
            self._related_names[org] = related_names(self.db, org)
        return self._related_names[org]
