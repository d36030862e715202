"""The tracking table: every task once, under its headings, with how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.contexts.tracking import tracking
from parcli.queries.unit_lookup import unit

if TYPE_CHECKING:
    from parcli.documents.contexts.report_frame import ReportFrame


def test_all_tasks_under_their_headings(ba_don: ReportFrame) -> None:
    made = tracking(ba_don)
    assert made.title == "Bảng theo dõi tình hình thực hiện nhiệm vụ\nquý III năm 2024"
    assert made.reference == (
        "(Kèm theo Công văn số ……/UBND-NV ngày …… tháng …… năm 2024 của UBND thị xã Ba Đồn)"
    )
    assert sum(not row.is_group for row in made.rows) == 124
    assert {row.status for row in made.rows if not row.is_group} == {"chưa có báo cáo"}
    assert made.rows[0].task == "Nhiệm vụ giao tại nội dung văn bản"


def test_several_units_stand_as_one(commune: ReportFrame) -> None:
    rows = {row.task.partition(":")[0]: row for row in tracking(commune).rows}
    common = rows[
        "Phổ biến Kế hoạch này đến toàn thể cán bộ, công chức, viên chức của cơ quan, đơn vị."
    ]
    assert common.status == "Đang thực hiện (6/7 đơn vị hoàn thành)"
    assert common.result == "6/7 đơn vị đã báo cáo kết quả"
    checks = rows["Kiểm tra cải cách hành chính"]
    assert checks.targets == (
        "- kiểm tra ít nhất 04 cơ quan, đơn vị\n- xử lý 100% vấn đề phát hiện qua kiểm tra"
    )
    assert checks.deadline == "trước ngày 30/11/2026"
    assert checks.result.startswith("2 cơ quan; 50%: Đã kiểm tra 02 cơ quan")


def test_of_one_unit(commune: ReportFrame) -> None:
    who = unit(commune.index, "binh-minh", "tram-y-te")
    made = tracking(commune, who)
    assert "của Trạm Y tế" in made.title
    tasks = [row for row in made.rows if not row.is_group]
    assert [row.status for row in tasks] == ["Đã hoàn thành", "Đang thực hiện"]
    assert tasks[1].result == "63,5%: Đã khám sức khỏe cho 63,5% người cao tuổi"


def test_of_one_index(commune: ReportFrame) -> None:
    made = tracking(commune, index="sipas")
    assert sum(not row.is_group for row in made.rows) == 2
