"""The consolidated report: counts, targets, what units wrote, who is missing, and the source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from parcli.documents.contexts.reporting_units import reporting_units
from parcli.documents.contexts.results import Result, meets, verdict
from parcli.documents.contexts.standing import Standing, combined, counted
from parcli.documents.contexts.summary import named_units, summary
from parcli.queries.task_rows import TaskRow
from parcli.queries.unit_lookup import UnitRef
from parcli.registry.year_calendar import working_calendar
from parcli.schedule.due_dates import AS_USUAL, Policies
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.schedule.working_days import WorkingCalendar

_TASK = TaskRow("a/1", "a", None, None, None, "1", None, None, None, None, None)


def standing(status: str | None, *, late: bool = False) -> Standing:
    """A task in a unit with that status; None where nothing was reported."""
    result = Result("a/1", "u", status, (), None, (), None, None) if status else None
    return Standing(_TASK, UnitRef("u", "U"), result, late)


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        (["done", "done"], "done"),
        (["done", "not-applicable"], "done"),
        (["not-applicable", "not-applicable"], "not-applicable"),
        (["done", None], "in-progress"),
        (["not-started", None], "not-started"),
        (["not-started", "in-progress"], "in-progress"),
        (["returned"], "returned"),
        ([None, None], "no-report"),
    ],
)
def test_one_status_for_all_units_of_a_task(statuses: list[str | None], whole: str) -> None:
    assert combined(standing(status) for status in statuses) == whole


def test_what_does_not_apply_leaves_the_denominator() -> None:
    counts = counted(
        [
            standing("done"),
            standing("in-progress", late=True),
            standing("returned"),
            standing("not-applicable"),
            standing("not-started"),
            standing(None),
        ]
    )
    assert (counts.total, counts.done, counts.in_progress, counts.not_started) == (6, 1, 2, 1)
    assert (counts.no_report, counts.not_applicable, counts.late, counts.rate) == (1, 1, 1, "20%")


@pytest.mark.parametrize(
    ("compare", "wanted", "reached", "met"),
    [
        (">=", 100, 100, True),
        (">=", 100, 99.9, False),
        (">", 85, 85, False),
        ("<=", 5, 4, True),
        ("<", 5, 5, False),
        ("=", 3, 3, True),
        (None, 10, 12, True),
        (">=", None, 12, None),
    ],
)
def test_values_against_targets(
    compare: str | None, wanted: float | None, reached: float, met: bool | None
) -> None:
    target = {"text": "chỉ tiêu", "compare": compare, "value": wanted}
    assert meets(target, reached) is met
    assert (
        verdict(target, reached)
        == {
            True: "đạt chỉ tiêu",
            False: "chưa đạt chỉ tiêu",
            None: "",
        }[met]
    )


def test_who_has_reported_and_who_has_not(commune: ReportFrame, calendar: WorkingCalendar) -> None:
    made = summary(commune, calendar)
    assert made.reporting == (
        "Đến ngày 22/6/2026, đã nhận 05/07 báo cáo quý II năm 2026 (71,43%), trong đó 04 đúng hạn, "
        "01 chậm."
    )
    imaginary = "xã Bình Minh (tưởng tượng)"
    assert made.late_reports == (
        f"01 đơn vị (chậm 03 ngày làm việc): Trung tâm Phục vụ hành chính công {imaginary}"
    )
    assert made.missing_reports == (
        f"02 đơn vị (quá hạn 06 ngày làm việc): Công an {imaginary}; Ban Chỉ huy Quân sự "
        f"{imaginary}"
    )


def test_counts_by_index_and_section(commune: ReportFrame, calendar: WorkingCalendar) -> None:
    made = summary(commune, calendar)
    rows = [
        (r.is_total, r.number, r.counts.total, r.counts.done, r.counts.no_report, r.counts.rate)
        for r in made.sections
    ]
    assert rows == [
        (True, "1", 1, 0, 0, "0%"),
        (False, "1", 1, 0, 0, "0%"),
        (True, "2", 8, 3, 0, "37,5%"),
        (False, "I", 3, 0, 0, "0%"),
        (False, "II", 3, 3, 0, "100%"),
        (False, "III", 2, 0, 0, "0%"),
        (True, "3", 2, 1, 0, "50%"),
        (False, "I", 2, 1, 0, "50%"),
        (True, "4", 4, 0, 1, "0%"),
        (False, "I", 4, 0, 1, "0%"),
        (True, "", 15, 4, 1, "26,67%"),
    ]
    assert made.overview == (
        "Tổng số 15 nhiệm vụ; đã hoàn thành 04/15 nhiệm vụ phải thực hiện (26,67%); đang thực hiện "
        "10; chưa thực hiện 0; chưa có báo cáo 01; không áp dụng 0; quá hạn 0."
    )


def test_counts_by_unit(commune: ReportFrame, calendar: WorkingCalendar) -> None:
    rows = {r.name.partition(" xã")[0]: r for r in summary(commune, calendar).units}
    centre = rows["Trung tâm Phục vụ hành chính công"]
    assert (centre.report, centre.timeliness) == (
        "số 12/BC-HCC, nhận ngày 17/6/2026",
        "chậm 03 ngày làm việc",
    )
    assert (centre.counts.total, centre.counts.done) == (4, 4)
    assert rows["Công an"].report == "chưa có báo cáo"
    assert rows["Công an"].counts.no_report == 2


def test_values_stand_beside_targets(commune: ReportFrame, calendar: WorkingCalendar) -> None:
    made = summary(commune, calendar)
    assert made.target_overview == (
        "Các đơn vị báo cáo số liệu của 12 lượt chỉ tiêu: đạt 03, chưa đạt 09; chưa có số liệu 01 "
        "lượt."
    )
    reached = {(row.text, row.reached, row.verdict) for row in made.targets}
    assert ("xử lý 100% vấn đề phát hiện qua kiểm tra", "50%", "chưa đạt") in reached
    assert ("đúng hạn và trước hạn đạt từ 98% trở lên", "98,6%", "đạt") in reached


def test_difficulties_are_the_units_own_words(
    commune: ReportFrame, calendar: WorkingCalendar
) -> None:
    made = summary(commune, calendar)
    assert "Thiếu một bác sĩ" in [remark.text for remark in made.difficulties]
    assert made.proposals[0].text == (
        "Đề nghị các cơ quan được kiểm tra khắc phục trước ngày 30/7/2026"
    )


def test_every_figure_has_its_source(commune: ReportFrame, calendar: WorkingCalendar) -> None:
    assert summary(commune, calendar).source == (
        "Nguồn: 05 báo cáo quý II năm 2026 của các đơn vị ghi trong sổ theo dõi nhiệm vụ thực hiện "
        "Kế hoạch số 01/KH-UBND ngày 12 tháng 01 năm 2026 của UBND xã Bình Minh (tưởng tượng), "
        "tính "
        "đến ngày 22/6/2026; số liệu tính từ ngày 15/3/2026 đến ngày 14/6/2026."
    )


def test_nothing_reported_is_said(ba_don: ReportFrame) -> None:
    made = summary(ba_don, working_calendar(ba_don.index))
    assert made.reporting == "Đến ngày 20/9/2024, đã nhận 0/26 báo cáo quý III năm 2024 (0%)."
    assert made.letterhead.number == "……/BC-PNV"
    assert (made.targets, made.difficulties, made.late_tasks) == ((), (), ())
    assert made.sections[-1].counts.no_report == 124


def test_a_period_without_a_duty(commune: ReportFrame, calendar: WorkingCalendar) -> None:
    bare = type(commune)(
        commune.index, {**commune.directive, "place": None}, commune.period, commune.today, ()
    )
    made = summary(bare, calendar)
    assert made.reporting == "Văn bản không giao báo cáo định kỳ trong quý II năm 2026."
    assert made.letterhead.issuer == "…………"
    assert made.signature.position == "…………"
    assert {row.timeliness for row in made.units} == {"không giao báo cáo"}


def test_a_task_past_its_own_deadline(commune: ReportFrame, calendar: WorkingCalendar) -> None:
    late = type(commune)(
        commune.index, commune.directive, Period.parse("2026-Q4"), date(2026, 12, 10), ()
    )
    made = summary(late, calendar)
    assert made.sections[-1].counts.late == 2
    assert {remark.about for remark in made.late_tasks} == {
        "thời hạn: trước ngày 30/11/2026",
        "thời hạn: trước ngày 01/9/2026",
    }


@pytest.mark.parametrize(("policies", "late"), [(AS_USUAL, 2), (Policies(True), 1)])
def test_a_task_is_late_by_the_office_s_policy(
    commune: ReportFrame, calendar: WorkingCalendar, policies: Policies, late: int
) -> None:
    """ "Trước ngày 30/11/2026" may still be met on the 30th where the office says so."""
    asked = type(commune)(
        commune.index, commune.directive, Period.parse("2026-Q4"), date(2026, 11, 30), (), policies
    )
    assert summary(asked, calendar).sections[-1].counts.late == late


def test_before_the_directive_nothing_is_late(
    commune: ReportFrame, calendar: WorkingCalendar
) -> None:
    early = type(commune)(
        commune.index, commune.directive, Period.parse("2025-Q4"), date(2025, 12, 1), ()
    )
    assert summary(early, calendar).sections[-1].counts.late == 0


def test_what_does_not_apply_asks_for_no_figures(commune_first: ReportFrame) -> None:
    made = summary(commune_first, working_calendar(commune_first.index))
    assert made.sections[-1].counts.not_applicable == 1
    assert "Mức độ hài lòng của người dân đạt trên 90%" not in {row.text for row in made.targets}


def test_units_late_by_different_days_are_told_apart(ba_don: ReportFrame) -> None:
    one, two, *_rest = reporting_units(ba_don, working_calendar(ba_don.index))
    other = replace(two, timeliness="quá hạn 01 ngày làm việc")
    assert named_units([one, other]) == (
        "02 đơn vị: Phòng Nội vụ (quá hạn 05 ngày làm việc); Văn phòng HĐND-UBND (quá hạn 01 ngày "
        "làm việc)"
    )
    assert named_units([]) is None
