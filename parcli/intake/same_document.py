"""Whether the document of a draft stands in the registry already, under whatever file name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.intake.organisation import identity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from parcli.intake.draft import Draft

REGISTERED = "PAR855"
HELD = N_("The registry holds this document already: {path}.")
ENTER = N_(
    "Enter in that file what has changed; if this is another document, correct its number, date or "
    "issuer."
)
_SAME = (
    "SELECT file.path, directive.symbol, directive.issued, directive.issuer, directive.number "
    "FROM directive JOIN file ON file.id = directive.id WHERE directive.number IS NOT NULL"
)


def registered_file(db: sqlite3.Connection, values: dict[str, Any]) -> str | None:
    """The path of the directive with the draft's number, symbol, day and issuer; None for none.

    A document without a number is none but itself. A day known less precisely may be the same.
    """
    number, issued = str(values.get("number") or ""), str(values.get("issued") or "")
    if not number or not issued:
        return None
    for path, symbol, day, issuer, other in db.execute(f"{_SAME} ORDER BY file.path"):
        if (
            other.lstrip("0") == number.lstrip("0")
            and folded(symbol or "") == folded(values.get("symbol") or "")
            and (issued.startswith(day or "-") or (day or "").startswith(issued))
            and identity(issuer) == identity(values.get("issuer") or "")
        ):
            return str(path)
    return None


def held_already(draft: Draft, path: str | Path) -> Diagnostic:
    """That the document of the draft is the one in the file."""
    given = facts({"path": str(path)})
    return Diagnostic(draft.document.file, 1, 1, REGISTERED, Severity.WARNING, HELD, ENTER, given)
