"""A year month by month."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from sample_dues import due, overdue

from parcli.queries.year_overview import DayOff, MakeUpDay, YearOverview
from parcli.reporting.tables import csv_text
from parcli.reporting.year_calendar import write_year_calendar, year_json, year_sheet
from parcli.schedule.due_dates import DueDates

if TYPE_CHECKING:
    import pytest

DAYS_OFF = (
    DayOff(date(2024, 1, 1), "Tết Dương lịch", added=False),
    DayOff(date(2024, 2, 8), "29 Tết", added=False),
    DayOff(date(2024, 2, 9), "Giao thừa", added=False),
    DayOff(date(2024, 2, 12), "Mùng ba", added=False),
    DayOff(date(2024, 4, 29), "Nghỉ bù", added=True),
    DayOff(date(2024, 4, 30), "Ngày Chiến thắng", added=False),
    DayOff(date(2024, 5, 1), "Quốc tế Lao động", added=False),
)
MAKE_UP = (MakeUpDay(date(2024, 5, 4), date(2024, 4, 29)), MakeUpDay(date(2024, 6, 1), None))
NEW_YEAR = DueDates(date(2025, 1, 1), date(2024, 12, 31), date(2025, 1, 2))
LAST_OF_2023 = DueDates(date(2024, 1, 1), date(2023, 12, 29), date(2024, 1, 2))


def overview(**changed: Any) -> YearOverview:
    usual: dict[str, Any] = {
        "year": 2024,
        "official": True,
        "days_off": DAYS_OFF,
        "make_up": MAKE_UP,
        "worked_days": (22, 16, 21, 19, 23, 20, 23, 22, 19, 23, 21, 22),
        "rows": tuple(due(f"Phòng {letter}", standing=overdue(3)) for letter in "ABC"),
    }
    return YearOverview(**(usual | changed))


def printed(
    capsys: pytest.CaptureFixture[str], expand: bool = False, **changed: Any
) -> list[list[str]]:
    write_year_calendar(overview(**changed), expand=expand)
    return [re.split(r"  +", line.strip()) for line in capsys.readouterr().out.splitlines()]


def test_month_by_month(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys) == [
        ["Year 2024, 251 working days"],
        ["Month", "Working days", "Days", "What there is"],
        ["01/2024", "22", "Mon 01/01", "1 day off: Tết Dương lịch"],
        ["02/2024", "16", "Thu 08/02 – Mon 12/02", "5 days off: 29 Tết – Mùng ba"],
        ["3/2024", "21", "–"],
        [
            "4/2024", "19", "Sat 27/4 – Wed 01/5",
            "5 days off: Ngày Chiến thắng, Quốc tế Lao động, Nghỉ bù (added); made up on Sat 04/5",
        ],
        ["5/2024", "23", "Sat 04/5", "worked to make up for Mon 29/4"],
        ["6/2024", "20", "Sat 01/6", "worked to make up for a day off"],
        ["7/2024", "23", "–"],
        ["8/2024", "22", "–"],
        [
            "9/2024", "19", "Fri 13/9",
            "Send: Báo cáo quý (Quarter III of 2024), 3 departments; last day Sat 14/9",
        ],
        ["10/2024", "23", "–"],
        ["11/2024", "21", "–"],
        ["12/2024", "22", "–"],
    ]  # fmt: skip


def test_a_year_that_is_not_announced_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, official=False, rows=(due(provisional=True),))
    assert lines[0] == ["Year 2024, 251 working days – PROVISIONAL, not announced yet"]
    dated = [line[2] for line in lines[2:] if line[2] != "–"]
    assert len(dated) == 6
    assert all(days.startswith("~") for days in dated)


def test_a_break_takes_in_the_weekend_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    friday = DayOff(date(2024, 5, 31), "Nghỉ", added=False)
    lines = printed(capsys, rows=(), days_off=(friday,), make_up=())
    assert ["5/2024", "23", "Fri 31/5 – Sun 02/6", "3 days off: Nghỉ"] in lines


def test_deadlines_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    on_friday = DueDates(*[date(2024, 9, 20)] * 3)
    rows = (
        due(dates=on_friday),
        due("Phòng B", dates=on_friday),
        due("Phòng C", dates=on_friday),
        due("", id="vb/1", title="Việc", period=None, exact=False),
        due(id="vb/2", title="Cuối năm", period=None, dates=NEW_YEAR),
        due(id="vb/3", title="Đầu năm", period=None, dates=LAST_OF_2023),
    )
    lines = printed(capsys, expand=True, rows=rows, days_off=())
    assert [line[-2:] for line in lines if line[-1].startswith(("Send", "Last"))] == [
        # To be sent in the year before, so that it stands at its last day.
        ["Fri 29/12/2023", "Send: Đầu năm, Phòng Một; last day Mon 01/01"],
        ["Fri 13/9", "Send: Việc, no unit named; last day Sat 14/9*"],
        ["Fri 20/9", "Last day: Báo cáo quý (Quarter III of 2024), Phòng Một, Phòng B, Phòng C"],
        ["Tue 31/12", "Send: Cuối năm, Phòng Một; last day Wed 01/01/2025"],
    ]


def test_a_deadline_stands_once_however_its_units_stand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = (due("Phòng A"), due("Phòng B", standing=overdue(3)))
    lines = printed(capsys, rows=rows, days_off=(), make_up=())
    assert [line[-1] for line in lines if line[-1].startswith("Send")] == [
        "Send: Báo cáo quý (Quarter III of 2024), Phòng A, Phòng B; last day Sat 14/9"
    ]


def test_csv_has_a_line_for_each_day() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(*year_sheet(overview())))))
    assert [(row["date"], row["what"]) for row in rows[-4:]] == [
        ("2024-05-04", "make-up-day"),
        ("2024-06-01", "make-up-day"),
        ("2024-09-13", "send-by"),
        ("2024-09-14", "last-day"),
    ]
    assert {row["what"] for row in rows[:7]} == {"public-day-off", "added-day-off"}
    assert rows[-4]["for"] == "2024-04-29"
    assert (rows[-1]["units"], rows[-1]["period"]) == ("Phòng A; Phòng B; Phòng C", "2024-Q3")
    assert all(row["provisional"] == "false" for row in rows)
    assert "true" in csv_text(*year_sheet(overview(official=False)))


def test_json() -> None:
    plain = year_json(overview())
    assert (plain["year"], plain["official"], plain["working_days"]) == (2024, True, 251)
    assert plain["months"][1] == {"month": "2024-02", "working_days": 16}
    assert plain["days_off"][4] == {"date": "2024-04-29", "name": "Nghỉ bù", "kind": "added"}
    assert plain["make_up_days"] == [
        {"date": "2024-05-04", "for": "2024-04-29"},
        {"date": "2024-06-01", "for": None},
    ]
    (deadline,) = plain["deadlines"]
    assert deadline["units"][2] == {"id": "phòng-c", "name": "Phòng C"}
    assert (deadline["send_by"], deadline["status"]) == ("2024-09-13", "overdue")
    assert "unit" not in deadline
