"""What the heading of a column promises: who acts, what is to be done or handled, until when."""

from __future__ import annotations

import re
from typing import Literal

from parcli.text import folded, nfc, one_line

Role = Literal[
    "number", "title", "text", "lead", "support", "deadline", "start", "output", "target",
    "measure",
    "responsible", "note", "units", "matter", "extra",
]  # fmt: skip

# The first that fits decides; headings are folded: lower case, without accents.
_ROLES: tuple[tuple[Role, str], ...] = (
    ("output", r"san pham|dau ra"),
    ("extra", r"kinh phi|nguon (von|luc)|du toan|can cu|van ban (?:giao|chi dao)|so van ban|"
              r"ket qua thuc hien|"
              r"tinh hinh thuc hien|hien trang|thuc hien nam|uoc thuc hien|(nam )?20\d\d$"),
    ("extra", r"so luong[^|]*|dia chi|tru so[^|]*|dien tich[^|]*"),
    ("lead", r"chu tri|chiu trach nhiem chinh|dau moi|soan thao"),
    ("support", r"phoi hop"),
    ("responsible", r"lanh dao|nguoi (chi dao|phu trach|thuc hien|dung dau|xu ly|duoc giao|"
                    r"duoc phan cong|giai quyet|tham muu|chiu trach nhiem)|chi dao|ca nhan|"
                    r"theo doi"),
    ("deadline", r"thoi (gian|han|diem)|tien do|lo trinh|hoan thanh|han (cuoi|chot|xu ly|tra loi|"
                 r"giai quyet|bao cao|nop)|ky han"),
    ("output", r"ket qua|hinh thuc van ban|ten van ban"),
    ("measure", r"don vi tinh|dvt|don vi do"),
    ("extra", r"tham tra|(?:co quan|don vi|noi|cap) (?:trinh|tham dinh|ban hanh|nhan|quyet dinh)"),
    ("units", r"(co quan|don vi|bo phan|phong ban|to chuc)[^|]*(thuc hien|trien khai|tham muu|"
        r"chu quan|"
              r"phu trach|trach nhiem|bao cao|lien quan)?|phan cong|trach nhiem|noi thuc hien"),
    ("target", r"(?<!tieu )chi tieu(?! chi)|muc tieu|dinh muc"),
    ("note", r"ghi chu|luu y"),
    ("title", r"ten (nhiem vu|cong viec|hoat dong|de an|chuong trinh)|nhom nhiem vu|linh vuc|"
        r"tieu chi|chi so"),
    ("text", r"nhiem vu|noi dung|cong viec|giai phap|hoat dong|cong tac|van de|yeu cau|viec|de an|"
             r"chuong trinh|du an|bien phap|hang muc|huong (?:xu ly|giai quyet|khac phuc|thao go)"),
)  # fmt: skip
_COMPILED = [(role, re.compile(rf"(?:^|.*\b)(?:{pattern})(?:\b.*|$)")) for role, pattern in _ROLES]
# A narrow column breaks "STT" into two or three lines.
_NUMBER_ONLY = re.compile(r"(s ?t ?t|t ?t|so tt|so thu tu|muc|so|ma so|ma)$")

# Nouns of one syllable are told by their accents and what follows: "Số", "Khối lượng", "Xã hội".
_OFFICE = (
    r"(?:bộ(?! (?:chỉ số|tiêu chí|thủ tục))|sở|ban(?! hành)|ngành(?!,? nghề)|khối(?! lượng)|"
    r"phòng(?!,? (?:chống|ngừa))|khoa|tổ(?! chức)|tổ chức(?! thực hiện| triển khai)|địa phương|"
    r"tỉnh|huyện|xã(?! hội)|phường|ubnd|lực lượng|tập thể|cơ quan|đơn vị(?! (?:tính|đo))|bộ phận|"
    r"ủy ban|uỷ ban|văn phòng|trung tâm|viện|cục|chi cục|vụ(?! việc)|trường(?! hợp)|đoàn thể|"
    r"hội(?! nghị| thảo| đồng)|chi bộ|đảng ủy|doanh nghiệp|thôn|bên|chủ thể|ai)"
)
_PERSON = (
    r"(?:cá nhân|người|cán bộ|công chức|viên chức|chuyên viên|giáo viên|đồng chí|đ/c|thành viên|"
    r"trưởng (?:phòng|ban|bộ phận)|nhân viên)"
)
_ACTS = (
    r"(?:phụ trách|được giao|được phân công|xử lý|tiếp nhận|trả lời|giải quyết|tham mưu|thực hiện|"
    r"trách nhiệm|khắc phục|triển khai|tháo gỡ|hướng dẫn|đảm nhiệm|đảm nhận|thi hành|thụ lý|"
    r"thẩm quyền)"
)
_ACTING_OFFICE = re.compile(
    rf"(?:(?:tên|các) )?{_OFFICE}\b[^|]*\b{_ACTS}\b|(?:cấp (?:có )?)?thẩm quyền\b|"
    rf"nơi (?:thực hiện|xử lý|giải quyết)|giao (?:cho|{_OFFICE})\b|ai làm\b"
)
_ACTING_PERSON = re.compile(rf"{_PERSON}\b[^|]*\b{_ACTS}\b|người làm$")
# Who asked, not who acts: "Tỉnh kiến nghị", "Cơ quan, đơn vị đề xuất", "Nơi gửi ý kiến".
_ASKS = r"(?:kiến nghị|đề xuất|đề nghị|phản ánh|góp ý|hỏi|nêu|gửi|có ý kiến|có kiến nghị)"
_ASKER = re.compile(
    rf"(?:(?:tên|các) )?(?:cử tri|nơi|{_OFFICE}|{_PERSON})"
    rf"(?:[ ,/]{{1,3}}(?:{_OFFICE}|{_PERSON})){{0,3}} (?:đã |có )?{_ASKS}\b(?![^|]*\b{_ACTS}\b)"
)
# What was asked for or found wrong, and waits for somebody to handle it.
_MATTER = re.compile(
    r"(?:(?:cac|nhung|mot so|noi dung|thong tin|tom tat|chi tiet|cu the|danh muc|ten|nhom) ){0,4}"
    r"(?:kien nghi|de xuat|de nghi|phan anh|vuong mac|kho khan|bat cap|ton tai|han che|khuyet diem|"
    r"sai pham|vi pham|khuyen nghi|cau hoi|y kien|ket luan|su viec|vu viec|diem nghen|tro ngai|"
    r"thieu sot|sai sot|su co|nguyen vong|thac mac|khieu nai|yeu kem)\b.*"
)
# Work in words that elsewhere name people: "Ý kiến chỉ đạo", "Nội dung phân công".
_HANDED_DOWN = re.compile(
    r"(?:noi dung|y kien|nhiem vu|cong viec|viec|yeu cau|ket luan)[^|]*\b"
    r"(?:chi dao|duoc giao|phan cong|giao|phu trach|trach nhiem|theo doi)\b.*|chi dao cua\b.*"
)
_UNTIL = re.compile(
    r"(?:hạn(?! (?:chế|mức|hán|sử dụng|ngạch))|deadline|bao giờ|khi nào|"
    r"(?:ngày )?(?:phải )?xong)\b.*"
)
# These are told by more than how the heading begins.
_OTHERWISE = re.compile(
    r"\b(?:chủ trì|phối hợp|đầu mối|chủ quản|sản phẩm|thời gian|thời hạn|tiến độ|kết quả|"
    r"hoàn thành|kinh phí)\b"
)
# What somebody has answered already: a table with such a column reports.
_ANSWERED = re.compile(
    r"(?:(?:noi dung|ket qua|y kien|thong tin|viec) )?(?:da )?"
    r"(?:tra loi|giai trinh|tiep thu|giai dap|dap an)\b.*"
)
_HANDLED = re.compile(r"(?:ket qua|tinh hinh|da) (?:xu ly|giai quyet|khac phuc)\b.*")


def role_of(heading: str) -> Role | None:
    """What a heading promises; None for one that nobody knows.

    "matter" is what waits to be handled ("Kiến nghị", "Khó khăn, vướng mắc"), "units" an office
    that does something or is only named, "extra" one that asked.
    """
    key = folded(heading)
    if _NUMBER_ONLY.fullmatch(key):
        return "number"
    return _told_by_accents(heading, key) or next(
        (role for role, pattern in _COMPILED if pattern.fullmatch(key)), None
    )


def _printed(heading: str) -> str:
    """The words on one line in small letters, accents kept."""
    return one_line(nfc(heading)).lower()


def _told_by_accents(heading: str, key: str) -> Role | None:
    """The role of headings that say who asks, who handles or what; None for all others."""
    printed = _printed(heading)
    if _ASKER.match(printed) or _ANSWERED.fullmatch(key):
        return "extra"
    if _OTHERWISE.search(printed):
        return None
    told: tuple[tuple[Role, object], ...] = (
        ("deadline", _UNTIL.fullmatch(printed)),
        ("units", _ACTING_OFFICE.match(printed)),
        ("responsible", _ACTING_PERSON.match(printed)),
        ("text", _HANDED_DOWN.fullmatch(key)),
        ("matter", _MATTER.fullmatch(key)),
    )
    return next((role for role, found in told if found), None)


def is_answer(heading: str) -> bool:
    """Whether a column holds what was answered: "Nội dung trả lời", "Kết quả giải quyết"."""
    key = folded(heading)
    return bool(_ANSWERED.fullmatch(key) or _HANDLED.fullmatch(key))


def says_who_acts(heading: str) -> bool:
    """Whether a heading names whoever acts by what they do, not by the bare word "Đơn vị"."""
    printed = _printed(heading)
    if re.search(r"chủ trì|phân công|đầu mối|^trách nhiệm|chịu trách nhiệm", printed):
        return True
    return bool(_ACTING_OFFICE.match(printed) or _ACTING_PERSON.match(printed))
