"""Vietnamese text: normal form, folding for search, and nearest names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_SPACES = re.compile(r"\s+")
_SEPARATORS = re.compile(r"[^0-9a-z]+")
# The marks that Latin letters come apart into, and what is neither one of them nor ASCII.
_MARKS = re.compile("[\u0300-\u036f]+")
_OTHER_LETTERS = re.compile("[^\x00-\x7f\u0300-\u036f]")
# Longer texts are seldom folded twice, and a store full of them takes a gigabyte.
_REMEMBERED = 1000
_SHORT = 4


def nfc(text: str) -> str:
    """`text` in Unicode NFC, the form every file of a registry is in."""
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """`text` with each run of white space made one space and the ends trimmed."""
    return _SPACES.sub(" ", text).strip()


def shortened(text: str, most: int) -> str:
    """`text` on one line; of more than `most` characters as many, the last one "…"."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def plain_dashes(text: str) -> str:
    """`text` with every kind of dash made a hyphen."""
    return text.translate(_DASHES)


def unaccented(text: str) -> str:
    """`text` without tone and vowel marks, "đ" as "d"; case kept."""
    return _unaccented(text) if len(text) <= _REMEMBERED else _unaccented.__wrapped__(text)


@lru_cache(maxsize=65536)
def _unaccented(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    if _OTHER_LETTERS.search(apart):
        return _MARKS.sub("", apart)
    return apart.encode("ascii", "ignore").decode("ascii")  # the same, four times as fast


def folded(text: str) -> str:
    """`text` for comparing: lower case, no accents, "&" read "va", words parted by one space.

    Tone placement ("hòa", "hoà") and every dash or punctuation variant fold together.
    Empty for text without letters or digits.
    """
    return _folded(text) if len(text) <= _REMEMBERED else _folded.__wrapped__(text)


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return _SEPARATORS.sub(" ", unaccented(text).lower().replace("&", " va ")).strip()


def nearest(name: str, known: Iterable[str], *, limit: int = 3, cutoff: float = 60) -> list[str]:
    """The known names most like `name`, best first; empty where none comes near.

    `cutoff` is rapidfuzz's score, 0 to 100, of the folded names. Of spellings that differ in their
    capitals only the first is told.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415  only a wrong name pays for it

    spelt: dict[str, str] = {}
    for each in known:
        spelt.setdefault(each.casefold(), each)
    choices = list(spelt.values())
    # A few letters are part of anything: there only the whole word is compared.
    scorer = fuzz.ratio if len(name) <= _SHORT else fuzz.WRatio
    found = process.extract(
        name, choices, scorer=scorer, processor=folded, limit=limit, score_cutoff=cutoff
    )
    return [choice for choice, _score, _index in found]
