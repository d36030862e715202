"""The letter to units whose reports have not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.contexts.reminder import reminder
from parcli.documents.contexts.reporting_units import reporting_units
from parcli.documents.contexts.standing import standings
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.documents.contexts.reporting_units import UnitReporting


def late(frame: ReportFrame) -> list[UnitReporting]:
    """The units whose report is late."""
    found = reporting_units(frame, working_calendar(frame.index))
    return [unit for unit in found if unit.is_late and not unit.has_reported]


def test_to_one_unit(ba_don: ReportFrame) -> None:
    [justice] = [unit for unit in late(ba_don) if unit.id == "phong-tu-phap"]
    made = reminder(ba_don, [justice])
    assert made.letterhead.number == "……/PNV"
    assert made.subject.startswith("đôn đốc báo cáo quý III năm 2024 về cải thiện, nâng cao")
    assert made.addressees == ("Phòng Tư pháp",)
    assert made.opening.endswith(
        "các cơ quan, đơn vị, địa phương báo cáo UBND thị xã Ba Đồn (qua Phòng Nội vụ) trước "
        "ngày 15 "
        "tháng cuối quý."
    )
    assert made.finding == (
        "Qua theo dõi, đến ngày 20/9/2024, Phòng Nội vụ chưa nhận được báo cáo quý III năm 2024 "
        "của "
        "Phòng Tư pháp (hạn gửi: hết ngày 14/9/2024; quá hạn 05 ngày làm việc)."
    )
    assert "trước ngày ……/……/2024" in made.request
    assert made.late_units == ()
    assert made.closing.endswith("./.")


def test_to_several_units_a_table_names_them(commune: ReportFrame) -> None:
    made = reminder(commune, late(commune))
    assert [unit.number for unit in made.late_units] == [1, 2]
    assert len(made.addressees) == 2
    assert "02 cơ quan, đơn vị, địa phương" in made.finding


def test_to_many_units_the_table_stands_for_the_addresses(ba_don: ReportFrame) -> None:
    made = reminder(ba_don, late(ba_don))
    assert made.addressees == ("Các cơ quan, đơn vị, địa phương có tên dưới đây",)
    assert len(made.late_units) == 26


def test_of_tasks_alone(commune: ReportFrame) -> None:
    tasks = standings(commune, working_calendar(commune.index))[:2]
    made = reminder(commune, [], tasks)
    assert made.finding == (
        "Qua theo dõi đến ngày 22/6/2026, còn nhiệm vụ quá hạn chưa hoàn thành như sau:"
    )
    assert [task.number for task in made.late_tasks] == [1, 2]
    assert made.addressees == tuple(dict.fromkeys(task.unit.name for task in tasks))


def test_without_a_duty_or_a_coordinator_dots_are_left(commune: ReportFrame) -> None:
    bare = type(commune)(commune.index, commune.directive, commune.period, commune.today, ())
    made = reminder(bare, late(commune))
    assert made.letterhead.number == "……/……"
    assert made.opening.endswith("(tưởng tượng).")
    assert made.request.count("…………") >= 1
