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
SELECT t.directive, t.n, t.at, d.org, t.text FROM cooperating c
JOIN task t ON t.directive = c.directive AND t.n = c.task JOIN directive d ON d.id = c.directive
WHERE EXISTS (
  SELECT 1 FROM assignment a WHERE a.directive = c.directive AND a.task = c.task AND a.role = 2
)
"""
_ASSIGNED = """
SELECT name.unit, m.unit FROM assignment a JOIN name ON name.id = a.name
LEFT JOIN membership m ON m.org = name.org AND m."group" = name.unit
WHERE a.directive = ? AND a.task = ?
"""


def check(context: Context) -> Iterator[Finding]:
    """Each unit that is named so and is none of the task's; none where a name means no unit."""
    known: dict[str, Mapping[str, frozenset[str]]] = {}
    for directive, task, at, org, text in context.db.execute(_TASKS).fetchall():
        if not _WITH.search(text):
            continue
        assigned = set(context.db.execute(_ASSIGNED, (directive, task)).fetchall())
        if any(unit is None for unit, _member in assigned):
            continue
        units = {unit for row in assigned for unit in row if unit}
        if org not in known:
            known[org] = _names(context, org)
        for name in _named(text, known[org]):
            if known[org][name.casefold()].isdisjoint(units):
                yield found(directive, at, ("support",), _MESSAGE, _HINT, unit=name)


def _named(text: str, known: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The names that follow the words."""
    for match in _WITH.finditer(text):
        yield from names_from(text, match.end(), known).names


def _names(context: Context, org: str) -> dict[str, frozenset[str]]:
    """Each official or other name of an organisation's units, with the ids that it may stand for.

    Those are the unit's own, its members' and those of the groups it belongs to.
    """
    related: dict[str, set[str]] = {}
    sql = 'SELECT "group", unit FROM membership WHERE org = ?'
    for group, unit in context.db.execute(sql, (org,)):
        related.setdefault(group, set()).add(unit)
        related.setdefault(unit, set()).add(group)
    sql = (
        "SELECT id, name FROM unit WHERE org = :org "
        "UNION SELECT u.id, j.value FROM unit u, json_each(u.aliases) j WHERE u.org = :org"
    )
    names: dict[str, frozenset[str]] = {}
    for unit, name in context.db.execute(sql, {"org": org}):
        ids = frozenset({unit, *related.get(unit, ())})
        names[name.casefold()] = ids | names.get(name.casefold(), frozenset())
    return names
