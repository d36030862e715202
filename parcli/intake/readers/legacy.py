"""Text of the fonts used before Unicode: TCVN3 (ABC, .VnTime) and VNI,
told and turned into Unicode."""

from __future__ import annotations

import re
import unicodedata

# TCVN 5712:1993, third table, as its bytes look when read as Latin-1.
_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
# VNI-Windows writes a vowel and, after it, a letter that stands for its marks.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = {
    "ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị",
    "î": "ỵ", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị", "Î": "Ỵ",
}  # fmt: skip
_VNI_PAIR = re.compile(
    "([aeouyAEOUYôöÔÖ])([" + "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper() + "])"
)
_ONLY_VIETNAMESE = re.compile("[ơưăđƠƯĂĐ\u1ea0-\u1ef9]")
_WORDS = re.compile(
    r"\b(?:và|của|các|ngày|nhân dân|ủy ban|uỷ ban|thực hiện|số|việc)\b", re.IGNORECASE
)
_FEWEST = 3


def legacy_font(name: str | None) -> str:
    """The name of a font from before Unicode: ".VnTime", "VNI-Times"; "" for any other."""
    bare = re.sub(r"^[A-Z]{6}\+", "", name or "")
    return bare if bare.lower().startswith((".vn", "vni-", "vni ")) else ""


def converted(text: str, font: str) -> str:
    """`text` typed in the legacy font, in Unicode."""
    return vni(text) if font.lower().startswith("vni") else tcvn3(text)


def shows_capitals(font: str) -> bool:
    """Whether the font draws small letters as capitals, as those of TCVN3 ending in H do."""
    return bool(re.match(r"\.Vn[\w ]*H(?:[\s,-]*(?:Bold|Italic).*)?$", font))


def from_legacy(text: str) -> tuple[str, str]:
    """`text` in Unicode and the font it was typed for; ("…", "") where it needed nothing."""
    if len(_ONLY_VIETNAMESE.findall(text)) > len(text) / 200:
        return text, ""
    candidates = (("TCVN3", tcvn3(text)), ("VNI", vni(text)))
    before = len(_WORDS.findall(text))
    name, best = max(candidates, key=lambda each: len(_WORDS.findall(each[1])))
    found = len(_WORDS.findall(best))
    return (best, name) if found >= _FEWEST and found > 2 * before else (text, "")


def tcvn3(text: str) -> str:
    """`text`, typed for a TCVN3 font, in Unicode."""
    return "".join(_TCVN3.get(char, char) for char in text)


def vni(text: str) -> str:
    """`text`, typed for a VNI font, in Unicode NFC."""

    def vowel(found: re.Match[str]) -> str:
        base = _VNI_LETTERS.get(found[1], found[1])
        return unicodedata.normalize("NFC", base + _VNI_MARKS[found[2].lower()])

    paired = _VNI_PAIR.sub(vowel, text)
    return "".join(_VNI_LETTERS.get(char, char) for char in paired)
