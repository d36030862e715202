"""Names printed in capitals, written as the office writes them (NĐ 30/2020/NĐ-CP Phụ lục II)."""

from __future__ import annotations

import re

from parcli.model.unit_vocabulary import FIELDS, LEVELS

_PHRASES = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Văn phòng", "Thanh tra", "Công an",
    "Ban Chỉ đạo", "Ban Quản lý", "Trung tâm", "Chi cục", "Tổng cục", "Ủy ban Mặt trận Tổ quốc",
    "Bảo hiểm xã hội", "Kho bạc Nhà nước", "Thủ tướng Chính phủ", "Chính phủ", "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy", "Thị ủy", "Đảng ủy", "cải cách hành chính", "chuyển đổi số", "Bộ", "Sở", "Phòng",
    "Cục",
    "Vụ", "Ban", "UBND", "HĐND", "Công an", "Quốc phòng", "Ngoại giao", "và", "khu kinh tế",
    "khu công nghiệp", "Đoàn Đại biểu Quốc hội", "Hội đồng", "Chủ tịch",
)  # fmt: skip
_KNOWN = sorted({*_PHRASES, *FIELDS}, key=len, reverse=True)


def official_case(capitals: str, body: str) -> str:
    """`capitals` in mixed case: as the document itself writes the name, else by its parts."""
    if capitals.upper() != capitals:
        return capitals
    written = _as_written(capitals, body)
    if written:
        return written[0].upper() + written[1:]
    words: list[str] = []
    rest = capitals.strip()
    while rest:
        piece, length = _next(rest, body, bool(words))
        words.append(piece)
        rest = rest[length:].lstrip()
    text = re.sub(r"\s+([,;])", r"\1", " ".join(words))
    return text[0].upper() + text[1:] if text else capitals


def _as_written(capitals: str, body: str) -> str:
    """The mixed-case form in which the body writes the words most often; "" where it never does."""
    pattern = re.compile(
        r"(?<!\w)" + r"\s+".join(map(re.escape, capitals.split())) + r"(?!\w)", re.IGNORECASE
    )
    forms = [" ".join(found.split()) for found in pattern.findall(body)]
    mixed = [form for form in forms if form.upper() != form and not form.islower()]
    return max(mixed, key=mixed.count, default="")


def _next(rest: str, body: str, inside: bool) -> tuple[str, int]:
    """The first words of `rest` in mixed case and how many characters they took."""
    for name in _KNOWN:
        if _begins(rest, name):
            return name, len(name)
    for level in sorted(LEVELS, key=len, reverse=True):
        if _begins(rest, level) and level != "Việt Nam":
            place = rest[len(level) :]
            stop = re.search(r"\s*[,;(]|\s+-\s+", place)
            name = place[: stop.start()] if stop else place
            if name.strip():
                named = _as_written(name.strip(), body) or _titled(name.strip())
                return f"{level} {named}", len(level) + len(name)
            return level, len(level)
    found = re.match(r"\S+", rest)
    word = found[0] if found else rest
    short = len(word) <= 5 and not re.search(
        r"[ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]|[AEIOUY]", word
    )
    if short:
        return word, len(word)
    return (word.lower() if inside else word.capitalize()), len(word)


def _begins(text: str, name: str) -> bool:
    return (
        text[: len(name)].casefold() == name.casefold()
        and not text[len(name) : len(name) + 1].isalnum()
    )


def _titled(name: str) -> str:
    return " ".join(
        "-".join(part.capitalize() for part in word.split("-")) for word in name.split()
    )
