"""Who leads and cooperates in tasks, list by list: one that many tasks have is judged once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parcli.checks.context import Context

# A name's number and its role, 1 or 2, as one figure.
_LISTS = """
SELECT DISTINCT names FROM (
  SELECT group_concat(2 * name + role - 1) AS names FROM assignment GROUP BY directive, task
)
"""
_TASKS = """
SELECT directive, task FROM assignment GROUP BY directive, task
HAVING group_concat(2 * name + role - 1) IN (SELECT value FROM json_each(?))
"""


class Listed(NamedTuple):
    """A name in a task's lists: its role, its number, and what it means; None for no one unit."""

    role: int
    name: int
    unit: str | None


def lists_of_names(context: Context) -> list[str]:
    """Each different list of a task's names, as `tasks_listing` reads it."""
    return [names for (names,) in context.db.execute(_LISTS)]


def tasks_listing(
    context: Context, is_wrong: Callable[[list[Listed]], bool]
) -> Iterator[tuple[int, int]]:
    """The directive and number of each task whose names are wrong together."""
    units = dict(context.db.execute("SELECT id, unit FROM name"))
    wrong = [names for names in context.lists_of_names if is_wrong(_listed(names, units))]
    if wrong:
        yield from context.db.execute(_TASKS, (json.dumps(wrong),)).fetchall()


def _listed(names: str, units: dict[int, str | None]) -> list[Listed]:
    figures = map(int, names.split(","))
    return [Listed(figure % 2 + 1, figure // 2, units[figure // 2]) for figure in figures]
