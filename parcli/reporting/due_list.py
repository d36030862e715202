"""What is due, for people: a table on one screen, long lists of units folded, and notes below it."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from parcli.language import N_, _, ngettext
from parcli.queries.directives import not_in_force
from parcli.reporting.dates import short_date, weekday_date
from parcli.reporting.tables import Column, Row, Style, csv_text, write_table
from parcli.schedule.cycles import period_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parcli.queries.dues import Due, DueFilter, DueList
    from parcli.registry.compiled.store import Index

STATUS_NAMES = {
    "submitted": N_("reported"),
    "upcoming": N_("upcoming"),
    "soon": N_("soon"),
    "overdue": N_("late"),
}
_STYLES: dict[str, Style] = {"submitted": "done", "soon": "soon", "overdue": "late", "upcoming": ""}
_FOLD_ABOVE = 2
_CSV = (
    "id", "directive", "kind", "title", "period", "unit_id", "unit", "to", "via", "phrase",
    "last_day", "send_by", "rolled_to", "window_from", "window_to", "status", "days_left",
    "working_days_left", "waiting_for",
)  # fmt: skip


def write_due_table(rows: Sequence[Due], *, expand: bool = False) -> None:
    """The table on standard output; units that share everything else are folded into one row."""
    columns = (
        Column(_("Send by")),
        Column(_("Last day")),
        Column(_("Status")),
        Column(_("What"), wide=True),
        Column(_("Period")),
        Column(_("Who"), wide=True),
        Column(_("Figures from – to")),
    )
    write_table(columns, list(_table_rows(rows, expand=expand)))


def due_csv(rows: Sequence[Due]) -> str:
    """One line a row, the fields of the JSON form flattened."""
    return csv_text(_CSV, [_flat(row) for row in rows])


def due_notes(index: Index, found: DueList, asked: DueFilter) -> Iterator[str]:
    """What a reader must know beside the rows: late, provisional, dissolved, no longer in force."""
    if not found.rows:
        yield _("Nothing is due from {start} to {end}.").format(
            start=short_date(asked.start), end=short_date(asked.end)
        )
    yield from _late(found.rows)
    yield from _waiting(found.rows)
    if any(not row.leaves_working_day for row in found.rows):
        yield _(
            "Some figures close on the last day itself; NĐ 09/2019/NĐ-CP Điều 8.5 wants one working"
            " day in between. The directive's date stands."
        )
    if any(not row.exact for row in found.rows):
        yield _("Some directives name no day; the period's last day is shown for them.")
    if any(row.provisional for row in found.rows):
        yield _(
            "The holiday schedule of a year shown here is not announced yet: dates provisional."
        )
    yield from _dissolved(index, found)
    yield from _ended(index, asked, nothing=not found.rows)


def _late(rows: Sequence[Due]) -> Iterator[str]:
    late = [row for row in rows if row.standing.status == "overdue"]
    if late:
        message = ngettext("{count} report is late.", "{count} reports are late.", len(late))
        yield message.format(count=len(late))


def _waiting(rows: Sequence[Due]) -> Iterator[str]:
    for row in rows:
        if row.waiting_for and row.standing.status != "submitted":
            count = len(row.waiting_for)
            message = ngettext(
                "{title} of {unit} still waits for {count} unit: {units}.",
                "{title} of {unit} still waits for {count} units: {units}.",
                count,
            )
            names = ", ".join(unit.name for unit in row.waiting_for[:3])
            units = names + (", …" if count > 3 else "")
            yield message.format(
                title=row.title or row.id, unit=row.unit.name, count=count, units=units
            )


def _dissolved(index: Index, found: DueList) -> Iterator[str]:
    if not found.dissolved:
        return
    from parcli.queries.unit_lookup import unit  # noqa: PLC0415

    first = found.dissolved[0]
    names = [known.name for ident in first.successors if (known := unit(index, first.org, ident))]
    message = ngettext(
        "{count} unit had ended by then, e.g. {unit} ({until}; successor: {successor}).",
        "{count} units had ended by then, e.g. {unit} ({until}; successor: {successor}).",
        len(found.dissolved),
    )
    yield message.format(
        count=len(found.dissolved),
        unit=first.name,
        until=short_date(date.fromisoformat(first.valid_until or "9999-12-31")),
        successor=", ".join(names) or _("not recorded"),
    )


def _ended(index: Index, asked: DueFilter, *, nothing: bool) -> Iterator[str]:
    ended, count = not_in_force(index, asked.start, asked.end, asked.directive)
    if count and (nothing or asked.directive):
        listed = ", ".join(
            _("{directive} ({first} – {last})").format(
                directive=item.slug, first=_day(item.first_day), last=_day(item.last_day)
            )
            for item in ended
        )
        message = ngettext(
            "{count} directive is not in force then: {list}.",
            "{count} directives are not in force then: {list}.",
            count,
        )
        yield message.format(count=count, list=listed + (", …" if count > len(ended) else ""))
    if nothing:
        yield from _next(index, asked)


def _next(index: Index, asked: DueFilter) -> Iterator[str]:
    from parcli.queries.dues import next_due  # noqa: PLC0415
    from parcli.registry.year_calendar import working_calendar  # noqa: PLC0415

    following = next_due(index, working_calendar(index), asked)
    if following is None:
        yield _("Nothing is due later either.")
    else:
        yield _("The next thing is due on {day}.").format(day=weekday_date(following.last_day))


def _day(iso: str) -> str:
    return "…" if iso in ("0001-01-01", "9999-12-31") else short_date(date.fromisoformat(iso))


def _table_rows(rows: Sequence[Due], *, expand: bool) -> Iterator[Row]:
    for number, (_date, day) in enumerate(groupby(rows, key=lambda row: row.dates.last_day)):
        if number:
            yield Row(())
        for same in _folded(day, expand=expand):
            yield _table_row(same)


def _folded(rows: Iterable[Due], *, expand: bool) -> list[list[Due]]:
    """Rows that differ only in their unit, together; each alone where asked to expand."""
    together: dict[object, list[Due]] = {}
    for number, row in enumerate(rows):
        key = number if expand else (row.id, str(row.period), row.standing.status)
        together.setdefault(key, []).append(row)
    return list(together.values())


def _table_row(rows: Sequence[Due]) -> Row:
    row = rows[0]
    cells = (
        weekday_date(row.dates.send_by) + (f" {row.time}" if row.time else ""),
        weekday_date(row.dates.last_day),
        _standing(row),
        row.title or row.phrase or row.id,
        period_label(row.period) if row.period else "",
        _who(rows),
        f"{short_date(row.window.first)} – {short_date(row.window.last)}" if row.window else "",
    )
    return Row(cells, _STYLES[row.standing.status])


def _standing(row: Due) -> str:
    name = _(STATUS_NAMES[row.standing.status])
    if row.standing.status == "overdue":
        late = -row.standing.working_days_left
        message = ngettext("{status}, {count} working day", "{status}, {count} working days", late)
        return message.format(status=name, count=late)
    if row.standing.status == "submitted":
        return name
    left = row.standing.working_days_left
    message = ngettext(
        "{status}, {count} working day left", "{status}, {count} working days left", left
    )
    return message.format(status=name, count=left)


def _who(rows: Sequence[Due]) -> str:
    if len(rows) <= _FOLD_ABOVE:
        return ", ".join(row.unit.name for row in rows)
    kinds: dict[str, int] = {}
    for row in rows:
        kinds[row.unit_kind or ""] = kinds.get(row.unit_kind or "", 0) + 1
    return ", ".join(_counted(kind, count) for kind, count in kinds.items())


def _counted(kind: str, count: int) -> str:
    return f"{count} {_(KIND_NAMES[kind]) if kind in KIND_NAMES else _('units')}"


KIND_NAMES = {
    "phong": N_("departments"),
    "van-phong": N_("offices"),
    "thanh-tra": N_("inspectorates"),
    "phuong": N_("wards"),
    "xa": N_("communes"),
    "thi-tran": N_("townships"),
    "cong-an": N_("police"),
}


def _flat(row: Due) -> list[object]:
    return [
        row.id, row.directive, row.kind, row.title, row.period, row.unit.id, row.unit.name,
        row.to.id or row.to.name if row.to else None,
        row.via.id or row.via.name if row.via else None,
        row.phrase, row.dates.last_day, row.dates.send_by, row.dates.rolled_to,
        row.window.first if row.window else None, row.window.last if row.window else None,
        row.standing.status, row.standing.days_left, row.standing.working_days_left,
        "; ".join(unit.id or unit.name for unit in row.waiting_for),
    ]  # fmt: skip
