"""A task's words name a unit to cooperate with, and its lists do not.

Read are “phối hợp với …” and “phối hợp cùng …” with the names of the catalogue that follow. Where
`support` names others, one of the two was mistyped, or the unit was forgotten and never hears of
the task. A unit that leads, and one in a group that does either, is not missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.names_in_words import names_from
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR415"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The words name “{unit}” to cooperate with, which neither leads nor supports here.")
_HINT = N_("Add it to `support`, or compare the units with the document.")
_WITH = re.compile(r"hối hợp(?: chặt chẽ)? (?:với|cùng)(?: với)? ")
_TASKS = """
SELECT t.directive, t.n, t.at, d.org, t.text FROM said_role s
CROSS JOIN assignment a
  ON a.directive = s.directive AND a.task = s.task AND a.role = 2 AND a.n = 0
CROSS JOIN task t ON t.directive = s.directive AND t.n = s.task
CROSS JOIN directive d ON d.id = s.directive WHERE s.role = 2
"""
_ASSIGNED = """
SELECT name.unit, m.unit, name.written FROM assignment a JOIN name ON name.id = a.name
LEFT JOIN membership m ON m.org = name.org AND m."group" = name.unit
WHERE a.directive = ? AND a.task = ?
"""


def check(context: Context) -> Iterator[Finding]:
    """Each unit that is named so and is none of the task's; none where a name means no unit."""
    for directive, task, at, org, text in context.db.execute(_TASKS).fetchall():
        known = context.related_names(org)
        named = list(_named(text, known))
        if not named:
            continue
        assigned = set(context.db.execute(_ASSIGNED, (directive, task)).fetchall())
        if any(unit is None for unit, _member, _written in assigned):
            continue
        units = {unit for row in assigned for unit in row[:2] if unit}
        written = [name.casefold() for _unit, _member, name in assigned]
        for name in named:
            part = name.casefold()  # “các tỉnh” of “UBND các tỉnh, thành phố”
            if known[part].isdisjoint(units) and not any(part in whole for whole in written):
                yield found(directive, at, ("support",), _MESSAGE, _HINT, unit=name)


def _named(text: str, known: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The names that follow the words."""
    for match in _WITH.finditer(text):
        yield from names_from(text, match.end(), known).names
