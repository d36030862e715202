"""Citations in running text: “Công văn số 12/UBND-NV ngày 05/3/2026 của UBND tỉnh”.

Read are a number with its symbol and the day after it, in figures or words, before or after the
office: “số 12/UBND-NV, ngày 05 tháng 3 năm 2026”, “số 12/UBND-NV của UBND tỉnh ngày 05/3/2026”.
A number without a day says nothing that could be wrong.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = (
    r"(?P<day>\d{1,2})\s?(?:[/.-]|tháng)\s?(?P<month>\d{1,2})\s?(?:[/.-]|năm)"
    r"\s?(?P<year>\d{4})(?!\d)"
)
# "/" first: a search for one letter costs a twentieth of a millisecond in a long directive.
_SYMBOL_AND_DAY = re.compile(
    r"/(?P<symbol>[A-ZĐ]\w*(?:[-&.]\w+)*)"
    rf"(?:,?\s+của\s+(?P<before>[^.;:()\d\"“”#]{{3,80}}?),?\s+ngày|(?P<comma>,)?(?:\s+ngày)?)\s+{_DAY}"
)
# "12", "30/2020", and "11-CT" of the Party's "11-CT/TU".
_NUMBER = re.compile(r"(?<![\w/.-])\d+(?:/\d{4}|-[A-ZĐ]\w{0,3})?\Z")
_LONGEST_NUMBER = 12
_OFFICE = re.compile(r",?\s+của\s+(?P<after>[^.;:()\d\"“”#]{3,100})")
# "…, hoàn thành trước ngày …": the day is not the document's.
_OTHER_DAY = re.compile(r"(?<!\w)(?:trước|sau|đến|từ|hết|nhất|vào|trong|xong|gửi|báo cáo)(?!\w)")
# Words that no office's name holds: what the document is about, or who does what with it.
_NAME_ENDS = re.compile(
    r",?\s(?:về|v/v|ban hành|phê duyệt|quy định|tại|trong|cho|để|theo|triển khai|thực hiện"
    r"|hướng dẫn|giao|đã|được|là|yêu cầu|nhằm|kèm|ngày|phối hợp|tổ chức)(?!\w)"
)


class CitedInWords(NamedTuple):
    """One citation: number with symbol, ISO day, the words after “của” if any, and its offset.

    `office_in` cuts the words where the office's name ends; most are never asked about.
    """

    number: str
    issued: str
    issuer: str | None
    offset: int


def cited_in_words(text: str) -> list[CitedInWords]:
    """The citations in a file's text, in order; none in comments and in words quoted as printed."""
    return list(_found(text))


def _found(text: str) -> Iterator[CitedInWords]:
    for match in _SYMBOL_AND_DAY.finditer(text):
        at = match.start()
        number = _NUMBER.search(text, max(0, at - _LONGEST_NUMBER), at)
        issued = _iso(match)
        if number is None or issued is None or _is_no_sentence(text, number.start()):
            continue
        after = _OFFICE.match(text, match.end())
        before, office = match["before"], after["after"] if after else match["before"]
        if (before and _OTHER_DAY.search(before)) or (match["comma"] and not after):
            continue  # "Theo Kế hoạch số 12/KH-UBND, ngày 05/3/2026 các đơn vị …"
        yield CitedInWords(f"{number.group()}/{match['symbol']}", issued, office, number.start())


def _iso(match: re.Match[str]) -> str | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None  # another rule's finding


def _is_no_sentence(text: str, at: int) -> bool:
    """Whether the character belongs to a comment or to a misprint that is quoted."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return (
        " #" in before or before.startswith("#") or before.rfind("printed:") > before.rfind("read:")
    )


def office_in(words: str) -> str:
    """The office named at the beginning of the words, on one line."""
    return " ".join(_NAME_ENDS.split(words, maxsplit=1)[0].split()).rstrip(", -")
