"""What every report of a directive starts from: the directive, a period, what falls due."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parcli.documents.contexts.wording import full_issuer
from parcli.queries.dues import DueFilter, list_dues
from parcli.queries.reporting_status import LATEST_AFTER
from parcli.queries.unit_lookup import Unit, unit
from parcli.schedule.due_dates import AS_USUAL, Policies

if TYPE_CHECKING:
    from datetime import date

    from parcli.queries.dues import Due
    from parcli.registry.compiled.store import Index
    from parcli.schedule.periods import Period
    from parcli.schedule.working_days import WorkingCalendar

_COLUMNS = (
    "slug", "org", "type", "number", "symbol", "superior", "issuer", "place", "issued", "subject",
    "first_day", "last_day",
)  # fmt: skip


@dataclass(frozen=True)
class ReportFrame:
    """A directive, a period, the day of asking, and what falls due for them."""

    index: Index
    directive: dict[str, Any]
    period: Period
    today: date
    dues: tuple[Due, ...]
    policies: Policies = AS_USUAL

    @property
    def org(self) -> str:
        """The organisation whose units the directive names."""
        return str(self.directive["org"])

    @property
    def issuer(self) -> str:
        """The issuer's name written out."""
        return full_issuer(str(self.directive["issuer"]))

    def unit_dues(self) -> tuple[Due, ...]:
        """What units themselves report for the period: roll-ups left out."""
        return tuple(due for due in self.dues if due.id not in self._roll_ups)

    def roll_up(self) -> Due | None:
        """The roll-up of the period; None where the directive sets up none."""
        return next((due for due in self.dues if due.id in self._roll_ups), None)

    def due_of(self, who: Unit) -> Due | None:
        """What `who` owes for the period: its own report before a roll-up; None for nothing."""
        owed = (due for due in self.dues if due.unit.id == who.id)
        return min(owed, key=lambda due: due.id in self._roll_ups, default=None)

    def writing_day(self) -> date | None:
        """The day of asking; None where no report on the period is written around it."""
        around = self.period.first <= self.today <= self.period.last + LATEST_AFTER
        return self.today if around else None

    def coordinator(self) -> Unit | None:
        """Who collects the reports: whom they go through, else who rolls them up."""
        via = next((due.via for due in self.unit_dues() if due.via), None)
        roll_up = self.roll_up()
        found = via.id if via else (roll_up.unit.id if roll_up else None)
        return unit(self.index, self.org, found) if found else None

    def reporting_units(self) -> list[Unit]:
        """The units that owe a report for the period, in catalogue order."""
        found = {due.unit.id: None for due in self.unit_dues() if due.unit.id}
        units = (unit(self.index, self.org, ident) for ident in found)
        return [who for who in units if who is not None]

    @cached_property
    def _roll_ups(self) -> frozenset[str]:
        """The ids of the directive's duties that are made of others' reports."""
        sql = (
            "SELECT u.slug FROM duty u JOIN directive d ON d.id = u.directive "
            "WHERE d.slug = ? AND u.after IS NOT NULL"
        )
        slug = self.directive["slug"]
        return frozenset(f"{slug}/{row[0]}" for row in self.index.db.execute(sql, (slug,)))


def report_frame(
    index: Index,
    calendar: WorkingCalendar,
    directive: str,
    period: Period,
    today: date,
    policies: Policies,
) -> ReportFrame:
    """The frame of reports on `directive` for `period`; `policies` are the registry's."""
    asked = DueFilter(
        period.first,
        period.last + LATEST_AFTER,
        today,
        directive=directive,
        **policies._asdict(),
    )
    dues = (due for due in list_dues(index, calendar, asked).rows if due.kind == "report")
    return ReportFrame(
        index,
        directive_row(index, directive),
        period,
        today,
        tuple(due for due in dues if _is_about(due, period)),
        policies,
    )


def _is_about(due: Due, period: Period) -> bool:
    """Whether a report is about `period`; one due on a single day is where that day is."""
    return due.period == period if due.period else due.dates.last_day in period


def directive_row(index: Index, slug: str) -> dict[str, Any]:
    """A directive's columns by name. The directive must exist."""
    sql = f"SELECT {', '.join(_COLUMNS)} FROM directive WHERE slug = ?"  # noqa: S608  our own columns
    row = index.db.execute(sql, (slug,)).fetchone()
    return dict(zip(_COLUMNS, row, strict=True))
