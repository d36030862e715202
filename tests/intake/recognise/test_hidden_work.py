"""Work that stands where none is expected: in aims, in a review, below a dash, behind a topic."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted
from judging import effective

from parcli.intake.walking import all_tasks


def said(body: str) -> list[tuple[str, Any]]:
    return [(task["text"], task.get("lead")) for _path, task in all_tasks(drafted(body))]


@pytest.mark.parametrize("heading", ["Kế hoạch phát triển đến năm 2030", "Nhiệm vụ", "Giải pháp"])
def test_a_heading_of_work_among_aims_opens_tasks(heading: str) -> None:
    tasks = said(
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Chợ sạch, đường thông.\n"
        f"2. {heading}\n2.1. Sửa đường\n- Lát lại vỉa hè quanh chợ.\n- Vá mặt đường vào bến.\n"
        "II. KINH PHÍ\nNgân sách xã.\n"
    )

    assert tasks == [("Lát lại vỉa hè quanh chợ.", None), ("Vá mặt đường vào bến.", None)]


def test_a_review_with_an_order_in_its_paragraph_gives_a_task() -> None:
    ((text, _lead),) = said(
        "UBND xã yêu cầu các đơn vị làm các việc sau:\n"
        "I. ĐÁNH GIÁ TÌNH HÌNH THU NGÂN SÁCH\n"
        "Căn cứ dự toán đã giao, yêu cầu các trường học, trạm y tế lập bảng thu chi từng tháng.\n"
        "II. TÌNH HÌNH CHI\nTheo báo cáo, Phòng Kinh tế đã đề nghị các thôn chi tiết kiệm.\n"
    )

    assert text.startswith("Căn cứ dự toán")


def test_dashes_of_several_units_are_tasks_of_their_own() -> None:
    values = drafted(
        "1. Các phòng chuyên môn\n"
        "- Hướng dẫn các thôn kiểm kê, cụ thể:\n"
        "+ Phòng Kinh tế: hướng dẫn kiểm kê chợ.\n"
        "+ Phòng Văn hóa - Xã hội: hướng dẫn kiểm kê nhà văn hóa.\n"
        "+ Công an xã chủ trì kiểm đếm trụ nước.\n"
    )

    leads = {
        str(task["text"]).removeprefix("hướng dẫn ").removeprefix("Công an xã "): effective(
            values, path, task, "lead"
        )
        for path, task in all_tasks(values)
    }

    assert leads == {
        "kiểm kê chợ.": ["Phòng Kinh tế"],
        "kiểm kê nhà văn hóa.": ["Phòng Văn hóa - Xã hội"],
        "chủ trì kiểm đếm trụ nước.": ["Công an xã"],
    }


def test_an_order_behind_a_topic_without_a_number_is_a_task() -> None:
    tasks = said(
        "1. Đường tránh phía đông\n"
        "Đối với ba thửa đất ven kênh: Giao Phòng Kinh tế chủ trì đo lại ranh giới.\n"
        "- Công an xã giữ trật tự khi đo.\n"
    )

    assert tasks == [
        (
            "Đối với ba thửa đất ven kênh: Giao Phòng Kinh tế chủ trì đo lại ranh giới.",
            ["Phòng Kinh tế"],
        ),
        ("Công an xã giữ trật tự khi đo.", ["Công an xã"]),
    ]


def test_a_bare_article_is_no_sentence_before_the_last_words() -> None:
    tasks = said(
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch sửa chợ.\n\nĐiều 2.\n\n"
        "Giao Thư ký Hội đồng đôn đốc việc thực hiện Quyết định này.\n"
    )

    assert [text for text, _lead in tasks] == [
        "Giao Thư ký Hội đồng đôn đốc việc thực hiện Quyết định này."
    ]


def test_particulars_beside_a_boxed_note_belong_to_the_task_above_them() -> None:
    values = drafted(
        "1. Đêm hội gốm bên sông\n- Thời gian: ngày 19/9/2026.\n"
        "- Đơn vị chủ trì: Phòng Kinh tế.\n\n"
        "| Tiếng gốm bên sông |\n|---|\n| Gom lửa và đất |\n"
    )
    (task,) = values["tasks"]

    assert (task["lead"], task["deadline"]) == (["Phòng Kinh tế"], "ngày 19/9/2026")
    assert "Đêm hội gốm bên sông" in (task.get("title"), task.get("text"))


def test_no_task_is_made_without_words() -> None:
    values = drafted(
        "I. CHỢ ĐÊM\n1. Chủ trì: Phòng Kinh tế.\n2. Thời gian: trước ngày 15/9/2026.\n"
    )

    assert all(task.get("text") or task.get("title") for _path, task in all_tasks(values))


def test_an_inspection_plan_says_what_is_looked_at_not_what_is_done() -> None:
    tasks = said(
        "I. NỘI DUNG KIỂM TRA\n- Hồ sơ thu phí chợ.\n- Sổ trực của bến.\n"
        "II. PHƯƠNG PHÁP\n- Xem hồ sơ tại chỗ.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã lập đoàn kiểm tra.\n"
    )

    assert tasks == [("Công an xã lập đoàn kiểm tra.", ["Công an xã"])]


def test_a_list_headed_nhiem_vu_stands_below_its_particulars() -> None:
    values = drafted(
        "1. Bến phà phía nam\na) Cơ quan đầu mối: Phòng Kinh tế.\nb) Nhiệm vụ:\n"
        "- Lập sổ khách.\n- Treo biển giá.\n"
    )
    (group,) = values["groups"]

    assert group["lead"] == ["Phòng Kinh tế"]
    assert [task["text"] for task in group["tasks"]] == ["Lập sổ khách.", "Treo biển giá."]


def test_particulars_below_all_parts_hold_for_each() -> None:
    values = drafted(
        "I. CHỢ ĐÊM\n1. Treo biển giá ở từng quầy.\n2. Lát lại lối vào chợ.\n"
        "Chủ trì: Phòng Kinh tế. Phối hợp: Công an xã.\n"
    )
    leads = [effective(values, path, task, "lead") for path, task in all_tasks(values)]

    assert ["Phòng Kinh tế"] in leads


def test_a_line_that_names_who_acts_leads_the_dashes_below() -> None:
    values = drafted(
        "I. TỔ CHỨC\nĐể chợ sạch, Phòng Kinh tế cần làm các việc sau:\n"
        "- Thu rác mỗi tối.\n- Rửa sân mỗi tuần.\n"
    )
    (group,) = values["groups"]

    assert group["lead"] == ["Phòng Kinh tế"]
    assert len(group["tasks"]) == 2


def test_dashes_below_a_bare_label_are_its_values() -> None:
    values = drafted(
        "1. Sửa chợ đêm ven sông trong năm\n"
        "a) Cơ quan chủ trì:\n- Phòng Kinh tế;\n- Công an xã.\n"
        "b) Thời gian:\n- Trước ngày 15/9/2026.\n"
        "c) Nội dung: Lát lại lối đi và dựng mái che.\n"
        "2. Sửa bến phà\nĐơn vị phối hợp:\n- Công an xã;\n- Trạm Y tế.\n"
    )
    market, ferry = (task for _path, task in all_tasks(values))

    assert market["lead"] == ["Phòng Kinh tế", "Công an xã"]
    assert market["deadline"] == "Trước ngày 15/9/2026"
    assert "Lát lại lối đi" in market["text"]
    assert ferry["support"] == ["Công an xã", "Trạm Y tế"]


def test_tables_that_are_no_tasks_stand_beside_the_task_above_them() -> None:
    values = drafted(
        "1. Phòng Kinh tế thu đủ phí chợ theo sổ.\n\n"
        "| Chợ | Số quầy |\n|---|---|\n| Chợ Đông | 12 |\n\n"
        "| Bến | Số phà |\n|---|---|\n| Bến Nam | 3 |\n"
    )

    assert "12" in str(values)
    assert [task["lead"] for _path, task in all_tasks(values)] == [["Phòng Kinh tế"]]


def test_values_stand_as_dashes_below_a_bare_line() -> None:
    (task,) = drafted(
        "I. VIỆC CỦA BẾN\n1. Sửa lại cầu phà trước mùa lũ.\nChủ trì: Phòng Kinh tế.\n"
        "Đơn vị phối hợp:\n- Công an xã;\n- Trạm Y tế.\n"
    )["groups"][0]["tasks"]

    assert task["text"].startswith("Sửa lại cầu phà")
    assert (task["lead"], task["support"]) == (["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế"])
