"""What a reminder is about: reports that have not come, and tasks past their own deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.documents.contexts.reporting_units import reporting_units
from parcli.documents.contexts.standing import standings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.documents.contexts.reporting_units import UnitReporting
    from parcli.documents.contexts.standing import Standing
    from parcli.schedule.working_days import WorkingCalendar


class ReminderGrounds(NamedTuple):
    """The late reports and the late tasks that one letter, or several, remind of."""

    reports: Sequence[UnitReporting]
    tasks: Sequence[Standing]

    def by_unit(self) -> dict[str, ReminderGrounds]:
        """The same unit by unit: those with late reports first, in the order of the dues."""
        units = [*(report.id for report in self.reports), *(task.unit.id for task in self.tasks)]
        return {
            unit: ReminderGrounds(
                [report for report in self.reports if report.id == unit],
                [task for task in self.tasks if task.unit.id == unit],
            )
            for unit in dict.fromkeys(units)
        }


def reminder_grounds(
    frame: ReportFrame, calendar: WorkingCalendar, units: Collection[str] | None = None
) -> ReminderGrounds:
    """What is late on the day of asking, of these units, or of all where none are given.

    Whoever collects the reports is not reminded of its own.
    """
    sender = frame.coordinator()
    return ReminderGrounds(
        [
            unit
            for unit in reporting_units(frame, calendar)
            if unit.is_late and not unit.has_reported and (units is None or unit.id in units)
            if sender is None or unit.id != sender.id
        ],
        [
            standing
            for standing in standings(frame, calendar)
            if standing.is_late and (units is None or standing.unit.id in units)
        ],
    )
