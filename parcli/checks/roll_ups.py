"""Roll-ups and the reports they wait for, period by period."""

from __future__ import annotations

from datetime import date
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
    """Each period of each roll-up whose reports have a last day too."""
    day = "lenient_day" if context.before_includes_day else "last_day"
    sql = f"""
    SELECT u.directive, u.at, coalesce(r.title, r.slug), o.period, o.{day}, p.{day}
    FROM duty u JOIN duty r ON r.directive = u.directive AND r.kind = 'report' AND r.slug = u.after
    JOIN occurrence o ON o.directive = u.directive AND o.duty = u.n
    JOIN occurrence p ON p.directive = r.directive AND p.duty = r.n AND p.period IS o.period
    WHERE u.after IS NOT NULL ORDER BY u.directive, u.n, o.n
    """  # noqa: S608  our own column names
    for directive, at, title, period, last_day, reports_by in context.db.execute(sql):
        days = date.fromisoformat(last_day), date.fromisoformat(reports_by)
        yield RollUp(directive, at, title, period or "", *days)
