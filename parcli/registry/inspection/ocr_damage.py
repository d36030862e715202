"""Words that text recognition has damaged: “duyet”, “kế hoạcb”, “1OO%”.

A Vietnamese syllable closed by c, ch, p or t bears the sharp or the heavy tone, so “thưc” and
“duyêt” are no words, nor is “hôị”; a figure has no letters in it, a year no 31 February; and some
confusions are known (“Hải lòng” for “Hài lòng”). Such words are found by no search, and a letter
that quotes them is embarrassing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.impossible_dates import impossible_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR709"
SEVERITY = Severity.WARNING
_NO_WORD = N_("“{word}” cannot be read: no Vietnamese word or figure is written so.")
_NO_DATE = N_("There is no date “{date}”.")
_NO_WORD_HINT = N_("Compare with the document, and list the correction in `errata`.")
_KNOWN = N_("“{word}” is most often “{read}”.")
# Seen in scanned documents; none of the left sides is a phrase of administrative Vietnamese.
_CONFUSIONS = {
    "Hải lòng": "Hài lòng",
    "hải lòng": "hài lòng",
    "báo vệ": "bảo vệ",
    "báo đảm": "bảo đảm",
    "đám bảo": "đảm bảo",
    "vôi vĩnh": "vòi vĩnh",
    "chi đạo": "chỉ đạo",
    "tố chức": "tổ chức",
    "Tố chức": "Tổ chức",
    "thú tục": "thủ tục",
    "Thú tục": "Thủ tục",
    "hành chinh": "hành chính",
    "Uy ban": "Ủy ban",
    "Úy ban": "Ủy ban",
    "nhân đân": "nhân dân",
    "nhân dàn": "nhân dân",
    "nhân dan": "nhân dân",
    "NHÂN DÀN": "NHÂN DÂN",
    "thủ tuc": "thủ tục",
    "Thủ tuc": "Thủ tục",
    "kế hoach": "kế hoạch",
    "Kế hoach": "Kế hoạch",
    "nhiêm vụ": "nhiệm vụ",
    "Nhiêm vụ": "Nhiệm vụ",
    "cái cách": "cải cách",
    "Cái cách": "Cải cách",
    "ĐKDD": "ĐKĐĐ",
    "QĐUBND": "QĐ-UBND",
    "KHUBND": "KH-UBND",
    "CTUBND": "CT-UBND",
}
_REGISTERS = {"sổ": "số", "Sổ": "Số"}
_NUMBER = re.compile(r"[ \n]+\d+(?:/\d{4})?/[A-ZĐ]")
_DATE_KEY = re.compile(r"[ ]*(?:-[ ]+)*(?:\{.*)?\b(?:deadline|issued|from|until|date|by|received):")
# After one of these an unaccented word is a value of its own, such as an id, and no damaged text.
_BEFORE_DATA = tuple(":-[{,\n")
# What may stand before and after a word: punctuation, then the quotes and brackets of YAML.
_OPENING = ("", *"\"'“([{")
_CLOSING = tuple(
    mark + close
    for mark in ("", *",.;:)…”", "”.", ").")
    for close in ("", *"\"'}]", '"}', "'}", '",', "',", "},")
)
_FIRST_WORDS = {
    wrong: frozenset(mark + wrong.split(" ")[0] for mark in _OPENING) for wrong in _CONFUSIONS
}
_LAST_WORDS = {
    wrong: frozenset(wrong.split(" ")[-1] + mark for mark in _CLOSING) for wrong in _CONFUSIONS
}


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each impossible word and each known confusion, but for those that `errata` quotes."""
    for word in sorted(file.odd_words.impossible):
        for at in file.places_of(word):
            if _is_told_elsewhere(file.source.text, at, word):
                continue
            if dates := impossible_dates(word):
                yield file.found_at(CODE, at, _NO_DATE, _NO_WORD_HINT, date=dates[0])
            else:
                bare = word.strip(".,;:()[]\"'“”")
                yield file.found_at(CODE, at, _NO_WORD, _NO_WORD_HINT, word=bare)
    yield from _registers(file)
    for wrong in _possible(file.vocabulary):
        for at in file.places_of(wrong):
            yield file.found_at(
                CODE, at, _KNOWN, _NO_WORD_HINT, word=wrong, read=_CONFUSIONS[wrong]
            )


def _possible(vocabulary: set[str]) -> list[str]:
    """The confusions all of whose words the file has; the text is searched for these alone."""
    return [
        wrong
        for wrong in _CONFUSIONS
        if not vocabulary.isdisjoint(_FIRST_WORDS[wrong])
        and not vocabulary.isdisjoint(_LAST_WORDS[wrong])
    ]


def _registers(file: Inspected) -> Iterator[Diagnostic]:
    """Each "sổ 76/NQ-CP": a register (sổ) has no such name, a document's number (số) is one."""
    for word in file.vocabulary & _REGISTERS.keys():
        for at in file.places_of(word):
            if _NUMBER.match(file.source.text, at + len(word)):
                read = _REGISTERS[word]
                yield file.found_at(CODE, at, _KNOWN, _NO_WORD_HINT, word=word, read=read)


def _is_told_elsewhere(text: str, at: int, word: str) -> bool:
    """Whether the word is a value of its own, such as an id, or a date that its key judges."""
    if "/" in word and word[0].isdigit():
        return _DATE_KEY.match(text, text.rfind("\n", 0, at) + 1) is not None
    return word.isascii() and _begins_a_value(text, at)


def _begins_a_value(text: str, at: int) -> bool:
    return text[max(0, at - 40) : at].rstrip(" ")[-1:] in _BEFORE_DATA
