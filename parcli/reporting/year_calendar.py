"""A year's days off and deadlines, month by month: a table, CSV or plain values for JSON."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.language import _, ngettext
from parcli.reporting.dates import weekday_date
from parcli.reporting.due_list import NOT_EXACT, PROVISIONAL, STYLES, folded, title_of
from parcli.reporting.tables import Column, Row, Sheet, Style, write_table
from parcli.reporting.unit_counts import counted_units
from parcli.schedule.cycles import period_label
from parcli.schedule.periods import ONE_DAY
from parcli.schedule.written_dates import written_month

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.queries.dues import Due
    from parcli.queries.year_overview import DayOff, YearOverview

_CSV = (
    "date", "what", "name", "for", "provisional", "id", "period", "status", "unit_ids", "units",
)  # fmt: skip
_WORST_FIRST = ("overdue", "soon", "upcoming", "submitted")
_SATURDAY = 6


class _Entry(NamedTuple):
    """A line of the calendar: the day it stands at, the days as written, what there is."""

    day: date
    days: str
    what: str
    style: Style = ""


def write_year_calendar(overview: YearOverview, *, expand: bool = False) -> None:
    """The year on standard output, a group of lines for each month."""
    columns = (
        Column(_("Month")),
        Column(_("Working days"), right=True),
        Column(_("Days")),
        Column(_("What there is"), wide=True),
    )
    write_table(columns, list(_rows(overview, expand=expand)), _title(overview))


def year_sheet(overview: YearOverview) -> Sheet:
    """One line for each day off, make-up day, day to send by and last day, in order of days."""
    lines = [*_csv_days(overview), *_csv_dues(overview)]
    return Sheet(_CSV, sorted(lines, key=itemgetter(0, 1)))


def year_json(overview: YearOverview) -> dict[str, Any]:
    """The year as plain values; deadlines with the units that share them."""
    return {
        "year": overview.year,
        "official": overview.official,
        "working_days": sum(overview.worked_days),
        "months": [
            {"month": f"{overview.year}-{number:02}", "working_days": count}
            for number, count in enumerate(overview.worked_days, start=1)
        ],
        "days_off": [
            {"date": off.day.isoformat(), "name": off.name, "kind": _kind(off)}
            for off in overview.days_off
        ],
        "make_up_days": [
            {"date": day.isoformat(), "for": instead.isoformat() if instead else None}
            for day, instead in overview.make_up
        ],
        "deadlines": [_deadline(rows) for rows in folded(overview.rows)],
    }


def _deadline(rows: Sequence[Due]) -> dict[str, Any]:
    plain = rows[0].json()
    for name in ("unit", "days_left", "working_days_left", "received"):
        plain.pop(name, None)
    return plain | {"units": [row.unit.json() for row in rows]}


def _title(overview: YearOverview) -> str:
    count = sum(overview.worked_days)
    message = _("Year {year}, {count} working days")
    if not overview.official:
        message = _("Year {year}, {count} working days – PROVISIONAL, not announced yet")
    return message.format(year=overview.year, count=count)


def _rows(overview: YearOverview, *, expand: bool) -> Iterator[Row]:
    entries = sorted(
        [*_breaks(overview), *_make_up(overview), *_dues(overview, expand=expand)],
        key=lambda entry: entry.day,
    )
    by_month = {month: list(found) for month, found in groupby(entries, key=_month_of)}
    for number, worked in enumerate(overview.worked_days, start=1):
        heading = (f"{written_month(number)}/{overview.year}", str(worked))
        found = by_month.pop((overview.year, number), None) or [_Entry(date.min, "", "–", "quiet")]
        for place, entry in enumerate(found):
            yield Row((*(("", "") if place else heading), entry.days, entry.what), entry.style)


def _month_of(entry: _Entry) -> tuple[int, int]:
    return entry.day.year, entry.day.month


def _breaks(overview: YearOverview) -> Iterator[_Entry]:
    """Each run of days off with the weekends around it; a weekend alone is no entry."""
    made_up_on = {instead: day for day, instead in overview.make_up if instead}
    mark = "" if overview.official else PROVISIONAL
    for run in _runs(overview):
        first, last = _whole_break(overview, run[0].day, run[-1].day)
        count = (last - first).days + 1
        days = ngettext("{count} day off", "{count} days off", count).format(count=count)
        parts = [f"{days}: {_named(run)}"]
        for made_up in (made_up_on[off.day] for off in run if off.day in made_up_on):
            day = weekday_date(made_up, overview.year)
            parts.append(_("made up on {day}").format(day=day))
        yield _Entry(first, mark + _span(first, last, overview.year), "; ".join(parts), "done")


def _whole_break(overview: YearOverview, first: date, last: date) -> tuple[date, date]:
    """From the first to the last of the days off around these, within the year."""
    while _is_off(overview, first - ONE_DAY):
        first -= ONE_DAY
    while _is_off(overview, last + ONE_DAY):
        last += ONE_DAY
    return first, last


def _runs(overview: YearOverview) -> Iterator[list[DayOff]]:
    """Named days off with nothing but days off between them, together."""
    run: list[DayOff] = []
    for off in overview.days_off:
        if run and not _all_off(overview, run[-1].day, off.day):
            yield run
            run = []
        run.append(off)
    if run:
        yield run


def _all_off(overview: YearOverview, first: date, last: date) -> bool:
    return all(_is_off(overview, first + n * ONE_DAY) for n in range((last - first).days + 1))


def _is_off(overview: YearOverview, day: date) -> bool:
    """Whether the day is off; a day of another year is not looked at."""
    if day.year != overview.year or any(made.day == day for made in overview.make_up):
        return False
    return day.isoweekday() >= _SATURDAY or any(off.day == day for off in overview.days_off)


def _named(run: Sequence[DayOff]) -> str:
    """The names of the days, public ones first, then those the registry adds."""
    public = _first_to_last([off.name for off in run if not off.added])
    added = _first_to_last([off.name for off in run if off.added])
    if added:
        added = _("{names} (added)").format(names=added)
    return ", ".join(filter(None, (public, added)))


def _first_to_last(names: Sequence[str]) -> str:
    """One name or two; of more the first and the last."""
    distinct = list(dict.fromkeys(names))
    return ", ".join(distinct) if len(distinct) < 3 else f"{distinct[0]} – {distinct[-1]}"


def _make_up(overview: YearOverview) -> Iterator[_Entry]:
    mark = "" if overview.official else PROVISIONAL
    for day, instead in overview.make_up:
        what = _("worked to make up for a day off")
        if instead:
            what = _("worked to make up for {day}").format(day=weekday_date(instead, overview.year))
        yield _Entry(day, mark + weekday_date(day, overview.year), what, "soon")


def _dues(overview: YearOverview, *, expand: bool) -> Iterator[_Entry]:
    """One line for a deadline, in the colour of the unit that stands worst."""
    for rows in folded(overview.rows, by_standing=False):
        row = rows[0]
        day = row.dates.send_by if row.dates.send_by.year == overview.year else row.dates.last_day
        mark = PROVISIONAL if row.provisional else ""
        yield _Entry(
            day,
            mark + weekday_date(row.dates.send_by, overview.year),
            _due(rows, overview.year, expand=expand),
            STYLES[min((r.standing.status for r in rows), key=_WORST_FIRST.index)],
        )


def _due(rows: Sequence[Due], year: int, *, expand: bool) -> str:
    row = rows[0]
    message = _("Send: {title}, {who}; last day {last_day}")
    if row.dates.send_by == row.dates.last_day:
        message = _("Last day: {title}, {who}")
    names = [row.unit.name for row in rows]
    who = ", ".join(names) if expand else counted_units((r.unit.name, r.unit_kind) for r in rows)
    title = f"{title_of(row)} ({period_label(row.period)})" if row.period else title_of(row)
    last_day = weekday_date(row.dates.last_day, year) + ("" if row.exact else NOT_EXACT)
    return message.format(title=title, who=who or _("no unit named"), last_day=last_day)


def _span(first: date, last: date, year: int) -> str:
    if first == last:
        return weekday_date(first, year)
    return f"{weekday_date(first, year)} – {weekday_date(last, year)}"


def _kind(off: DayOff) -> str:
    return "added" if off.added else "public"


def _csv_days(overview: YearOverview) -> Iterator[list[object]]:
    provisional = "false" if overview.official else "true"
    for off in overview.days_off:
        what = f"{_kind(off)}-day-off"
        yield [off.day, what, off.name, None, provisional, *[None] * 5]
    for day, instead in overview.make_up:
        yield [day, "make-up-day", None, instead, provisional, *[None] * 5]


def _csv_dues(overview: YearOverview) -> Iterator[list[object]]:
    for rows in folded(overview.rows):
        row = rows[0]
        rest = [
            "true" if row.provisional else "false", row.id, row.period, row.standing.status,
            "; ".join(r.unit.id for r in rows), "; ".join(r.unit.name for r in rows),
        ]  # fmt: skip
        for what, day in (("send-by", row.dates.send_by), ("last-day", row.dates.last_day)):
            yield [day, what, title_of(row), None, *rest]
