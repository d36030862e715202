"""How wide words stand in Times New Roman, for lines that must be as long as a part of them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parcli.documents.profile import Range

# Advance widths in thousandths of the size. Vowel and tone marks add nothing, but for the horn.
_BOLD = (
    "a500 b556 c443 d556 e443 f333 g500 h556 i277 j333 k556 l277 m833 n556 o500 p556 q556 r443 "
    "s389 t333 u556 v500 w722 x500 y500 z443 A722 B666 C722 D722 E666 F610 G777 H777 I389 J500 "
    "K777 L666 M943 N722 O777 P610 Q777 R722 S556 T666 U722 V722 W1000 X722 Y722 Z666 -333 –500 "
    "&833 (333 )333 /277 .250 ,250 ;333 :333 Đ722 đ556 Ơ777 ơ553 Ư795 ư600"
)
_PLAIN = (
    "a443 b500 c443 d500 e443 f333 g500 h500 i277 j277 k500 l277 m777 n500 o500 p500 q500 r333 "
    "s389 t277 u500 v500 w722 x500 y500 z443 A722 B666 C666 D722 E610 F556 G722 H722 I333 J389 "
    "K722 L610 M889 N722 O722 P556 Q722 R666 S556 T610 U722 V722 W943 X722 Y722 Z610 -333 –500 "
    "&777 (333 )333 /277 .250 ,250 ;277 :277 Đ722 đ500 Ơ722 ơ528 Ư775 ư541"
)
_SPACE, _USUAL = 250, 500
_RULE_SIZE = 12.0
NO_BREAK_SPACE = "\u00a0"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in points of `text` on one line; a letter it does not know counts as a digit."""
    widths = _widths(_BOLD if bold else _PLAIN)
    return sum(_advance(widths, letter) for letter in text) * size / 1000


def rule_under(text: str, size: float, ratio: Range, *, bold: bool, room: float) -> str:
    """No-break spaces that, underlined in the style "Kẻ ngắn", are a line under `text`.

    The line is `ratio.used` of the longest line of `text` in a cell `room` points wide.
    """
    longest = max(text_width(line, size, bold=bold) for line in text.split("\n"))
    length = min(longest, room) * ratio.used
    return NO_BREAK_SPACE * max(round(length * 1000 / _SPACE / _RULE_SIZE), 1)


def _advance(widths: dict[str, int], letter: str) -> int:
    if letter in widths:
        return widths[letter]
    if letter in (" ", NO_BREAK_SPACE):
        return _SPACE
    base = unicodedata.normalize("NFD", letter)
    horned = base[0] + "\u031b" if "\u031b" in base else base[0]
    return widths.get(unicodedata.normalize("NFC", horned), _USUAL)


@lru_cache
def _widths(table: str) -> dict[str, int]:
    return {entry[0]: int(entry[1:]) for entry in table.split()}
