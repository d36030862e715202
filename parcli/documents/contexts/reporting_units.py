"""Who has reported for a period, when, and who has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.documents.contexts.results import Submission, submissions
from parcli.documents.contexts.wording import NO_REPORT, count
from parcli.schedule.due_dates import working_days_late
from parcli.schedule.written_dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.queries.dues import Due
    from parcli.schedule.working_days import WorkingCalendar


@dataclass(frozen=True)
class UnitReporting:
    """How one unit stands with its report: the report in words, and whether it is in time."""

    id: str
    name: str
    report: str
    timeliness: str
    has_reported: bool
    is_late: bool
    working_days_late: int
    last_day: date


def reporting_units(frame: ReportFrame, calendar: WorkingCalendar) -> list[UnitReporting]:
    """Every unit that owes a report for the period, in the order of the dues."""
    received = submissions(frame.index, frame.org, str(frame.period))
    found: dict[str, UnitReporting] = {}
    for due in frame.unit_dues():
        key = due.unit.id or due.unit.name
        found.setdefault(key, _reporting(frame, due, received.get(due.unit.id), calendar))
    return list(found.values())


def _reporting(
    frame: ReportFrame, due: Due, submission: Submission | None, calendar: WorkingCalendar
) -> UnitReporting:
    has_reported, until = due.received is not None, due.received or frame.today
    days = working_days_late(until, due.dates, calendar, roll_forward=frame.policies.roll_forward)
    return UnitReporting(
        due.unit.id,
        due.unit.name,
        _report_words(submission, due.received) if due.received else NO_REPORT,
        _timeliness(days, has_reported=has_reported),
        has_reported,
        days is not None,
        days or 0,
        due.dates.last_day,
    )


def _report_words(submission: Submission | None, received: date) -> str:
    number = f"số {submission.number}, " if submission and submission.number else ""
    return f"{number}nhận ngày {short_date(received)}"


def _timeliness(days: int | None, *, has_reported: bool) -> str:
    if days is None:
        return "đúng hạn" if has_reported else "chưa đến hạn"
    length = f"{count(days)} ngày làm việc" if days else ""
    return " ".join(filter(None, ("chậm" if has_reported else "quá hạn", length)))
