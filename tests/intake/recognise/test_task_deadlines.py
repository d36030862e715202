"""Deadlines in sentences of real offices: which of the times named are the task's own."""

from __future__ import annotations

import pytest

from parcli.intake.recognise.deadlines import bracketed_deadline, deadline_in
from parcli.intake.recognise.prose import particulars
from parcli.schedule.periods import Period

ISSUED = Period.parse("2026-03-02")


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Trình UBND tỉnh xem xét, quyết định trong tháng 12/2026.", "trong tháng 12/2026"),
        ("Sở A ban hành kế hoạch trong quý II/2026.", "trong quý II/2026"),
        ("Khởi công cầu Đông vào ngày 19 tháng 12 năm 2026.", "vào ngày 19 tháng 12 năm 2026"),
        ("Báo cáo Văn phòng trước 13 giờ hằng ngày.", "trước 13 giờ hằng ngày"),
        ("Gửi số liệu về Sở A trước 15h hàng ngày.", "trước 15h hàng ngày"),
        ("Hằng năm, Sở A tổ chức hội thi đua thuyền.", "Hằng năm"),
        ("Sở A tổ chức hội thi đua thuyền định kỳ hằng năm.", "định kỳ hằng năm"),
        ("Sửa trường do đợt lũ vừa qua, xong trước ngày 10/12/2026.", "xong trước ngày 10/12/2026"),
        ("Triển khai Đề án phát triển rừng, phấn đấu hoàn thành đến năm 2030.",
         "đến năm 2030"),
        ("Theo biên bản họp, gửi báo cáo trước ngày 15/02/2026.", "trước ngày 15/02/2026"),
        ("Trình Chủ tịch UBND xã trong ngày 08/9/2026.", "trong ngày 08/9/2026"),
        ("Trong vòng 15 ngày kể từ ngày ký, lập sổ.", "Trong vòng 15 ngày kể từ ngày ký"),
        ("Báo cáo số bến đã sửa 3 tháng một lần; báo cáo năm 2026 khi kết thúc.",
         "3 tháng một lần"),
        ("Kiểm tra nguồn nước 6 tháng/lần.", "6 tháng/lần"),
    ],
)  # fmt: skip
def test_a_deadline(sentence: str, phrase: str) -> None:
    assert deadline_in(sentence, ISSUED)[0] == phrase


@pytest.mark.parametrize(
    "sentence",
    [
        "Lập quy hoạch chợ giai đoạn 2026 - 2030, tầm nhìn đến năm 2050.",
        "Phổ biến các quy định mới ban hành trong tháng 02/2026.",
        "Sửa cầu đã khánh thành vào ngày 19 tháng 12 năm 2025.",
        "Tổ chức hội thao, báo cáo kết quả trong 70 ngày thi đua.",
        "Họp giao ban định kỳ hằng tháng.",
        "Bố trí dự toán ngân sách hằng năm.",
        "Tìm vốn cho bến phà để thực hiện ngay trong năm 2026; mở lại chợ.",
        "Cách ly đàn gia cầm trong vòng 15 ngày kể từ ngày 01/4/2026.",
        "Lập danh sách người đến từ vùng dịch trong vòng 14 ngày kể từ ngày về.",
        "Niêm yết công khai danh sách tại thôn trong thời hạn 15 ngày kể từ ngày lập.",
        "Đánh giá kết quả trong tháng 9 năm 2026.",
        "Triển khai Đề án phát triển rừng ven sông, phòng, chống sạt lở đến năm 2030.",
        "Rà soát hộ sử dụng đất trước ngày 01/7/2014.",
    ],
)
def test_a_time_that_is_no_deadline(sentence: str) -> None:
    assert deadline_in(sentence, ISSUED)[0] is None


def test_a_bracket_belongs_to_the_day_that_it_explains() -> None:
    (told,) = particulars("Thời gian: ngày 11/9/2026 (thứ Sáu).")
    assert told.value == "ngày 11/9/2026 (thứ Sáu)"


def test_what_happens_during_the_work_in_a_bracket_is_no_deadline() -> None:
    said = "Lập sổ (gồm số hộ, nơi thực hiện, kiến nghị trong quá trình thực hiện trên địa bàn)."
    assert bracketed_deadline(said, ISSUED) is None
    assert bracketed_deadline("Lập sổ (Sở A chủ trì; quý IV/2026).", ISSUED) == "quý IV/2026"
