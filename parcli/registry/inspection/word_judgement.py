"""Which words of a file look wrong, judged once for each word that a process meets.

A registry's files share their vocabulary: after the first few, a set operation finds what is odd in
the next, where searching the text would cost ten times that.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Enough for the words of any registry; a flood of figures and codes makes it start afresh.
_MOST = 200_000

# So much without a blank is no word of any language: only personal data and stamps are looked for.
_NO_WORD = 5000

# "hòa", "thúy", "khỏe": the mark on the first vowel; "hoà", "thuý", "khoẻ": on the second.
_FIRST_VOWEL = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)", re.IGNORECASE)
_SECOND_VOWEL = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
# A pattern that begins with few letters is searched for ten times as fast: the odd letter stands
# first in those below, and what stands before it is looked back at.
_IMPOSSIBLE = (
    # A syllable closed by c, ch, p or t has the sharp or the heavy tone: others exist in no word.
    re.compile(r"[àằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹăâêôơư](?:ch|[cpt])(?!\w)"),
    re.compile(
        r"(?<![\w-])(?:ch|gh|kh|ngh?|nh|ph|th|tr|gi|[bcdghklmnprstvx])(?:uyet|iec|uoc|iep|uop)"
        r"(?![\w-])"
    ),
    # The last of several vowels bears no tone: "hôị" is "hội"; "quý" and "giữ" have but one.
    re.compile(r"[ìíỉĩị](?:ê|(?!\w)(?<=[aăâeêioôơưuy].)(?<![qQ]u.))"),
    re.compile(r"[ùúủũụ](?:ô|(?!\w)(?<=[aâeêiôư].)(?<![gG]i.))"),
    re.compile(r"[ýỳỷỹỵ](?:ê|(?!\w)(?<=[aâ].))"),
    re.compile(r"[òóỏõọ](?!\w)(?<=[ae].)"),
    re.compile(r"[ừứửữự]ơ"),
    re.compile(r"ư[àáảãạ]"),
    # A character that could not be read; letters of UBND in another order; CT.UBND.
    re.compile("\ufffd"),
    re.compile(r"U(?<!\w.)(?:BDN|NBD|BNĐ)(?!\w)"),
    re.compile(r"\.UBND(?:(?<=\b(?:CT|KH|QĐ|TB|BC|CV|NQ)\.UBND)|(?<=\bTTr\.UBND))"),
)
# A figure with a letter in it, and what each such word has.
_FIGURE = re.compile(r"(?<!\w)(?:\d+[OoIl]\d+(?!\w)|[lI]\d{1,3}%|\d+[Oo]+%)")
_LETTER_AT_DIGIT = re.compile(r"[OoIl](?:\d|(?<=\d.))")
# What telephone and identity numbers begin with, whole or parted by spaces; 9 digits; an address.
_PERSONAL = (
    re.compile(r"0(?<![\w.-].)\d\d(?:[\d.]|$)", re.MULTILINE),
    re.compile(r"\+84(?<![\w.-]\+84)"),
    re.compile(r"\d\d{8}(?!\d)(?<!\d{10})"),
    re.compile(r"@(?<=\w.)\w"),
)
# UTF-8 read as Latin-1 ("vÄƒn"), TCVN3 ("v¨n", "ñ" and "ö" of VNI): no Vietnamese word has these.
_LEGACY = (
    re.compile(r"Ã[\u0080-\u00bf\u2018-\u2122]|áº|á»|Ä[\u0080-\u00bf\u0192\u2018-\u2122]|Æ[°¡]"),
    re.compile(r"[µ¶·¸¹¨¼½¾©ª¬](?<=[^\W\d_].)(?=[^\W\d_]|$)", re.MULTILINE),
    re.compile(r"®(?<!\w.)[^\W\d_]"),
    re.compile(r"[øûïåäëüñö](?<=[A-Za-z].)"),
    re.compile(r"[ñÑ](?<!\w.)[a-z]"),
    re.compile(r"[âêÂÊ](?<=[aeoAEO].)"),
    re.compile(r"[ùõ](?<=[ae].)"),
)
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/.-]\d|\d)")
_MONTH_AND_YEAR = re.compile(r"/\d{1,2}/(?:19|20)\d\d")
_SECRET = re.compile("(?:MẬT|[Mm]ật)")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")


# A foreign name may have such letters; a text of them has many.
_FEWEST_LEGACY = 3


@dataclass
class Judged:
    """Odd words, each with the punctuation it stands with; those of old encodings are only that."""

    first_vowel: set[str] = field(default_factory=set)
    second_vowel: set[str] = field(default_factory=set)
    impossible: set[str] = field(default_factory=set)
    mixed: set[str] = field(default_factory=set)
    personal: set[str] = field(default_factory=set)
    secret: set[str] = field(default_factory=set)
    legacy: set[str] = field(default_factory=set)


class _Known:
    """Every word judged so far and what was odd among them."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.odd = Judged()

    def judge(self, words: Iterable[str]) -> None:
        self.seen.update(words)
        text, odd = "\n".join(word for word in words if len(word) < _NO_WORD), self.odd
        odd.first_vowel.update(_lines_with(_FIRST_VOWEL, text))
        odd.second_vowel.update(_lines_with(_SECOND_VOWEL, text))
        odd.impossible.update(_lines_with_any(_IMPOSSIBLE, text))
        odd.impossible.update(w for w in _lines_with(_LETTER_AT_DIGIT, text) if _FIGURE.search(w))
        odd.impossible.update(w for w in _lines_with(_MONTH_AND_YEAR, text) if _is_no_date(w))
        odd.legacy.update(_lines_with_any(_LEGACY, text))
        odd.mixed.update(word for word in _lines_with(_OTHER_SCRIPT, text) if _has_latin(word))
        everything = "\n".join(words)
        odd.personal.update(_lines_with_any(_PERSONAL, everything))
        odd.secret.update(_lines_with(_SECRET, everything))


def _lines_with_any(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[str]:
    for pattern in patterns:
        yield from _lines_with(pattern, text)


def _lines_with(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """The lines of `text` in which `pattern` matches; one search over all beats one a line."""
    for found in pattern.finditer(text):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.start())
        yield text[start : end if end >= 0 else None]


def _is_no_date(word: str) -> bool:
    """Whether a day such as 31/02/2026 stands in the word."""
    for found in _DATE.finditer(word):
        day, month, year = map(int, found.groups())
        try:
            date(year, month, day)
        except ValueError:
            return True
    return False


def _has_latin(word: str) -> bool:
    return any("LATIN" in unicodedata.name(letter, "") for letter in word)


_known = _Known()


def judged(vocabulary: set[str]) -> Judged:
    """The odd words among `vocabulary`."""
    global _known  # noqa: PLW0603  a cache that starts afresh when it is full
    if len(_known.seen) > _MOST:
        _known = _Known()
    _known.judge(vocabulary - _known.seen)
    odd = _known.odd
    legacy = vocabulary & odd.legacy
    if len(legacy) < _FEWEST_LEGACY:
        legacy = set()
    return Judged(
        (vocabulary & odd.first_vowel) - legacy,
        (vocabulary & odd.second_vowel) - legacy,
        (vocabulary & odd.impossible) - legacy,
        vocabulary & odd.mixed,
        vocabulary & odd.personal,
        vocabulary & odd.secret,
        legacy,
    )
