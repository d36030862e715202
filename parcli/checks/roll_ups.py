"""Roll-ups and the reports they wait for, period by period."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
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


class _Report(NamedTuple):
    """A report of a directive, as the index has it; `before` says that its day is not included."""

    directive: int
    number: int
    slug: str
    after: str | None
    at: str
    title: str
    before: bool


_REPORTS = """
SELECT directive, n, slug, after, at, coalesce(title, slug), instr(meaning, '"relation": "before"')
FROM duty WHERE kind = 'report' AND directive IN (
  SELECT directive FROM duty WHERE after IS NOT NULL) ORDER BY directive, n
"""
_PERIODS = """
SELECT o.period, o.last_day, p.last_day, o.time IS NULL, p.time IS NULL FROM occurrence o
JOIN occurrence p ON p.directive = o.directive AND p.duty = ? AND p.period IS o.period
WHERE o.directive = ? AND o.duty = ? ORDER BY o.n
"""


def roll_ups(context: Context) -> Iterator[RollUp]:
    """Each period of each roll-up whose reports have a last day too.

    None of reports that wait for one another, or whose id two have: that is told of as such.
    """
    lenient = context.before_includes_day
    for roll_up, report in _pairs(context):
        key = (report.number, roll_up.directive, roll_up.number)
        for period, last_day, reports_by, whole_day, reports_whole_day in context.db.execute(
            _PERIODS, key
        ).fetchall():
            yield RollUp(
                roll_up.directive,
                roll_up.at,
                report.title,
                period or "",
                _day(last_day, roll_up.before and whole_day and lenient),
                _day(reports_by, report.before and reports_whole_day and lenient),
            )


def _pairs(context: Context) -> Iterator[tuple[_Report, _Report]]:
    """Each roll-up with the one report that it waits for."""
    rows = map(_Report._make, context.db.execute(_REPORTS).fetchall())
    for _directive, reports in groupby(rows, attrgetter("directive")):
        by_slug: dict[str, list[_Report]] = {}
        for report in reports:
            by_slug.setdefault(report.slug, []).append(report)
        for roll_up in (each for same in by_slug.values() for each in same if each.after):
            waited_for = by_slug.get(roll_up.after or "", [])
            if len(waited_for) == 1 and roll_up.slug not in (roll_up.after, waited_for[0].after):
                yield roll_up, waited_for[0]


def _day(strict: str, before: object) -> date:
    """The last day; the one named itself where "trước ngày 15" includes the 15th."""
    return date.fromisoformat(strict) + timedelta(days=1 if before else 0)
