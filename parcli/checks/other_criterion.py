"""A task bears the name of one criterion and points to others only.

Appendices list one task for each criterion under the criterion's own name, and letters quote it
(“tiêu chí ‘Tiếp cận dịch vụ tư pháp’”), so the number beside it was most likely mistyped. Short
names count in titles and quotation marks only: “thủ tục hành chính” is said everywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR311"
SEVERITY = Severity.WARNING
_MESSAGE = N_("This task is named like {named}, and serves {served}.")
_HINT = N_("Compare the criterion with the task's title.")
_QUOTED = re.compile('[“‘"]([^”’"]+)[”’"]')
# Syllables of a name: so many to count in a title or quotation, so many anywhere.
_SHORT, _LONG = 3, 5


class _Task(NamedTuple):
    """A task that does not name the first criterion which it serves."""

    directive: int
    task: int
    title: str
    text: str


def check(context: Context) -> Iterator[Finding]:
    """Each task that names criteria of an index, and serves only others of that index."""
    names: dict[str, dict[str, str]] = {}
    for task in _unnamed(context):
        names = names or _names(context)
        by_index: dict[str, list[str]] = {}
        at, criteria = _served(context, task)
        for criterion in criteria:
            by_index.setdefault(criterion.partition("/")[0], []).append(criterion)
        for framework, served in by_index.items():
            named = _named(task, names.get(framework, {}))
            if named and not any(_related(a, b) for a in named for b in served):
                yield found(
                    task.directive, at, ("criteria", 0), _MESSAGE, _HINT,
                    named=named[0], served=", ".join(served),
                )  # fmt: skip


def _unnamed(context: Context) -> list[_Task]:
    # CROSS JOIN keeps SQLite to this order: every task once, by its first criterion.
    sql = """
    SELECT s.directive, s.task, coalesce(t.title, ''), coalesce(t.text, '') FROM serves s
    CROSS JOIN task t ON t.directive = s.directive AND t.n = s.task
    LEFT JOIN criterion c ON c.id = s.criterion
    WHERE s.n = 0 AND coalesce(NOT instr(t.title, c.name), 1)
    AND coalesce(NOT instr(t.text, c.name), 1)
    """
    return [_Task._make(row) for row in context.db.execute(sql)]


def _served(context: Context, task: _Task) -> tuple[str, list[str]]:
    """Where the task stands, and the criteria that it serves."""
    key = (task.directive, task.task)
    place = "SELECT at FROM task WHERE directive = ? AND n = ?"
    sql = "SELECT criterion FROM serves WHERE directive = ? AND task = ? ORDER BY n"
    at = context.db.execute(place, key).fetchone()[0]
    return at, [row[0] for row in context.db.execute(sql, key)]


def _names(context: Context) -> dict[str, dict[str, str]]:
    """By index: criteria by their folded names in spaces, those of at least three syllables."""
    names: dict[str, dict[str, str]] = {}
    sql = "SELECT framework, id, name FROM criterion ORDER BY is_dimension, position"
    for framework, ident, name in context.db.execute(sql):
        key = folded(name)
        if len(key.split()) >= _SHORT:
            names.setdefault(framework, {}).setdefault(f" {key} ", ident)
    return names


def _named(task: _Task, names: dict[str, str]) -> list[str]:
    """The criteria whose names the task's title, quotations or, if they are long, words hold."""
    words = f" {folded(f'{task.title} . {task.text}')} "
    named = [name for name in names if name in words]
    if not named:
        return []
    loud = folded(" . ".join([task.title, *_QUOTED.findall(task.text)]))
    return [names[name] for name in named if len(name.split()) >= _LONG or name in f" {loud} "]


def _related(one: str, other: str) -> bool:
    """Whether they are the same, or one is the dimension of the other."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
