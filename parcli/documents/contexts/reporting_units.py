"""Who has reported for a period, when, and who has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcli.documents.contexts.results import Submission, submissions
from parcli.documents.contexts.wording import NO_REPORT, count
from parcli.schedule.periods import Period, Span
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
    limit = due.dates.rolled_to if frame.roll_forward else due.dates.last_day
    came = _last_day(submission)
    has_reported = due.standing.status == "submitted"
    until = came if has_reported and came else frame.today
    late = until > limit
    days = max(calendar.working_days_between(limit, until), 0) if late else 0
    return UnitReporting(
        due.unit.id,
        due.unit.name,
        _report_words(submission, came) if has_reported else NO_REPORT,
        _timeliness(has_reported=has_reported, late=late, days=days),
        has_reported,
        late,
        days,
        due.dates.last_day,
    )


def _report_words(submission: Submission | None, came: date | None) -> str:
    number = f"số {submission.number}" if submission and submission.number else ""
    day = f"nhận ngày {short_date(came)}" if came else ""
    return ", ".join(filter(None, (number, day))) or "đã gửi"


def _timeliness(*, has_reported: bool, late: bool, days: int) -> str:
    if not late:
        return "đúng hạn" if has_reported else "chưa đến hạn"
    length = f"{count(days)} ngày làm việc" if days else ""
    return " ".join(filter(None, ("chậm" if has_reported else "quá hạn", length)))


def _last_day(submission: Submission | None) -> date | None:
    if submission is None or submission.received is None:
        return None
    period = Period.parse(submission.received)
    return period.last if period.span is not Span.DAY else period.first
