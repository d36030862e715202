"""Duties as the index keeps them, and when each falls due."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from parcli.schedule.cycles import DataWindow
from parcli.schedule.deadline import from_json
from parcli.schedule.duty_days import duty_occurrences, occasion, reported
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.registry.compiled.store import Index
    from parcli.schedule.deadline import Deadline
    from parcli.schedule.occurrence import Occurrence
    from parcli.schedule.working_days import WorkingCalendar

_OPEN = "0001-01-01"


class Duty(NamedTuple):
    """One duty as the index keeps it, with what its directive adds."""

    directive: int
    number: int
    kind: Literal["report", "task"]
    slug: str
    title: str | None
    phrase: str | None
    meaning: str
    cycle: str | None
    to: int | None
    via: int | None
    after: str | None
    first_day: str
    last_day: str
    directive_slug: str
    org: str
    issued: str | None

    @property
    def id(self) -> str:
        """The duty's id across the registry."""
        return f"{self.directive_slug}/{self.slug}"

    @property
    def begins(self) -> bool:
        """Whether its directive says, by its date or otherwise, since when it holds."""
        return self.first_day > _OPEN

    @property
    def deadline(self) -> Deadline:
        """What its words mean."""
        return _meaning(self.meaning)


_COLUMNS = (
    'u.directive, u.n, u.kind, u.slug, u.title, u.phrase, u.meaning, u.cycle, u."to", u.via, '
    "u.after, u.first_day, u.last_day, d.slug, d.org, d.issued"
)
_SELECT = f"SELECT {_COLUMNS} FROM duty u JOIN directive d ON d.id = u.directive"


def duties(index: Index, start: date, end: date, directive: str | None = None) -> Iterator[Duty]:
    """The duties whose directive is in force on some day from `start` to `end`."""
    sql = (
        f"{_SELECT} WHERE u.last_day >= ? AND u.first_day <= ? AND (? IS NULL OR d.slug = ?) "
        "ORDER BY d.slug, u.n"
    )
    values = (start.isoformat(), end.isoformat(), directive, directive)
    return map(Duty._make, index.db.execute(sql, values).fetchall())


def duties_of(index: Index, directive: str) -> list[Duty]:
    """Every duty of one directive, in the document's order."""
    sql = f"{_SELECT} WHERE d.slug = ? ORDER BY u.n"
    return [Duty._make(row) for row in index.db.execute(sql, (directive,))]


def report_of(index: Index, duty: Duty, slug: str) -> Duty | None:
    """The reporting duty `slug` of the same directive; None where there is none."""
    sql = f"{_SELECT} WHERE u.directive = ? AND u.kind = 'report' AND u.slug = ?"
    row = index.db.execute(sql, (duty.directive, slug)).fetchone()
    return Duty._make(row) if row else None


def falling_due(
    duty: Duty,
    calendar: WorkingCalendar,
    start: date,
    end: date,
    *,
    before_includes_day: bool = False,
) -> Iterator[Occurrence]:
    """The duty's occurrences with a last day from `start` to `end`, while its directive holds."""
    return duty_occurrences(
        duty.deadline,
        duty.cycle,
        max(start, date.fromisoformat(duty.first_day)),
        min(end, date.fromisoformat(duty.last_day)),
        anchor=Period.parse(duty.issued) if duty.issued else None,
        calendar=calendar,
        before_includes_day=before_includes_day,
    )


def reported_period(duty: Duty, occurrence: Occurrence) -> tuple[Period | None, DataWindow | None]:
    """The period that a report is about and the days of its figures; neither for a single day."""
    is_report = duty.kind == "report"
    return reported(occurrence, duty.deadline, duty.cycle, is_report=is_report)


class FallingDue(NamedTuple):
    """One time that a duty falls due; `occasion` tells it from the duty's others."""

    duty: Duty
    occasion: str
    period: Period | None
    figures: DataWindow | None
    last_day: date
    time: str | None
    exact: bool


def all_falling_due(
    index: Index,
    calendar: WorkingCalendar,
    start: date,
    end: date,
    directive: str | None = None,
    *,
    before_includes_day: bool = False,
) -> Iterator[FallingDue]:
    """Every duty's times from `start` to `end`, as the index has them worked out.

    What it has not, the far days of an open-ended duty and those that need a working calendar, is
    worked out here, and so is everything where "trước ngày 15" includes the 15th.
    """
    if not before_includes_day:
        yield from _worked_out(index, start, end, directive)
    for duty, first in _beyond(index, start, end, directive, everything=before_includes_day):
        before = before_includes_day
        for found in falling_due(duty, calendar, first, end, before_includes_day=before):
            period, figures = reported_period(duty, found)
            name = occasion(duty.deadline, period, found.last_day)
            yield FallingDue(duty, name, period, figures, found.last_day, found.time, found.exact)


def _worked_out(
    index: Index, start: date, end: date, directive: str | None
) -> Iterator[FallingDue]:
    sql = (
        f"SELECT {_COLUMNS}, o.period, o.figures_from, o.figures_to, o.last_day, o.time, o.exact "
        "FROM occurrence o JOIN duty u ON u.directive = o.directive AND u.n = o.duty "
        "JOIN directive d ON d.id = o.directive "
        "WHERE o.last_day BETWEEN ? AND ? AND (? IS NULL OR d.slug = ?) ORDER BY d.slug, u.n, o.n"
    )
    values = (start.isoformat(), end.isoformat(), directive, directive)
    for row in index.db.execute(sql, values).fetchall():
        duty = Duty._make(row[: len(Duty._fields)])
        written, first, last, day, time, exact = row[len(Duty._fields) :]
        period = Period.parse(written) if written else None
        figures = DataWindow(_day(first), _day(last)) if first else None
        last_day = _day(day)
        name = occasion(duty.deadline, period, last_day)
        yield FallingDue(duty, name, period, figures, last_day, time, bool(exact))


def _beyond(
    index: Index, start: date, end: date, directive: str | None, *, everything: bool
) -> Iterator[tuple[Duty, date]]:
    """The duties whose times are not all in the index, each with the first day to look at."""
    if everything:
        yield from ((duty, start) for duty in duties(index, start, end, directive))
        return
    sql = (
        f"SELECT {_COLUMNS}, u.reach FROM duty u JOIN directive d ON d.id = u.directive "
        "WHERE u.reach < u.last_day AND u.reach < ? AND u.last_day >= ? AND u.first_day <= ? "
        "AND (? IS NULL OR d.slug = ?) ORDER BY d.slug, u.n"
    )
    ends = (end.isoformat(), start.isoformat(), end.isoformat())
    for *row, reach in index.db.execute(sql, (*ends, directive, directive)).fetchall():
        after = date.fromisoformat(reach) + timedelta(days=1) if reach else start
        yield Duty._make(row), max(start, after)


def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def _meaning(text: str) -> Deadline:
    return from_json(json.loads(text))
