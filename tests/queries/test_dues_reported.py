"""Dues and what has come in: reports received, roll-ups that wait, tasks reported done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from small_office import ask, directive, report, task

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.registry.compiled.store import Index


def progress(unit: str, period: str, rest: str) -> dict[str, str]:
    """A unit's report in data form."""
    text = f"schema: parcli.progress/1\norg: thu\nunit: {unit}\nperiod: {period}\n{rest}"
    return {f"data/progress/{period}/{unit}.yaml": text}


class TestReports:
    QUARTERLY = """\
reports:
  - {id: bc, title: Báo cáo, from: [Các phòng], deadline: trước ngày 15 tháng cuối quý}
  - {id: th, title: Tổng hợp, from: [phong-mot], after: bc, deadline: trước ngày 20 tháng cuối quý}
"""

    def third_quarter(self, index: Index, today: str) -> dict[tuple[str, str], object]:
        rows = ask(index, "2024-07-01", "2024-09-30", today).rows
        return {(r.id, r.unit.id): r for r in rows}

    @pytest.mark.parametrize(
        ("today", "status", "received", "late"),
        [
            ("2024-09-15", "overdue", None, False),
            ("2024-09-16", "submitted", date(2024, 9, 16), True),
        ],
    )
    def test_a_report_counts_from_the_day_it_came(
        self,
        indexed: Callable[..., Index],
        today: str,
        status: str,
        received: date | None,
        late: bool,
    ) -> None:
        files = directive(self.QUARTERLY)
        came = "submission: {number: 5/BC, received: 2024-09-16}\n"
        index = indexed({**files, **progress("phong-hai", "2024-Q3", came)})
        row = self.third_quarter(index, today)["vb/bc", "phong-hai"]
        assert (row.standing.status, row.received, row.came_late) == (status, received, late)
        assert row.json().get("received") == (received.isoformat() if received else None)

    def test_a_roll_up_waits_for_the_reports_that_have_not_come(
        self, indexed: Callable[..., Index]
    ) -> None:
        files = directive(self.QUARTERLY)
        came = "submission: {received: 2024-09-13}\n"
        index = indexed({**files, **progress("phong-hai", "2024-Q3", came)})
        early = self.third_quarter(index, "2024-09-12")["vb/th", "phong-mot"]
        later = self.third_quarter(index, "2024-09-18")["vb/th", "phong-mot"]
        assert [u.id for u in early.waiting_for] == ["phong-mot", "phong-hai"]
        assert [u.id for u in later.waiting_for] == ["phong-mot"]
        assert later.standing.status == "soon"

    def test_a_units_own_report_is_no_roll_up_unless_it_says_so(
        self, indexed: Callable[..., Index]
    ) -> None:
        files = directive(self.QUARTERLY)
        own = progress("phong-mot", "2024-Q3", "submission: {received: 2024-09-13}\n")
        rows = self.third_quarter(indexed({**files, **own}), "2024-09-18")
        assert rows["vb/bc", "phong-mot"].standing.status == "submitted"
        assert rows["vb/th", "phong-mot"].standing.status == "soon"
        named = progress(
            "phong-mot", "2024-Q3", "submission: {received: 2024-09-18, duties: [th, vb/bc]}\n"
        )
        rows = self.third_quarter(indexed({**files, **named}), "2024-09-18")
        assert {row.standing.status for key, row in rows.items() if key[1] == "phong-mot"} == {
            "submitted"
        }

    def test_a_roll_up_of_another_cycle_finds_the_reports_it_is_made_of(
        self, indexed: Callable[..., Index]
    ) -> None:
        body = """\
reports:
  - {id: bc, from: [phong-hai], deadline: trước ngày 15 tháng cuối quý}
  - {id: th, from: [phong-mot], after: bc, cycle: cchc, deadline: trước ngày 20 tháng cuối quý}
"""
        came = progress("phong-hai", "2024-Q2", "submission: {received: 2024-06-10}\n")
        index = indexed({**directive(body), **came})
        rows = ask(index, "2024-01-01", "2024-12-31", "2024-06-15").rows
        waiting = {str(r.period): [u.id for u in r.waiting_for] for r in rows if r.id == "vb/th"}
        assert waiting == {
            "2024-Q1": ["phong-hai"],
            "2024-H1": [],
            "2024-Q3": ["phong-hai"],
            "2024": ["phong-hai"],
        }

    @pytest.mark.parametrize("after", ["bc", "khong-co"])
    def test_a_roll_up_of_a_single_report(self, indexed: Callable[..., Index], after: str) -> None:
        body = f"""\
reports:
  - {{id: bc, from: [phong-hai], deadline: trước ngày 15/9/2024}}
  - {{id: th, from: [phong-mot], after: {after}, deadline: trước ngày 20/9/2024}}
"""
        rows = self.third_quarter(indexed(directive(body)), "2024-09-01")
        waiting = [u.id for u in rows["vb/th", "phong-mot"].waiting_for]
        assert waiting == (["phong-hai"] if after == "bc" else [])

    def test_reports_due_only_after_the_roll_up_are_not_waited_for(
        self, indexed: Callable[..., Index]
    ) -> None:
        body = """\
reports:
  - {id: bc, from: [phong-hai], deadline: trước ngày 25/9/2024}
  - {id: th, from: [phong-mot], after: bc, deadline: trước ngày 20/9/2024}
"""
        rows = self.third_quarter(indexed(directive(body)), "2024-09-01")
        assert rows["vb/th", "phong-mot"].waiting_for == ()

    def test_a_single_report_is_met_by_one_of_the_period_around_its_day(
        self, indexed: Callable[..., Index]
    ) -> None:
        came = progress("phong-mot", "2024-Q3", "submission: {received: 2024-09}\n")
        index = indexed({**directive(report("trước ngày 20/9/2024")), **came})
        statuses = [
            ask(index, "2024-09-01", "2024-09-30", today).rows[0].standing.status
            for today in ("2024-09-29", "2024-09-30")
        ]
        assert statuses == ["overdue", "submitted"]

    @pytest.mark.parametrize(
        ("deadline", "reported_on", "statuses"),
        [
            ("trước ngày 15/6 và trước ngày 15/12 hằng năm", "2024-H1", ["submitted", "overdue"]),
            ("trước ngày 15/6 và trước ngày 15/12 hằng năm", "2024-H2", ["overdue", "submitted"]),
            ("trước ngày 15/6 và trước ngày 15/12 hằng năm", "2024", ["overdue", "overdue"]),
            # Without a period of their own a report meets the last day that it covers.
            ("trước ngày 20/5 và trước ngày 20/10 hằng năm", "2024-Q2", ["submitted", "overdue"]),
            ("trước ngày 20/5 và trước ngày 20/10 hằng năm", "2024", ["overdue", "submitted"]),
            ("trước ngày 15/6/2024 và trước ngày 15/12/2024", "2024", ["overdue", "submitted"]),
            ("trước ngày 15/6/2024 và trước ngày 15/12/2024", "2024-H1", ["submitted", "overdue"]),
        ],
    )
    def test_one_report_meets_one_of_two_days_a_year(
        self,
        indexed: Callable[..., Index],
        deadline: str,
        reported_on: str,
        statuses: list[str],
    ) -> None:
        came = progress("phong-mot", reported_on, "submission: {received: 2024-06-10}\n")
        index = indexed({**directive(report(deadline)), **came})
        rows = ask(index, "2024-01-01", "2024-12-31", "2025-01-01").rows
        assert [row.standing.status for row in rows] == statuses


class TestTasksDone:
    @pytest.mark.parametrize(
        ("deadline", "period", "rest", "statuses"),
        [
            ("trước ngày 20/9/2024", "2024-Q2", "status: done", ["submitted"]),
            ("trước ngày 20/9/2024", "2024-Q2", "status: not-applicable", ["submitted"]),
            ("trước ngày 20/9/2024", "2024-Q2", "status: in-progress", ["overdue"]),
            (
                "trước ngày 20 tháng cuối quý",
                "2024-Q2",
                "status: done",
                ["overdue", "submitted", "overdue"],
            ),
            (
                "trước ngày 20/3 và trước ngày 20/7 hằng năm",
                "2024-Q1",
                "status: done",
                ["submitted", "overdue"],
            ),
        ],
    )
    def test_what_is_reported_done_is_no_longer_due(
        self,
        indexed: Callable[..., Index],
        deadline: str,
        period: str,
        rest: str,
        statuses: list[str],
    ) -> None:
        done = progress("phong-mot", period, f"tasks:\n  vb/1: {{{rest}}}\n")
        index = indexed({**directive(task(deadline)), **done})
        rows = ask(index, "2024-01-01", "2024-09-30", "2024-10-01").rows
        assert [r.standing.status for r in rows] == statuses

    def test_the_day_of_the_report_counts(self, indexed: Callable[..., Index]) -> None:
        rest = "submission: {received: 2024-09-25}\ntasks:\n  vb/1: {status: done}\n"
        files = {
            **directive(task("trước ngày 20/9/2024")),
            **progress("phong-mot", "2024-Q3", rest),
        }
        index = indexed(files)
        (row,) = ask(index, "2024-09-01", "2024-09-30", "2024-10-01").rows
        assert (row.received, row.came_late) == (date(2024, 9, 25), True)
