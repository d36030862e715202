"""The number at the beginning of a paragraph: "I.", "1.2.", "a)", "Điều 3.", "-"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from parcli.intake.recognise.letters import CAPITALS

if TYPE_CHECKING:
    from parcli.intake.blocks import Paragraph

# The order of points is that of the Vietnamese alphabet (NĐ 30/2020/NĐ-CP Phụ lục I).
ALPHABET = "abcdđeghiklmnopqrstuvxy"
BULLETS = "-–—+*•●▪■◦o➢→·"
_BULLET = re.compile(
    r"([-–—+*•●▪■◦➢→·\uf02d\uf0b7\uf0a7\uf0d8])(?!\1)\s*(?=\S)|(o)\s+(?=[" + CAPITALS + "])"
)
_SECTION = re.compile(
    r"(phần thứ|phần|chương|mục|tiểu mục|điều)\s+"
    r"([IVXLC]{1,6}|\d{1,3}[a-zđ]?|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|"
    r"[A-Z])(?![\w/])\s*[.:\-–]?\s*",
    re.IGNORECASE,
)
# "Thứ nhất, …", "Một là: …" count as numbers do.
_ORDINAL = re.compile(
    r"(?:Thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|"
    r"(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là)\s*[,:.]\s*(?=\S)"
)
_BRACKETED = re.compile(r"\((\d{1,3}|[a-zđ]|[ivx]{1,5})\)\s*(?=\S)")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,2}){0,4})(\s?[.)/]|\s*[-–](?=\s))\s*(?=\D|$)")
# Four figures may be a year: they are a number only where Word, or the line before, counts so.
_THOUSANDS = re.compile(r"\(?(\d{4})[.)]?\)?")
_DECIMAL_BARE = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=[" + CAPITALS + '"“])')
# "4.1.a. …": a letter that says the number it stands below.
_LETTER_BELOW = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}\.[a-zđ])\s?[.)]\s*(?=\S|$)")
_UPPER = re.compile(
    rf"([IVXLC]{{1,6}}|[A-ZĐ])(\s?[.)/]|\s+[-–](?=\s)|[-–](?=[\s{CAPITALS}]))\s*(?=[^\d.]|$)"
)
_LOWER = re.compile(r"([ivx]{2,5}|[a-zđ])\s?([.)/])\s*(?=\S|$)")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})$")
_SPOKEN = {
    "nhất": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5",
    "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip


class Label(NamedTuple):
    """A number as printed: its kind, the number alone, the words it takes in the text.

    `kind` is "điều", "phần"…, "A", "I", "1", "1.1" (by depth), "(1)", "thứ", "a", "i" or a bullet.
    `end` counts the characters of the paragraph's own text; 0 where Word computed the label.
    """

    kind: str
    number: str
    printed: str
    end: int

    @property
    def bullet(self) -> bool:
        """Whether it is a dash or another mark without a number."""
        return self.kind in BULLETS


def label_of(paragraph: Paragraph) -> Label | None:
    """The label of a paragraph, Word's own or the one in its text; None where it has none."""
    if paragraph.label:
        counted = _THOUSANDS.fullmatch(paragraph.label)
        if counted:
            kind = "(1)" if paragraph.label[0] == "(" else "1"
            return Label(kind, counted[1], paragraph.label, 0)
        own = read_label(f"{paragraph.label} x")
        if own is not None:
            return own._replace(end=0)
    text = paragraph.text
    skipped = len(text) - len(text.lstrip())
    found = read_label(text[skipped:])
    return found._replace(end=found.end + skipped) if found else None


def read_label(text: str) -> Label | None:
    """The label that `text` begins with; None where it begins with a word or a figure."""
    section = _SECTION.match(text)
    if section and _heads(section, text):
        return _section(section)
    for read in (_bullet, _ordinal, _bracketed, _decimal, _upper, _lower):
        label = read(text)
        if label is not None:
            return label
    return None


def _heads(section: re.Match[str], text: str) -> bool:
    """Whether "Điều 1" opens a part and is not "Điều 1 Quyết định này" in a sentence."""
    name = section[1]
    if not name[0].isupper():
        return False
    rest = text[section.end() :]
    stopped = section[0].rstrip()[-1:] in ".:-–"
    return stopped or not rest or (name.isupper() and rest[:1].isupper())


def _section(found: re.Match[str]) -> Label:
    name = found[1].lower().removesuffix(" thứ")
    number = _SPOKEN.get(found[2].lower(), found[2])
    return Label(name, number, found[0].strip().rstrip(".:-– "), found.end())


def _bullet(text: str) -> Label | None:
    found = _BULLET.match(text)
    if (
        not found
        or not any(map(str.isalnum, text))
        or (re.match(r"[-–—]\s*\d", text) and not re.match(r"[-–—]\s+\d|[-–—]\d+\s*%", text))
    ):
        return None
    mark = found[1] or found[2]
    kind = "-" if mark in "–—\uf02d" else "•" if "\ue000" <= mark <= "\uf8ff" else mark
    return Label(kind, "", kind, found.end())


def _ordinal(text: str) -> Label | None:
    found = _ORDINAL.match(text)
    if not found:
        return None
    number = _SPOKEN[(found[1] or found[2]).lower()]
    return Label("thứ", number, found[0].strip(" ,:."), found.end())


def _bracketed(text: str) -> Label | None:
    found = _BRACKETED.match(text)
    if not found:
        return None
    kind = "(1)" if found[1].isdecimal() else "(a)"
    return Label(kind, found[1], found[0].strip(), found.end())


def _decimal(text: str) -> Label | None:
    below = _LETTER_BELOW.match(text)
    if below:
        return Label("a", below[1], below[0].strip(), below.end())
    found = _DECIMAL.match(text)
    if found and found[2].strip() == "/" and re.match(r"\s*[A-ZĐ]{2,}", text[found.end() :]):
        return None
    found = found or _DECIMAL_BARE.match(text)
    if not found:
        return None
    return Label(f"1{'.1' * found[1].count('.')}", found[1], found[0].strip(), found.end())


def _upper(text: str) -> Label | None:
    found = _UPPER.match(text)
    if not found or (text[found.end() : found.end() + 1].islower() and found[1] in "TPQ"):
        return None
    kind = "I" if _ROMAN.fullmatch(found[1]) else "A" if len(found[1]) == 1 else ""
    return Label(kind, found[1], found[0].strip(), found.end()) if kind else None


def _lower(text: str) -> Label | None:
    found = _LOWER.match(text)
    if not found:
        return None
    kind = "i" if len(found[1]) > 1 else "a"
    return Label(kind, found[1], found[0].strip(), found.end())


def follows(before: str, after: str) -> bool:
    """Whether the letter `after` comes right after `before` in the alphabet."""
    low_before, low_after = before.lower(), after.lower()
    if low_before in ALPHABET and low_after in ALPHABET:
        step = ALPHABET.index(low_after) - ALPHABET.index(low_before)
        return step == 1 or (step == 2 and low_before == "d")
    return len(low_before) == len(low_after) == 1 and ord(low_after) - ord(low_before) == 1
