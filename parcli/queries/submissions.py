"""Reports that have been received, and which duty each one meets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from datetime import date

    from parcli.queries.dues import Duty
    from parcli.registry.compiled.store import Index


class _Submission(NamedTuple):
    period: str
    received: str
    duties: tuple[str, ...]


class Submissions:
    """Every submission of the registry, by organisation and unit."""

    def __init__(self, index: Index) -> None:
        self._by_unit: dict[tuple[str, str], list[_Submission]] = {}
        sql = (
            "SELECT org, unit, period, received, duties FROM submission WHERE received IS NOT NULL"
        )
        for org, unit, period, received, duties in index.db.execute(sql):
            submission = _Submission(period, received, tuple(json.loads(duties)))
            self._by_unit.setdefault((org, unit), []).append(submission)

    def received(self, duty: Duty, unit: str, period: Period | None, last_day: date) -> date | None:
        """The day on which the unit met the duty for the period; None where it has not.

        A submission that names no duty is the unit's own report, never a roll-up or a task.
        """
        days = [
            Period.parse(submission.received).last
            for submission in self._by_unit.get((duty.org, unit), ())
            if _about(submission, period, last_day) and _meets(submission, duty)
        ]
        return min(days, default=None)

    def in_hand(
        self, duty: Duty, unit: str, period: Period | None, last_day: date, today: date
    ) -> bool:
        """Whether the report has been received by `today`."""
        day = self.received(duty, unit, period, last_day)
        return day is not None and day <= today


def _about(submission: _Submission, period: Period | None, last_day: date) -> bool:
    if period is None:
        return last_day in Period.parse(submission.period)
    return submission.period == str(period)


def _meets(submission: _Submission, duty: Duty) -> bool:
    if submission.duties:
        return duty.id in submission.duties or duty.slug in submission.duties
    return duty.kind == "report" and duty.after is None
