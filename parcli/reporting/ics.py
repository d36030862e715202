"""Dues as an iCalendar file (RFC 5545): one event each, with alarms, the same bytes every time.

Alarms are relative to their event, the form that calendar programs import most widely.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from parcli.language import _, chosen, ngettext
from parcli.reporting.dates import short_date, weekday_date
from parcli.reporting.due_list import title_of
from parcli.schedule.cycles import period_label
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.queries.dues import Due
    from parcli.schedule.working_days import WorkingCalendar

ZONE = "Asia/Ho_Chi_Minh"
# Working days before the day to send by on which a reminder appears, when the office opens.
ALARM_DAYS = (7, 2)
ALARM_AT = time(8)
_OFFSET = timedelta(hours=7)
# A deadline at an hour takes up the half-hour before it.
_TIMED = timedelta(minutes=30)
_NO_DATE = date(1970, 1, 1)
_ZONES_FROM, _ZONES_TO = date(2000, 1, 1), date(2038, 1, 1)
_END_OF_DAY = "24:00"


def calendar_feed(
    rows: Sequence[Due],
    calendar: WorkingCalendar,
    *,
    title: str,
    stamp: date | None = None,
    by_unit: bool = False,
    time_zone: str = ZONE,
) -> bytes:
    """The feed; one event for each due, or for each due and unit with `by_unit`.

    Hours are those of `time_zone`; of Vietnam, where there is no zone of that name.

    `stamp` dates every event; without it each has the date of its directive. A feed without
    events is still a calendar, so that a subscription to it does not break.
    """
    feed = Calendar()
    feed.add("prodid", f"-//parcli//parcli//{chosen().upper()}")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", title)
    zone = known_zone(time_zone)
    feed.add("x-wr-timezone", zone.key)
    events = [
        _event(alike, calendar, stamp, zone, by_unit=by_unit) for alike in _together(rows, by_unit)
    ]
    if not events or any(isinstance(event.decoded("dtstart"), datetime) for event in events):
        feed.add_component(_zone(zone.key))
    for event in events:
        feed.add_component(event)
    return bytes(feed.to_ical())


def uid(row: Due, *, by_unit: bool = False) -> str:
    """The event's id: duty, period and unit; what does not change when a date is corrected."""
    parts = [row.id, row.occasion, *([row.unit.id or row.unit.name] if by_unit else [])]
    return f"{quote('/'.join(parts))}@{quote(row.org)}.parcli"


def _together(rows: Sequence[Due], by_unit: bool) -> list[list[Due]]:
    """The rows of each event, whatever their units' standing; in order of the days to send by."""
    found: dict[str, list[Due]] = {}
    for row in rows:
        found.setdefault(uid(row, by_unit=by_unit), []).append(row)
    return sorted(found.values(), key=lambda alike: alike[0].dates.send_by)


def known_zone(name: str) -> ZoneInfo:
    """The zone of that name; Vietnam's where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder of zones
        return ZoneInfo(ZONE)


def _event(
    rows: Sequence[Due],
    calendar: WorkingCalendar,
    stamp: date | None,
    zone: ZoneInfo,
    *,
    by_unit: bool,
) -> Event:
    row = rows[0]
    summary = _summary(row, by_unit=by_unit)
    start, end = _hours(row, zone)
    event = Event()
    event.add("uid", uid(row, by_unit=by_unit))
    event.add("dtstamp", datetime.combine(stamp or _issued(row), time(), UTC))
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", summary)
    event.add("description", "\n".join(_description(rows)))
    event.add("status", "TENTATIVE" if row.provisional else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    for days in ALARM_DAYS:
        event.add_component(_alarm(row, calendar, start, days, summary))
    return event


def _summary(row: Due, *, by_unit: bool) -> str:
    message = _("Send: {title}") if row.kind == "report" else _("Finish: {title}")
    parts = [message.format(title=title_of(row))]
    if row.period:
        parts.append(f"({period_label(row.period)})")
    if by_unit:
        parts.append(f"– {row.unit.name}")
    return " ".join(parts)


def _description(rows: Sequence[Due]) -> Iterator[str]:
    row = rows[0]
    yield _("What: {title}").format(title=" ".join((row.title or title_of(row)).split()))
    yield _("From: {units}").format(
        units=", ".join(one.unit.name or _("no unit named") for one in rows)
    )
    if row.to:
        message = _("To: {to}, via {via}") if row.via else _("To: {to}")
        yield message.format(to=row.to.name, via=row.via.name if row.via else "")
    yield _last_day(row)
    if row.dates.rolled_to != row.dates.last_day:
        yield _("Next working day, by BLDS 2015 Điều 148.5: {day}").format(
            day=weekday_date(row.dates.rolled_to)
        )
    if row.window:
        yield _("Figures: {first} – {last}").format(
            first=short_date(row.window.first), last=short_date(row.window.last)
        )
    if row.phrase:
        yield _("As written: {phrase}").format(phrase=" ".join(row.phrase.split()))
    if row.provisional:
        yield _("Provisional: the days off of that year are not announced yet.")
    if not row.exact:
        yield _("The directive names no day; this is the last day of its period.")
    yield _("Origin: {id}").format(id=row.id)


def _last_day(row: Due) -> str:
    day = weekday_date(row.dates.last_day)
    if row.time:
        return _("Last day: {day}, until {time}").format(day=day, time=row.time)
    return _("Last day: {day}").format(day=day)


def _hours(row: Due, zone: ZoneInfo) -> tuple[date, date]:
    """The event's beginning and end: the whole day to send by, or up to the hour that is named.

    An hour holds on the last day; where that is a day off, the day to send by is a whole one.
    """
    day = row.dates.send_by
    if row.time in (None, _END_OF_DAY) or day != row.dates.last_day:
        return day, day + timedelta(days=1)
    hour = time.fromisoformat(row.time or "")
    end = datetime.combine(day, hour, zone)
    return end - _TIMED, end


def _alarm(row: Due, calendar: WorkingCalendar, start: date, days: int, summary: str) -> Alarm:
    """A reminder that many working days before the day to send by, in the morning."""
    hour = start.time() if isinstance(start, datetime) else time()
    local = datetime.combine(start, hour)
    when = datetime.combine(calendar.add_working_days(row.dates.send_by, -days), ALARM_AT)
    message = ngettext(
        "{count} working day left. {summary}", "{count} working days left. {summary}", days
    )
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", message.format(count=days, summary=summary))
    alarm.add("trigger", when - local)
    return alarm


def _issued(row: Due) -> date:
    return Period.parse(row.issued).first if row.issued else _NO_DATE


def _zone(name: str) -> Timezone:
    """The zone's rules; Vietnam's are +07 all year, without summer time since 1975."""
    if name != ZONE:
        return Timezone.from_tzid(name, first_date=_ZONES_FROM, last_date=_ZONES_TO)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001  RFC 5545 wants it local
    standard.add("tzname", "+07")
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone
