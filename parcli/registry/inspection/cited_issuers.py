"""A citation names another issuer than the words after its number.

The words say “Quyết định số 21/QĐ-UBND ngày 15/01/2026 của UBND tỉnh”, `issuer` the commune's
committee: a reader looks for the document at the wrong office. Compared are people's committees and
councils with their level, the Government and the Prime Minister; other names have too many forms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR317"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The words say that {number} is of “{said}”, not of “{issuer}”.")
_HINT = N_("Compare both with the document.")
_LEVEL = "tinh|thanh pho|tp|huyen|thi xa|tx|quan|xa|phuong|thi tran|dac khu"
_OFFICE = re.compile(
    rf"(?:chu tich )?(?P<body>ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan) (?P<level>{_LEVEL})\b"
    r"|(?P<premier>thu tuong)(?: chinh phu)?\b|(?P<state>chinh phu)\b"
)
_SHORT = {"uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd", "thanh pho": "tp", "thi xa": "tx"}
# What may stand between a number and its issuer: the day, in figures or in words.
_DATED = re.compile(
    r",?\s*(?:ngày\s+[\d/.-]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?)?,?\s*của\s+", re.IGNORECASE
)
_FAR = 60


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each citation of whose number the words always name another office."""
    wanted = [
        (n, each.number, each.issuer, own)
        for n, each in enumerate(file.model.citations)
        if each.number and each.issuer and (own := _office(each.issuer, whole=True))
    ]
    for n, number, issuer, own in wanted:
        named = _always_another(file.source.text, number, own[0])
        if named:
            yield file.found(
                CODE, ("citations", n, "issuer"), _MESSAGE, _HINT,
                number=number, said=named, issuer=issuer,
            )  # fmt: skip


def _always_another(text: str, number: str, own: tuple[str, str]) -> str:
    """The office that the words name, if they never name `own`; one place that does settles it."""
    named = ""
    for words in _after(text, number):
        office = _office(words)
        if office is None or office[0] == own:
            return ""
        named = named or office[1]
    return named


def _after(text: str, number: str) -> Iterator[str]:
    """The words after “của” that follow the number, wherever it stands."""
    at = text.find(number)
    while at >= 0:
        end = at + len(number)
        dated = _DATED.match(text, end) if not text[end : end + 1].isalnum() else None
        if dated:
            yield " ".join(text[dated.end() : dated.end() + _FAR].split())
        at = text.find(number, end)


def _office(words: str, *, whole: bool = False) -> tuple[tuple[str, str], str] | None:
    """An office as body and level, and as it is written; None for one that is not compared."""
    match = _OFFICE.match(folded(words))
    if match is None or (whole and match["state"] and match.end() < len(folded(words))):
        return None
    written = " ".join(words.split()[: len(match[0].split())]).rstrip(".,;:)")
    if match["body"]:
        body, level = match["body"], match["level"]
        return (_SHORT.get(body, body), _SHORT.get(level, level)), written
    return (match["premier"] or str(match["state"]), ""), written
