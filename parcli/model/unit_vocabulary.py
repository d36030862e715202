"""Words that names of Vietnamese state bodies are made of: plain data, no rules.

Written as documents print them; `parcli.model.unit_spelling` and `parcli.model.unit_cells` fold
them. None of it says which bodies exist: that is a catalogue's business.
"""

from __future__ import annotations

COMMUNE_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")
DISTRICT_LEVELS = ("huyện", "quận", "thị xã", "thành phố")
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

HEAD_ABBREVIATIONS = (("P", "Phòng"), ("TT", "Trung tâm"))

ABBREVIATIONS = (
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("ĐBQH", "Đại biểu Quốc hội"),
    ("UB", "Ủy ban"),
    ("VP", "Văn phòng"),
    ("VPCP", "Văn phòng Chính phủ"),
    ("VPUB", "Văn phòng Ủy ban nhân dân"),
    ("VPUBND", "Văn phòng Ủy ban nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("MTTQVN", "Mặt trận Tổ quốc Việt Nam"),
    ("TQVN", "Tổ quốc Việt Nam"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("BTT", "Ban Thường trực"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("BQL", "Ban Quản lý"),
    ("CHBĐ", "Chỉ huy Bộ đội"),
    ("CHQS", "Chỉ huy Quân sự"),
    ("PTDS", "Phòng thủ dân sự"),
    ("BCHPTDS", "Ban Chỉ huy Phòng thủ dân sự"),
    ("BHXH", "Bảo hiểm xã hội"),
    ("CSXH", "Chính sách xã hội"),
    ("NHNN", "Ngân hàng Nhà nước"),
    ("ĐKĐĐ", "Đăng ký đất đai"),
    ("VPĐKĐĐ", "Văn phòng Đăng ký đất đai"),
    ("KCN", "Khu công nghiệp"),
    ("KKT", "Khu kinh tế"),
    ("KCNC", "Khu công nghệ cao"),
    ("PVHCC", "Phục vụ hành chính công"),
    ("TTPVHCC", "Trung tâm Phục vụ hành chính công"),
    ("PTTH", "Phát thanh, Truyền hình"),
    ("TTĐT", "thông tin điện tử"),
    ("CNTT", "công nghệ thông tin"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("LHPN", "Liên hiệp Phụ nữ"),
    ("CCB", "Cựu chiến binh"),
    ("TP", "thành phố"),
    ("TX", "thị xã"),
    ("TW", "Trung ương"),
    ("VN", "Việt Nam"),
    ("EVN", "Tập đoàn Điện lực Việt Nam"),
    ("VOV", "Đài Tiếng nói Việt Nam"),
    ("VTV", "Đài Truyền hình Việt Nam"),
    ("TTXVN", "Thông tấn xã Việt Nam"),
    ("KH&CN", "Khoa học và Công nghệ"),
    ("KH&ĐT", "Kế hoạch và Đầu tư"),
    ("TC-KH", "Tài chính - Kế hoạch"),
    ("LĐ-TB&XH", "Lao động - Thương binh và Xã hội"),
    ("VHTT", "Văn hóa và Thông tin"),
    ("Sở VHTT", "Sở Văn hóa và Thể thao"),
    ("VH,TT&DL", "Văn hóa, Thể thao và Du lịch"),
    ("VH-TT&TT", "Văn hóa - Thông tin và Thể thao"),
    ("VH-XH", "Văn hóa - Xã hội"),
    ("TN&MT", "Tài nguyên và Môi trường"),
    ("NN&MT", "Nông nghiệp và Môi trường"),
    ("NN&PTNT", "Nông nghiệp và Phát triển nông thôn"),
    ("MT", "Môi trường"),
    ("GD&ĐT", "Giáo dục và Đào tạo"),
    ("TT&TT", "Thông tin và Truyền thông"),
    ("DT&TG", "Dân tộc và Tôn giáo"),
    ("GTVT", "Giao thông vận tải"),
    ("QLĐT", "Quản lý đô thị"),
    ("KT-HT", "Kinh tế và Hạ tầng"),
    ("KT,HT&ĐT", "Kinh tế, Hạ tầng và Đô thị"),
)

# What a department's short name means only right after "Phòng", "Sở" or "Bộ".
DEPARTMENT_HEADS = ("Phòng", "Sở", "Bộ")
DEPARTMENT_ABBREVIATIONS = (
    ("NV", "Nội vụ"),
    ("TP", "Tư pháp"),
    ("TC", "Tài chính"),
    ("XD", "Xây dựng"),
    ("CT", "Công Thương"),
    ("KT", "Kinh tế"),
    ("YT", "Y tế"),
    ("DL", "Du lịch"),
    ("NgV", "Ngoại vụ"),
)

# Heads that a list of departments says once: "Phòng Nội vụ, Tư pháp", "Các Cục: A; B".
CARRIERS = ("Phòng", "Sở", "Bộ", "Ban", "Cục", "Chi cục", "Vụ", "Trung tâm", "Hội", "Trường")

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

# A new name begins with one of these. Heads of one syllable count only with a capital.
HEADS = (
    "Bộ",
    "Sở",
    "Phòng",
    "Ban",
    "Cục",
    "Vụ",
    "Hội",
    "Hiệp hội",
    "Đoàn",
    "Đài",
    "Thông tấn xã",
    "Báo",
    "Viện",
    "Trường",
    "Thuế",
    "Quỹ",
    "Trạm",
    "Đội",
    "Tổ",
    "Công an",
    "Ủy ban",
    "UBND",
    "HĐND",
    "Hội đồng",
    "Văn phòng",
    "VP",
    "VPUB",
    "VPUBND",
    "VPCP",
    "Thanh tra",
    "Trung tâm",
    "TT",
    "Chi cục",
    "Tổng cục",
    "Chi nhánh",
    "Tòa án",
    "Học viện",
    "Đại học",
    "Bệnh viện",
    "Ngân hàng",
    "Kho bạc",
    "Bảo hiểm xã hội",
    "BHXH",
    "Bưu điện",
    "Liên hiệp",
    "Liên minh",
    "Liên đoàn",
    "LĐLĐ",
    "Mặt trận",
    "UBMTTQ",
    "UBMTTQVN",
    "MTTQ",
    "BTT",
    "BQL",
    "BCĐ",
    "BCHPTDS",
    "Tỉnh đoàn",
    "Thành đoàn",
    "Huyện đoàn",
    "Thị đoàn",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Thị ủy",
    "Đảng ủy",
    "Thường trực",
    "Bộ Chỉ huy",
    "Bộ phận",
    "Hạt Kiểm lâm",
    "Tập đoàn",
    "Tổng công ty",
    "Công ty",
    "Chủ tịch",
    "Thủ trưởng",
    "Giám đốc",
)

# Begin like a head and are none: parts of a longer name.
NOT_HEADS = (
    "Xã hội",
    "Bộ đội",
    "Bộ máy",
    "Bộ trưởng",
    "Phòng thủ",
    "Phòng chống",
    "Phòng cháy",
    "Phòng ngừa",
    "Phòng hộ",
    "Sở hữu",
    "Sở tại",
    "Ban hành",
    "Ban ngành",
    "Hội nhập",
    "Hội nghị",
    "Hội chợ",
    "Đoàn kết",
    "Đoàn thể",
    "Báo chí",
    "Báo cáo",
    "Trường học",
    "Vụ việc",
    "Tổ chức",
    "Đội ngũ",
    "Quỹ đất",
)

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
BARE_NOUNS = ("sở", "ban", "phòng", "bộ", "cục", "vụ", "hội", "đoàn", "trường", "viện", "trung tâm")
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
