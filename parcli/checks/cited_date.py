"""A directive cites a document of the registry under another date.

Both are about the same number and symbol of the same office and year, so one date is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.model.unit_spelling import spelled_out
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR308"
SEVERITY = Severity.ERROR
_MESSAGE = N_("{number} is of {theirs} in the registry ({directive}), of {ours} here.")
_HINT = N_("Compare both with the document.")


def check(context: Context) -> Iterator[Finding]:
    """Each citation of a registered directive whose date contradicts the directive's own."""
    own = _own(context)
    sql = "SELECT directive, n, number, issued, issuer FROM citation WHERE issued IS NOT NULL"
    cited_here = (row for row in context.db.execute(sql) if row[2] in own)
    for file, n, number, ours, cited in cited_here:
        for directive, slug, theirs, issuer in own[number]:
            if directive != file and _contradict(ours, theirs) and _same_office(cited, issuer):
                yield found(
                    file, f"citations.{n}", ("issued",), _MESSAGE, _HINT,
                    number=number, ours=written_date(ours), theirs=written_date(theirs),
                    directive=slug,
                )  # fmt: skip


def _own(context: Context) -> dict[str, list[tuple[int, str, str, str]]]:
    """The registry's own directives by number and symbol: row, id, date and issuer."""
    sql = (
        "SELECT number || '/' || symbol, id, slug, issued, issuer FROM directive "
        "WHERE number IS NOT NULL AND symbol IS NOT NULL AND issued IS NOT NULL"
    )
    own: dict[str, list[tuple[int, str, str, str]]] = {}
    for number, directive, slug, issued, issuer in context.db.execute(sql):
        own.setdefault(number, []).append((directive, slug, issued, issuer))
    return own


def _contradict(ours: str, theirs: str) -> bool:
    """Whether two dates of one year differ: numbers begin anew with each year."""
    length = min(len(ours), len(theirs))
    return ours[:length] != theirs[:length] and ours[:4] == theirs[:4]


def _same_office(cited: str | None, issuer: str) -> bool:
    """Whether a shortened name ("UBND thị xã") may be the office's; true where none is written."""
    short, full = spelled_out(cited or ""), spelled_out(issuer)
    return full[: len(short)] == short
