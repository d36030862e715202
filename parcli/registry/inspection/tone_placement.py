"""The file places tone marks in two ways: “hòa” and “hoà”.

Both are right, but one text keeps to one; names of persons are written as their bearers do. Mixed
placement shows that parts were typed by different hands, and makes plain searches miss half of what
they look for (parcli's own finds both).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR708"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{word}” places its tone mark otherwise than “{other}”, as this file mostly does.")
# "Nguyễn Văn Hoà", "ông Thuý"; the signer's name stands after a key of its own.
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Mai|"
    "Cao|Lương|Lưu|Tạ|Châu|Trương|Hà|Đào|Thái|Tống|Quách|La|Nông|Tô|Chu|Phùng|Thạch|Lâm"
)
_PERSON = re.compile(
    rf"(?:\b(?:{_SURNAMES})(?: [A-ZĐÀ-Ỵ]\w*){{0,3}} |\b(?:Văn|Thị|[Ôô]ng|[Bb]à|[Đđ]ồng chí|Đ/c) )$"
    r"|\bsignature:.*\bname:.*$|\bresponsible:.*$"
)
_HINT = N_("Keep to one way: hòa, thủy, khỏe or hoà, thuỷ, khoẻ.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """The first word of the rarer way, where a file has both."""
    odd = file.odd_words
    if not odd.first_vowel or not odd.second_vowel:
        return
    first, second = _places(file, odd.first_vowel), _places(file, odd.second_vowel)
    rarer, usual = (first, second) if len(first) < len(second) else (second, first)
    if rarer and usual:
        at, word = rarer[0]
        yield file.found_at(CODE, at, _MESSAGE, _HINT, word=_bare(word), other=_bare(usual[0][1]))


def _places(file: Inspected, words: set[str]) -> list[tuple[int, str]]:
    text = file.source.text
    return sorted(
        (at, word) for word in words for at in file.places_of(word) if not _is_in_a_name(text, at)
    )


def _is_in_a_name(text: str, at: int) -> bool:
    """Whether a person's name holds the word: after a given name's usual middle, or as a signer."""
    start = text.rfind("\n", 0, at) + 1
    return _PERSON.search(text[start:at]) is not None


def _bare(word: str) -> str:
    return word.strip(".,;:()[]\"'“”")
