"""What is due, for people: a table on one screen, long lists of units folded; and as a sheet."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from parcli.language import _, ngettext
from parcli.reporting.dates import day_month, short_date, weekday_date
from parcli.reporting.tables import Column, Row, Sheet, Style, on_terminal, write_table
from parcli.reporting.unit_counts import counted_units
from parcli.schedule.cycles import period_label
from parcli.schedule.periods import EARLIEST
from parcli.text import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from parcli.queries.dues import Due, DueFilter
    from parcli.schedule.cycles import DataWindow

# Marks beside a date, explained below the table: computed for a year not announced; no day named.
PROVISIONAL, NOT_EXACT = "~", "*"
STYLES: dict[str, Style] = {"submitted": "done", "soon": "soon", "overdue": "late", "upcoming": ""}
_LONGEST_TITLE = 100
_CSV = (
    "id", "directive", "kind", "title", "period", "unit_id", "unit", "to", "via", "phrase",
    "last_day", "send_by", "rolled_to", "window_from", "window_to", "status", "days_left",
    "working_days_left", "waiting_for", "received", "time", "exact", "provisional",
)  # fmt: skip


def write_due_table(rows: Sequence[Due], asked: DueFilter, *, expand: bool = False) -> None:
    """The table on standard output; units that share everything else are folded into one row."""
    columns = (
        Column(_("Send by")),
        Column(_("Last day")),
        Column(_("Status"), wide=True),
        Column(_("What"), wide=True),
        Column(_("Who"), wide=True),
    )
    first = asked.start if asked.start > EARLIEST else min(row.dates.last_day for row in rows)
    title = _("Due from {start} to {end}, as of {day}").format(
        start=short_date(first),
        end=short_date(asked.end),
        day=short_date(asked.today),
    )
    write_table(columns, list(_table_rows(rows, asked, expand=expand)), title)


def due_sheet(rows: Sequence[Due]) -> Sheet:
    """One line a row, the fields of the JSON form flattened."""
    return Sheet(_CSV, [_flat(row) for row in rows])


def folded(
    rows: Iterable[Due], *, expand: bool = False, by_standing: bool = True
) -> list[list[Due]]:
    """Rows that differ only in their unit, together; each alone where asked to expand.

    Without `by_standing` units that have reported stand with those that have not.
    """
    together: dict[object, list[Due]] = {}
    for number, row in enumerate(rows):
        standing = (row.standing.status, row.came_late) if by_standing else ()
        alike = (row.id, row.occasion, row.dates.last_day, standing)
        together.setdefault(number if expand else alike, []).append(row)
    return list(together.values())


def title_of(row: Due) -> str:
    """What is due, on one line, no longer than a clerk reads in a list.

    A report without a title is told by its deadline, which alone would read as nothing.
    """
    return shortened(row.title or _untitled(row), _LONGEST_TITLE)


def _untitled(row: Due) -> str:
    words = row.phrase or row.id
    if row.kind != "report":
        return words
    if row.phrase and words[1:2].islower():
        words = words[:1].lower() + words[1:]
    return _("Report {when}").format(when=words)


def standing_of(row: Due, today: date) -> str:
    """How it stands on `today`: days left, late with nothing recorded, or reported."""
    if row.standing.status == "submitted":
        return _submitted(row)
    if row.standing.status == "overdue":
        return f"{_missing(row)},\n{_late(-row.standing.working_days_left)}"
    if today == row.dates.send_by:
        return _("send today")
    if row.standing.days_left == 0:
        return _("until the end of today")
    left = row.standing.working_days_left
    if left == 0:
        return _("no working day left")
    message = ngettext("{count} working day left", "{count} working days left", left)
    return message.format(count=left)


def _submitted(row: Due) -> str:
    done = _("reported") if row.kind == "report" else _("done")
    return _("{done}, after the last day").format(done=done) if row.came_late else done


def _missing(row: Due) -> str:
    return _("no report recorded") if row.kind == "report" else _("no result recorded")


def _late(count: int) -> str:
    if count == 0:
        return _("past the last day")
    message = ngettext("{count} working day late", "{count} working days late", count)
    return message.format(count=count)


def _table_rows(rows: Sequence[Due], asked: DueFilter, *, expand: bool) -> Iterator[Row]:
    sparse = on_terminal()
    for number, (_date, day) in enumerate(groupby(rows, key=lambda row: row.dates.last_day)):
        if number:
            yield Row(())
        for place, same in enumerate(folded(day, expand=expand)):
            yield _table_row(same, asked, with_dates=not (sparse and place))


def _table_row(rows: Sequence[Due], asked: DueFilter, *, with_dates: bool) -> Row:
    row = rows[0]
    year = asked.start.year if asked.start.year == asked.end.year else None
    cells = (
        _send_by(row, year) if with_dates else "",
        _last_day(row, year) if with_dates else "",
        standing_of(row, asked.today),
        f"{title_of(row)}\n({_origin(row, year)})",
        counted_units((row.unit.name, row.unit_kind) for row in rows),
    )
    return Row(cells, STYLES[row.standing.status])


def _send_by(row: Due, year: int | None) -> str:
    return (PROVISIONAL if row.provisional else "") + weekday_date(row.dates.send_by, year)


def _last_day(row: Due, year: int | None) -> str:
    time = f" {row.time}" if row.time else ""
    return weekday_date(row.dates.last_day, year) + time + ("" if row.exact else NOT_EXACT)


def _origin(row: Due, year: int | None) -> str:
    """Where it comes from and what it is about: directive, period, days of the figures."""
    parts = [row.directive if row.kind == "report" else row.id]
    if row.period:
        parts.append(period_label(row.period))
    if row.window:
        parts.append(_("figures {days}").format(days=_days(row.window, year)))
    return ", ".join(parts)


def _days(window: DataWindow, year: int | None) -> str:
    written = [
        day_month(day) if day.year == year else short_date(day)
        for day in (window.first, window.last)
    ]
    return " – ".join(written)


def _flat(row: Due) -> list[object]:
    return [
        row.id, row.directive, row.kind, row.title, row.period, row.unit.id, row.unit.name,
        row.to.id or row.to.name if row.to else None,
        row.via.id or row.via.name if row.via else None,
        row.phrase, row.dates.last_day, row.dates.send_by, row.dates.rolled_to,
        row.window.first if row.window else None, row.window.last if row.window else None,
        row.standing.status, row.standing.days_left, row.standing.working_days_left,
        "; ".join(unit.id or unit.name for unit in row.waiting_for), row.received, row.time,
        _yes_no(row.exact), _yes_no(row.provisional),
    ]  # fmt: skip


def _yes_no(value: bool) -> str:
    return "true" if value else "false"
