"""A task's words say who leads, and its `lead` is another.

Read are “Phòng A chủ trì, phối hợp với …” and “giao Phòng A chủ trì”: the names of the catalogue
right before “chủ trì” that begin a sentence or follow “giao”, “đề nghị”, “yêu cầu”. Where none of
them, of their members and of their groups leads, either the lead was copied from another line, or
the words were. “Các dự án do Phòng A chủ trì” says nothing of the task.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.names_in_words import name_before
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR416"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The words say that “{unit}” leads, which is not in `lead`.")
_HINT = N_("Compare the lead with the words, and both with the document.")
_LEADS = re.compile(r" (?:là cơ quan |làm đầu mối, )?chủ trì\b")
_BEGINS = re.compile(r"(?:\A|[.;:\n][\s+•-]*|\b(?:giao|đề nghị|yêu cầu)\s)\Z", re.IGNORECASE)
_TASKS = """
SELECT t.directive, t.n, t.at, d.org, t.text FROM said_role s
CROSS JOIN task t ON t.directive = s.directive AND t.n = s.task
CROSS JOIN directive d ON d.id = s.directive WHERE s.role = 1
"""
_LEADING = """
SELECT name.unit, m.unit FROM assignment a JOIN name ON name.id = a.name
LEFT JOIN membership m ON m.org = name.org AND m."group" = name.unit
WHERE a.directive = ? AND a.task = ? AND a.role = 1
"""


def check(context: Context) -> Iterator[Finding]:
    """Each unit that is said to lead and does not; none where a name of the leads means no unit."""
    for directive, task, at, org, text in context.db.execute(_TASKS).fetchall():
        known = context.related_names(org)
        named = list(_named(text, known))
        if not any(named):
            continue
        leading = context.db.execute(_LEADING, (directive, task)).fetchall()
        units = {unit for row in leading for unit in row if unit}
        if not leading or any(unit is None for unit, _member in leading):
            continue
        if all(not name or known[name.casefold()].isdisjoint(units) for name in named):
            unit = next(filter(None, named))
            yield found(directive, at, ("lead",), _MESSAGE, _HINT, unit=unit)


def _named(text: str, known: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The names of those who are said to lead; empty for one that is unknown."""
    for words in _LEADS.finditer(text):
        name = name_before(text, words.start(), known)
        start = words.start() - len(name)
        yield name if _BEGINS.search(text, max(0, start - 12), start) else ""
