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
            if _meets(submission, duty) and self._about(submission.period, duty, period, last_day)
        ]
        if duty.kind == "task":
            days += self._reported_done(duty, unit, period, last_day)
        return min(days, default=None)

    def in_hand(
        self, duty: Duty, unit: str, period: Period | None, last_day: date, today: date
    ) -> bool:
        """Whether the report has been received by `today`."""
        day = self.received(duty, unit, period, last_day)
        return day is not None and day <= today

    def _about(self, written: str, duty: Duty, period: Period | None, last_day: date) -> bool:
        """Whether a report's period is the one asked about, or has the single day in it.

        Of several days without a period of their own a report meets the last that it covers.
        """
        if period is not None:
            return written == str(period)
        return self._meant(Period.parse(written), duty, last_day)

    def _meant(self, covered: Period, duty: Duty, last_day: date) -> bool:
        """Whether the day is in the period, and of several that the words name the last in it."""
        if last_day not in covered or not duty.names_several_days:
            return last_day in covered
        sql = (
            "SELECT 1 FROM occurrence WHERE directive = ? AND duty = ? "
            "AND period IS NULL AND last_day > ? AND last_day <= ?"
        )
        later = (last_day.isoformat(), covered.last.isoformat())
        found = self.index.db.execute(sql, (duty.directive, duty.number, *later)).fetchone()
        return found is None

    def _reported_done(
        self, duty: Duty, unit: str, period: Period | None, last_day: date
    ) -> list[date]:
        """When the unit reported the task done, for that time where the task returns.

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
            if not returns or self._overlaps(Period.parse(about), duty, period, last_day)
        ]

    def _overlaps(self, about: Period, duty: Duty, period: Period | None, last_day: date) -> bool:
        """Whether a report says something of that time of a returning task."""
        if period is not None:
            return about.overlaps(period)
        return self._meant(about, duty, last_day)


def _meets(submission: _Submission, duty: Duty) -> bool:
    if submission.duties:
        return duty.id in submission.duties or duty.slug in submission.duties
    return duty.kind == "report" and duty.after is None
