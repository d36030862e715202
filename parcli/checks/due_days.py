"""The days on which deadlines with one end fall due, each meaning read once."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from parcli.errors import BadPeriod
from parcli.schedule.deadline import Compound, Deadline, Fixed, Range, from_json
from parcli.schedule.periods import EARLIEST, LATEST
from parcli.schedule.recurrence import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context


class FixedDue(NamedTuple):
    """A duty with a last day of its own, and the days of its directive, all as ISO text."""

    directive: int
    at: str
    phrase: str
    last_due: str
    issued: str | None
    first_day: str
    last_day: str


def fixed_dues(context: Context) -> Iterator[FixedDue]:
    """Every duty whose words name a date, a period or the end of a range."""
    sql = """
    SELECT u.directive, u.at, coalesce(u.phrase, ''), u.meaning, d.issued, u.first_day, u.last_day
    FROM duty u JOIN directive d ON d.id = u.directive
    WHERE instr(u.meaning, '"fixed"') OR instr(u.meaning, '"range"')
    """
    for directive, at, phrase, meaning, issued, first_day, last_day in context.db.execute(sql):
        last_due = _last_due(meaning, context.before_includes_day)
        if last_due:
            yield FixedDue(directive, at, phrase, last_due, issued, first_day, last_day)


@lru_cache(maxsize=4096)
def _last_due(meaning: str, includes_day: bool) -> str | None:
    """The last day of all that the deadline names; None where it returns or names none."""
    deadline = from_json(json.loads(meaning))
    if not _ends(deadline):
        return None
    try:
        found = occurrences(deadline, EARLIEST, LATEST, before_includes_day=includes_day)
        days = [occurrence.last_day for occurrence in found]
    except BadPeriod:
        return None
    return max(days).isoformat() if days else None


def _ends(deadline: Deadline) -> bool:
    if isinstance(deadline, Compound):
        return all(_ends(part) for part in deadline.parts)
    return isinstance(deadline, Fixed | Range)
