"""Duties as the index keeps them, and when each falls due."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from parcli.queries.unit_lookup import FIRST_DAY
from parcli.schedule.cycles import DataWindow
from parcli.schedule.periods import EARLIEST, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.registry.compiled.store import Index
    from parcli.schedule.working_days import WorkingCalendar


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
    reach: str

    @property
    def id(self) -> str:
        """The duty's id across the registry."""
        return f"{self.directive_slug}/{self.slug}"

    @property
    def returns(self) -> bool:
        """Whether its words name a day that comes again."""
        return bool(json.loads(self.meaning)["kind"] == "recurring")

    @property
    def names_several_days(self) -> bool:
        """Whether its words list days, each of which is a time of its own."""
        meaning = json.loads(self.meaning)
        return meaning["kind"] == "compound" or "dates" in meaning

    @property
    def begins(self) -> bool:
        """Whether its directive says, by its date or otherwise, since when it holds."""
        return self.first_day > FIRST_DAY


_COLUMNS = (
    'u.directive, u.n, u.kind, u.slug, u.title, u.phrase, u.meaning, u.cycle, u."to", u.via, '
    "u.after, u.first_day, u.last_day, d.slug, d.org, d.issued, u.reach"
)
_WIDTH = len(Duty._fields)
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


def undated_duties(
    index: Index, start: date, end: date, directive: str | None = None
) -> Iterator[Duty]:
    """The duties in force then whose words cannot be read, and the reports that state no time."""
    # The second line is that of the index duty_undated.
    sql = (
        f"{_SELECT} WHERE u.last_day >= ? AND u.first_day <= ? "
        """AND (instr(meaning, '"unread"') OR instr(meaning, '"reason": "empty"')) """
        """AND (instr(meaning, '"unread"') OR u.kind = 'report' AND u.cycle IS NULL) """
        "AND (? IS NULL OR d.slug = ?) ORDER BY d.slug, u.n"
    )
    values = (start.isoformat(), end.isoformat(), directive, directive)
    return map(Duty._make, index.db.execute(sql, values).fetchall())


def report_of(index: Index, duty: Duty, slug: str) -> Duty | None:
    """The reporting duty `slug` of the same directive; None where there is none."""
    sql = f"{_SELECT} WHERE u.directive = ? AND u.kind = 'report' AND u.slug = ?"
    row = index.db.execute(sql, (duty.directive, slug)).fetchone()
    return Duty._make(row) if row else None


class FallingDue(NamedTuple):
    """One time that a duty falls due.

    `occasion` tells it from the duty's others; `period` is what a report is about, `ends` the last
    day of the stretch that the deadline's words name; `figures` the days a report's figures cover.
    """

    duty: Duty
    occasion: str
    period: Period | None
    ends: date
    last_day: date
    time: str | None
    exact: bool
    figures: DataWindow | None


_OCCURRENCE = (
    "o.occasion, o.period, o.ends, o.last_day, o.time, o.exact, o.figures_from, o.figures_to"
)


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
        sql = (
            f"SELECT {_COLUMNS}, {_OCCURRENCE} FROM occurrence o "
            "JOIN duty u ON u.directive = o.directive AND u.n = o.duty "
            "JOIN directive d ON d.id = o.directive "
            "WHERE o.last_day BETWEEN ? AND ? AND (? IS NULL OR d.slug = ?) "
            "ORDER BY d.slug, u.n, o.n"
        )
        values = (start.isoformat(), end.isoformat(), directive, directive)
        for row in index.db.execute(sql, values).fetchall():
            yield _stored(Duty._make(row[:_WIDTH]), row[_WIDTH:])
    for duty in _beyond(index, start, end, directive, everything=before_includes_day):
        yield from _worked_out(duty, calendar, start, end, lenient=before_includes_day)


def worked_out_tasks(
    index: Index,
    calendar: WorkingCalendar,
    end: date,
    directive: str | None = None,
    *,
    before_includes_day: bool = False,
) -> set[str]:
    """The ids of the tasks that fall due by `end` on a day that the index has not worked out."""
    lenient = before_includes_day
    beyond = _beyond(index, EARLIEST, end, directive, everything=lenient)
    return {
        duty.id
        for duty in beyond
        if duty.kind == "task"
        and any(True for _due in _worked_out(duty, calendar, EARLIEST, end, lenient=lenient))
    }


def falling_due(
    index: Index,
    duty: Duty,
    calendar: WorkingCalendar,
    start: date,
    end: date,
    *,
    before_includes_day: bool = False,
) -> Iterator[FallingDue]:
    """One duty's times from `start` to `end`, while its directive holds."""
    if not before_includes_day:
        sql = (
            f"SELECT {_OCCURRENCE} FROM occurrence o WHERE o.directive = ? AND o.duty = ? "
            "AND o.last_day BETWEEN ? AND ? ORDER BY o.n"
        )
        values = (duty.directive, duty.number, start.isoformat(), end.isoformat())
        for row in index.db.execute(sql, values):
            yield _stored(duty, row)
    if before_includes_day or duty.reach < min(duty.last_day, end.isoformat()):
        yield from _worked_out(duty, calendar, start, end, lenient=before_includes_day)


def _beyond(
    index: Index, start: date, end: date, directive: str | None, *, everything: bool
) -> Iterator[Duty]:
    """The duties whose times are not all in the index; all of them where `everything` is asked."""
    if everything:
        return duties(index, start, end, directive)
    sql = (
        f"{_SELECT} WHERE u.reach < u.last_day AND u.reach < ? AND u.last_day >= ? "
        "AND u.first_day <= ? AND (? IS NULL OR d.slug = ?) ORDER BY d.slug, u.n"
    )
    ends = (end.isoformat(), start.isoformat(), end.isoformat())
    return map(Duty._make, index.db.execute(sql, (*ends, directive, directive)).fetchall())


def _worked_out(
    duty: Duty, calendar: WorkingCalendar, start: date, end: date, *, lenient: bool
) -> Iterator[FallingDue]:
    """The times that the index does not have, from the words of the deadline."""
    from parcli.schedule.deadline import from_json  # noqa: PLC0415  a current index needs none
    from parcli.schedule.duty_days import duty_occurrences, occasion, reported  # noqa: PLC0415

    meaning = from_json(json.loads(duty.meaning))
    first = max(start, date.fromisoformat(duty.first_day))
    if duty.reach and not lenient:
        first = max(first, date.fromisoformat(duty.reach) + timedelta(days=1))
    for found in duty_occurrences(
        meaning,
        duty.cycle,
        first,
        min(end, date.fromisoformat(duty.last_day)),
        anchor=Period.parse(duty.issued) if duty.issued else None,
        calendar=calendar,
        before_includes_day=lenient,
    ):
        period, figures = reported(found, meaning, duty.cycle, is_report=duty.kind == "report")
        name = occasion(meaning, period, found.last_day)
        yield FallingDue(
            duty, name, period, found.period.last, found.last_day, found.time, found.exact, figures
        )


def _stored(duty: Duty, row: tuple[Any, ...]) -> FallingDue:
    occasion, period, ends, last_day, time, exact, first, last = row
    return FallingDue(
        duty,
        occasion,
        Period.parse(period) if period else None,
        date.fromisoformat(ends),
        date.fromisoformat(last_day),
        time,
        bool(exact),
        DataWindow(date.fromisoformat(first), date.fromisoformat(last)) if first else None,
    )
