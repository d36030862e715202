"""What a section is about: background, formulas of the form, reporting, or work to do."""

from __future__ import annotations

import re

from parcli.text import folded

_BACKGROUND = re.compile(
    r"(?:(?:ve|mot so|nhung) )?(?:muc dich|"
    # With a time beside it a demand is work: "Yêu cầu và tiến độ thực hiện".
    r"yeu cau(?! (?:va )?(?:tien do|thoi han|thoi gian (?:thuc hien|hoan thanh|bao cao))\b)|"
    r"quan diem|muc tieu|chi tieu|pham vi|"
    r"doi tuong|nguyen tac|kinh phi|"
    r"nguon (?:kinh phi|von|luc)|giai thich|ly do|danh nghia to chuc|ten goi|chu de|dia diem|"
    r"dinh huong|boi canh|y nghia|su can thiet|co so|can cu|thuc trang|tinh hinh|danh gia|"
    r"(?:cac )?ket qua (?:dat duoc|thuc hien|chung)|uu diem|"
    r"nhung ket qua|ton tai|han che|nguyen nhan|uu diem|phuong cham|tam nhin|khai quat|dac diem|"
    r"thoi gian (?:va )?(?:dia diem|pham vi|thanh phan|doi tuong|hinh thuc)|phuong phap|"
    r"noi dung (?:kiem tra|giam sat|thanh tra|khao sat|tham tra)|"
    r"(?:cac )?khau hieu|thanh phan|noi dung hop|du bao|nhan dinh|bai hoc|co so phap ly|"
    r"co so chinh tri|"
    r"tam quan trong|pham vi dieu chinh|"
    r"(?:cac |nhung )?(?:quyet dinh|nghi quyet|van ban|thong tu|chi thi)(?: \w+){0,8}? "
    r"(?:het hieu luc|bi bai bo|duoc bai bo)|bai bo (?:cac |toan bo )?"
    r"(?:quyet dinh|nghi quyet|van ban)|"
    r"(?:lo trinh|thoi diem) ap dung(?: \w+){0,3}? (?:quy chuan|tieu chuan|quy dinh|muc|gia|phi)|"
    r"(?:dieu khoan|quy dinh) chuyen tiep|"
    r"phuong huong chung|hieu luc|thoi gian thuc hien|cac muc tieu|he thong chi tieu|"
    r"kinh phi thuc hien|tu ngu)\b"
)
# A state of affairs may end in work for units; aims and principles never do.
_AFFAIRS = re.compile(r"(?:ve )?(?:tinh hinh|ket qua|danh gia|thuc trang|nhan dinh)\b")
_WORK = re.compile(
    r"\b(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|trach nhiem|noi dung thuc hien|"
    r"cong viec|chu tri|bien phap|(?:va|dia diem|thoi gian) (?:cac )?(?:noi dung|hoat dong))\b"
)
# After a review these announce what is still to be done: "Kết quả … và nhiệm vụ trọng tâm".
_WORK_TOO = re.compile(
    r"\bva (?:\w+ ){0,3}?(?:nhiem vu|giai phap|phuong huong|bien phap|cong viec)\b"
)
_OPENS_WORK = re.compile(
    r"(?:(?:cac|mot so) )?(?:ke hoach (?:phat trien|trien khai|thuc hien|hanh dong)|"
    r"nhiem vu(?! chinh tri)|giai phap|bien phap|"
    r"noi dung (?:thuc hien|trien khai|cong viec|nhiem vu)|"
    r"to chuc thuc hien|phan cong)\b"
)
_MONEY = re.compile(r"(?:ve )?(?:nguon )?(?:kinh phi|von|luc)\b")
_REASONS = re.compile(r"(?:ly do|nguyen nhan|ket qua|uu diem|ton tai|han che|thuc trang)\b")
_REPORTING = re.compile(
    r"(?:che do (?:thong tin,? )?bao cao|che do thong tin|cong tac bao cao|bao cao ket qua|"
    r"thong tin,? bao cao|bao cao)\b"
)
_FORMULA = re.compile(
    r"\b(?:co hieu luc (?:thi hanh )?(?:ke )?tu|hieu luc thi hanh|chiu trach nhiem thi hanh|"
    r"thi hanh (?:quyet dinh|nghi quyet|thong tu|chi thi) nay|"
    r"^(?:nay )?ban hanh kem theo (?:quyet dinh|nghi quyet|thong tu|cong van|ke hoach) nay|"
    r"quyet dinh nay thay the|phe duyet kem theo|"
    r"(?:chi tiet|cu the) (?:tai|theo|nhu) (?:cac )?(?:phu luc|bieu|danh muc)|(?:co |"
    r"theo )?(?:phu luc|danh muc|bang)(?: chi tiet)? (?:dinh kem|kem theo)$|"
    r"^(?:ghi nhan|bieu duong|danh gia cao|hoan nghenh)\b|^(?:\w+ ){1,8}thong nhat danh gia\b|"
    r"^trong qua trinh (?:trien khai|thuc hien|to chuc).*(?:vuong mac|kho khan|phat sinh)|"
    r"(?:neu|quy dinh|nhu) (?:tai|trong) (?:cac )?(?:phu luc|bieu|danh muc)|"
    r"nhu dieu \d+$|^da ky$|can cu quyet dinh thi hanh)\b"
)
_LONGEST_HEADING = 22


def is_background(title: str, led: bool = False, *, opens: bool = False) -> bool:
    """Whether a heading opens a section that hands out no task: purpose, aims, state of affairs.

    `opens` says that something stands below it.
    """
    key = folded(title)
    if led or len(key.split()) > _LONGEST_HEADING:
        return False
    if not _BACKGROUND.match(key):
        return False
    # "Đánh giá việc thực hiện nhiệm vụ" above its findings is about work that is done.
    work = _WORK_TOO if opens and _AFFAIRS.match(key) else _WORK
    return work.search(key) is None


def gives_reasons(text: str) -> bool:
    """Whether a line leads in to reasons or findings, not to work: "Lý do: …, cụ thể như sau:"."""
    return text.rstrip().endswith(":") and bool(_REASONS.match(folded(text)))


def is_own_demand(title: str) -> bool:
    """Whether a heading says no more than "Yêu cầu chung": in a document that asks, it asks."""
    return bool(re.fullmatch(r"(?:mot so )?yeu cau(?: chung| cu the)?", folded(title)))


def is_demand_on_matter(title: str) -> bool:
    """Whether a heading opens demands on one matter, "Yêu cầu về kỹ thuật"."""
    return bool(re.match(r"(?:mot so )?yeu cau (?:ve|doi voi|trong)\b", folded(title)))


def is_of_money(title: str) -> bool:
    """Whether a heading opens the section on funds, where units may be told to find them."""
    return bool(_MONEY.match(folded(title)))


def is_state_of_affairs(title: str) -> bool:
    """Whether a heading opens a review, in which units may yet be given work."""
    return bool(_AFFAIRS.match(folded(title)))


def opens_work(title: str) -> bool:
    """Whether a heading inside a section of aims opens work after all: "3. Nhiệm vụ, giải pháp"."""
    return bool(_OPENS_WORK.match(folded(title))) and len(folded(title).split()) <= _LONGEST_HEADING


def is_reporting(title: str) -> bool:
    """Whether a heading opens the rules on reports."""
    key = folded(title)
    return bool(_REPORTING.match(key)) and len(key.split()) <= 12


def is_formula(text: str) -> bool:
    """Whether a paragraph is a formula of the form: entry into force, who executes,
    see appendix."""
    key = folded(text)
    return bool(_FORMULA.search(key)) and len(key.split()) < 90
