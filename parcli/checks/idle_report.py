"""A report that parcli can remind nobody of.

A reporting duty says who reports and by when. Without a deadline, and without a cycle that has
days of its own, it never falls due; without units nobody owes it.
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

CODE = "PAR513"
SEVERITY = Severity.WARNING
_NO_DEADLINE = N_("The report {id} has no deadline.")
_DEADLINE_HINT = N_("Write `deadline:` as the document states it, or `cycle:`.")
_NOBODY = N_("The report {id} names no unit that reports.")
_NOBODY_HINT = N_("Write “from: [unit]”.")


def check(context: Context) -> Iterator[Finding]:
    """Each reporting duty without a deadline and a cycle, or without a unit that owes it."""
    sql = """
    SELECT u.directive, u.at, u.slug,
      u.cycle IS NULL AND instr(u.meaning, '"reason": "empty"') > 0 AND coalesce(u.phrase, '') = '',
      NOT EXISTS (SELECT 1 FROM duty_from f WHERE f.directive = u.directive AND f.duty = u.n)
    FROM duty u WHERE u.kind = 'report'
    """
    for directive, at, slug, undated, nobody in context.db.execute(sql):
        if undated:
            yield found(directive, at, (), _NO_DEADLINE, _DEADLINE_HINT, id=slug)
        if nobody:
            yield found(directive, at, ("from",), _NOBODY, _NOBODY_HINT, id=slug)
