"""Words that text recognition has damaged: “duyet”, “kế hoạcb”, “1OO%”.

A Vietnamese syllable closed by c, ch, p or t bears the sharp or the heavy tone, so “thưc” and
“duyêt” are no words; a figure has no letters in it; and some confusions are known (“Hải lòng” for
“Hài lòng”). Such words are found by no search, and a letter that quotes them is embarrassing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR709"
SEVERITY = Severity.WARNING
_NO_WORD = N_("“{word}” cannot be read: no Vietnamese word or figure is written so.")
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
_BY_FIRST_WORD: dict[str, list[str]] = {}
for _wrong in _CONFUSIONS:
    _BY_FIRST_WORD.setdefault(_wrong.split(" ", 1)[0], []).append(_wrong)


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each impossible word and each known confusion, but for those that `errata` quotes."""
    for word in sorted(file.odd_words.impossible):
        for at in file.places_of(word):
            bare = word.strip(".,;:()[]\"'“”")
            yield file.found_at(CODE, at, _NO_WORD, _NO_WORD_HINT, word=bare)
    for first in sorted(file.vocabulary & _BY_FIRST_WORD.keys()):
        for wrong in _BY_FIRST_WORD[first]:
            for at in file.places_of(wrong):
                yield file.found_at(
                    CODE, at, _KNOWN, _NO_WORD_HINT, word=wrong, read=_CONFUSIONS[wrong]
                )
