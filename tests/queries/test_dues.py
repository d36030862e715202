"""Dues: which units owe what, on which days, and how it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from small_office import CALENDAR_2024, ask, directive, in_2024, report, task

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.registry.compiled.store import Index

PHONG = ["phong-mot", "phong-hai", "phong-cu"]
XA = ["xa-tren", "xa-duoi"]


@pytest.mark.parametrize(
    ("deadline", "last_days"),
    [
        ("trước ngày 15/9/2024", ["2024-09-14"]),
        ("chậm nhất ngày 15/9/2024", ["2024-09-15"]),
        ("trong quý III/2024", ["2024-09-30"]),
        ("hoàn thành trong năm 2024", ["2024-12-31"]),
        ("từ ngày 01/3/2024 đến ngày 31/5/2024", ["2024-05-31"]),
        ("15 ngày kể từ ngày ban hành", ["2024-01-16"]),
        ("15 ngày làm việc kể từ ngày ban hành", ["2024-01-22"]),
        (
            "trước ngày 15 tháng cuối quý",
            ["2024-03-14", "2024-06-14", "2024-09-14", "2024-12-14"],
        ),
        ("trước ngày 10/6 và trước ngày 10/12 hằng năm", ["2024-06-09", "2024-12-09"]),
        ("thường xuyên", []),
        ("trong năm 2025", []),
    ],
)
def test_a_task_comes_due_by_its_own_deadline(
    indexed: Callable[..., Index], deadline: str, last_days: list[str]
) -> None:
    index = indexed(directive(task(deadline)))
    assert in_2024(index) == [("vb/1", "phong-mot", day) for day in last_days]


def test_each_unit_of_each_leading_group_has_one_row(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(task("trước ngày 15/5/2024", "[Các phòng, phong-mot, UBND các xã]")))
    assert in_2024(index) == [("vb/1", unit, "2024-05-14") for unit in PHONG + XA]


def test_a_deadline_of_the_group_holds_for_its_tasks(indexed: Callable[..., Index]) -> None:
    body = """\
groups:
  - number: I
    deadline: trước ngày 15/5/2024
    lead: [phong-hai]
    tasks:
      - {number: "1", text: Theo mục}
      - {number: "2", text: Riêng, lead: [xa-tren], deadline: trước ngày 20/5/2024}
"""
    assert in_2024(indexed(directive(body))) == [
        ("vb/I.1", "phong-hai", "2024-05-14"),
        ("vb/I.2", "xa-tren", "2024-05-19"),
    ]


def test_names_outside_the_catalogue_stand_for_themselves(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(report("trước ngày 15/5/2024", "[Hội Một, Hội Hai, Các đoàn thể]")))
    rows = ask(index, "2024-05-01", "2024-05-31").rows
    assert [(r.unit.id, r.unit.name) for r in rows] == [
        ("", "Hội Một"),
        ("", "Hội Hai"),
        ("doan-the", "Các đoàn thể"),
    ]


def test_a_task_that_nobody_leads_is_not_hidden(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(task("trước ngày 15/5/2024", "[]")))
    assert in_2024(index) == [("vb/1", "", "2024-05-14")]


def test_the_three_dates_and_the_window_of_a_quarterly_report(
    indexed: Callable[..., Index],
) -> None:
    more = ", to: ubnd, via: Phòng Hai"
    index = indexed(directive(report("trước ngày 15 tháng cuối quý", more=more)))
    (row,) = ask(index, "2024-07-01", "2024-09-30", "2024-09-12").rows
    assert row.json() == {
        "id": "vb/bc",
        "directive": "vb",
        "kind": "report",
        "title": "Báo cáo",
        "period": "2024-Q3",
        "unit": {"id": "phong-mot", "name": "Phòng Một"},
        "to": "ubnd",
        "via": "phong-hai",
        "phrase": "trước ngày 15 tháng cuối quý",
        "last_day": "2024-09-14",
        "send_by": "2024-09-13",
        "rolled_to": "2024-09-16",
        "window": {"from": "2024-06-15", "to": "2024-09-14"},
        "status": "soon",
        "days_left": 2,
        "working_days_left": 1,
        "waiting_for": [],
    }
    assert not row.leaves_working_day


def test_the_hour_is_kept(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(report("trước 17 giờ ngày 15/5/2024")))
    (row,) = ask(index, "2024-05-01", "2024-05-31").rows
    assert (row.dates.last_day, row.time, row.json()["time"]) == (
        date(2024, 5, 15),
        "17:00",
        "17:00",
    )


def test_a_frequency_without_a_day_ends_with_its_period(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(report("hằng quý")))
    (row,) = ask(index, "2024-01-01", "2024-03-31").rows
    assert (row.dates.last_day, row.json()["exact"]) == (date(2024, 3, 31), False)


@pytest.mark.parametrize(
    ("body", "due"),
    [
        pytest.param(
            report("trước ngày 20 tháng cuối quý", more=", cycle: cchc"),
            [
                ("2024-Q1", "2024-03-19", "2023-12-15"),
                ("2024-H1", "2024-06-19", "2023-12-15"),
                ("2024-Q3", "2024-09-19", "2024-06-15"),
                ("2024", "2024-12-19", "2023-12-15"),
            ],
            id="the directive's own days",
        ),
        pytest.param(
            "reports:\n  - {id: bc, from: [phong-mot], cycle: cchc}\n",
            [
                ("2024-Q1", "2024-03-20", "2023-12-15"),
                ("2024-H1", "2024-06-20", "2023-12-15"),
                ("2024-Q3", "2024-09-20", "2024-06-15"),
                ("2024", "2024-12-20", "2023-12-15"),
            ],
            id="the cycle's days where the directive names none (581/BNV-CCHC)",
        ),
        pytest.param(
            "reports:\n  - {id: bc, from: [phong-mot], cycle: half}\n",
            [("2024-H1", "2024-06-30", "2023-12-15"), ("2024-H2", "2024-12-31", "2024-06-15")],
            id="the period's end where neither names a day",
        ),
    ],
)
def test_a_report_follows_the_cycle_that_it_names(
    indexed: Callable[..., Index], body: str, due: list[tuple[str, str, str]]
) -> None:
    rows = ask(indexed(directive(body)), "2024-01-01", "2024-12-31").rows
    assert [
        (str(r.period), str(r.dates.last_day), str(r.window and r.window.first)) for r in rows
    ] == due


def test_a_cycle_asked_of_a_part_of_a_month(indexed: Callable[..., Index]) -> None:
    index = indexed(directive("reports:\n  - {id: bc, from: [phong-mot], cycle: cchc}\n"))
    assert [r.dates.last_day for r in ask(index, "2024-03-20", "2024-03-20").rows] == [
        date(2024, 3, 20)
    ]
    assert ask(index, "2024-03-21", "2024-03-31").rows == []
    assert ask(index, "2023-03-01", "2023-03-31").rows == []


class TestValidity:
    def test_nothing_is_due_outside_the_days_of_its_directive(
        self, indexed: Callable[..., Index]
    ) -> None:
        force = "{from: 2024-04-01, until: 2024-09-14}"
        index = indexed(directive(report("trước ngày 15 tháng cuối quý"), in_force=force))
        assert [day for _duty, _unit, day in in_2024(index)] == ["2024-06-14", "2024-09-14"]

    def test_a_dissolved_unit_owes_nothing_and_is_named(
        self, indexed: Callable[..., Index]
    ) -> None:
        index = indexed(directive(report("trước ngày 15 tháng cuối quý", "[Các phòng]")))
        before = ask(index, "2024-04-01", "2024-06-30")
        after = ask(index, "2024-07-01", "2024-09-30")
        assert [r.unit.id for r in before.rows] == PHONG
        assert before.dissolved == []
        assert [r.unit.id for r in after.rows] == ["phong-mot", "phong-hai"]
        assert [u.id for u in after.dissolved] == ["phong-cu"]

    def test_only_units_asked_about_are_listed_or_named_as_dissolved(
        self, indexed: Callable[..., Index]
    ) -> None:
        from parcli.queries.unit_lookup import unit

        index = indexed(directive(report("trước ngày 15/8/2024", "[Các phòng, UBND các xã]")))
        group = unit(index, "thu", "cac-xa")
        found = ask(index, "2024-07-01", "2024-09-30", units=[group])
        assert [r.unit.id for r in found.rows] == XA
        assert found.dissolved == []


def test_days_too_far_to_be_in_the_index_are_worked_out(indexed: Callable[..., Index]) -> None:
    files = directive(report("trước ngày 15 tháng cuối quý"), in_force="{from: 2024-01-01}")
    index = indexed(files)
    (reach,) = index.db.execute("SELECT reach FROM duty").fetchone()
    assert "2024-12-31" < reach < "2060-01-01"
    for first, last in (("2060-01-01", "2060-12-31"), (reach, f"{int(reach[:4]) + 1}-{reach[5:]}")):
        rows = ask(index, first, last).rows
        days = [row.dates.last_day for row in rows]
        assert len(days) == len(set(days)) == 4
        assert ask(index, first, last, before_includes_day=True).rows[0].occasion == (
            rows[0].occasion
        )


class TestPolicies:
    def test_before_may_include_the_day(self, indexed: Callable[..., Index]) -> None:
        index = indexed(directive(report("trước ngày 15/9/2024")))
        assert in_2024(index, before_includes_day=True) == [("vb/bc", "phong-mot", "2024-09-15")]

    @pytest.mark.parametrize(
        ("today", "roll_forward", "standing"),
        [
            ("2024-09-13", False, ("soon", 1, 0)),
            ("2024-09-15", False, ("overdue", -1, 0)),
            ("2024-09-17", False, ("overdue", -3, -2)),
            ("2024-09-15", True, ("soon", 1, 1)),
            ("2024-09-17", True, ("overdue", -1, -1)),
        ],
    )
    def test_late_counts_from_the_last_day_or_from_the_next_working_day(
        self,
        indexed: Callable[..., Index],
        today: str,
        roll_forward: bool,
        standing: tuple[str, int, int],
    ) -> None:
        index = indexed(directive(report("trước ngày 15/9/2024")))
        (row,) = ask(index, "2024-09-01", "2024-09-30", today, roll_forward=roll_forward).rows
        s = row.standing
        assert (s.status, s.days_left, s.working_days_left) == standing

    def test_late_ones_alone(self, indexed: Callable[..., Index]) -> None:
        index = indexed(directive(report("trước ngày 15 tháng cuối quý")))
        late = in_2024(index, "2024-08-01", overdue_only=True)
        assert [day for _duty, _unit, day in late] == ["2024-03-14", "2024-06-14"]

    def test_an_undated_directive_is_late_for_a_year_at_most(
        self, indexed: Callable[..., Index]
    ) -> None:
        index = indexed(directive(report("trước ngày 15 tháng cuối quý"), in_force="", issued=""))
        late = ask(index, "1900-01-01", "2024-05-01", "2024-05-01", overdue_only=True).rows
        assert [str(row.period) for row in late] == ["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"]
        assert len(ask(index, "2020-01-01", "2020-12-31", "2024-05-01").rows) == 4


class TestOrderAndNames:
    def test_the_nearest_first_reports_before_tasks(self, indexed: Callable[..., Index]) -> None:
        both = task("trước ngày 15/5/2024") + report("trước ngày 15/5/2024")
        files = {**directive(both), **directive(report("trước ngày 10/5/2024"), "vb-hai")}
        assert [duty for duty, _unit, _day in in_2024(indexed(files))] == [
            "vb-hai/bc",
            "vb/bc",
            "vb/1",
        ]

    @pytest.mark.parametrize(
        ("deadline", "occasions"),
        [
            ("trước ngày 15 tháng cuối quý", {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"}),
            ("trước ngày 10/6 và trước ngày 10/12 hằng năm", {"2024-06-09", "2024-12-09"}),
            ("trước ngày 15/5/2024", {"2024-05-14"}),
        ],
    )
    def test_each_time_has_a_name_of_its_own(
        self, indexed: Callable[..., Index], deadline: str, occasions: set[str]
    ) -> None:
        rows = ask(indexed(directive(report(deadline))), "2024-01-01", "2024-12-31").rows
        assert {row.occasion for row in rows} == occasions
        assert len(rows) == len(occasions)


def test_a_year_that_is_not_announced_is_provisional(indexed: Callable[..., Index]) -> None:
    force = "{from: 2024, until: 2025-12-31}"
    index = indexed(directive(report("trước ngày 15 tháng cuối quý"), in_force=force))
    rows = ask(index, "2024-01-01", "2025-12-31").rows
    assert [row.provisional for row in rows] == [False] * 4 + [True] * 4
    assert rows[0].json().get("provisional") is None
    assert rows[-1].json()["provisional"] is True


def test_days_moved_into_an_unannounced_year_are_provisional(
    indexed: Callable[..., Index],
) -> None:
    # Nothing says yet whether Wednesday 01/01/2025 is followed by a working day.
    files = directive(report("đến ngày 01/01/2025"), in_force="{from: 2024, until: 2025}")
    (row,) = ask(indexed(files), "2025-01-01", "2025-01-01").rows
    assert (row.dates.send_by, row.dates.rolled_to) == (date(2024, 12, 31), date(2025, 1, 2))
    assert row.provisional


def test_the_calendar_file_decides_the_day_to_send_by(indexed: Callable[..., Index]) -> None:
    # Monday 29/4/2024 was made a day off, Saturday 04/5/2024 a working day.
    body = (
        report("chậm nhất ngày 04/5/2024")
        + "  - {id: b2, from: [phong-mot], deadline: chậm nhất ngày 29/4/2024}\n"
    )
    index = indexed({**directive(body), "data/calendar/2024.yaml": CALENDAR_2024})
    rows = ask(index, "2024-04-01", "2024-05-31").rows
    assert [(r.dates.last_day, r.dates.send_by) for r in rows] == [
        (date(2024, 4, 29), date(2024, 4, 26)),
        (date(2024, 5, 4), date(2024, 5, 4)),
    ]
