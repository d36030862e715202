"""A task bears the name of one criterion and points to others only.

Appendices list one task for each criterion under the criterion's own name, and letters quote it
(“tiêu chí ‘Tiếp cận dịch vụ tư pháp’”), so the number beside it was most likely mistyped. Short
names count in titles and quotation marks only: “thủ tục hành chính” is said everywhere.
"""

from __future__ import annotations

import re
from itertools import pairwise
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


class _Name(NamedTuple):
    """A criterion by the folded words of its name."""

    words: list[str]
    framework: str
    criterion: str


# Names by their first two words, to be looked for at each word of a text.
_Names = dict[tuple[str, str], list[_Name]]


def check(context: Context) -> Iterator[Finding]:
    """Each task that names criteria of an index, and serves only others of that index."""
    names = _names(context)
    judged: dict[tuple[str, str], list[_Name]] = {}  # years repeat each other's tasks
    for task in _unnamed(context):
        words = (task.title, task.text)
        if words not in judged:
            judged[words] = _named(*words, names)
        named = judged[words]
        at, by_index = _served(context, task) if named else ("", {})
        for framework, served in by_index.items():
            meant = [name.criterion for name in named if name.framework == framework]
            if meant and not any(_related(a, b) for a in meant for b in served):
                yield found(
                    task.directive, at, ("criteria", 0), _MESSAGE, _HINT,
                    named=meant[0], served=", ".join(served),
                )  # fmt: skip


def _unnamed(context: Context) -> Iterator[_Task]:
    # CROSS JOIN keeps SQLite to this order: the wide rows of tasks as they lie, each once.
    sql = """
    SELECT s.directive, s.task, coalesce(t.title, ''), coalesce(t.text, '') FROM task t
    CROSS JOIN serves s ON s.directive = t.directive AND s.task = t.n AND s.n = 0
    LEFT JOIN criterion c ON c.id = s.criterion
    WHERE coalesce(NOT instr(t.title, c.name), 1)
    AND coalesce(NOT instr(t.text, c.name), 1)
    """
    return map(_Task._make, context.db.execute(sql))


def _served(context: Context, task: _Task) -> tuple[str, dict[str, list[str]]]:
    """Where the task stands, and by index the criteria that it serves."""
    key = (task.directive, task.task)
    place = "SELECT at FROM task WHERE directive = ? AND n = ?"
    sql = "SELECT criterion FROM serves WHERE directive = ? AND task = ? ORDER BY n"
    by_index: dict[str, list[str]] = {}
    for (criterion,) in context.db.execute(sql, key):
        by_index.setdefault(criterion.partition("/")[0], []).append(criterion)
    return context.db.execute(place, key).fetchone()[0], by_index


def _names(context: Context) -> _Names:
    """The criteria whose names have at least three syllables; of two alike the first."""
    names: _Names = {}
    known = set()
    sql = "SELECT framework, id, name FROM criterion ORDER BY is_dimension, position"
    for framework, ident, name in context.db.execute(sql):
        words = folded(name).split()
        if len(words) >= _SHORT and (framework, *words) not in known:
            known.add((framework, *words))
            names.setdefault((words[0], words[1]), []).append(_Name(words, framework, ident))
    return names


def _named(title: str, text: str, names: _Names) -> list[_Name]:
    """The criteria whose names a task's title, quotations or, if they are long, words hold."""
    named = list(_held(f"{title} . {text}", names))
    if all(len(name.words) >= _LONG for name in named):
        return named
    loud = list(_held(" . ".join([title, *_QUOTED.findall(text)]), names))
    return [name for name in named if len(name.words) >= _LONG or name in loud]


def _held(text: str, names: _Names) -> Iterator[_Name]:
    words = folded(text).split()
    for at, pair in enumerate(pairwise(words)):
        for name in names.get(pair, ()):
            if words[at : at + len(name.words)] == name.words:
                yield name


def _related(one: str, other: str) -> bool:
    """Whether they are the same, or one is the dimension of the other."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
