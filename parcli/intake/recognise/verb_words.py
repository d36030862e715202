"""Verbs that end the name of who must act and open what is to be done: plain data and one pattern.

A verb that some names hold in small letters is listed with its neighbours in those names.
"""

from __future__ import annotations

import re

_VERBS = """
áp dụng, truy xuất, lưu giữ, điều tra, biểu dương, tự kiểm tra,
ban hành, báo cáo, bám sát, bàn giao, biên soạn, biên tập, bảo đảm, bồi dưỡng, bổ sung,
bố trí, cam kết, chia sẻ, cho phép, chuẩn bị, chăm lo, chú trọng, chấm dứt, chấm điểm, chấn chỉnh,
chấp hành, chỉ đạo, chỉnh sửa, chỉnh trang, chịu, chịu trách nhiệm, chọn, chủ trì, chủ yếu,
chủ động, cung cấp, cung ứng, căn cứ, cân đối, có biện pháp, có giải pháp, có kế hoạch,
có trách nhiệm, có văn bản, công bố, công khai, cảnh báo, cải thiện, cải tiến, cấp phát, cần,
cập nhật, cắt, cắt giảm, cắt tỉa, cụ thể hóa, cử, di dời, duy trì, duyệt, dành, dừng, dự, dự báo,
dự kiến, dự thảo, giao, giám sát, giúp, giảm, giải quyết, giải trình, giới thiệu, giữ, giữ vững,
gia cố, gương mẫu, gắn, góp phần, góp ý, gửi, huy động, huấn luyện, hoàn thiện, hoàn thành,
hoạt động, hàng, hướng dẫn, hạn chế, hằng, hỗ trợ, khai thác, khi, khuyến khích, khảo sát,
khẩn trương, khắc phục, không, khơi thông, kê khai, kêu gọi, kiên quyết, kiểm soát, kiểm tra,
kiểm định, kiểm đếm, kiểm kê, kiến nghị, kiện toàn, ký, kết nối, kịp thời, là, làm rõ, làm tốt,
làm việc, lãnh đạo, liên hệ, loại bỏ, lưu ý, lấy, lập, lắp đặt, lồng ghép, lựa chọn, minh bạch,
mua, mua sắm, mời, mở, nghiêm cấm, nghiêm túc, nghiên cứu, nghiệm thu, ngăn chặn, nhanh chóng,
nhân rộng, nhắc nhở, nhập, nhận, nhằm, niêm yết, nâng, nâng cao, nắm, nỗ lực, nộp, phát huy,
phát hành, phát hiện, phát triển, phát động, phân bổ, phân công, phân cấp, phân loại, phân luồng,
phân tích, phê duyệt, phòng ngừa, phấn đấu, phải, phản hồi, phản ánh, phối hợp, phổ biến,
phục hồi, quan tâm, quyết liệt, quyết toán, quyết định, quán triệt, quản lý, quảng bá, quy định,
rà soát, rút, rút kinh nghiệm, rút ngắn, sao gửi, sau, siết chặt, soạn thảo, số hóa, sơ kết,
sơ tán, sắp xếp, sẽ, sớm, sửa đổi, sử dụng, tham dự, tham gia, tham mưu, thanh toán, thanh tra,
thay mặt, thay thế, theo, theo dõi, thiết kế, thiết lập, thí điểm, thông báo, thông qua,
thành lập, tháo dỡ, tháo gỡ, thu hút, thu hồi, thu thập, thúc đẩy, thường xuyên, thẩm tra,
thẩm định, thể chế hóa, thống nhất, thực hiện, thực thi, tiếp nhận, tiếp thu, tiếp tục,
tiết kiệm, tiến hành, trang bị, trao đổi, triển khai, trong công tác, trong quá trình, trong việc,
trình, trên cơ sở, trước, trả lời, trực ban, trực tiếp, tuyên truyền, tuyển dụng, tuân thủ,
tuần tra, túc trực, tái cấu trúc, tìm, tính toán, tích cực, tích hợp, tôn vinh, tăng, tăng cường,
tạm dừng, tạm ứng, tạm đình chỉ, tạo, tận dụng, tập huấn, tập hợp, tập trung, tổng hợp, tổng kết,
tổng rà soát, từng bước, tự, tự kiểm tra, tự đánh giá, vào cuộc, vận dụng, vận hành, vận động,
xem, xem xét, xác lập, xác minh, xác nhận, xác định, xét, xã hội hóa, xây dựng, xóa, xử lý,
xử phạt, yêu cầu, áp dụng, ứng dụng, ứng phó, ủng hộ, ủy quyền, ưu tiên, đang, điều chuyển,
điều chỉnh, điều hành, điều phối, điều tra, đánh giá, đào tạo, đã, đóng góp, đôn đốc,
đơn giản hóa, đưa, đăng, đăng ký, đăng tải, đấu tranh, đầu tư, đẩy mạnh, đẩy nhanh, để, đề cao,
đề nghị, đề ra, đề xuất, đảm bảo, đạt, đặt, định hướng, định kỳ, đối chiếu, đối thoại, đồng bộ,
đồng hành, đổi mới, chi trả, chi tiết hóa, chuyển
"""
# Right after one of these words the verb is part of a name: "Ngân hàng", "Kế hoạch và Đầu tư".
_NOT_AFTER = {
    "giao": ("Ngoại", "ngoại"),
    "hàng": ("Ngân", "ngân"),
    "ký": ("Đăng", "đăng"),
    "lập": ("công", "Công", "dân", "Dân"),
    "phát triển": ("và", "tư", "cứu", "trợ"),
    "trình": ("hương", "ông", "công", "Công"),
    "tạo": ("Đào", "đào", "và"),
    "xây dựng": ("tư", "và"),
    "đầu tư": ("và", "chủ", "Chủ", "án", "Quỹ", "tiến", "trách", "ký"),
}
# Right before one of these it is no verb: "dự án", "giao thông", "chuyển đổi số".
_NOT_BEFORE = {
    "chuyển": ("đổi số",),
    "dự": ("án", "toán", "thảo", "báo", "phòng"),
    "là": ("thành viên", "tổ chức", "chủ hộ"),
    "giao": ("thông", "dịch", "thương", "lưu", "ban"),
    "đăng": ("ký",),
}
# Verbs only before one of these: "tổ chức" alone is mostly a noun.
_ONLY_BEFORE = {
    "chi": ("trả", "tiết hóa"),
    "cùng": ("phối hợp",),
    "cấp": ("kinh phí", "đổi", "phép", "giấy", "mới"),
    "làm": ("đầu mối", "việc", "tốt", "rõ", "cơ sở"),
    "phát": ("phiếu", "sóng", "động"),
    "thu": ("nợ", "ngân", "thuế", "phí", "gom", "đúng", "đủ"),
    "thường trực": ("theo", "tham", "tổng", "có", "giúp"),
    "trực": ("24", "chiến", "sẵn"),
    "tổ chức": (
        "các", "công", "cuộc", "giám sát", "hoạt", "hội nghị", "in", "khảo sát", "kiểm tra", "lấy",
        "lễ", "lớp", "phong trào", "phổ biến", "quán triệt", "rà soát", "sơ kết", "thi", "theo dõi",
        "thẩm", "thực hiện", "triển khai", "trực", "tuyên truyền", "tập huấn", "tốt", "tổng kết",
        "việc", "vận động", "xây dựng", "đoàn", "đánh giá", "đấu", "đối thoại",
    ),
}  # fmt: skip
# These open what a unit must do whatever noun stands before them.
STRONG_VERBS = frozenset(
    ("chủ trì", "tham mưu", "phối hợp", "làm", "có trách nhiệm", "chịu trách nhiệm", "căn cứ",
     "chủ động", "phải", "cần", "thông báo")
)  # fmt: skip
# Both a body and what one does: alone before a noun, the latter.
ACTS_TOO = frozenset(("thanh tra", "kiểm toán", "thi đua"))


def _pattern(verb: str) -> str:
    before = "".join(f"(?<!{word} )" for word in _NOT_AFTER.get(verb, ()))
    followers = "|".join(_NOT_BEFORE.get(verb, ()))
    return f"{before}{verb}(?! (?:{followers}))" if followers else f"{before}{verb}"


def _verbs() -> str:
    listed = sorted({verb.strip() for verb in _VERBS.replace("\n", " ").split(",")}, reverse=True)
    limited = [f"{verb}(?= (?:{'|'.join(after)}))" for verb, after in _ONLY_BEFORE.items()]
    return "|".join([*map(_pattern, listed), *limited])


VERB = re.compile(rf"(?<![\w])(?:{_verbs()})(?![\w])")
