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
# A syllable closed by c, ch, p or t has the sharp or the heavy tone: others exist in no word.
_IMPOSSIBLE = re.compile(
    r"[àằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹăâêôơư](?:ch|[cpt])(?!\w)"
    r"|(?<![\w-])(?:ch|gh|kh|ngh?|nh|ph|th|tr|gi|[bcdghklmnprstvx])(?:uyet|iec|uoc|iep|uop)(?![\w-])"
    # The last of several vowels bears no tone: "hôị" is "hội"; "quý" and "giữ" have but one.
    r"|(?:[aăâeêioôơưy]|(?<!q)u)[ìíỉĩị](?!\w)|(?:[aâeêưô]|(?<!g)i)[ùúủũụ](?!\w)"
    r"|[aâ][ýỳỷỹỵ](?!\w)|[ae][òóỏõọ](?!\w)|[ìíỉĩị]ê|[ỳýỷỹỵ]ê|[ùúủũụ]ô|[ừứửữự]ơ|ư[àáảãạ]"
    # A character that could not be read; letters of UBND in another order; CT.UBND.
    r"|\ufffd|(?<!\w)(?:UBDN|UNBD|UBNĐ)(?!\w)|(?<!\w)(?:CT|KH|QĐ|TB|BC|CV|TTr|NQ)\.UBND"
    r"|(?<!\w)\d+[OoIl]\d+(?!\w)|(?<!\w)[lI]\d{1,3}%|(?<!\w)\d+[Oo]+%"
)
# What telephone and identity numbers begin with, whole or parted by spaces; 9 digits; an address.
_PERSONAL = re.compile(
    r"(?<![\w.-])(?:0\d\d[\d.]|0\d\d$|\+84)|(?<!\d)\d{9}(?!\d)|\w@\w", re.MULTILINE
)
# UTF-8 read as Latin-1 ("vÄƒn"), TCVN3 ("v¨n", "ñ" and "ö" of VNI): no Vietnamese word has these.
_LEGACY = re.compile(
    r"Ã[\u0080-\u00bf\u2018-\u2122]|áº|á»|Ä[\u0080-\u00bf\u0192\u2018-\u2122]|Æ[°¡]"
    r"|[^\W\d_][µ¶·¸¹¨¼½¾©ª¬](?=[^\W\d_]|$)|(?<!\w)®[^\W\d_]"
    r"|[A-Za-z][øûïåäëüñö]|(?<!\w)[ñÑ][a-z]|[aeoAEO][âêÂÊ]|[ae][ùõ]",
    re.MULTILINE,
)
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/.-]\d|\d)")
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
        for pattern, found in (
            (_FIRST_VOWEL, odd.first_vowel),
            (_SECOND_VOWEL, odd.second_vowel),
            (_IMPOSSIBLE, odd.impossible),
        ):
            found.update(_lines_with(pattern, text))
        odd.legacy.update(_lines_with(_LEGACY, text))
        odd.impossible.update(word for word in _lines_with(_DATE, text) if _is_no_date(word))
        odd.mixed.update(word for word in _lines_with(_OTHER_SCRIPT, text) if _has_latin(word))
        everything = "\n".join(words)
        odd.personal.update(_lines_with(_PERSONAL, everything))
        odd.secret.update(_lines_with(_SECRET, everything))


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
