"""What units have reported, and which duty each report meets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from datetime import date

    from parcli.queries.duties import Duty
    from parcli.registry.compiled.store import Index

_MET = "('done', 'not-applicable')"


class _Submission(NamedTuple):
    period: str
    received: str
    duties: tuple[str, ...]


class Submissions:
    """Every submission of the registry, by organisation and unit; tasks' results as asked for."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._by_unit: dict[tuple[str, str], list[_Submission]] = {}
        sql = (
            "SELECT org, unit, period, received, duties FROM submission WHERE received IS NOT NULL"
        )
        for org, unit, period, received, duties in index.db.execute(sql):
            submission = _Submission(period, received, tuple(json.loads(duties)))
            self._by_unit.setdefault((org, unit), []).append(submission)

    def received(self, duty: Duty, unit: str, period: Period | None, last_day: date) -> date | None:
        """The day on which the unit met the duty for the period; None where it has not.

        A submission that names no duty is the unit's own report, never a roll-up or a task. A task
        is met, too, where the unit reports it done or not applicable; a day known only as a month
        or a year counts as its last.
        """
        days = [
            Period.parse(submission.received).last
            for submission in self._by_unit.get((duty.org, unit), ())
            if _about(submission.period, period, last_day) and _meets(submission, duty)
        ]
        if duty.kind == "task":
            days += self._reported_done(duty, unit, period)
        return min(days, default=None)

    def in_hand(
        self, duty: Duty, unit: str, period: Period | None, last_day: date, today: date
    ) -> bool:
        """Whether the report has been received by `today`."""
        day = self.received(duty, unit, period, last_day)
        return day is not None and day <= today

    def _reported_done(self, duty: Duty, unit: str, period: Period | None) -> list[date]:
        """When the unit reported the task done, for that period where the task returns.

        A report without a day of receipt counts from the first day of the period it is about.
        """
        sql = (
            "SELECT p.period, s.received FROM progress p LEFT JOIN submission s ON s.file = p.file "
            f"WHERE p.task = ? AND p.org = ? AND p.unit = ? AND p.status IN {_MET}"
        )
        rows = self.index.db.execute(sql, (duty.id, duty.org, unit)).fetchall()
        returns = duty.returns
        return [
            Period.parse(received).last if received else Period.parse(about).first
            for about, received in rows
            if not returns or period is None or Period.parse(about).overlaps(period)
        ]


def _about(written: str, period: Period | None, last_day: date) -> bool:
    """Whether a submission's period is the one asked about, or has the single day in it."""
    if period is None:
        return last_day in Period.parse(written)
    return written == str(period)


def _meets(submission: _Submission, duty: Duty) -> bool:
    if submission.duties:
        return duty.id in submission.duties or duty.slug in submission.duties
    return duty.kind == "report" and duty.after is None
