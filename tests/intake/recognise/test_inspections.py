"""Plans of inspection: what is inspected is work, what is looked into are its details."""

from __future__ import annotations

from drafting import drafted

from parcli.intake.walking import all_tasks

PLAN = """\
II. NỘI DUNG KIỂM TRA
1. Kiểm tra việc thu phí chợ
- Việc niêm yết mức thu;
- Bảo đảm đúng mức thu đã công bố.
* Thời gian thực hiện: Tháng 4/2026
2. Giám sát việc cấp ki ốt
Giám sát việc cấp ki ốt theo quy chế chợ. Cụ thể:
- Danh sách hộ được cấp;
- Việc bốc thăm, công khai kết quả.
* Thời gian thực hiện: Tháng 5/2026
"""


def test_numbered_inspections_are_tasks_with_what_they_look_into() -> None:
    tasks = [task for _path, task in all_tasks(drafted(PLAN))]

    assert [task["number"] for task in tasks] == ["1", "2"]
    assert [task["deadline"] for task in tasks] == ["Tháng 4/2026", "Tháng 5/2026"]
    assert all("Việc" in task["text"] for task in tasks)


def test_a_list_of_matters_is_background() -> None:
    values = drafted(
        "II. NỘI DUNG KIỂM TRA\n- Việc thu phí chợ;\n- Việc cấp ki ốt.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã giữ trật tự khi kiểm tra.\n"
    )

    assert [task["lead"] for _path, task in all_tasks(values)] == [["Công an xã"]]


def test_inspections_that_list_their_steps_are_groups() -> None:
    values = drafted(
        "II. NỘI DUNG KIỂM TRA\n1. Kiểm tra chợ\n- Lập danh sách quầy.\n"
        "- Kiểm đếm bình chữa cháy.\n2. Kiểm tra bến\n- Việc cấp phao.\n"
    )

    assert len(list(all_tasks(values))) == 3
