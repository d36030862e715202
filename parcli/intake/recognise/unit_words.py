"""Words that tell where a unit's name begins and ends in a sentence: plain data, no rules."""

from __future__ import annotations

import re

from parcli.intake.recognise.letters import CAPITALS, SMALL, both_spellings

# After these a verb is what somebody else does, or a noun: "các quy định", "người quản lý".
# "Các xã chưa lập quỹ", "cung cấp dịch vụ chi trả": what is told of them, or traded in.
NOUN_BEFORE = re.compile(
    r"(?:các|những|mọi|[Nn]gười|được|(?<!chức )cán bộ|(?<!đổi )(?<!nghệ )(?<!tế )số|công tác|"
    r"nhiệm vụ|(?:phụ trách|theo dõi) (?:lĩnh vực|mảng)|chưa|còn|"
    r"(?:cung cấp|cung ứng|kinh doanh|sử dụng) dịch vụ)\s+$"
)
# After these a verb that names are made of is part of one: "Ban quản lý", "Văn phòng đăng ký".
OFFICE_BEFORE = re.compile(
    r"(?:Ban|(?<!, )(?<!iểu )ban|nhà|Trung tâm|trung tâm|Tổ|Đội|Đoàn|Quỹ|Viện|viện|"
    r"Hội đồng|Phòng|(?<!, )(?<!uốc )(?<!iên )(?<!ăn )phòng|tổ chức)\s+$"
)
# One body without "các" needs a word to say which it is: "cơ quan quản lý", "đơn vị thi công".
ONE_OF_ITS_KIND = re.compile(
    r"(?:(?<![Cc]ác )(?<!hững )(?<!, )(?<!\w)(?:[Cc]ơ quan|[Đđ]ơn vị)|"
    r"(?:[Cc]ơ quan|[Đđ]ơn vị) (?:chủ trì|phối hợp))\s+$"
)
STOP = re.compile(r"[.;](?=\s|$)|:(?=\s|$)|\n")
SENTENCE_STOP = re.compile(r"(?<!\.\.)\.(?=\s|$)|:(?=\s|$)|\n")
ASKING = re.compile(
    r"^(?:giao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|"
    r"(?:(?:yêu cầu|đề nghị|nhiệm vụ|kiến nghị|riêng) )?đối với|đề nghị|yêu cầu|riêng|"
    r"về phía|"
    r"trách nhiệm(?: thực hiện)?(?: cụ thể)?(?: của)?|"
    r"nhiệm vụ(?: cụ thể)?(?: của)?|phân công(?: nhiệm vụ)?(?: cho)?|"
    r"(?:kính|trân trọng) (?:đề nghị|mời)|"
    r"mời|kiến nghị|ở|tại):?\s+",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"^(?:(?:đồng chí|các đồng chí)\s+)?(?:thủ trưởng|người đứng đầu|giám đốc|chủ tịch|bộ trưởng|"
    r"chánh(?= văn phòng)|"
    r"chánh(?= thanh tra)|trưởng ban(?= ban)|"
    r"trưởng(?= (?:phòng|công an|ban(?= \w)(?! (?:chỉ đạo|chỉ huy|tổ chức\b))|các|thôn))|"
    r"(?:chi )?cục trưởng|tổng giám đốc|chánh án(?= t[òo][aà] án)|chủ nhiệm(?= (?:ủy|uỷ) ban)|"
    r"(?:hạt|trạm|đồn|đội) trưởng(?= (?:hạt|trạm|đồn|đội))|tổng biên tập(?= báo)|"
    r"chỉ huy trưởng|bí thư|lãnh đạo|viện trưởng|hiệu trưởng|tổng cục trưởng|vụ trưởng|thống đốc|"
    r"tổng thanh tra(?= thanh tra))"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
# Before a colon and names: "Các cơ quan, đơn vị: Sở A, Công an tỉnh" are those named.
CIRCLE_BEFORE = re.compile(
    r"(?:các|những) (?:cơ quan|đơn vị|tổ chức)(?:(?:,| và) (?:cơ quan|đơn vị|tổ chức|"
    r"địa phương))*(?: (?:có )?liên quan)?(?: sau| gồm| là)?\s*+$",
    re.IGNORECASE,
)
# A title whose unit follows with the next title: "Giám đốc, Thủ trưởng các sở".
BARE_PERSON = re.compile(
    r"(?:các )?(?:đồng chí )?(?:bí thư|giám đốc|thủ trưởng|chủ tịch|cục trưởng|lãnh đạo|"
    r"hiệu trưởng|viện trưởng|vụ trưởng)",
    re.IGNORECASE,
)
# "Công an xã hoặc UBND xã": two bodies.
OR_INSIDE = re.compile(r"\s+hoặc\s+(?=(?:UBND|Ủy ban|Sở|Công an|Phòng|Ban|Bộ|các)\b)")
# "Sở A, UBND các xã cùng các đơn vị có liên quan": as after "và".
TOGETHER_INSIDE = re.compile(
    r"\s+cùng(?: với)?\s+(?=các (?:cơ quan|đơn vị|sở|bộ|ngành|phòng|tổ chức|địa phương)\b)"
)
# Others who may stand in a list of units: "UBND các xã và các chủ rừng".
OTHERS_INSIDE = re.compile(
    r"(?:\s*[,;]|\s+và)\s+(?=(?:các\s+)?(?:[Cc]hủ đầu tư|chủ dự án|chủ rừng|chủ hồ|nhà thầu|"
    r"nhà (?:cung cấp|đầu tư))\b|Bộ đội Biên phòng|phòng khám\b|"
    r"các (?:hộ|thành viên)\b|(?i:(?:các )?(?:đồng chí|đ/c)\s)|Trưởng đoàn thể\b|"
    r"cơ quan (?:ngang [Bb]ộ|thuộc Chính phủ|khác (?:ở|của) )|(?:các )?tổ chức thành viên\b|"
    r"hệ thống (?:truyền thông|truyền thanh|thông tin cơ sở|các cơ quan báo chí)|Tiểu ban |"
    r"chính quyền (?:địa phương|cơ sở|các cấp)|"
    r"báo,? đài\b|tư vấn\b|(?:Cổng|Trang) [Tt]hông tin|Bí thư,\s+(?=Chủ tịch)|"
    r"(?:các )?đại biểu (?:HĐND|Hội đồng|Quốc hội)|tổ chức quốc tế\b|cơ sở đào tạo\b|"
    r"các (?:nghệ nhân|nghệ sĩ|nghệ sỹ)\b|(?:VNPT|Viettel|MobiFone|Quản lý thị trường)\b|"
    r"(?:trạm|trung tâm|bệnh viện|trường|phòng|công an|hội|đội|chi bộ) (?:\w+ ){0,3}"
    r"các (?:xã|phường|thị trấn|huyện|thôn)\b|"
    rf"(?:Viễn thông|Điện lực|Bưu điện|Cảng vụ|Đồn|Hạt) [{CAPITALS}])"
)
# "các sở, ban, ngành và cơ quan, đơn vị có liên quan": a circle of its own after that of the
# administration; "các cơ quan, tổ chức và cá nhân có liên quan" is one.
OPEN_INSIDE = re.compile(
    r"(?:(?<=sở, ngành)|(?<=sở, ban, ngành)|(?<=bộ, ngành)|(?<=, đoàn thể)|(?<=đoàn thể tỉnh)|"
    r"(?<=đoàn thể thành phố)|(?<=ngành tỉnh)|(?<=ngành thành phố)|(?<=ngành, đoàn thể xã))"
    r"\s+và\s+(?=(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị|tổ chức))* (?:có )?liên quan)",
    re.IGNORECASE,
)
# Where a circle works, said in its name: "các doanh nghiệp đang hoạt động trong khu công nghiệp".
ACTIVE_IN = re.compile(
    r"(?<!\w)(?:đang )?(?:hoạt động|kinh doanh|đóng chân|làm việc|sinh sống|đầu tư)"
    r"(?= (?:trên|trong(?! lĩnh vực| công tác| việc)|tại|ở) )"
)
ASSIGNED = re.compile(r"(?:được giao|được phân công)\s+$")
PERSON_INSIDE = re.compile(
    r"(?:\s*[,;]|\s+và)\s+(?:các đồng chí\s+|đồng chí\s+)?(?:Thủ trưởng|Giám đốc|Bộ trưởng|"
    r"Chỉ huy trưởng|Cục trưởng|Viện trưởng|"
    r"Hiệu trưởng|[Nn]gười đứng đầu"
    rf"(?= (?:các|cơ quan|tổ chức|đơn vị|[{CAPITALS}]))|Bí thư(?= (?:các|chi bộ|[Đđ]ảng))|"
    r"Chi cục trưởng|Chánh án(?= T[òo][aà] án)|Chủ nhiệm(?= (?:Ủy|Uỷ) ban)|"
    r"Tổng Giám đốc|Chánh(?= Văn phòng)|Chánh(?= Thanh tra)|Trưởng(?= (?:các|Ban|Phòng|"
    r"Công an)))\s+(?=[^\W\d_])"
)
# After a level without a place, a word in lower case begins what the unit must do.
AFTER_LEVEL = re.compile(
    r"(?:(?<=tỉnh )|(?<=huyện )|(?<=thị trấn )|(?<=thành phố )|(?<=đặc khu )|(?<=phường )|"
    r"(?<=thị xã ))"
    r"(?!(?:ủy|uỷ|đoàn|đội)\b|và |cùng (?:với )?các |thuộc|trực |có |liên quan|của |trên |trong |"
    r"các |hoặc |"
    r"nơi |được |bị |quản lý|khác|khu vực|vùng|miền|phía|ven|duyên hải|biên giới|còn lại|"
    rf"nêu |nhất |đồng bằng|trung du|lân cận|diễn ra|đóng |từ [{CAPITALS}])(?=[{SMALL}]{{2,}} )"
)
# Begin the name of whoever must act and are no heads of a catalogue's units.
_ANY_LETTERS = (
    "chủ đầu tư", "chủ dự án", "chủ rừng", "chủ hồ", "thành viên", "đồng chí", "nhà thầu",
    "cấp ủy", "cấp uỷ", "các cấp", "khu phố", "khu dân cư",
    "hệ thống (?:truyền thông|truyền thanh|thông tin cơ sở|các cơ quan báo chí)", "các đ/c",
    "báo,? đài", "báo chí", "tư vấn", "phòng khám", "tổ công nghệ số", "phụ huynh",
    "hãng (?:taxi|xe|tàu|vận tải|hàng không|lữ hành)",
    "xã, (?:phường|thị trấn)", "phường, xã", "nhà (?:khoa học|mạng|cung cấp|sản xuất|phân phối)",
    "(?:sở|bộ|phòng|ban),? (?:ban,? )?ngành", "phòng, ban", "tổ dân phố", "nhà trường",
    "các công chức", "các cán bộ", "các ông", "ông", "bà", "phó chủ tịch", "phó thủ tướng",
    "phó giám đốc", "bí thư", "trưởng (?:thôn|bản|ấp|khu|ban|đoàn|phòng|các)", "huyện ủy",
    "thị ủy", "thành ủy", "quận ủy", "đảng ủy", "tổ công tác", "tổ trưởng", "đoàn kiểm tra",
    "chi bộ", "cơ sở giáo dục", "doanh nghiệp", "ngành", "hội, đoàn thể", "bộ trưởng",
    "phó trưởng (?:ban|phòng|đoàn|tiểu ban)", "trưởng tiểu ban",
    "(?:ủy|uỷ) viên (?:thường trực|kiêm|ban|tiểu ban)", "thứ trưởng", "thống đốc",
    "(?:các )?đại biểu (?:hđnd|hội đồng|quốc hội)", "hiệu trưởng",
    "phó hiệu trưởng", "kế toán", "giáo viên chủ nhiệm", "giáo viên bộ môn", "tổng phụ trách",
    "ban giám hiệu", "(?:các )?tổ chuyên môn", "nhân viên y tế",
    "(?:các )?hộ kinh doanh", "(?:các )?cơ sở (?:kinh doanh|sản xuất|chế biến|lưu trú|đào tạo)",
    "các chi hội", "các chi, tổ hội", "(?:các )?chủ thể ocop",
    "các cơ sở (?!dữ liệu|hạ tầng|vật chất|pháp lý|thực tiễn|lý luận|chính trị|đó|này|trên|nêu)",
    "các hộ (?:nuôi|chăn nuôi|trồng|sản xuất|sử dụng)", "các (?:trang trại|bến xe)",
    "(?:các )?chủ (?:phương tiện|tàu|trang trại|cơ sở|nhà máy|công trình|hộ|vật nuôi)",
)  # fmt: skip
_WITH_CAPITAL = (
    "Quản lý thị trường", "Viễn thông", "VNPT", "Viettel", "MobiFone", "Điện lực", "Hải quan",
    "Kiểm toán", "Kiểm lâm", "Cảnh sát",
    "Cổng [Tt]hông tin", "Trang [Tt]hông tin", "Thông tấn xã", "Hiệp hội", "Quân khu",
    "Tổng Liên đoàn", "Trung ương", "Đảng bộ", "Xí nghiệp", "Chuyên viên", "Công chức", "Cán bộ",
    "Nhà máy", "Thư viện", "Bảo tàng", "Vườn quốc gia", "Hạt", "Đồn", "Hải đội", "Trạm",
    "Chi hội", "Khối (?:Dân vận|Mặt trận|Đảng|Đoàn thể|[Tt]hi đua)",
    "Tiểu đoàn", "Tiểu ban", "Tập đoàn", "Tư lệnh", "Viện trưởng",
    "Cơ quan (?:thường trực|đầu mối|chủ trì|giúp việc)",
    "(?:Tỉnh|Thành|Huyện|Thị|Quận) (?:đoàn|ủy|uỷ|đội)", "Thủ đô",
)  # fmt: skip
FURTHER_HEADS = re.compile(
    rf"(?:(?i:các|những|toàn thể)\s+)?(?i:{'|'.join(_ANY_LETTERS)})\b|"
    rf"(?:{'|'.join(_WITH_CAPITAL)})\b"
)
# Bodies above all others: they act where a sentence asks them, not where it tells of them.
CENTRAL = re.compile(
    r"(?:Thủ tướng )?Chính phủ(?! (?:điện tử|số|kiến tạo)\b)|Quốc hội(?! khóa\b)|"
    r"Tổng (?:Thư ký|Kiểm toán)\b"
)
# What a bracket after a name says of its part in the work: "(cơ quan thường trực)".
PART_IN_BRACKETS = re.compile(
    r"\s*\((?:là )?(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:thường trực|đầu mối|chủ trì|giúp việc|"
    r"chịu trách nhiệm|thuộc|trực thuộc|theo|kèm|nếu có|qua|trừ|hoặc|"
    r"(?:(?:các )?đồng chí|đ/c|ông|bà)(?= ))"
    r"(?!\w)[^()]*\)",
    re.IGNORECASE,
)
OPEN_CIRCLE = re.compile(
    r"(?:cac |nhung |moi )?(?:co quan|don vi|dia phuong|to chuc|ca nhan|ben|bo phan)"
    r"(?:(?: va| khac)? (?:co quan|don vi|dia phuong|to chuc|ca nhan|"
    r"nganh))*(?: (?:co )?lien quan| khac)?"
)
# Lower-case syllables that names of departments, committees and open circles are made of.
_SYLLABLES = """
và các những mọi cấp của thuộc trực có liên quan khác cùng hoặc trên dưới này tỉnh thành phố huyện
quận thị xã phường trấn đặc khu trung ương nước nhà nhân dân địa bàn toàn cả bộ sở ban ngành phòng
cơ đơn vị phương tổ chức đoàn thể chính trị hội nghề nghiệp doanh tập tổng công ty chuyên môn năng
sự lập hành tư pháp ủy uỷ đảng đồng hợp tác lực lượng vũ trang quân an ngang trường đại học cao
đẳng bệnh viện trạm y tế giáo dục đào tạo kinh nghệ thông tin dịch vụ thôn bản làng khối cá được
giao kiểm tra thanh nêu tham gia chủ quản lý dự án đầu mối thường văn hóa thao du lịch tài nguyên
môi kế hoạch khoa lao động thương binh nông phát triển mặt trận quốc hiểm bảo ngân hàng chi nhánh
kho bạc thuế cục phục một cửa phận tín dụng hiệp viên chỉ huy đăng ký đất đai trưởng đô hạ tầng mầm
non tiểu tâm mới sáng khởi xúc tiến mại tại điều mục phụ lục trì vực tấn viễn đóng lưu việc làm bưu
điện sạch kỹ thuật kiến trúc quy vệ sinh thực phẩm thú chăn nuôi thủy lợi nội ngoại tôn thi đua
khen thưởng cán hộ tịch tuyên còn lại phần số người tuổi cao khuyết tật trẻ em phụ nữ cựu chiến
binh học sinh sinh viên rừng biển ven đảo núi vùng trình thủy đại biểu dân cư khí tượng nghề thoại
điện mạng chợ thú bản hàng thể mẫu chất ấp buôn sóc
"""
# The word after one of these says what place is meant, whatever it is: "các xã vùng trũng".
KINDS_OF_PLACE = frozenset(("vùng", "ven", "miền", "khu", "nghề"))
NAME_SYLLABLES = frozenset(both_spellings(_SYLLABLES.split()))
# Words of which a single syllable may as well begin what is to be done.
_WORDS = """
tiếp công dân, tiếp dân, sự kiện, đại sứ quán, trợ giúp, trật tự, thí điểm, phối hợp, chủ trì, xuất
bản, chế xuất, nhập khẩu, xuất khẩu, xuất nhập khẩu, sản xuất, kinh doanh, ban chỉ đạo, ban chỉ
huy, bộ chỉ huy, chỉ huy, phòng thủ, dân sự, quốc gia, quốc phòng, an ninh, quân sự, biên phòng,
báo chí, truyền thông, truyền hình, phát thanh, thông tấn, đối ngoại, nông sản, lâm sản, thủy sản,
thuỷ sản, hải sản, khoáng sản, bất động sản, tài sản, lâm nghiệp, phòng chống, thiên tai, tìm kiếm,
cứu nạn, cứu hộ, cứu nạn cứu hộ, chữa cháy, phòng cháy, tội phạm, phạm vi quản lý, phạm vi cả nước,
phạm vi, quản lý nhà nước, quản lý, đăng ký, đăng ký đầu tư, đăng ký kinh doanh, đầu tư, xây dựng,
cấp nước, thoát nước, cây xanh, chiếu sáng, môi trường, vận tải, vận hành, hành khách, lữ hành, lưu
trú, khách sạn, khám bệnh, chữa bệnh, khám chữa bệnh, dự phòng, dân số, kế hoạch hóa gia đình, gia
đình, bảo vệ pháp luật, thực thi pháp luật, pháp luật, tố tụng, tư pháp, tư vấn, tư nhân, tư thục,
công lập, ngoài công lập, tuyên giáo, dân vận, nội chính, kiểm sát, xét xử, thi hành án, thi hành
án dân sự, cải cách, chuyển đổi số, công nghệ cao, ứng dụng công nghệ, ứng dụng, công nghiệp, tiểu
thủ công nghiệp, năng lượng, dầu khí, điện lực, xăng dầu, than khoáng sản, viễn thông, bưu chính,
ngoại thương, thương mại, thương mại điện tử, hải quan, cửa khẩu, biên giới, hải đảo, hàng hải,
hàng không, đường bộ, đường sắt, đường thủy nội địa, đường thủy, giao thông, đô thị, nông thôn,
trung học, phổ thông, cơ sở, tiểu học, mầm non, mẫu giáo, nội trú, bán trú, thường xuyên liên,
hướng nghiệp, dạy nghề, nghệ thuật, thể dục, thể thao, thư viện, bảo tàng, di tích, danh thắng, di
sản, văn học, tôn giáo, tín ngưỡng, dân tộc, thiểu số, đoàn thể, quần chúng, chính trị xã hội, xã
hội, từ thiện, nhân đạo, hữu nghị, chữ thập đỏ, người cao tuổi, khuyến học, làm vườn, sinh vật
cảnh, hợp tác xã, hộ gia đình, cá thể, trang trại, chăn nuôi, giết mổ, trồng trọt, bảo vệ thực vật,
thú y, thủy lợi, thuỷ lợi, đê điều, hồ chứa, khí tượng thủy văn, khí tượng, phòng hộ, đặc dụng,
vườn quốc gia, khu công nghiệp, cụm công nghiệp, khu kinh tế, khu du lịch, đầu mối, chức năng, hữu
quan, cùng cấp, cấp trên, cấp dưới, nêu trên, có tên, nói trên, sau đây, trên đây, ngoài nước,
trong nước, nước ngoài, trung gian, thành viên, đại diện, thường trú, kiểm toán, kiểm định, kiểm
nghiệm, kiểm soát bệnh tật, bệnh tật, đo lường, chất lượng, tiêu chuẩn, sở hữu trí tuệ, trí tuệ, bổ
trợ, công chứng, đấu giá, trợ giúp pháp lý, pháp chế, hành chính công, phục vụ, tổng hợp, điều
phối, điều hành, giám định, giám sát, dịch vụ công, dịch vụ đô thị, việc làm, lao động, chứng
khoán, bảo hiểm, tài chính, ngân sách, dự trữ, nhà ở, nhà chung cư, công trình, thi công, tư vấn
giám sát, vệ sinh môi trường, phát triển nông thôn, phát triển quỹ đất, quỹ đất,
phòng khám, lân cận, giáp ranh, thông tin đại chúng, đại chúng, đa khoa, chuyên khoa,
ở trung ương, ở địa phương, ở cơ sở, ngành dọc, trực tiếp, cổ phần, tác giả, bí thư,
người đứng đầu, giúp việc, kết quả,
hệ thống truyền thông, hệ thống truyền thanh, hệ thống thông tin
"""
NAME_WORDS = frozenset(
    both_spellings(word.strip() for word in _WORDS.replace("\n", " ").split(","))
)
# Opens words that say which body is meant; they may be any: "các địa phương có nông sản".
QUALIFIER = re.compile(
    r"(?:có(?! liên quan| trách nhiệm)|nơi|được|diễn ra|đang|bị|xảy ra|nằm|đã|chưa|"
    r"còn(?! lại)|do|"
    rf"chịu ảnh hưởng|từ(?= [{CAPITALS}]))(?!\w)"
)
STRICT_HEAD = re.compile(
    r"(?:các|những|mọi|toàn thể|thủ trưởng các|sở|phòng|bộ|văn phòng|công an|thanh tra|ubnd|"
    r"ủy ban nhân dân|uỷ ban nhân dân|hđnd|"
    r"hội đồng nhân dân|kho bạc|thuế|bảo hiểm xã hội|vụ|cơ quan|đơn vị|(?-i:ban|ngành|địa phương|"
    r"tổ chức|đoàn thể))\b",
    re.IGNORECASE,
)
# What may stand before the subject of a sentence: when, on what ground.
LEAD_IN = re.compile(
    r"(?:(?:định kỳ|h[àằ]ng (?:ngày|tuần|tháng|quý|năm)|trước (?:ngày|mắt|\d)|chậm nhất|căn cứ|"
    r"trên cơ sở|trong (?:quá trình|thời gian|trường hợp|khi|năm|quý|tháng)|đồng thời|ngoài ra|"
    r"ngay sau khi|sau khi|khi|với|đến (?:ngày|h[ếé]t)|để|nhằm|nếu|trường hợp|đối với|theo|kể từ|"
    r"từ nay|từ ngày|bên cạnh|cùng với|song song|qua|riêng|tùy)\b"
    r"[^.;:]{0,250}?,\s+|(?:đồng thời|ngoài ra)\s+)",
    re.IGNORECASE,
)
LATER_SENTENCE = re.compile(r"(?:[.;:]\s+|\n\s*[-+*]?\s*|,\s+(?=giao\s))(?=\S)")
SEGMENT = re.compile(r"[,;]\s*|\s+và\s+")
SYLLABLE = re.compile(r"[^\W\d_]+")
