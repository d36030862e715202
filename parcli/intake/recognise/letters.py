"""Vietnamese letters for character classes: "à-ỹ" in one would match capitals as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TONED_CAPITALS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
CAPITALS = f"A-ZĐ{_TONED_CAPITALS}"
SMALL = f"a-zđ{_TONED_CAPITALS.lower()}"

# Both placements of the mark are in use: "hóa" and "hoá", "ủy" and "uỷ".
_ON_LAST_VOWEL = {"óa": "oá", "òa": "oà", "ỏa": "oả", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}


def both_spellings(words: Iterable[str]) -> set[str]:
    """The words, and each with "hóa", "ủy" … in it as "hoá", "uỷ" … too."""
    said = set(words)
    return said | {
        word.replace(first, last)
        for word in said
        for first, last in _ON_LAST_VOWEL.items()
        if first in word
    }
