"""The words of a phrase, folded for comparing, each knowing where it stands in the text."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from parcli.text import nfc, one_line, plain_dashes, unaccented

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = TypeVar("Value")

BREAK = "¶"
BLANK = "…"
CLAUSE_ENDS = frozenset({".", ";", BREAK, ""})

_TOKEN = re.compile(
    r"(?P<markup></?[A-Za-z]{1,8}\s?/?>|[*`~]+|_(?!_))"
    r"|(?P<break>\n[^\S\n]*\n|\t|\n(?=[^\S\n]*[-+•]))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+)"
    r"|(?P<blank>…|\.{3,}|__+)"
    r"|(?P<mark>\S)"
)
_MARKUP = re.compile(r"</?[A-Za-z]{1,8}\s?/?>|[*`~]+")

_ABBREVIATIONS = frozenset(
    ["tp", "tx", "tt", "kt", "tm", "tl", "tuq", "ths", "ts", "pgs", "gs", "v"]
)

# One spelling for words that offices write in two ways or commonly mistype.
_SPELLINGS = {
    "hàng": "hằng",
    "quí": "quý",
    "qui": "quy",
    "kì": "kỳ",
    "truớc": "trước",
    "mồng": "mùng",
}

# Words of their own when they stand without accents in accented text: "ngay" is no "ngày" there.
_OWN_WORDS = frozenset(
    {
        "ba", "ban", "ca", "cho", "co", "cu", "da", "den", "do", "du", "hai", "hang", "hoi", "ke",
        "khi", "ky", "la", "lan", "moi", "mua", "nam", "nay", "ngay", "nhu", "qua", "quy", "sau",
        "som", "thang", "theo", "thu", "toi", "trong", "tu",
    }
)  # fmt: skip


class Token(NamedTuple):
    """One word, number or mark. `key` is lower case with accents, `bare` without them."""

    key: str
    bare: str
    start: int
    end: int
    glued: bool = False
    loose: bool = False

    @property
    def number(self) -> int | None:
        """The figure, where the token is one of at most four digits."""
        return int(self.key) if len(self.key) <= 4 and self.key.isdecimal() else None


_END = Token("", "", 0, 0)


class Tokens:
    """A tokenised text. Reading past its end gives an empty token, never an error.

    `running` says that the text is a sentence with deadlines in it, not a deadline phrase.
    """

    def __init__(self, text: str, *, running: bool = False) -> None:
        self.text = text
        self.running = running
        self._tokens = _tokenise(text)
        self._bare = [token.bare for token in self._tokens]

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < len(self._tokens) else _END

    def any(self, index: int, *words: str) -> bool:
        """Whether the token at `index` is one of `words`."""
        token = self[index]
        return any(_same(token, word) for word in words)

    def take(self, index: int, *phrases: str) -> int:
        """The index after the longest of `phrases` that stands at `index`; 0 where none does."""
        # Asked of every word a hundred times: most words begin none of the phrases.
        if not 0 <= index < len(self._bare):
            return 0
        for words in _by_first(phrases).get(self._bare[index], ()):
            if self.stands(index, words):
                return index + len(words)
        return 0

    def stands(self, index: int, words: tuple[str, ...]) -> bool:
        """Whether `words` stand at `index`, one token each."""
        return all(_same(self[index + n], word) for n, word in enumerate(words))

    def skip(self, index: int, *phrases: str) -> int:
        """The index after one of `phrases`, or `index` itself where none stands there."""
        return self.take(index, *phrases) or index

    def words(self, first: int, after: int) -> str:
        """The text from token `first` up to `after` as printed, without markup."""
        if after <= first:
            return ""
        piece = self.text[self[first].start : self[after - 1].end]
        return one_line(nfc(_MARKUP.sub("", piece)))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the text once, without accents."""
        return frozenset(token.bare for token in self._tokens)

    @cached_property
    def _ends(self) -> list[int]:
        """For each token the index of the clause end at or after it."""
        ends = [len(self)] * (len(self) + 1)
        for index in range(len(self) - 1, -1, -1):
            ends[index] = index if self._ends_clause(index) else ends[index + 1]
        return ends

    def _ends_clause(self, index: int) -> bool:
        if self[index].key not in CLAUSE_ENDS:
            return False
        if self[index].key == "." and self[index - 1].bare in _ABBREVIATIONS:
            return False
        following = self[index + 1]
        return self[index].key != "." or not following.glued or not following.key.isalnum()

    def clause_end(self, index: int) -> int:
        """The index of the full stop, semicolon or line break that ends the clause at `index`."""
        return self._ends[min(index, len(self))]


class Lexicon(Generic[Value]):
    """Phrases with a value each; the longest that stands at a place is the one found."""

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self._values = {tuple(phrase.split()): value for phrase, value in entries.items()}
        self._words = _by_first(tuple(entries))

    @classmethod
    def grouped(cls, phrases: Mapping[Value, tuple[str, ...]]) -> Lexicon[Value]:
        """The lexicon in which all phrases of a group have the group's value."""
        return cls({phrase: value for value, group in phrases.items() for phrase in group})

    def at(self, tokens: Tokens, index: int) -> tuple[Value, int] | None:
        """The value of the phrase at `index` and the index after it; None where none stands."""
        for words in self._words.get(tokens[index].bare, ()):
            if tokens.stands(index, words):
                return self._values[words], index + len(words)
        return None


@cache
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The words of each phrase, longest first, by their first word without accents."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(unaccented(words[0]), []).append(words)
    return found


def _same(token: Token, word: str) -> bool:
    if token.key == word:
        return True
    return token.loose and token.bare == unaccented(word)


def _tokenise(text: str) -> list[Token]:
    plain = nfc(text).lower()
    accentless = unaccented(plain) == plain
    tokens: list[Token] = []
    reach = -1
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        glued = start == reach
        reach = end
        if found.lastgroup == "markup":
            reach = end if glued else -1
            continue
        tokens.append(_token(found, glued=glued, accentless=accentless))
    return tokens


def _token(found: re.Match[str], *, glued: bool, accentless: bool) -> Token:
    start, end = found.span()
    match found.lastgroup:
        case "break":
            return Token(BREAK, BREAK, start, end)
        case "blank":
            return Token(BLANK, BLANK, start, end, glued=glued)
        case "word":
            written = nfc(found[0]).lower()
            key = _SPELLINGS.get(written, written)
            bare = unaccented(key)
            loose = unaccented(written) == written and (accentless or bare not in _OWN_WORDS)
            return Token(key, bare, start, end, glued=glued, loose=loose)
        case _:
            key = plain_dashes(found[0])
            return Token(key, key, start, end, glued=glued)
