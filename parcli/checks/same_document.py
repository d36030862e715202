"""Two files hold the same document: its number, symbol, year and issuer are another file's.

Each of its tasks is then handed out twice, and what is reported done in one stays open in the
other. An office numbers its documents anew each year (NĐ 30/2020/NĐ-CP Điều 15), so a number with
its symbol is one document's; where the days differ, one of the four was typed wrongly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.model.unit_spelling import spelled_out
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR313"
SEVERITY = Severity.ERROR
_SAME = N_("{other} holds this document already: {number} of {issued}.")
_SAME_HINT = N_("Keep one of the two files; `parcli diff` shows how they differ.")
_ONE_NUMBER = N_("{other} has the number {number} of the same year too, of {issued}.")
_ONE_NUMBER_HINT = N_("Compare number, symbol, date and issuer of both with the documents.")
_ALIKE = """
SELECT d.id, d.slug, d.number, coalesce(d.symbol, ''), d.issued, d.issuer, file.path
FROM directive d JOIN file ON file.id = d.id JOIN (
  SELECT ltrim(number, '0') AS number, symbol, substr(issued, 1, 4) AS year FROM directive
  WHERE number IS NOT NULL AND issued IS NOT NULL GROUP BY 1, 2, 3 HAVING count(*) > 1
) a ON a.number = ltrim(d.number, '0') AND a.symbol IS d.symbol
AND a.year = substr(d.issued, 1, 4)
ORDER BY ltrim(d.number, '0'), d.symbol, file.path
"""


class _Document(NamedTuple):
    """A directive and the file that holds it."""

    file: int
    slug: str
    number: str
    symbol: str
    issued: str
    issuer: str
    path: str


def check(context: Context) -> Iterator[Finding]:
    """Each file whose document an earlier file holds, or whose number another of the year has."""
    first: dict[tuple[str, ...], _Document] = {}
    for document in map(_Document._make, context.db.execute(_ALIKE)):
        number, symbol = document.number.lstrip("0"), document.symbol
        key = (number, symbol, document.issued[:4], *spelled_out(document.issuer))
        other = first.setdefault(key, document)
        if other.slug != document.slug:  # what is told of two files of one id (PAR305) is enough
            yield _told(document, other)


def _told(document: _Document, other: _Document) -> Finding:
    """The finding about two documents of one number: the same day, as far as both say, or not."""
    length = min(len(document.issued), len(other.issued))
    same = document.issued[:length] == other.issued[:length]
    return found(
        document.file,
        "",
        ("number",),
        _SAME if same else _ONE_NUMBER,
        _SAME_HINT if same else _ONE_NUMBER_HINT,
        severity=None if same else Severity.WARNING,
        other=other.path,
        number=f"{other.number}/{other.symbol}".rstrip("/"),
        issued=written_date(other.issued),
    )
