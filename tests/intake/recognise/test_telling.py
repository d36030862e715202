"""Sentences that report, judge or time something: they give nobody a task."""

from __future__ import annotations

import pytest
from drafting import drafted

from parcli.intake.recognise.telling import only_tells
from parcli.intake.walking import all_tasks


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Kinh tế đã tích cực vận động các hộ trả lại vỉa hè.",
        "Các trường học đã hoàn thành sửa lớp trước năm học.",
        "Công an xã cơ bản đã bàn giao xong trụ sở cũ.",
        "Thực hiện Luật Đất đai, Chủ tịch UBND xã đã ký hai công văn chỉ đạo Phòng Kinh tế "
        "khẩn trương đo đạc.",
        "Trong thời gian qua, Sở Xây dựng đã cấp phép cho chín công trình.",
        "Công tác giữ rừng ven sông là nhiệm vụ rất quan trọng của toàn xã.",
        "Việc đặt tên đường là một trong những việc khó, dân chờ đã lâu.",
        "Giải lao (15 phút).",
        "UBND xã biểu dương hai thôn đã giữ được rừng.",
        "Kinh phí hội thi do ngân sách xã bảo đảm.",
        "Nguồn kinh phí sửa chợ được bố trí trong dự toán năm 2026.",
        "Thường trực UBND huyện đánh giá cao cách làm của Phòng Kinh tế.",
    ],
)
def test_what_only_tells(text: str) -> None:
    assert only_tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Kinh tế đã lập đề án. Giao Sở Tài chính thẩm định trước khi trình.",
        "Các trường đã được kiểm tra khẩn trương sửa bếp ăn.",
        "Các xã đã sáp nhập tiếp tục rà soát tên đường.",
        "Sở Nội vụ đã lập tổ công tác, tiếp tục theo dõi các xã.",
        "Phòng Kinh tế rà soát các quy chế đã ban hành.",
        "Xác định công tác giữ rừng là nhiệm vụ quan trọng.",
        "Phòng cháy cho chợ là nhiệm vụ trọng tâm.",
        "Lập tổ công tác đã nêu trong kế hoạch.",
        "Kinh phí do ngân sách xã bảo đảm. Giao Phòng Kinh tế lập dự toán sửa chợ.",
        "Kinh phí sửa chợ: lập dự toán trước tháng 5.",
        "UBND các xã biểu dương hộ trồng rừng giỏi.",
    ],
)
def test_what_gives_work(text: str) -> None:
    assert not only_tells(text)


def test_a_conclusion_tells_first_and_orders_then() -> None:
    values = drafted(
        "Chủ tịch UBND xã kết luận như sau:\n"
        "1. Công tác đo đất ven sông là việc rất khó, dân trông đợi.\n"
        "2. Phòng Kinh tế đã đo xong hai thôn.\n"
        "3. Yêu cầu đối với Phòng Kinh tế:\n"
        "- Đo xong bốn thôn còn lại.\n"
        "- Lập bản đồ chung.\n"
    )

    assert [(path, task["text"]) for path, task in all_tasks(values)] == [
        ("3.1", "Đo xong bốn thôn còn lại."),
        ("3.2", "Lập bản đồ chung."),
    ]
    assert values["groups"][-1]["lead"] == ["Phòng Kinh tế"]
    assert values["groups"][1]["title"] == "Phòng Kinh tế đã đo xong hai thôn"


def test_an_unnumbered_report_is_text_of_its_group() -> None:
    values = drafted(
        "I. CHỢ VÀ ĐƯỜNG\nPhòng Kinh tế đã dọn sạch ba chợ.\n1. Phòng Kinh tế sửa đường vào chợ.\n"
    )

    assert [task["text"] for _path, task in all_tasks(values)] == [
        "Phòng Kinh tế sửa đường vào chợ."
    ]
