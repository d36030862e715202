"""Words that tell where a unit's name begins and ends in a sentence: plain data, no rules."""

from __future__ import annotations

import re

_VERB_WORDS = (
    "chủ trì|phối hợp|tham mưu|(?<!tư )(?<!và )xây dựng|triển khai|thực hiện|hướng dẫn|kiểm tra|"
    "theo dõi|đôn đốc|rà soát|"
    "đề xuất|đổi mới|đẩy mạnh|đẩy nhanh|tuyên truyền|tăng cường|nghiên cứu|cập nhật|chỉ đạo|"
    "quán triệt|"
    "phổ biến|tiếp tục|chủ động|tập trung|khẩn trương|nghiêm túc|căn cứ|có trách nhiệm|"
    "chịu trách nhiệm|"
    "bố trí|đảm bảo|bảo đảm|báo cáo|tổng hợp|(?<!hương )(?<!ông )trình|lập|ban hành|công khai|"
    "công bố|hoàn thành|hoàn thiện|"
    "nâng cao|cải thiện|phát huy|giám sát|vận động|huy động|sử dụng|cung cấp|đăng tải|thường xuyên|"
    "kịp thời|phát động|yêu cầu|đề nghị|phân công|tích cực|thẩm định|tiếp nhận|xử lý|giải quyết|"
    "đánh giá|sắp xếp|kiện toàn|bồi dưỡng|đào tạo|xem xét|cụ thể hóa|khắc phục|duy trì|vận hành|"
    "kết nối|"
    "tích hợp|chuẩn bị|góp ý|gửi|(?<!và )(?<!tư )phát triển|hỗ trợ|phải|cần|sẽ|không|định kỳ|"
    "hằng|hàng|trên cơ sở|"
    "theo|để|nhằm|trong việc|trong quá trình|trong công tác|khi|trước|sau|thông qua|có văn bản|"
    "có kế hoạch|"
    "có giải pháp|có biện pháp|dành|thống nhất|lồng ghép|đưa|khuyến khích|khảo sát|thanh tra|"
    "tiến hành|làm tốt|(?<!Ngoại )(?<!ngoại )giao|là|quan tâm|ưu tiên|chấn chỉnh|lựa chọn|"
    "áp dụng|giúp|đăng ký|mở|quyết liệt|"
    "đề cao|siết chặt|quản lý|giữ vững|nắm|rút|sớm|chú trọng|ứng phó|sơ tán|di dời|túc trực|"
    "huấn luyện|"
    "thành lập|ký|chuyển|thông báo|tổng kết|sơ kết|cử|mời|liên hệ|số hóa|trao đổi|nhận|bám sát|"
    "vào cuộc|chấp hành|tuân thủ|kiểm soát|phân luồng|chấm dứt|cho phép|ngăn chặn|phòng ngừa|"
    "chăm lo|tháo gỡ|khơi thông|gia cố|kêu gọi|"
    "tạm dừng|bàn giao|sửa đổi|bổ sung|mua sắm|chi trả|niêm yết|tham gia|tiếp thu|giải trình|"
    "tổ chức(?= (?:thực hiện|triển khai|tuyên truyền|kiểm tra|hội nghị|các|"
    "đánh giá|lớp|sơ kết|tổng kết|lấy|quán triệt|cuộc|tập huấn|rà soát|việc|xây dựng|giám sát|"
    "đoàn|tốt|thi|"
    "phổ biến|trực|đối thoại|theo dõi|vận động|khảo sát|phong trào|đấu|hoạt|in|thẩm|công|lễ))"
)
VERB = re.compile(rf"(?<![\w])(?:{_VERB_WORDS})(?![\w])")
NOUN_BEFORE = re.compile(
    r"(?:các|những|mọi|Ban|ban|được|Văn phòng|Trung tâm|trung tâm|Tổ|Đội|Quỹ|"
    r"Hội đồng|Phòng|phòng|cán bộ|số|công tác|nhiệm vụ)\s+$"
)
STOP = re.compile(r"[.;:](?=\s|$)|\n")
SENTENCE_STOP = re.compile(r"\.(?=\s|$)|(?<![sS]ở)(?<!Bộ)(?<!xã)(?<!phường):(?=\s|$)|\n")
ASKING = re.compile(
    r"^(?:giao(?: nhiệm vụ)?(?: cho)?|đề nghị|yêu cầu|đối với|"
    r"trách nhiệm(?: thực hiện)?(?: cụ thể)?(?: của)?|"
    r"nhiệm vụ(?: cụ thể)?(?: của)?|phân công(?: nhiệm vụ)?(?: cho)?|kính đề nghị|ở|tại)\s+",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"^(?:(?:đồng chí|các đồng chí)\s+)?(?:thủ trưởng|người đứng đầu|giám đốc|chủ tịch|bộ trưởng|"
    r"chánh(?= văn phòng)|"
    r"chánh(?= thanh tra)|trưởng ban(?= ban)|trưởng(?= (?:phòng|công an|ban|các|thôn))|"
    r"cục trưởng|tổng giám đốc|"
    r"chỉ huy trưởng|bí thư|lãnh đạo|viện trưởng|hiệu trưởng|tổng cục trưởng|vụ trưởng|thống đốc|"
    r"tổng thanh tra(?= thanh tra))"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
PERSON_INSIDE = re.compile(
    r"(?:\s*[,;]|\s+và)\s+(?:các đồng chí\s+|đồng chí\s+)?(?:Thủ trưởng|Giám đốc|Bộ trưởng|"
    r"Chỉ huy trưởng|Cục trưởng|Viện trưởng|"
    r"Hiệu trưởng|Tổng Giám đốc|Chánh(?= Văn phòng)|Chánh(?= Thanh tra)|Trưởng(?= (?:Ban|Phòng|"
    r"Công an)))\s+(?=[^\W\d_])"
)
# After a level without a place, a word in lower case begins what the unit must do.
AFTER_LEVEL = re.compile(
    r"(?:(?<=tỉnh )|(?<=huyện )|(?<=thị trấn )|(?<=thành phố )|(?<=đặc khu )|(?<=phường )|"
    r"(?<=thị xã ))"
    r"(?!và |thuộc|trực |có |liên quan|của |trên |trong |các |hoặc |nơi |được |bị |quản lý|khác|"
    r"đóng )(?=[a-zđà-ỹ]{2,} )"
)
OPEN_CIRCLE = re.compile(
    r"(?:cac |nhung |moi )?(?:co quan|don vi|dia phuong|to chuc|ca nhan|ben|bo phan)"
    r"(?:(?: va| khac)? (?:co quan|don vi|dia phuong|to chuc|ca nhan|"
    r"nganh))*(?: (?:co )?lien quan| khac)?"
)
# Lower-case syllables that names of departments, committees and open circles are made of.
_SYLLABLES = """
và các những mọi cấp của thuộc trực có liên quan khác cùng hoặc trên dưới này tỉnh thành phố
huyện quận thị xã phường trấn đặc khu trung ương nước nhà nhân dân địa bàn toàn cả bộ sở ban
ngành phòng cơ đơn vị phương tổ chức đoàn thể chính trị hội nghề nghiệp doanh tập tổng công ty
chuyên môn năng sự lập hành tư pháp ủy uỷ đảng đồng hợp tác lực lượng vũ trang quân an ngang
trường đại học cao đẳng bệnh viện trạm y tế giáo dục đào tạo kinh nghệ thông tin dịch vụ thôn
bản làng khối cá được giao kiểm tra thanh nêu tham gia chủ quản lý dự án đầu mối thường văn hóa
thao du lịch tài nguyên môi kế hoạch khoa lao động thương binh nông phát triển mặt trận quốc
hiểm bảo ngân hàng chi nhánh kho bạc thuế cục phục một cửa phận tín dụng hiệp viên chỉ huy đăng
ký đất đai trưởng đô hạ tầng kỹ thuật kiến trúc quy vệ sinh thực phẩm thú chăn nuôi thủy lợi nội
ngoại tôn thi đua khen thưởng cán tiếp hộ tịch tuyên
"""
NAME_SYLLABLES = frozenset(_SYLLABLES.split())
STRICT_HEAD = re.compile(
    r"(?:các|những|mọi|toàn thể|thủ trưởng các|sở|phòng|bộ|văn phòng|công an|thanh tra|ubnd|"
    r"ủy ban nhân dân|uỷ ban nhân dân|hđnd|"
    r"hội đồng nhân dân|kho bạc|thuế|bảo hiểm xã hội|vụ|cơ quan|đơn vị|(?-i:ban|ngành|địa phương|"
    r"tổ chức|đoàn thể))\b",
    re.IGNORECASE,
)
SEGMENT = re.compile(r"[,;]\s*|\s+và\s+")
SYLLABLE = re.compile(r"[^\W\d_]+")
