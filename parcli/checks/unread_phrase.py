"""A deadline that parcli cannot read.

The words state a time, but not in a way the grammar covers, or a day that does not exist. parcli
never guesses, so nothing falls due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR501"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{phrase}” states a time that parcli cannot read.")
_HINT = N_("Mend the words if they were mistyped, or add `meaning:` to say what they mean.")


def check(context: Context) -> Iterator[Finding]:
    """Each deadline whose words, or a part of them, are beyond the grammar."""
    sql = "SELECT directive, at, phrase FROM duty WHERE instr(meaning, '\"unread\"')"
    for directive, at, phrase in context.db.execute(sql):
        yield found(directive, at, ("deadline",), _MESSAGE, _HINT, phrase=phrase or "")
