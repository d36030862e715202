"""The type of a document (tên loại, NĐ 30/2020/NĐ-CP Điều 7), from its title line or its symbol."""

from __future__ import annotations

import re

from parcli.intake.recognise.letters import CAPITALS
from parcli.text import folded

# Printed name, type, abbreviation in the symbol (Phụ lục III of the decree).
_TYPES = (
    ("Kế hoạch", "ke-hoach", "KH"),
    ("Chỉ thị", "chi-thi", "CT"),
    ("Quyết định", "quyet-dinh", "QĐ"),
    ("Công điện", "cong-dien", "CĐ"),
    ("Thông báo", "thong-bao", "TB"),
    ("Nghị quyết", "nghi-quyet", "NQ"),
    ("Chương trình", "chuong-trinh", "CTr"),
    ("Đề án", "de-an", "ĐA"),
    ("Phương án", "phuong-an", "PA"),
    ("Hướng dẫn", "huong-dan", "HD"),
    ("Công văn", "cong-van", ""),
    ("Báo cáo", "khac", "BC"),
    ("Tờ trình", "khac", "TTr"),
    ("Quy chế", "khac", "QC"),
    ("Quy định", "khac", "QyĐ"),
    ("Kết luận", "khac", "KL"),
    ("Thông tri", "khac", "TT"),
    ("Chiến lược", "khac", ""),
    ("Danh mục", "khac", ""),
    ("Điều lệ", "khac", ""),
    ("Dự án", "khac", "DA"),
    ("Giấy mời", "khac", "GM"),
)
_BY_NAME = {folded(name): kind for name, kind, _short in _TYPES}
_BY_SHORT = {short.upper(): kind for _name, kind, short in _TYPES if short}
_FIRST = re.compile(
    "(" + "|".join(re.escape(name.upper()) for name, _kind, _short in _TYPES) + r")(?=$|[\s:.\n])"
)
_TAIL = re.compile(
    r"(?:\s+(?:HỎA TỐC|KHẨN|HÀNH ĐỘNG|TỔNG THỂ|CHI TIẾT|LIÊN TỊCH|LIÊN NGÀNH|PHỐI HỢP|CÔNG TÁC))?"
)


def type_line(text: str) -> tuple[str, str, int] | None:
    """The type a title line names, the name as printed and where it ends; None for other lines."""
    lead = len(text) - len(text.lstrip())
    spaced = re.match(rf"(?:[{CAPITALS}] ){{4,}}[{CAPITALS}]\s*$", text.lstrip())
    if spaced:
        bare = text.replace(" ", "")
        for name, kind, _short in _TYPES:
            if name.upper().replace(" ", "") == bare:
                return kind, name.upper(), len(text)
    found = _FIRST.match(text.lstrip())
    if not found:
        alone = _BY_NAME.get(folded(text)) if text.strip()[:1].isupper() else None
        return (alone, text.strip(), len(text)) if alone and len(text.split()) <= 3 else None
    end = _TAIL.match(text.lstrip(), found.end())
    stop = lead + (end.end() if end else found.end())
    rest = text[stop:].strip(" :.\n")
    if rest and rest.upper() == rest and len(rest.split()) <= 2 and not rest[-1].isdigit():
        return None
    return _BY_NAME[folded(found[1])], text[lead:stop], stop


def type_of_symbol(symbol: str | None) -> str | None:
    """The type that a symbol's first letters stand for: "KH-UBND" is a plan; None for a letter."""
    parts = re.split(r"[-/ ]+", symbol or "")
    for part in parts[:2]:
        if part.upper() in _BY_SHORT and part[:1].isupper():
            return _BY_SHORT[part.upper()]
    return None


NAMES = tuple(name for name, _kind, _short in _TYPES)
