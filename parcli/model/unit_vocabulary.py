"""Words that names of Vietnamese state bodies are made of: plain data, no rules.

Written as documents print them; whoever compares them folds them. None of it says which bodies
exist: that is a catalogue's business. The words that they begin with are in `unit_head_words`,
their abbreviations in `unit_abbreviations`.
"""

from __future__ import annotations

COMMUNE_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")
DISTRICT_LEVELS = ("huyện", "quận", "thị xã", "thành phố")
PROVINCE_LEVELS = ("tỉnh", "thành phố")
# Cities of a province's rank (resolution 202/2025/QH15): "các tỉnh, thành phố: A, B" names both.
CENTRAL_CITIES = ("Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ")
NATION = "Việt Nam"
UPPER_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", NATION)
LEVELS = COMMUNE_LEVELS + UPPER_LEVELS
# Hold a level's syllable, at least without accents, and name no level.
NOT_LEVELS = (
    "xã hội",
    "hợp tác xã",
    "thông tấn xã",
    "cơ quan",
    "quân sự",
    "quân đội",
    "quản lý",
    "quản trị",
    "hải quan",
    "địa phương",
)

PEOPLES_COMMITTEE = "Ủy ban nhân dân"
PEOPLES_COUNCIL = "Hội đồng nhân dân"
# Bodies that share one office: "Văn phòng HĐND và UBND".
OFFICES = ("Văn phòng", "VP")
ELECTED_BODIES = ("HĐND", "Hội đồng nhân dân", "UBND", "Ủy ban nhân dân", "Đoàn ĐBQH")
# "Tỉnh đoàn", "Huyện ủy" begin with a level and yet name no place.
NOT_PLACES = ("đoàn", "ủy", "đội")

# Left out of a name without changing whom it means.
CONNECTORS = ("và", "các")
BELONGING = ("thuộc", "của", "trực thuộc")

# Two ways to say one thing; the second is kept. A head of a unit stands for the unit.
PHRASES = (
    ("Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc"),
    ("Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước"),
    ("trực thuộc Trung ương", ""),
    ("có liên quan", "liên quan"),
    ("Thủ trưởng", ""),
    ("Người đứng đầu", ""),
    ("Chủ tịch Ủy ban nhân dân", "Ủy ban nhân dân"),
    ("Ban Thường trực Ủy ban", "Ủy ban"),
)

# "Các phòng, ban, ngành", "Các phòng, đơn vị": one collective, told by its first noun.
COLLECTIVE_FIRST = ("sở", "phòng")
COLLECTIVE_REST = ("ban", "ngành", "đơn vị")

DEPARTMENT_HEADS = ("Phòng", "Sở", "Bộ")
# Heads that a list of departments says once: "Phòng Nội vụ, Tư pháp", "Các Cục: A; B".
CARRIERS = (
    "Phòng",
    "Sở",
    "Bộ",
    "Ban",
    "Cục",
    "Chi cục",
    "Tổng cục",
    "Vụ",
    "Viện",
    "Trung tâm",
    "Hội",
    "Hiệp hội",
    "Trường",
    "Bệnh viện",
    "Tập đoàn",
    "Tổng công ty",
    "Công ty",
    "Ngân hàng",
)

# Fields of work that a department's name may consist of, joint ones whole.
FIELDS = (
    "Nội vụ",
    "Tư pháp",
    "Tài chính",
    "Tài chính - Kế hoạch",
    "Kế hoạch - Tài chính",
    "Kế hoạch và Đầu tư",
    "Văn hóa và Thông tin",
    "Văn hóa và Thể thao",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa - Xã hội",
    "Văn hóa, Khoa học và Thông tin",
    "Du lịch",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Quản lý đô thị",
    "Y tế",
    "Giáo dục và Đào tạo",
    "Lao động - Thương binh và Xã hội",
    "Kinh tế",
    "Kinh tế và Hạ tầng",
    "Kinh tế, Hạ tầng và Đô thị",
    "Công Thương",
    "Xây dựng",
    "Quy hoạch - Kiến trúc",
    "Giao thông vận tải",
    "Khoa học và Công nghệ",
    "Thông tin và Truyền thông",
    "Dân tộc",
    "Dân tộc và Tôn giáo",
    "Ngoại vụ",
)
MINISTRY = "Bộ"
MINISTRY_FIELDS = ("Công an", "Quốc phòng", "Ngoại giao")

# "Các trường hợp", "các vụ án" are no circle of bodies.
NOT_COLLECTIVES = ("trường hợp", "trường phái", "vụ việc", "vụ án", "hội nghị", "hội thảo")

# "Các …" and what such a collective may go on with after a comma.
COLLECTIVE_MARKS = ("các", "những", "mọi", "toàn thể")
OPEN_NOUNS = (
    "cơ quan",
    "đơn vị",
    "ngành",
    "địa phương",
    "đoàn thể",
    "tổ chức",
    "doanh nghiệp",
    "tập đoàn",
    "cá nhân",
    "hợp tác xã",
    "lực lượng",
    "thôn",
    "tổ dân phố",
)
# Actors outside the administration: "Doanh nghiệp, Sở, ban, ngành" are two circles.
OUTSIDE_NOUNS = ("doanh nghiệp", "hợp tác xã", "viện", "trường")
BARE_NOUNS = ("sở", "ban", "phòng", "bộ", "cục", "vụ", "hội", "đoàn", "trường", "viện", "trung tâm")
# What belongs together over a comma or "và".
SET_PHRASES = (("các cấp", "các ngành"), ("Báo", "Đài"), ("Báo", "Phát thanh"))
# A noun followed by one of these is still bare: it names nobody by itself.
BARE_FOLLOWERS = (
    "thuộc",
    "trực thuộc",
    "có",
    "liên quan",
    "chuyên môn",
    "của",
    "cấp",
    "trên",
    "trong",
    "khác",
    "vùng",
    "theo",
    "được",
)
# A head of a unit said before it: "Thủ trưởng các phòng, ban".
ROLES = ("Thủ trưởng", "Người đứng đầu", "Lãnh đạo", "Giám đốc")
# "Các đồng chí Bộ trưởng, Thủ trưởng cơ quan ngang Bộ" is one circle of persons.
PERSONS = "Các đồng chí"
