"""Counts in figures and in words: "15", "mười lăm", "10 (mười)", "hai mươi (20)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

_ONES = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def _spelled() -> dict[str, int]:
    """Every way to say 1 to 99."""
    names = {word: value for word, value in _ONES.items() if word not in {"mốt", "lăm"}}
    names["mười"] = 10
    names |= {f"mười {word}": 10 + value for word, value in _ONES.items()}
    for ten, tens in list(_ONES.items()):
        names[f"{ten} mươi"] = tens * 10
        names |= {f"{ten} mươi {word}": tens * 10 + value for word, value in _ONES.items()}
    return names


_SPELLED = Lexicon(_spelled())
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def count(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The count at `index`, in figures or words, its repetition in brackets passed over."""
    number = tokens[index].number
    found = (number, index + 1) if number is not None else spelled(tokens, index)
    if found is None:
        return None
    value, after = found
    if tokens[after].key == "(":
        repeated = _SPELLED.at(tokens, after + 1) or _figure(tokens, after + 1)
        if repeated is not None and tokens[repeated[1]].key == ")":
            return value, repeated[1] + 1
    return value, after


def _figure(tokens: Tokens, index: int) -> tuple[int, int] | None:
    number = tokens[index].number
    return None if number is None else (number, index + 1)


def spelled(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The count written in words at `index`; "tu", "sau", "nam" without accents are none."""
    return None if tokens[index].key in {"tu", "sau", "nam"} else _SPELLED.at(tokens, index)


def quarter_number(tokens: Tokens, index: int) -> int | None:
    """1 to 4 where the token is a Roman or Arabic quarter number."""
    token = tokens[index]
    number = _ROMAN.get(token.key, token.number or 0)
    return number if 1 <= number <= 4 and len(token.key) <= 3 else None
