"""What a section is about: background, formulas of the form, reporting, or work to do."""

from __future__ import annotations

import re

from parcli.text import folded

_BACKGROUND = re.compile(
    r"(?:(?:ve|mot so|nhung) )?(?:muc dich|yeu cau|quan diem|muc tieu|chi tieu|pham vi|"
    r"doi tuong|nguyen tac|kinh phi|"
    r"nguon kinh phi|giai thich|"
    r"dinh huong|boi canh|y nghia|su can thiet|co so|can cu|thuc trang|tinh hinh|danh gia|"
    r"(?:cac )?ket qua (?:dat duoc|thuc hien|chung)|uu diem|"
    r"nhung ket qua|ton tai|han che|nguyen nhan|uu diem|phuong cham|tam nhin|khai quat|dac diem|"
    r"thoi gian dia diem|"
    r"thanh phan|noi dung hop|du bao|nhan dinh|bai hoc|co so phap ly|co so chinh tri|"
    r"tam quan trong|pham vi dieu chinh|"
    r"phuong huong chung|hieu luc|thoi gian thuc hien|cac muc tieu|he thong chi tieu|"
    r"kinh phi thuc hien|tu ngu)\b"
)
# A state of affairs may end in work for units; aims and principles never do.
_AFFAIRS = re.compile(r"(?:ve )?(?:tinh hinh|ket qua|danh gia|thuc trang|nhan dinh)\b")
_WORK = re.compile(
    r"\b(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|trach nhiem|noi dung thuc hien|"
    r"cong viec|chu tri|bien phap)\b"
)
_REPORTING = re.compile(
    r"(?:che do (?:thong tin,? )?bao cao|che do thong tin|cong tac bao cao|bao cao ket qua|"
    r"thong tin,? bao cao|bao cao)\b"
)
_FORMULA = re.compile(
    r"\b(?:co hieu luc (?:thi hanh )?(?:ke )?tu|hieu luc thi hanh|chiu trach nhiem thi hanh|"
    r"thi hanh (?:quyet dinh|nghi quyet|thong tu|chi thi) nay|"
    r"ban hanh kem theo (?:quyet dinh|nghi quyet|thong tu|cong van|ke hoach) nay|"
    r"quyet dinh nay thay the|phe duyet kem theo|"
    r"(?:chi tiet|cu the) (?:tai|theo|nhu) (?:cac )?(?:phu luc|bieu|danh muc)|(?:co |"
    r"theo )?(?:phu luc|danh muc|bang)(?: chi tiet)? kem theo$|"
    r"^(?:ghi nhan|bieu duong|danh gia cao|hoan nghenh)\b|^(?:\w+ ){1,8}thong nhat danh gia\b|"
    r"^trong qua trinh (?:trien khai|thuc hien|to chuc).*(?:vuong mac|kho khan|phat sinh)|"
    r"(?:neu|quy dinh|nhu) (?:tai|trong) (?:cac )?(?:phu luc|bieu|danh muc)|"
    r"nhu dieu \d+$|da ky|can cu quyet dinh thi hanh)\b"
)
_LONGEST_HEADING = 22


def is_background(title: str, led: bool = False) -> bool:
    """Whether a heading opens a section that hands out no task: purpose, aims, state of affairs."""
    key = folded(title)
    if led or len(key.split()) > _LONGEST_HEADING:
        return False
    return bool(_BACKGROUND.match(key)) and not _WORK.search(key)


def is_state_of_affairs(title: str) -> bool:
    """Whether a heading opens a review, in which units may yet be given work."""
    return bool(_AFFAIRS.match(folded(title)))


def is_reporting(title: str) -> bool:
    """Whether a heading opens the rules on reports."""
    key = folded(title)
    return bool(_REPORTING.match(key)) and len(key.split()) <= 12


def is_formula(text: str) -> bool:
    """Whether a paragraph is a formula of the form: entry into force, who executes,
    see appendix."""
    key = folded(text)
    return bool(_FORMULA.search(key)) and len(key.split()) < 90
