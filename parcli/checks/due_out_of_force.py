"""A deadline falls on no day on which the directive is in force.

`parcli due` lists what falls due while a directive holds, so this one never appears.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.due_days import fixed_dues
from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR504"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{phrase}” never falls due: the directive is in force from {first} to {last}.")
_HINT = N_("Compare `in_force` and the deadline with the document.")


def check(context: Context) -> Iterator[Finding]:
    """Each deadline, single or returning, without a day from the first to the last one in force.

    None of a directive that ends before it begins: no deadline is to blame.
    """
    for due in fixed_dues(context):
        if due.first_day > due.last_day:
            continue
        issued_after = bool(due.issued) and due.last_due[: len(due.issued or "")] < str(due.issued)
        if not due.first_day <= due.last_due <= due.last_day and not issued_after:
            yield _finding(due.directive, due.at, due.phrase, due.first_day, due.last_day)
    sql = """
    SELECT u.directive, u.at, coalesce(u.phrase, ''), u.first_day, u.last_day FROM duty u
    WHERE instr(u.meaning, '"kind": "recurring"') AND u.first_day > '0001-01-01'
    AND u.last_day < '9999-12-31' AND u.first_day <= u.last_day
    AND u.reach >= u.last_day AND NOT EXISTS (
      SELECT 1 FROM occurrence o WHERE o.directive = u.directive AND o.duty = u.n)
    """
    for row in context.db.execute(sql):
        yield _finding(*row)


def _finding(directive: int, at: str, phrase: str, first: str, last: str) -> Finding:
    return found(
        directive, at, ("deadline",), _MESSAGE, _HINT,
        phrase=phrase, first=written_date(first), last=written_date(last),
    )  # fmt: skip
