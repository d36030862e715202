"""A duty's fallings due, worked out when its directive is compiled: `due` only reads them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from parcli.schedule.deadline import Compound, Duration, Recurring
from parcli.schedule.duty_days import duty_occurrences, occasion, reported
from parcli.schedule.periods import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.schedule.deadline import Deadline
    from parcli.schedule.occurrence import Occurrence
    from parcli.schedule.periods import Period

# An open-ended duty is worked out so far ahead; later days are worked out when asked for.
MOST = 64


@lru_cache(maxsize=1024)
def occurrence_rows(
    meaning: Deadline,
    cycle: str | None,
    first_day: str,
    last_day: str,
    anchor: Period | None,
    *,
    is_report: bool,
) -> tuple[list[tuple[Any, ...]], str]:
    """About the first `MOST` occurrences from `first_day` to `last_day`, and the day they reach to.

    That day is empty where none can be worked out without a working calendar. Each row is the
    occasion, the period reported on, the end of the occurrence's own period, the last day, clock
    time, exactness, and the figures' first and last day.
    """
    if _needs_calendar(meaning):
        return [], ""
    start, end = date.fromisoformat(first_day), date.fromisoformat(last_day)
    strict = duty_occurrences(meaning, cycle, start, end, anchor=anchor)
    found = list(islice(strict, MOST + 1))
    reach = end if len(found) <= MOST else found[MOST].last_day - ONE_DAY
    rows = [
        row(occurrence, meaning, cycle, is_report=is_report)
        for occurrence in found
        if occurrence.last_day <= reach
    ]
    return rows, reach.isoformat()


def row(
    occurrence: Occurrence, meaning: Deadline, cycle: str | None, *, is_report: bool
) -> tuple[Any, ...]:
    """One occurrence as the columns that follow its duty's key."""
    period, figures = reported(occurrence, meaning, cycle, is_report=is_report)
    return (
        occasion(meaning, period, occurrence.last_day),
        str(period) if period else None,
        occurrence.period.last.isoformat(),
        occurrence.last_day.isoformat(),
        occurrence.time,
        int(occurrence.exact),
        figures.first.isoformat() if figures else None,
        figures.last.isoformat() if figures else None,
    )


def _needs_calendar(meaning: Deadline) -> bool:
    return any(
        bool(getattr(part, "working_days", None) or getattr(part, "working_day", None))
        for part in _parts(meaning)
        if isinstance(part, Duration | Recurring)
    )


def _parts(meaning: Deadline) -> Iterator[Deadline]:
    yield meaning
    if isinstance(meaning, Compound):
        for part in meaning.parts:
            yield from _parts(part)
