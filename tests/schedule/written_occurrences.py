"""Occurrences as the tables of cases write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from parcli.schedule.recurrence import occurrences

if TYPE_CHECKING:
    from parcli.schedule.deadline import Deadline

YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))


def written(deadline: Deadline, start: date, end: date) -> str:
    """Each occurrence as "period:last day", "~" before a day that stands in for none."""
    return " ".join(
        f"{found.period}:{'' if found.exact else '~'}{found.last_day}"
        for found in occurrences(deadline, start, end)
    )
