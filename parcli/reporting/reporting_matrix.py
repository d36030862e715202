"""Who has and has not reported, as a table for people or CSV for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.language import _, ngettext
from parcli.queries.reporting_status import STATUSES, WORKED_ON
from parcli.reporting.dates import short_date
from parcli.reporting.tables import Column, Row, Sheet, write_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.reporting_status import UnitStatus
    from parcli.reporting.tables import Style
    from parcli.schedule.periods import Period

_CSV = (
    "org", "unit", "name", "period", "number", "received", "last_day", "late", "late_working_days",
    "led", *(status.replace("-", "_") for status in STATUSES), "without_entry", "supported",
    "supported_entries", "missing_entries", "missing_values", "missing_evidence",
)  # fmt: skip


def write_matrix(rows: Sequence[UnitStatus]) -> None:
    """The matrix on standard output, a line a unit."""
    columns = [
        Column(_("Unit"), wide=True),
        Column(_("Last day")),
        Column(_("Received")),
        Column(_("Late")),
        Column(_("Done"), right=True),
        Column(_("In progress"), right=True),
        Column(_("Other"), right=True),
        Column(_("No entry"), right=True),
        Column(_("Missing"), wide=True),
    ]
    write_table(columns, [_row(row) for row in rows])


def summary(rows: Sequence[UnitStatus]) -> str:
    """How many have reported, how many of them late, how many not, and who need not."""
    reported = [row for row in rows if row.received is not None]
    waiting = [row for row in rows if row.is_awaited]
    message = ngettext(
        "{count} unit: {reported} reported ({late} late), {waiting} not ({overdue} overdue).",
        "{count} units: {reported} reported ({late} late), {waiting} not ({overdue} overdue).",
        len(rows),
    )
    said = message.format(
        count=len(rows),
        reported=len(reported),
        late=sum(row.is_late for row in reported),
        waiting=len(waiting),
        overdue=sum(row.is_late for row in waiting),
    )
    free = len(rows) - len(reported) - len(waiting)
    if not free:
        return said
    note = ngettext(
        "{count} has no report to make in this period.",
        "{count} have no report to make in this period.",
        free,
    )
    return f"{said} {note.format(count=free)}"


def matrix_sheet(rows: Sequence[UnitStatus], period: Period) -> Sheet:
    """One line a unit; task ids joined with "; "."""
    return Sheet(
        _CSV,
        [
            [
                row.org, row.unit.id, row.unit.name, period, row.number, row.received,
                min((report.last_day for report in row.reports), default=None),
                str(row.is_late).lower(), row.late_working_days, row.led,
                *(row.counts.get(status, 0) for status in STATUSES), row.without_entry,
                row.supported, row.supported_entries, "; ".join(row.missing.entries),
                "; ".join(row.missing.values), "; ".join(row.missing.evidence),
            ]
            for row in rows
        ],
    )  # fmt: skip


def _row(row: UnitStatus) -> Row:
    done = row.counts.get("done", 0)
    in_progress = sum(row.counts.get(status, 0) for status in WORKED_ON)
    last_day = min((report.last_day for report in row.reports), default=None)
    cells = (
        row.unit.name,
        short_date(last_day) if last_day else "–",
        _received(row),
        _lateness(row),
        str(done),
        str(in_progress),
        str(sum(row.counts.values()) - done - in_progress),
        str(row.without_entry),
        _missing(row),
    )
    return Row(cells, _style(row))


def _received(row: UnitStatus) -> str:
    if row.received is not None:
        return short_date(row.received)
    return _("not yet") if row.is_awaited else "–"


def _style(row: UnitStatus) -> Style:
    if row.is_awaited:
        return "late" if row.is_late else "soon"
    if row.received is None:
        return "quiet"
    return "soon" if row.is_late else "done"


def _lateness(row: UnitStatus) -> str:
    if not row.is_late:
        return ""
    days = row.late_working_days
    if not days:
        return _("late, on days off")
    return ngettext("{count} working day", "{count} working days", days).format(count=days)


def _missing(row: UnitStatus) -> str:
    parts = [_("the report")] if row.is_awaited else []
    for count, text in (
        (len(row.missing.entries), _("{count} entries")),
        (len(row.missing.values), _("{count} values")),
        (len(row.missing.evidence), _("{count} documents")),
    ):
        parts += [text.format(count=count)] if count else []
    return ", ".join(parts)
