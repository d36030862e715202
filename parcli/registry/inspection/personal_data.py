"""Personal data: a mobile number, an identity number or a private e-mail address.

A registry is shared, published and kept for ever in git's history. What identifies a person does
not belong in it unless the document needs it. An office's tax code, hotline, fax or mailbox
(vanthu@, phong…@) is no person's.
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

CODE = "PAR707"
SEVERITY = Severity.WARNING
_PHONE = N_("This looks like a person's telephone number.")
_IDENTITY = N_("This looks like an identity number (CCCD, CMND).")
_MAIL = N_("This looks like a person's e-mail address.")
_HINT = N_("Remove it, or say why it must stand here; what git has seen stays in its history.")

# Mobile numbers begin 03, 05, 07, 08, 09; offices' fixed lines begin 02 and are public.
_MOBILE = re.compile(r"(?:0|\+84[ .]?)[35789]\d(?:[ .]?\d){7}")
# 12 digits: province 001 to 096, then century and sex, then the year of birth.
_CARD = re.compile(r"0\d\d[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}")
_NAMED_CARD = re.compile(
    r"(?:CMND|CCCD|CMT|[Cc]ăn cước(?: công dân)?|[Cc]hứng minh nhân dân)[^\d\n]{0,20}"
    r"(\d{12}|\d{9})(?!\d)"
)
_CARD_WORDS = ("CMND", "CCCD", "CMT", "ăn cước", "hứng minh nhân dân")
# What says that the number after it is an office's, on the same line or the one before.
_OFFICES = re.compile(
    r"(?:mã số thuế|mst|đường dây nóng|hotline|tổng đài|fax)\b[^;.]{0,40}[\d .]*$", re.IGNORECASE
)
_JOINS = frozenset("./-_+")
# Phong is a man's name as well: at a provider of private mail it is taken for one.
_MAILBOX = re.compile(
    r"(?:vanphong|vanthu|vp[._-]|ubnd|hdnd|trungtam|congthongtin|toasoan|hotro|lienhe|info)"
    r"[\w.-]*@|phong[\w.-]*@(?!gmail|yahoo|outlook|hotmail|icloud)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each number or address; an address of the state's own domain (gov.vn) is none."""
    if not file.odd_words.personal:
        return
    text = file.source.text
    found = dict.fromkeys(_alone(_CARD, text), _IDENTITY)
    phones = (at for at in _alone(_MOBILE, text) if not _is_an_offices(text, at))
    found |= dict.fromkeys(phones, _PHONE)
    if any(word in text for word in _CARD_WORDS):
        found |= {match.start(1): _IDENTITY for match in _NAMED_CARD.finditer(text)}
    if "@" in text:
        mails = (m for m in _ADDRESS.finditer(text) if not _is_of_an_office(m[0]))
        found |= {match.start(): _MAIL for match in mails}
    for at, message in found.items():
        yield file.found_at(CODE, at, message, _HINT)


def _alone(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where the pattern stands by itself, not inside a longer word, number or path."""
    for match in pattern.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        joined = before.isalnum() or after.isalnum()
        if not joined and before not in _JOINS and after not in _JOINS - {"."}:
            yield match.start()


def _is_an_offices(text: str, at: int) -> bool:
    """Whether the words before a number say that it is no person's."""
    return bool(_OFFICES.search(" ".join(text[max(0, at - 90) : at].split())))


def _is_of_an_office(address: str) -> bool:
    """Whether an address is the state's own, or named after an office."""
    return address.endswith("gov.vn") or _MAILBOX.match(address) is not None
