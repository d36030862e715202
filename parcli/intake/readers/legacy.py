"""Text of the fonts used before Unicode: TCVN3 (ABC, .VnTime) and VNI,
told and turned into Unicode."""

from __future__ import annotations

import re
import unicodedata

from parcli.intake.readers.syllables import marked_words, syllables

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
# One pass for pairs and single letters: "Ò" is what "OØ" gives, and by itself stands for "Ị".
_VNI = re.compile(
    "([aeouyAEOUYôöÔÖ])([" + "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper() + "])"
    "|[" + "".join(_VNI_LETTERS) + "]"
)
_ONLY_VIETNAMESE = re.compile("[ơưăđƠƯĂĐ\u1ea0-\u1ef9]")
_WORDS = re.compile(
    r"\b(?:và|của|các|ngày|nhân dân|ủy ban|uỷ ban|thực hiện|số|việc)\b", re.IGNORECASE
)
_FEWEST = 3
# How many marked words must be Vietnamese after conversion, and before it at most.
_MOST, _LEAST = 0.85, 0.5
# Words of a style that shows capitals, or typed so: TCVN3 has no capitals with tones.
_STRETCH = re.compile(r"[^\sa-z]+(?:[ \t]+[^\sa-z]+)*")


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
    name, best = max(_candidates(text), key=lambda each: len(_WORDS.findall(each[1])))
    found = len(_WORDS.findall(best))
    if found >= _FEWEST and found > 2 * len(_WORDS.findall(text)):
        return best, name
    font = likely_font(text)
    return (dict(_candidates(text))[font], font) if font else (text, "")


def _candidates(text: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("TCVN3", tcvn3(text)), ("VNI", vni(text))


def likely_font(text: str, fewest: int = _FEWEST) -> str:
    """The legacy font in which the marked words of `text` become Vietnamese; "" for none.

    Short text decides too, by its syllables; at least `fewest` words must be marked.
    """
    words = marked_words(text)
    if len(words) < fewest or syllables(words) > _LEAST * len(words):
        return ""
    counts = [
        (syllables([decode(word) for word in words]), name)
        for name, decode in (("VNI", vni), ("TCVN3", tcvn3))
    ]
    count, name = max(counts)
    return name if count >= _MOST * len(words) else ""


def tcvn3(text: str) -> str:
    """`text`, typed for a TCVN3 font, in Unicode; words in capitals wholly so."""
    changed = "".join(_TCVN3.get(char, char) for char in text)
    return _STRETCH.sub(_in_capitals, changed) if changed != text else text


def _in_capitals(found: re.Match[str]) -> str:
    """ "Sở NộI Vụ" is how "SỞ NỘI VỤ" was typed: toned letters had no capitals of their own."""
    return found[0].upper() if any(map(_is_mixed, found[0].split())) else found[0]


def _is_mixed(word: str) -> bool:
    return len(re.findall("[A-Z]", word)) > 1 and any(map(str.islower, word))


def vni(text: str) -> str:
    """`text`, typed for a VNI font, in Unicode NFC."""

    def letter(found: re.Match[str]) -> str:
        if not found[2]:
            return _VNI_LETTERS[found[0]]
        base = _VNI_LETTERS.get(found[1], found[1])
        return unicodedata.normalize("NFC", base + _VNI_MARKS[found[2].lower()])

    return _VNI.sub(letter, text)
