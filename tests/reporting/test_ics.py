"""The calendar feed: events, ids, alarms, and that it is always the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from sample_dues import SEP_13, due, overdue

from parcli.reporting.ics import ZONE, calendar_feed, uid
from parcli.schedule.due_dates import DueDates
from parcli.schedule.working_days import WorkingCalendar, YearOff

if TYPE_CHECKING:
    from parcli.queries.dues import Due

# Quốc khánh: Monday 02/9 and Tuesday 03/9/2024 are off.
CALENDAR = WorkingCalendar.of(
    [YearOff(year=2024, days_off={date(2024, 9, 2): "Quốc khánh", date(2024, 9, 3): "Quốc khánh"})]
)
ON_FRIDAY = DueDates(SEP_13, SEP_13, SEP_13)


def feed(*rows: Due, stamp: date | None = None, by_unit: bool = False) -> bytes:
    title = "Sổ thử: A, B; C"
    return calendar_feed(rows, CALENDAR, title=title, stamp=stamp, by_unit=by_unit)


def events(*rows: Due, by_unit: bool = False) -> list[Event]:
    return Calendar.from_ical(feed(*rows, by_unit=by_unit)).walk("VEVENT")


def test_one_event_for_all_units_on_the_day_to_send_by() -> None:
    (event,) = events(due("Phòng Một"), due("Phòng Hai", standing=overdue(3)))
    assert event["uid"] == "vb/bc/2024-Q3@thu.parcli"
    assert event.decoded("dtstart") == SEP_13
    assert event.decoded("dtend") == date(2024, 9, 14)
    assert event.decoded("dtstamp") == datetime(2024, 7, 10, tzinfo=UTC)
    assert event["summary"] == "Send: Báo cáo quý (Quarter III of 2024)"
    assert event["description"].split("\n") == [
        "What: Báo cáo quý",
        "From: Phòng Một, Phòng Hai",
        "To: UBND huyện Thử, via Phòng Hai",
        "Last day: Sat 14/9/2024",
        "Next working day, by BLDS 2015 Điều 148.5: Mon 16/9/2024",
        "Figures: 15/6/2024 – 14/9/2024",
        "As written: trước ngày 15 tháng cuối quý",
        "Origin: vb/bc",
    ]
    assert (event["status"], event["transp"]) == ("CONFIRMED", "TRANSPARENT")


def test_alarms_are_counted_in_working_days() -> None:
    (event,) = events(due())
    alarms = event.walk("VALARM")
    start = datetime(2024, 9, 13)  # noqa: DTZ001  all-day events begin at local midnight
    assert [start + alarm.decoded("trigger") for alarm in alarms] == [
        datetime(2024, 9, 4, 8),  # noqa: DTZ001  seven working days before, past Quốc khánh
        datetime(2024, 9, 11, 8),  # noqa: DTZ001
    ]
    assert alarms[1]["description"] == (
        "2 working days left. Send: Báo cáo quý (Quarter III of 2024)"
    )


def test_an_event_for_each_unit() -> None:
    found = events(due("Phòng Một"), due("Phòng Hai"), by_unit=True)
    assert [(event["uid"], event["summary"]) for event in found] == [
        ("vb/bc/2024-Q3/ph%C3%B2ng-m%E1%BB%99t@thu.parcli",
         "Send: Báo cáo quý (Quarter III of 2024) – Phòng Một"),
        ("vb/bc/2024-Q3/ph%C3%B2ng-hai@thu.parcli",
         "Send: Báo cáo quý (Quarter III of 2024) – Phòng Hai"),
    ]  # fmt: skip


def test_ids_do_not_change_with_dates_or_standing() -> None:
    moved = due(dates=ON_FRIDAY, standing=overdue(3), title="Khác")
    assert uid(due()) == uid(moved)
    assert uid(due()) != uid(due(occasion="2024-Q4"))
    assert uid(due(), by_unit=True) != uid(due("Phòng Hai"), by_unit=True)
    assert uid(due()).isascii()


def test_an_hour_makes_a_timed_event_in_vietnams_zone() -> None:
    content = feed(due(dates=ON_FRIDAY, time="17:00", period=None))
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    zone = ZoneInfo(ZONE)
    assert event.decoded("dtstart") == datetime(2024, 9, 13, 16, 30, tzinfo=zone)
    assert event.decoded("dtend") == datetime(2024, 9, 13, 17, tzinfo=zone)
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20240913T163000" in content
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert event.walk("VALARM")[1].decoded("trigger") == timedelta(days=-3, hours=15.5)
    assert "Last day: Fri 13/9/2024, until 17:00" in event["description"]


@pytest.mark.parametrize(
    ("named", "told"), [("Europe/Paris", "Europe/Paris"), ("Nowhere/At_All", ZONE), ("Asia", ZONE)]
)
def test_hours_are_those_of_the_registrys_zone(named: str, told: str) -> None:
    rows = [due(dates=ON_FRIDAY, time="17:00", period=None)]
    content = calendar_feed(rows, CALENDAR, title="Sổ", time_zone=named)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtend") == datetime(2024, 9, 13, 17, tzinfo=ZoneInfo(told))
    assert f"X-WR-TIMEZONE:{told}".encode() in content
    assert f"BEGIN:VTIMEZONE\r\nTZID:{told}".encode() in content
    assert content == calendar_feed(rows, CALENDAR, title="Sổ", time_zone=named)


@pytest.mark.parametrize("changed", [{"time": "17:00"}, {"time": "24:00", "dates": ON_FRIDAY}])
def test_an_hour_of_a_day_off_and_the_end_of_a_day_are_whole_days(
    changed: dict[str, object],
) -> None:
    content = feed(due(**changed))
    assert b"DTSTART;VALUE=DATE:20240913" in content
    assert b"VTIMEZONE" not in content


def test_what_is_unsure_says_so() -> None:
    (event,) = events(
        due("", kind="task", title="Việc", provisional=True, exact=False, window=None, via=None)
    )
    assert event["status"] == "TENTATIVE"
    assert event["summary"] == "Finish: Việc (Quarter III of 2024)"
    lines = event["description"].split("\n")
    assert "From: no unit named" in lines
    assert "To: UBND huyện Thử" in lines
    assert lines[-3:] == [
        "Provisional: the days off of that year are not announced yet.",
        "The directive names no day; this is the last day of its period.",
        "Origin: vb/bc",
    ]


def test_a_task_need_not_go_anywhere() -> None:
    (event,) = events(due(to=None, via=None, phrase=None, dates=ON_FRIDAY))
    assert [line.partition(":")[0] for line in event["description"].split("\n")] == [
        "What", "From", "Last day", "Figures", "Origin",
    ]  # fmt: skip


class TestBytes:
    ROWS = (due("Phòng Một"), due("Phòng Hai"), due(id="vb/b2", dates=ON_FRIDAY, time="07:30"))

    def test_the_parser_reads_it_unchanged(self) -> None:
        content = feed(*self.ROWS)
        assert Calendar.from_ical(content).to_ical() == content

    @given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=300))
    def test_any_title_comes_back_as_it_was(self, title: str) -> None:
        content = feed(due(title=f"Việc {title}", phrase=title))
        (event,) = Calendar.from_ical(content).walk("VEVENT")
        assert Calendar.from_ical(content).to_ical() == content
        words = " ".join(f"Việc {title}".split())
        assert event["description"].split("\n")[0] == f"What: {words}"

    def test_the_same_rows_give_the_same_bytes(self) -> None:
        assert feed(*self.ROWS) == feed(*self.ROWS)

    def test_lines_end_as_rfc_5545_wants_and_are_folded(self) -> None:
        lines = feed(*self.ROWS).split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert lines[0] == b"BEGIN:VCALENDAR"
        assert b"PRODID:-//parcli//parcli//EN" in lines

    def test_a_stamp_of_the_callers_own(self) -> None:
        content = feed(*self.ROWS, stamp=date(2024, 8, 1))
        assert content.count(b"DTSTAMP:20240801T000000Z") == 2

    def test_a_directive_without_a_date(self) -> None:
        assert b"DTSTAMP:19700101T000000Z" in feed(due(issued=None))

    def test_without_events_it_is_still_a_calendar(self) -> None:
        found = Calendar.from_ical(feed())
        assert found["x-wr-calname"] == "Sổ thử: A, B; C"
        assert [component.name for component in found.subcomponents] == ["VTIMEZONE"]
