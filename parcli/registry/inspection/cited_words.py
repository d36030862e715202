"""A citation does not agree with the directive's words.

The citation is the document's sentence made data. Where its number or type is nowhere in the words,
or the words give another date right after it, one of the two was typed wrongly. The legal bases
(căn cứ) may be in the citations alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.periods import Period, Span
from parcli.schedule.written_dates import written_date
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.model.directive import Citation
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR310"
SEVERITY = Severity.WARNING
_NOT_SAID = N_("“{number}” stands nowhere in the directive's words.")
_NOT_SAID_HINT = N_("Compare the number with the document; where it cites nothing, remove this.")
_OTHER_TYPE = N_("The words do not call {number} “{type}”.")
_NO_TYPE = N_("No words of the directive speak of a “{type}”.")
_OTHER_DATE = N_("The words say that {number} is of {printed}, not of {issued}.")
_HINT = N_("Compare both with the document.")
_DATE = re.compile(
    r"\s*(?:,\s*)?(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})"
)
# A key, a list mark or a quotation mark before a number: that is data, not words.
_KEY = re.compile(r"(?:number|printed|read):[ \t]*[\"']?$")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each citation whose number, type or date the words do not have."""
    if not file.model.citations:
        return
    text = file.words_without("citations")
    for n, citation in enumerate(file.model.citations):
        if citation.number:
            yield from _misnumbered(file, n, text)
        elif (
            citation.type
            and not _speaks_of(citation.type, text)
            and not _is_unspoken_basis(file, n, text)
        ):
            yield file.found(CODE, ("citations", n, "type"), _NO_TYPE, _HINT, type=citation.type)


def _misnumbered(file: Inspected, n: int, text: str) -> Iterator[Diagnostic]:
    """What is wrong with a citation that has a number, by the words around that number.

    One place with the type and the date of the citation settles it: most texts need not be searched
    to their end.
    """
    citation = file.model.citations[n]
    number = citation.number
    said: list[int] = []
    for at in _places(text, number):
        if _KEY.search(text, max(0, at - 20), at):
            continue
        if _bears_out(citation, text, at):
            return
        said.append(at)
    if said:
        yield from _contradicted(file, n, text, said)
    elif not _is_unspoken_basis(file, n, text):
        path = ("citations", n, "number")
        yield file.found(CODE, path, _NOT_SAID, _NOT_SAID_HINT, number=number)


def _bears_out(citation: Citation, text: str, at: int) -> bool:
    """Whether the words around the number at `at` give the citation's type and its date."""
    if citation.type and not _called(citation.type, text, at):
        return False
    if not citation.issued:
        return True
    printed = _DATE.match(text, at + len(citation.number or ""))
    return printed is not None and _same(citation.issued, printed)


def _contradicted(file: Inspected, n: int, text: str, said: list[int]) -> Iterator[Diagnostic]:
    """Where the words around the number give another type of document or another date."""
    citation = file.model.citations[n]
    number = citation.number
    if citation.type and not any(_called(citation.type, text, at) for at in said):
        path = ("citations", n, "type")
        yield file.found(CODE, path, _OTHER_TYPE, _HINT, number=number, type=citation.type)
    printed = [found for at in said if (found := _DATE.match(text, at + len(number)))]
    if citation.issued and printed and not any(_same(citation.issued, p) for p in printed):
        yield file.found(
            CODE,
            ("citations", n, "issued"),
            _OTHER_DATE,
            _HINT,
            number=number,
            printed="/".join(printed[0].groups()),
            issued=written_date(citation.issued),
        )


def _is_unspoken_basis(file: Inspected, n: int, text: str) -> bool:
    """Whether the "Căn cứ …" lines are in the citations alone, typed nowhere as words.

    A role that could not be read may be that of a basis.
    """
    role = file.model.citations[n].role
    unread = file.written(("citations", n)).get("role") not in (None, role)
    return (role == "basis" or unread) and not file.model.opening and "ăn cứ" not in text


def _speaks_of(kind: str, text: str) -> bool:
    """Whether the type of document is named; folding a whole file is the last resort."""
    return kind in text or kind.lower() in text.lower() or folded(kind) in folded(text)


def _called(kind: str, text: str, at: int) -> bool:
    """Whether the type of document stands before its number; "các Công văn số 1, 2" counts too."""
    before = text[max(0, at - 160) : at]
    return kind in before or folded(kind) in folded(before)


def _places(text: str, number: str) -> Iterator[int]:
    at = text.find(number)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(number) : at + len(number) + 1]
        if not before.isalnum() and not after.isalnum():
            yield at
        at = text.find(number, at + 1)


def _same(issued: str, printed: re.Match[str]) -> bool:
    day, month, year = map(int, printed.groups())
    period = Period.parse(issued)
    if period.first.year != year:
        return False
    if period.span is Span.YEAR:
        return True
    return period.first.month == month and (period.span is not Span.DAY or period.first.day == day)
