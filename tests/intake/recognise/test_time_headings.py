"""Headings that say when: the tasks below have that deadline."""

from __future__ import annotations

import pytest
from drafting import drafted
from judging import effective

from parcli.intake.recognise.time_headings import heading_deadline
from parcli.intake.walking import all_tasks


@pytest.mark.parametrize(
    ("heading", "when"),
    [
        ("Trong tháng 12/2026:", "Trong tháng 12/2026"),
        ("Đợt 1: Quý I/2026", "Quý I/2026"),
        ("Giai đoạn 2 (từ tháng 5 đến tháng 8/2026)", "từ tháng 5 đến tháng 8/2026"),
        ("Đợt 3: Sau ngày khai mạc hội chợ", "Sau ngày khai mạc hội chợ"),
        ("Năm 2026", "Năm 2026"),
        ("Hằng năm:", "Hằng năm"),
        ("Sau ngày khai mạc hội chợ:", None),
        ("Kế hoạch năm 2026", None),
        ("Quý I: kiểm tra chợ", None),
        ("Trong tháng 12/2026, kiểm tra các chợ, các cửa hàng và các kho hàng trong toàn xã, "
         "báo cáo kết quả", None),
    ],
)  # fmt: skip
def test_a_heading_that_is_a_time(heading: str, when: str | None) -> None:
    assert heading_deadline(heading) == when


BODIES = {
    "numbered": "1. Đợt 1: Trong tháng 4/2026\n- Sơn lại bến đò.\n- Thay phao ở bến.\n"
    "2. Đợt 2: Quý III/2026\n- Kiểm tra bến.\n- Cấp lại biển báo.\n",
    "in lines of their own": "Trong tháng 4/2026:\n- Sơn lại bến đò.\n- Thay phao ở bến.\n"
    "Quý III/2026:\n- Kiểm tra bến.\n- Cấp lại biển báo.\n",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_tasks_inherit_the_time_of_their_heading(body: str) -> None:
    values = drafted(f"II. LỘ TRÌNH THỰC HIỆN\n{body}")

    due = [effective(values, path, task, "deadline") for path, task in all_tasks(values)]

    assert due == ["Trong tháng 4/2026"] * 2 + ["Quý III/2026"] * 2


def test_a_heading_over_plain_words_is_one_task_with_its_time() -> None:
    values = drafted(
        "II. LỘ TRÌNH\n1. Tháng 5/2026\nMở hội chợ ba ngày tại bến.\n"
        "2. Tháng 6/2026\nTổng kết hội chợ.\n"
    )

    tasks = [(task["title"], task["deadline"]) for _path, task in all_tasks(values)]

    assert tasks == [("Tháng 5/2026", "Tháng 5/2026"), ("Tháng 6/2026", "Tháng 6/2026")]
