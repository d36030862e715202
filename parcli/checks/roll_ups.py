"""Roll-ups and the reports they wait for, period by period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context


class RollUp(NamedTuple):
    """The last day of a roll-up and of its reports, of one period."""

    directive: int
    at: str
    title: str
    period: str
    last_day: date
    reports_by: date


def roll_ups(context: Context) -> Iterator[RollUp]:
    """Each period of each roll-up whose reports have a last day too.

    None of reports that wait for one another, or whose id two have: that is told of as such.
    """
    sql = """
    SELECT u.directive, u.at, coalesce(r.title, r.slug), o.period, o.last_day, p.last_day,
      instr(u.meaning, '"relation": "before"') AND o.time IS NULL,
      instr(r.meaning, '"relation": "before"') AND p.time IS NULL
    FROM duty u JOIN duty r ON r.directive = u.directive AND r.kind = 'report' AND r.slug = u.after
    JOIN occurrence o ON o.directive = u.directive AND o.duty = u.n
    JOIN occurrence p ON p.directive = r.directive AND p.duty = r.n AND p.period IS o.period
    WHERE u.after IS NOT NULL AND u.after <> u.slug AND r.after IS NOT u.slug
    AND 1 = (SELECT count(*) FROM duty x WHERE x.directive = u.directive
             AND x.kind = 'report' AND x.slug = u.after)
    ORDER BY u.directive, u.n, o.n
    """
    lenient = context.before_includes_day
    for directive, at, title, period, *days, before, reports_before in context.db.execute(sql):
        shifts = before and lenient, reports_before and lenient
        yield RollUp(directive, at, title, period or "", *map(_day, days, shifts))


def _day(strict: str, before: int) -> date:
    """The last day; the one named itself where "trước ngày 15" includes the 15th."""
    return date.fromisoformat(strict) + timedelta(days=1 if before else 0)
