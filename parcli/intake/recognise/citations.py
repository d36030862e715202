"""Other documents that the text rests on or refers to (căn cứ, dẫn chiếu)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from parcli.intake.recognise.kind import NAMES
from parcli.intake.recognise.letters import CAPITALS
from parcli.text import one_line

_FURTHER_TYPES = (
    "Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư liên tịch", "Thông tư", "Văn bản",
    "Kết luận", "Thông báo kết luận", "Hướng dẫn", "Đề án", "Quy hoạch", "Hiến pháp", "Công văn",
    "Giấy mời",
)  # fmt: skip
_TYPES = "|".join(sorted({*NAMES, *_FURTHER_TYPES}, key=len, reverse=True))
_SYMBOL = (
    r"\d{1,6}(?:/\d{4})?(?:\s?[-/]\s?[A-ZĐƯ][\w&Đđ]*|/[A-ZĐƯ][\w&Đđ]*)(?:[-/][A-ZĐƯ][\w&Đđ]*)*"
)
_DATE = (
    r"ngày\s+(?P<day>\d{1,2})(?:\s*tháng\s+|\s*[/.-]\s*)(?P<month>\d{1,2})"
    r"(?:\s*năm\s+|\s*[/.-]\s*)(?P<year>\d{4})"
)
_NUMBERED = re.compile(
    rf"(?P<type>{_TYPES})(?:\s+[^\W\d_]+){{0,3}}?\s+(?:số\s*:?\s*)?(?P<number>{_SYMBOL})(?:,?\s*{_DATE})?"
)
_LAW = re.compile(
    rf"(?P<type>Luật|Bộ luật|Pháp lệnh)\s+(?P<name>[{CAPITALS}][^\W\d_]*(?:(?:,|-|–)?\s+(?!ngày\b|"
    r"số\b|đã\b|năm\b)[^\W\d_]+){0,14}?)"
    rf"(?=\s*(?:[;.,(]|số\b|ngày\b|năm\b|đã\b|được\b|$))(?:\s*năm\s+\d{{4}})?(?:\s*{_DATE})?"
)
_NAMED = re.compile(
    r"(?:tại|theo|thực hiện)\s+(?P<title>(?P<type>Kế hoạch|Quy chế|Chương trình|"
    r"Đề án)\s+(?!số)[^\W\d_][^;:.()“”]{0,600}?"
    r"(?:năm \d{4}|cấp xã|cấp huyện|cấp tỉnh)(?:\s+của\s+(?:tỉnh|thị xã|huyện|thành phố|"
    r"xã)(?:,\s+(?:tỉnh|thị xã|huyện|xã))*)?)"
)
# Programmes are known by their aim or their years, not by a number.
_PROGRAMME = re.compile(
    r"(?:tại|theo|thực hiện(?: có hiệu quả)?)\s+(?P<title>(?P<type>Chương trình)\s+"
    r"(?:mục tiêu quốc gia\s[^;.:“”()]{5,120}?(?=\s*[;.]|$)|"
    r"[^;:.“”()]{5,100}?giai đoạn \d{4}\s*[–-]\s*\d{4}))"
)
_ISSUER = re.compile(
    r"\s*(?:,\s*)?của\s+(?P<issuer>(?:(?!\bvề\b|\bvề việc\b|\bban hành\b|\bphê duyệt\b|"
    r"\b[Qq]uy định\b)[^;,.():])+?)"
    r"(?=\s*(?:$|[;.,():]|về\b|ban hành\b|phê duyệt\b|[Qq]uy định\b|hướng dẫn\b|sửa đổi\b|xem\b|"
    r"để\b|đối với\b|nhằm\b|được\b|đã\b|tại\b|trong\b|theo\b|cho\b|khi\b|và\b|"
    r"[A-ZĐ][^\W\d_]+,|Sắp xếp))"
)
_TITLE = re.compile(
    r"\s*+(?:,\s*+)?(?:về việc|về|v/v)\s+(?P<about>[^;“”]+?)(?=$|[;.]|,\s+(?:UBND|Ủy ban|Sở|Bộ|và)|"
    r"\s+và\s+(?:Kế hoạch|Quyết định|Công văn|Chỉ thị|Nghị quyết)|\s+xem là|\)\s*$)",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r"\s*(?P<about>(?:ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|triển khai|"
    r"Sắp xếp)[^;.“”]+?)(?=$|[;.]|\s+và\s+(?:Kế hoạch|Quyết định|Công văn|Nghị quyết))"
)
# Issuer and title of a document together are shorter; the rest of a page says nothing of it.
_LONGEST_NAME = 2000
_NEAR = 30


def citations_in(text: str, *, basis: bool, at: str) -> list[dict[str, Any]]:
    """The documents that `text` names, in order; `basis` says that the directive rests on them."""
    found = [(mark.start(), _numbered(mark, text)) for mark in _NUMBERED.finditer(text)]
    numbered = [start for start, _one in found]
    found += [
        (mark.start(), _law(mark))
        for mark in _LAW.finditer(text)
        if not _near(numbered, mark.start())
    ]
    found += [
        (mark.start("title"), {"type": mark["type"], "title": one_line(mark["title"])})
        for mark in _named(text)
    ]
    for _start, one in found:
        one["role"] = "basis" if basis else "reference"
        one["at"] = at
    return [one for _start, one in sorted(found, key=lambda pair: pair[0])]


def _near(numbered: list[int], place: int) -> bool:
    """Whether a numbered document is named right before the place: its kind of law is its own."""
    before = bisect_right(numbered, place)
    return before > 0 and place < numbered[before - 1] + _NEAR


def _named(text: str) -> list[re.Match[str]]:
    """The titles without a number, each once: the longer where two patterns find one."""
    marks = sorted(
        [*_PROGRAMME.finditer(text), *_NAMED.finditer(text)],
        key=lambda mark: (mark.start("title"), -mark.end("title")),
    )
    longest: dict[int, re.Match[str]] = {}
    for mark in marks:
        longest.setdefault(mark.start("title"), mark)
    return list(longest.values())


def _numbered(mark: re.Match[str], text: str) -> dict[str, Any]:
    citation: dict[str, Any] = {
        "type": mark["type"],
        "number": re.sub(r"\s*([-/])\s*", r"\1", mark["number"]),
    }
    if mark["year"]:
        citation["issued"] = _iso(mark)
    rest = text[mark.end() : mark.end() + _LONGEST_NAME]
    issuer = _ISSUER.match(rest)
    if issuer and len(issuer["issuer"]) < 90:
        citation["issuer"] = one_line(issuer["issuer"])
        rest = rest[issuer.end() :]
    title = _TITLE.match(rest) or _ENACTS.match(rest)
    if title:
        citation["title"] = _title(title["about"])
    return citation


def _title(words: str) -> str:
    bare = one_line(words).rstrip(" ,")
    bare = re.sub(r",\s+(?:UBND|Ủy ban nhân dân|Sở|Bộ)\s.*$", "", bare)
    return re.sub(r"^việc\s+", "", bare)


def _law(mark: re.Match[str]) -> dict[str, Any]:
    citation = {"type": mark["type"], "title": f"{mark['type']} {one_line(mark['name'])}"}
    if mark["year"]:
        citation["issued"] = _iso(mark)
    return citation


def _iso(mark: re.Match[str]) -> str | None:
    month, day = int(mark["month"]), int(mark["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return str(mark["year"])
    return f"{mark['year']}-{month:02}-{day:02}"
