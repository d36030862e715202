"""The words with which a time can begin: most words of a text are none, and need no reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.text import unaccented

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Token

# What the readers of `scan` ask for at the place where they stand; a test asks them for it.
_WORDS = """
02 ba ban biên buổi bán bảo bảy bẩy bắt bằng bốn bộ cao chiều cho chín chúa chương chậm chỉ chốt
chủ cuối càng các công cùng cả cấp cộng cứ dịp giai giao giấy giờ giữa hai hiến hoả hôm hướng
hạn hằng hết hỏa hồi hợp i ii iii iv khi khoảng không khẩn ký kế kết kể kịp liên luật luỹ lâu
lúc lăm lũy lấy lập muộn mùng mười mốt mỗi một ngay nghị ngoại ngày nhanh nhiệm nhân như nhằm
những niên năm nếu nội nửa pháp phương phải q qi qii qiii qiv quanh quy quyết quý riêng rằm sau
sinh so suốt sáng sáu số sớm t thay theo tháng thông thường thượng thấp thời thứ thực trong
trùng trưa trước trễ trừ tuần tám tính tư tối tổ tới tờ tức từ từng tỷ vào vô văn xong xuyên áp
ít đáp đêm đúng được đạt đảm đầu đến đề định đột ở
"""
BEGINNINGS = frozenset(_WORDS.split())
_WITHOUT_ACCENTS = frozenset(map(unaccented, BEGINNINGS))


def may_begin(token: Token) -> bool:
    """Whether a time can begin with the token; False says that no reader knows it there."""
    if token.key in BEGINNINGS or token.key.isdecimal():
        return True
    return token.loose and token.bare in _WITHOUT_ACCENTS
