"""What cells and section rows of a table of tasks say of who acts."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted


def tasks_of(table: str) -> list[dict[str, Any]]:
    """The tasks of a table in Markdown, with the lead of their section."""
    values = drafted(f"Kế hoạch như sau:\n\n{table}")
    found: list[dict[str, Any]] = list(values.get("tasks", []))
    for group in values.get("groups", []):
        found += [{"lead": group.get("lead"), **task} for task in group.get("tasks", [])]
    return found


@pytest.mark.parametrize(
    ("cell", "lead", "support"),
    [
        ("Phòng A (chủ trì); Phòng B, Phòng C (phối hợp)", ["Phòng A"], ["Phòng B", "Phòng C"]),
        ("Phòng A phối hợp Phòng B", ["Phòng A"], ["Phòng B"]),
        ("Chủ trì: Phòng A Phối hợp: Phòng B", ["Phòng A"], ["Phòng B"]),
        ("Phòng A", ["Phòng A"], None),
    ],
)
def test_roles_in_one_cell(cell: str, lead: list[str], support: list[str] | None) -> None:
    heads = "| TT | Nhiệm vụ | Phân công | Thời gian |\n|:-:|---|---|---|"
    table = f"{heads}\n| 1 | Rà soát | {cell} | Quý I |"
    (task,) = tasks_of(table)
    assert (task["lead"], task.get("support")) == (lead, support)


def test_section_that_is_a_unit_leads_where_no_column_does() -> None:
    table = (
        "| STT | Nội dung công việc | Thời hạn |\n|---|---|---|\n| I | VĂN PHÒNG BỘ | |\n"
        "| 1 | Số hóa hồ sơ | Quý I |\n| II | CÁC ĐƠN VỊ THUỘC BỘ | |\n| 1 | Cử cán bộ | Quý II |"
    )
    assert [task["lead"] for task in tasks_of(table)] == [["Văn phòng Bộ"], ["Các đơn vị thuộc Bộ"]]


def test_sum_is_no_task() -> None:
    table = (
        "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n"
        "| 1 | Mua máy | Phòng A | Quý I |\n| | Tổng cộng | | |"
    )
    assert [task["text"] for task in tasks_of(table)] == ["Mua máy"]


def test_numbers_of_criteria_are_no_targets() -> None:
    table = (
        "| TT | Tiêu chí, tiêu chí thành phần | Nhiệm vụ | Chủ trì | Mục tiêu |\n"
        "|---|---|---|---|---|\n| 1 | 3.1.2. Công khai | Đăng tải | Phòng A | theo 3.1.2 |"
    )
    (task,) = tasks_of(table)
    assert task["title"] == "3.1.2. Công khai"
    assert task["targets"] == [{"text": "theo 3.1.2"}]
