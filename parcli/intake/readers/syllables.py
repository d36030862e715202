"""Whether words can be Vietnamese at all: what tells sound text from text in a legacy font."""

from __future__ import annotations

import re
import unicodedata

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_NUCLEI = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oai oao oay oă oe oeo oi ôi "
    "ơi oo ua uâ uây uă uê ui uô uôi uơ ưa ưi ươ ươi ươu ưu uy uya uyê uyu yê yêu"
)
_SYLLABLE = re.compile(
    "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?(?:"
    + "|".join(sorted(_NUCLEI.split(), key=len, reverse=True))
    + ")(?:ch|c|m|ng|nh|n|p|t)?"
)
_EDGES = "".join(map(chr, range(33, 48))) + ":;<=>?@[\\]^_`{|}~“”‘’…–—•0123456789"


def marked_words(text: str) -> list[str]:
    """The words of `text` that have a sign beyond ASCII, without the marks around them."""
    words = (word.strip(_EDGES) for word in re.split(r"[\s/,;:()\-–—]+", text))
    return [word for word in words if not word.isascii()]


def is_syllable(word: str) -> bool:
    """Whether `word` can be one Vietnamese syllable: at most one tone, letters that go together."""
    letters = unicodedata.normalize("NFD", word.lower())
    if len(_TONES.findall(letters)) > 1:
        return False
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", letters))))


def syllables(words: list[str]) -> int:
    """How many of `words` can be Vietnamese."""
    return sum(map(is_syllable, words))
