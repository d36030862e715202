"""Verbs that end the name of who must act and open what is to be done: plain data and one pattern.

A verb that some names hold in small letters is listed with its neighbours in those names.
"""

from __future__ import annotations

import re

from parcli.intake.recognise.letters import both_spellings

_VERBS = """
áp dụng, truy xuất, lưu giữ, điều tra, biểu dương, tự kiểm tra, ban hành, báo cáo, bám sát, bàn
giao, biên soạn, biên tập, bảo đảm, bồi dưỡng, bổ sung, bố trí, cam kết, chia sẻ, cho phép, chuẩn
bị, chăm lo, chú trọng, chấm dứt, chấm điểm, chấn chỉnh, chấp hành, chỉ đạo, chỉnh sửa, chỉnh
trang, chịu, chịu trách nhiệm, chọn, chủ trì, chủ yếu, chủ động, cung cấp, cung ứng, căn cứ, cân
đối, có biện pháp, có giải pháp, có kế hoạch, có trách nhiệm, có văn bản, công bố, công khai, cảnh
báo, cải thiện, cải tiến, cấp phát, cần, cập nhật, cắt, cắt giảm, cắt tỉa, cụ thể hóa, cử, di dời,
duy trì, duyệt, dành, dừng, dự, dự báo, dự kiến, dự thảo, giao, giám sát, giúp, giảm, giải quyết,
giải trình, giới thiệu, giữ, giữ vững, gia cố, gương mẫu, gắn, góp phần, góp ý, gửi, huy động, huấn
luyện, hoàn thiện, hoàn thành, hoạt động, hàng, hướng dẫn, hạn chế, hằng, hỗ trợ, khai thác, khi,
khuyến khích, khảo sát, khẩn trương, khắc phục, không, khơi thông, kê khai, kêu gọi, kiên quyết,
kiểm soát, kiểm tra, kiểm định, kiểm đếm, kiểm kê, kiến nghị, kiện toàn, ký, kết nối, kịp thời, là,
làm rõ, làm tốt, làm việc, lãnh đạo, liên hệ, loại bỏ, lưu ý, lấy, lập, lắp đặt, lồng ghép, lựa
chọn, minh bạch, mua, mua sắm, mời, mở, nghiêm cấm, nghiêm túc, nghiên cứu, nghiệm thu, ngăn chặn,
nhanh chóng, nhân rộng, nhắc nhở, nhập, nhận, nhằm, niêm yết, nâng, nâng cao, nắm, nỗ lực, nộp,
phát huy, phát hành, phát hiện, phát triển, phát động, phân bổ, phân công, phân cấp, phân loại,
phân luồng, phân tích, phê duyệt, phòng ngừa, phấn đấu, phải, phản hồi, phản ánh, phối hợp, phổ
biến, phục hồi, quan tâm, quyết liệt, quyết toán, quyết định, quán triệt, quản lý, quảng bá, quy
định, rà soát, rút, rút kinh nghiệm, rút ngắn, sao gửi, sau, siết chặt, soạn thảo, số hóa, sơ kết,
sơ tán, sắp xếp, sẽ, sớm, sửa đổi, sử dụng, tham dự, tham gia, tham mưu, thanh toán, thanh tra,
thay mặt, thay thế, theo, theo dõi, thiết kế, thiết lập, thí điểm, thông báo, thông qua, thành lập,
tháo dỡ, tháo gỡ, thu hút, thu hồi, thu thập, thúc đẩy, thường xuyên, thẩm tra, thẩm định, thể chế
hóa, thống nhất, thực hiện, thực thi, tiếp nhận, tiếp thu, tiếp tục, tiết kiệm, tiến hành, trang
bị, trao đổi, triển khai, trong công tác, trong quá trình, trong việc, trình, trên cơ sở, trước,
trả lời, trực ban, trực tiếp, tuyên truyền, tuyển dụng, tuân thủ, tuần tra, túc trực, tái cấu trúc,
tìm, tính toán, tích cực, tích hợp, tôn vinh, tăng, tăng cường, tạm dừng, tạm ứng, tạm đình chỉ,
tạo, tận dụng, tập huấn, tập hợp, tập trung, tổng hợp, tổng kết, tổng rà soát, từng bước, tự, tự
đánh giá, vào cuộc, vận dụng, vận hành, vận động, xem, xem xét, xác lập, xác minh, xác nhận, xác
định, xét, xã hội hóa, xây dựng, xóa, xử lý, xử phạt, yêu cầu, ứng dụng, ứng phó, ủng hộ, ủy quyền,
ưu tiên, đang, điều chuyển, điều chỉnh, điều hành, điều phối, đánh giá, đào tạo, đã, đóng góp, đôn
đốc, đơn giản hóa, đưa, đăng, đăng ký, đăng tải, đấu tranh, đầu tư, đẩy mạnh, đẩy nhanh, để, đề
cao, đề nghị, đề ra, đề xuất, đảm bảo, đạt, đặt, định hướng, định kỳ, đối chiếu, đối thoại, đồng
bộ, đồng hành, đổi mới, chi trả, chi tiết hóa, chuyển, xuất cấp, họp, họp bàn, củng cố, can thiệp,
cài đặt, chứng thực, cưỡng chế, dọn dẹp, đàm phán, đáp ứng, đảm nhiệm, đồng ý, ghi nhận, gia hạn,
giải ngân, giải phóng, giải tỏa, hạch toán, hiệp thương, hình thành, hoạch định, kế thừa, kết hợp,
khánh thành, khởi công, khởi động, khôi phục, khoanh vùng, luân chuyển, nhất trí, phân định, quyên
góp, ra quân, sàng lọc, san lấp, so sánh, suy tôn, tham vấn, thăm hỏi, thay đổi, tiên phong, tiếp
cận, tìm hiểu, tìm kiếm, tôn tạo, tra cứu, tranh thủ, truy quét, truy thu, trưng dụng, tu sửa,
tuyên dương, vinh danh, xác thực, xung kích, thắt chặt, lan tỏa, tái cơ cấu, cụ thể, tận tâm, trăn
trở, nhận thức, ý thức, gặp gỡ, tổ chức lại, chống, phản biện, chủ trương, khơi dậy, vượt qua, đón
tiếp, tiếp đón, dựa, nhờ, coi, nhất là, đặc biệt là, khuyến cáo, bảo trì, bảo dưỡng, kích hoạt,
liên kết, có phương án, có ý kiến, chuẩn hóa, bãi bỏ, công nhận, sửa chữa, với vai trò, với tư
cách, với trách nhiệm, thì, đồng thời, có thể, vận chuyển
"""
# Right after one of these words the verb is part of a name: "Ngân hàng", "Kế hoạch và Đầu tư".
_NOT_AFTER = {
    "giao": ("Ngoại", "ngoại"),
    "hàng": ("Ngân", "ngân", "ngành", "nhà", "Nhà", "cửa", "khách", "bán", "mặt"),
    "không": ("Hàng", "hàng"),
    "ký": ("Đăng", "đăng", "lưu", "Lưu", "thư", "Thư"),
    "lập": ("công", "Công", "dân", "Dân"),
    "phát triển": ("và", "tư", "cứu", "trợ"),
    "trình": ("hương", "ông", "công", "Công", "Tờ", "tờ"),
    "tạo": ("Đào", "đào", "và", "sáng", "kiến"),
    "chuyển": ("trung", "Trung", "vận"),
    "cần": ("hậu", "Hậu"),
    "tổng hợp": ("Dịch vụ", "dịch vụ"),
    "thường xuyên": ("Giáo dục", "giáo dục"),
    "bảo trì": ("Quản lý",),
    "điều tra": ("Cảnh sát", "cảnh sát"),
    "điều hành": ("Giám sát,", "giám sát,"),
    "giám sát": ("Quản lý,",),
    "nhận": ("Tiếp", "tiếp", "Công", "công", "Chứng", "chứng"),
    "cử": ("Bầu", "bầu", "ứng", "đề"),
    "xây dựng": ("tư", "và"),
    "tìm kiếm": ("và", "nạn,"),
    "nghiên cứu": ("viện", "Viện"),
    "chỉ đạo": ("Ban", "ban"),
    "đăng ký": ("Văn phòng", "văn phòng", "cơ quan"),
    "quản lý": ("cơ quan", "phạm vi", "ban", "Cảnh sát"),
    "giúp": ("trợ", "Trợ"),
    "tự": ("trật",),
    "liên kết": ("tổ", "hội", "nhóm", "chuỗi"),
    "chống": ("phòng,", "Phòng,"),
    "thực thi": ("cơ quan", "lực lượng"),
    "soạn thảo": ("cơ quan",),
    "vận hành": ("đơn vị",),
    "ứng dụng": ("nghiệp", "nghệ", "và"),
    "thi công": ("đơn vị",),
    "điều phối": ("Văn phòng", "văn phòng"),
    "đầu tư": ("và", "chủ", "Chủ", "án", "Quỹ", "tiến", "trách", "ký"),
}
# Right before one of these it is no verb: "dự án", "giao thông", "chuyển đổi số".
_NOT_BEFORE = {
    "chuyển": ("đổi số",),
    "hình thành": ("phố",),
    "tìm": ("kiếm",),
    "coi": ("thi",),
    "sử dụng": ("công nghệ cao",),
    "cử": ("tri", "nhân"),
    "hàng": ("không", "hóa", "hải"),
    "tự": ("vệ", "trị"),
    "giúp": ("việc",),
    "mời": ("thầu",),
    "dự": ("án", "toán", "thảo", "báo", "phòng", "trữ"),
    "là": ("thành viên", "tổ chức", "chủ hộ"),
    "giao": ("thông", "dịch", "thương", "lưu", "ban"),
    "đăng": ("ký",),
}
# Verbs only before one of these: "tổ chức" alone is mostly a noun.
_ONLY_BEFORE = {
    "chỉ": ("bố trí", "cử", "giải quyết", "tiếp nhận", "thực hiện", "tổ chức", "ban hành", "được"),
    "chi": ("trả", "tiết hóa"),
    "đi": ("kiểm tra", "công tác", "thực tế", "khảo sát", "thăm", "cơ sở", "đầu"),
    "cùng": ("phối hợp",),
    "trong phạm vi": ("chức năng", "nhiệm vụ", "thẩm quyền", "trách nhiệm", "quyền hạn"),
    "cấp": ("kinh phí", "tài khoản", "đổi", "phép", "giấy", "mới"),
    "làm": ("đầu mối", "nòng cốt", "việc", "tốt", "rõ", "cơ sở"),
    "ra": ("quyết định", "thông báo", "văn bản"),
    "thông tin": ("kịp thời", "rộng rãi", "đầy đủ", "thường xuyên", "về", "cho", "đến"),
    "trả": ("kết quả", "hồ sơ", "lại"),
    "phát": ("phiếu", "sóng", "động"),
    "thu": ("nợ", "ngân", "thuế", "phí", "gom", "đúng", "đủ"),
    "thường trực": ("theo", "tham", "tổng", "có", "giúp"),
    "trực": ("24", "chiến", "sẵn"),
    "tổ chức": (
        "các", "công", "cuộc", "giám sát", "hoạt", "hội nghị", "hội thảo", "hội chợ", "hội thi",
        "in", "khảo sát", "kiểm tra", "lấy", "lễ", "lớp", "phong trào", "phổ biến", "quán triệt",
        "rà soát", "sơ kết", "thi", "theo dõi", "thẩm", "thực hiện", "triển khai", "trực",
        "tuyên truyền", "tập huấn", "tốt", "tổng kết", "việc", "vận động", "xây dựng", "đoàn",
        "đánh giá", "đấu", "đối thoại",
    ),
}  # fmt: skip
# These open what a unit must do whatever noun stands before them.
STRONG_VERBS = frozenset(
    ("chủ trì", "tham mưu", "phối hợp", "làm", "có trách nhiệm", "chịu trách nhiệm", "căn cứ",
     "chủ động", "phải", "cần", "thông báo", "trong quá trình", "trong việc", "với vai trò")
)  # fmt: skip
# Names of offices are made of these: "Ban quản lý", "Trung tâm hỗ trợ", "Tổ kiểm tra".
NAMING_VERBS = frozenset(
    verb.strip()
    for verb in """
quản lý, đăng ký, chỉ đạo, kiểm tra, thanh tra, giám sát, điều phối, điều hành, vận động, hỗ trợ,
tuyên truyền, phát triển, đầu tư, xây dựng, kiểm soát, kiểm định, kiểm kê, kiểm đếm, giải quyết,
tiếp nhận, tổ chức, đào tạo, thẩm định, soạn thảo, giúp, nghiên cứu, ứng dụng, ứng phó, phục hồi,
bồi dưỡng, phân tích, dự báo, dự án, khai thác, biên tập, biên soạn, sắp xếp, tham mưu, vận hành,
đánh giá, xét, xét duyệt, tuyển dụng, điều tra, đấu tranh, đối thoại, đổi mới, cung ứng, cung cấp,
chấm điểm, xử lý, khảo sát, làm việc, lập, số hóa, phòng ngừa, khắc phục, công bố, tập huấn,
thực hiện, triển khai, trực, kê khai, ký, đấu giá, trọng tài, phối hợp, cấp, thống nhất, sơ kết,
thẩm tra, tổng hợp, xác minh, rà soát, quảng bá, cảnh báo
""".replace("\n", " ").split(",")
)
# Both a body and what one does: alone before a noun, the latter.
ACTS_TOO = frozenset(("thanh tra", "kiểm toán", "thi đua"))


# "Tổ chức" is a noun after "các", a comma or an office, and a verb after other words.
_ORGANISES = "(?<=\\w )" + "".join(
    f"(?<!{word} )"
    for word in (
        "các", "Các", "những", "mọi", "và", "hoặc", "Ban", "ban", "của", "Phòng", "phòng", "Vụ",
        "thuộc", "một", "hai", "với", "là", "cho", "từng", "mỗi", "số", "nhiều", "bộ máy",
        "Hội đồng", "công tác", "Cục", "do", "theo", "từ", "đứng đầu",
    )
)  # fmt: skip
_ORGANISES += "tổ chức(?! (?:chính trị|xã hội|tín dụng|đoàn thể|hội|Đảng|đảng|hành chính|cá nhân))"


def _pattern(verb: str) -> str:
    before = "".join(f"(?<!{word} )" for word in _NOT_AFTER.get(verb, ()))
    followers = "|".join(_NOT_BEFORE.get(verb, ()))
    return f"{before}{verb}(?! (?:{followers}))" if followers else f"{before}{verb}"


def _verbs() -> str:
    said = (verb.strip() for verb in _VERBS.replace("\n", " ").split(","))
    listed = sorted(both_spellings(said), reverse=True)
    limited = [f"{verb}(?= (?:{'|'.join(after)}))" for verb, after in _ONLY_BEFORE.items()]
    return "|".join([*map(_pattern, listed), *limited, _ORGANISES])


VERB = re.compile(rf"(?<![\w])(?:{_verbs()})(?![\w])")
