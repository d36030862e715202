"""A directive cites a document of the registry under another date, or as another office's.

Number and symbol are those of a document of the same office and year, so one of the two dates is
wrong; or the day is the same as well, and one of the two offices is. Looked at are `citations` and
the words: “Kế hoạch số 05/KH-UBND ngày 16/01/2026 của UBND xã”, the line “(Kèm theo …)” too. Words
without an office are compared with documents of the same organisation only, and give a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.model.unit_spelling import spelled_out
from parcli.registry.cited_in_words import office_in
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR308"
SEVERITY = Severity.ERROR
_DATE = N_("{number} is of {theirs} in the registry ({directive}), of {ours} here.")
_OFFICE = N_("{number} of {date} is one of {theirs} in the registry ({directive}), of {ours} here.")
_HINT = N_("Compare both with the document.")
_WHOLE_DAY = len("2026-01-15")
_COMMITTEE = 4  # words of "ủy ban nhân dân", "hội đồng nhân dân"; the level comes next
_LEVELS = {"tinh", "thanh pho", "huyen", "thi xa", "quan", "xa", "phuong", "thi tran", "dac khu"}


class _Document(NamedTuple):
    """A document of the registry."""

    file: int
    slug: str
    org: str
    issued: str
    issuer: str


class _Cited(NamedTuple):
    """A citation: of `citations` (`offset` None), or of the words at an offset of the text."""

    file: int
    org: str
    n: int
    number: str
    issued: str
    issuer: str | None
    offset: int | None = None


def check(context: Context) -> Iterator[Finding]:
    """Each citation of a registered document whose day or office contradicts the document's own."""
    own = _own(context)
    listed = list(_listed(context, own))
    yield from _contradictions(listed, own)
    told = {(cited.file, _key(cited.number)): cited.issued for cited in listed}
    in_words = list(_in_words(context, own))
    said = {(cited.file, _key(cited.number), cited.issued) for cited in in_words}
    # Where the words never give the day of `citations`, that is told of the citation (PAR310).
    left = [
        cited
        for cited in in_words
        if (day := told.get((cited.file, _key(cited.number)))) is None
        or (day != cited.issued and (cited.file, _key(cited.number), day) in said)
    ]
    yield from _contradictions(left, own)


def _contradictions(cited_here: list[_Cited], own: dict[str, list[_Document]]) -> Iterator[Finding]:
    """What is wrong with the citations, of each day that a file gives a number once."""
    seen: set[tuple[int, str, str]] = set()
    for cited in cited_here:
        number = _key(cited.number)
        same = (cited.file, number, cited.issued)
        documents = own[number]
        if same in seen or any(_agree(cited, document) for document in documents):
            continue
        told = [finding for document in documents if (finding := _told(cited, document))]
        if told:
            seen.add(same)
        yield from told


def _agree(cited: _Cited, document: _Document) -> bool:
    """Whether the citation is rightly of this document."""
    if cited.file == document.file and cited.offset is None:
        return False
    length = min(len(cited.issued), len(document.issued))
    same_day = cited.issued[:length] == document.issued[:length]
    return same_day and not _is_other_office(cited.issuer, document.issuer)


def _told(cited: _Cited, document: _Document) -> Finding | None:
    """What is wrong with a citation, if it is of this document."""
    if cited.file == document.file and cited.offset is None:
        return None
    if cited.issued == document.issued:
        if len(cited.issued) < _WHOLE_DAY or not cited.issuer:
            return None
        return _finding(
            cited, document, _OFFICE, "issuer", Severity.WARNING, number=cited.number,
            date=written_date(cited.issued), ours=cited.issuer, theirs=document.issuer,
        )  # fmt: skip
    if not _same_office(cited, document) or not _one_is_wrong(cited.issued, document.issued):
        return None
    same_year = cited.issued[:4] == document.issued[:4]
    sure = same_year and (cited.issuer or cited.offset is None)
    return _finding(
        cited, document, _DATE, "issued", None if sure else Severity.WARNING, number=cited.number,
        ours=written_date(cited.issued), theirs=written_date(document.issued),
    )  # fmt: skip


def _finding(
    cited: _Cited,
    document: _Document,
    message: str,
    field: str,
    severity: Severity | None,
    **values: str,
) -> Finding:
    place = f"citations.{cited.n}" if cited.offset is None else ""
    values["directive"] = document.slug
    told = found(cited.file, place, (field,), message, _HINT, severity=severity, **values)
    return told._replace(offset=cited.offset)


def _one_is_wrong(ours: str, theirs: str) -> bool:
    """Whether two days cannot both be right: numbers begin anew with each year.

    The same day of two years is most often one document as well.
    """
    length = min(len(ours), len(theirs))
    if ours[:4] == theirs[:4]:
        return ours[:length] != theirs[:length]
    return length == _WHOLE_DAY and ours[4:] == theirs[4:]


def _same_office(cited: _Cited, document: _Document) -> bool:
    """Whether a shortened name ("UBND thị xã") may be the office's.

    Where none is written: true in `citations`, in words for documents of the same organisation.
    """
    if not cited.issuer:
        return cited.offset is None or cited.org == document.org
    short, full = spelled_out(cited.issuer), spelled_out(document.issuer)
    return full[: len(short)] == short or short[: len(full)] == full


def _is_other_office(cited: str | None, issuer: str) -> bool:
    """Whether both are committees or councils, of different levels."""
    one, other = spelled_out(cited or "")[:5], spelled_out(issuer)[:5]
    levels = {one[-1], other[-1]} if len(one) == len(other) == _COMMITTEE + 1 else set()
    return len(levels) == 2 and levels <= _LEVELS and one[:-1] == other[:-1]


def _key(number: str) -> str:
    """ "05/KH-UBND" and "5/KH-UBND" are one."""
    return number.lstrip("0")


def _own(context: Context) -> dict[str, list[_Document]]:
    """The registry's own directives by number and symbol; "11/CT/TU" is written "11-CT/TU" too."""
    sql = (
        "SELECT number, symbol, id, slug, org, issued, issuer FROM directive "
        "WHERE number IS NOT NULL AND symbol IS NOT NULL AND issued IS NOT NULL"
    )
    own: dict[str, list[_Document]] = {}
    for number, symbol, *document in context.db.execute(sql):
        for written in {f"{number}/{symbol}", f"{number}{'-' if '/' in symbol else '/'}{symbol}"}:
            own.setdefault(_key(written), []).append(_Document(*document))
    return own


def _listed(context: Context, own: dict[str, list[_Document]]) -> Iterator[_Cited]:
    sql = (
        "SELECT c.directive, d.org, c.n, c.number, c.issued, c.issuer FROM citation c "
        "JOIN directive d ON d.id = c.directive WHERE c.issued IS NOT NULL AND c.number IS NOT NULL"
    )
    rows = (_Cited(*row) for row in context.db.execute(sql))
    return (cited for cited in rows if _key(cited.number) in own)


def _in_words(context: Context, own: dict[str, list[_Document]]) -> Iterator[_Cited]:
    sql = (
        "SELECT w.directive, d.org, w.n, w.number, w.issued, w.issuer, w.offset "
        "FROM cited_in_words w JOIN directive d ON d.id = w.directive"
    )
    rows = (_Cited(*row) for row in context.db.execute(sql))
    ours = (cited for cited in rows if _key(cited.number) in own)
    return (c._replace(issuer=office_in(c.issuer) if c.issuer else None) for c in ours)
