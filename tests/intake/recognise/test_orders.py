"""Who must do what below one number: dashes, paragraphs, a second sentence, funds."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import drafted

from parcli.intake.walking import all_tasks


def tasks_of(body: str) -> dict[str, Any]:
    return dict(all_tasks(drafted(body)))


def said(body: str) -> list[tuple[str, Any]]:
    return [(task["text"], task.get("lead")) for task in tasks_of(body).values()]


@pytest.mark.parametrize(
    "head",
    [
        "Phòng Kinh tế chủ trì, phối hợp với Công an xã:",
        "Phòng Kinh tế tập trung thực hiện:",
        "Phòng Kinh tế có trách nhiệm tham mưu UBND xã các việc sau đây, cụ thể là:",
    ],
)
def test_units_before_a_colon_lead_the_dashes_below(head: str) -> None:
    body = f"1. {head}\n- Rà soát chợ tạm.\n- Đối với chợ mới: lập sổ theo dõi.\n- Lập danh sách.\n"
    values = drafted(body)
    (group,) = values["groups"]

    assert group["lead"] == ["Phòng Kinh tế"]
    assert [task["text"] for task in group["tasks"]] == [
        "Rà soát chợ tạm.",
        "Đối với chợ mới: lập sổ theo dõi.",
        "Lập danh sách.",
    ]


def test_a_long_heading_without_an_end_mark_opens_its_dashes() -> None:
    heading = (
        "Nâng cao năng lực cho lực lượng làm công tác cứu hộ, cán bộ thôn, các đội tình nguyện "
        "và người dân về cứu người bị nước cuốn, sơ cứu, chuyển người bị nạn và liên lạc khi mất "
        "điện ở các thôn ven sông"
    )
    tasks = tasks_of(f"1. {heading}\n- Mở lớp cứu hộ.\n- Tổ chức diễn tập.\n")

    assert [task["text"] for task in tasks.values()] == ["Mở lớp cứu hộ.", "Tổ chức diễn tập."]


@pytest.mark.parametrize(
    "body",
    [
        "1. Văn phòng tổ chức thi bơi cho học sinh toàn xã.\n- Vòng một: tháng 5.\n- Vòng hai.\n",
        "1. Thực hiện nghiêm các quy định về chợ đêm:\n- Nghị quyết của xã.\n- Nội quy chợ.\n",
    ],
)
def test_dashes_that_detail_a_sentence_stay_in_its_task(body: str) -> None:
    assert len(tasks_of(body)) == 1


def test_each_paragraph_with_a_unit_of_its_own_below_a_number_is_a_task() -> None:
    body = (
        "1. Công an xã tuần tra chợ đêm vào các ngày lễ trong năm.\n"
        "Việc tuần tra có sổ ghi.\n"
        "Trạm Y tế xã mở một bàn cấp cứu ở cổng chợ đêm trong các ngày lễ.\n"
        "Về kinh phí: Văn phòng cân đối trong dự toán của xã.\n"
        "2. Văn phòng in nội quy chợ.\n"
    )
    (group,) = drafted(body)["groups"]

    assert [(task["text"], task["lead"]) for task in group["tasks"]] == [
        (
            "Công an xã tuần tra chợ đêm vào các ngày lễ trong năm.\nViệc tuần tra có sổ ghi.",
            ["Công an xã"],
        ),
        (
            "Trạm Y tế xã mở một bàn cấp cứu ở cổng chợ đêm trong các ngày lễ.",
            ["Trạm Y tế xã"],
        ),
        ("Về kinh phí: Văn phòng cân đối trong dự toán của xã.", ["Văn phòng"]),
    ]


def test_a_second_sentence_with_other_units_is_a_task_of_its_own() -> None:
    body = (
        "1. Phòng Kinh tế thống kê thiệt hại sau lũ ở các thôn ven sông. Giao Trạm Y tế xã "
        "kiểm tra nguồn nước ở các thôn ven sông trước ngày 10/9/2026.\n"
        "2. Phòng Kinh tế lập quỹ. Công an xã phối hợp với Phòng Kinh tế khi có yêu cầu hỗ trợ.\n"
    )
    tasks = tasks_of(body)

    assert {number: task["lead"] for number, task in tasks.items()} == {
        "1.1": ["Phòng Kinh tế"],
        "1.2": ["Trạm Y tế xã"],
        "2": ["Phòng Kinh tế"],
    }
    assert tasks["1.2"]["deadline"] == "trước ngày 10/9/2026"


def test_two_orders_below_a_heading_about_one_thing() -> None:
    body = (
        "1. Về việc mở bến đò Đông:\n"
        "Phòng Kinh tế hoàn thiện hồ sơ mở bến đò theo quy định của tỉnh. Công an xã kiểm tra "
        "phương tiện của từng chủ đò trước khi bến mở.\n"
    )
    (group,) = drafted(body)["groups"]

    assert group["title"] == "Về việc mở bến đò Đông"
    assert [task["lead"] for task in group["tasks"]] == [["Phòng Kinh tế"], ["Công an xã"]]


def test_a_unit_with_a_colon_below_that_of_another() -> None:
    body = (
        "1. Trạm Y tế xã: Cấp thuốc cho các thôn ven sông.\n"
        "Trường Mầm non Hoa Mai: Cho trẻ nghỉ học khi nước lên.\n"
        "2. Văn phòng: Trực ban.\n"
    )
    tasks = tasks_of(body)
    leads = [task.get("lead") for task in tasks.values()]

    assert list(tasks) == ["1.1", "1.2", "2.1"]
    assert leads[1] == ["Trường Mầm non Hoa Mai"]


def test_who_must_find_the_funds_has_a_task_in_the_section_on_funds() -> None:
    body = (
        "I. KINH PHÍ THỰC HIỆN\n"
        "1. Kinh phí lấy từ ngân sách xã.\n"
        "2. Phòng Kinh tế thẩm định dự toán của các ban.\n"
        "II. NGUỒN VỐN\n"
        "1. Ngân sách xã.\n2. Vốn góp của dân.\n"
    )
    assert said(body) == [
        ("Phòng Kinh tế thẩm định dự toán của các ban.", ["Phòng Kinh tế"]),
    ]


@pytest.mark.parametrize(
    ("heading", "work"),
    [
        ("Đánh giá tình hình thực hiện nhiệm vụ quý I", False),
        ("Kết quả quý I và nhiệm vụ trọng tâm quý II", True),
        ("Thời gian và phạm vi", False),
        ("Chủ đề, thời gian và nội dung hoạt động", True),
        ("Tên gọi", False),
    ],
)
def test_what_a_heading_says_of_the_items_below_it(heading: str, work: bool) -> None:
    body = f"1. {heading}:\na) Xây dựng sân bóng.\nb) Sửa nhà văn hóa.\n"
    assert bool(tasks_of(body)) is work


def test_reasons_below_a_line_are_no_work() -> None:
    body = (
        "1. Văn phòng thu hồi đất bỏ hoang.\n\n"
        "2. Thu hồi bến cũ\n"
        "Lý do: bến bỏ hoang, cụ thể như sau:\n"
        "a) Xây dựng sai vị trí.\n"
        "b) Sử dụng sai mục đích.\n"
    )
    assert [task["text"] for task in tasks_of(body).values()] == ["Văn phòng thu hồi đất bỏ hoang."]


def test_a_dash_at_a_broken_lines_beginning_is_no_item() -> None:
    body = (
        "1. Văn phòng tổng hợp số liệu, gửi Trung tâm Phục vụ hành chính công xã Mỹ An\n"
        "- Cơ quan thường trực của Tổ công tác trước ngày 20/9/2026.\n"
    )
    (task,) = tasks_of(body).values()

    assert task["deadline"] == "trước ngày 20/9/2026"


def test_what_a_letter_demands_is_work_under_that_heading() -> None:
    body = (
        "UBND xã yêu cầu các trường học thực hiện một số nội dung sau:\n\n"
        "1. Yêu cầu chung:\n"
        "1.1. Kiểm tra bếp ăn hằng tuần.\n"
        "1.2. Lưu mẫu thức ăn.\n"
        "2. Công an xã:\n- Kiểm tra cổng trường.\n- Phân luồng giờ tan học.\n"
    )
    tasks = tasks_of(body)

    assert len(tasks) == 4
    assert tasks["1.1.1"]["lead"] == ["các trường học"]


def test_a_table_below_a_number_is_no_order() -> None:
    body = (
        "1. Phòng Kinh tế lập bảng giá các ô bán hàng ở chợ đêm của xã.\n"
        "Công an xã giữ trật tự ở chợ đêm vào các ngày lễ trong năm.\n\n"
        "| Ô | Giá |\n|---|---|\n| 1 | 2 |\n"
    )
    assert "extra" in drafted(body)["groups"][0]
