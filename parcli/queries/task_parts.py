"""What belongs to listed tasks: who does them, what they serve and reach, how they stand."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from parcli.queries.task_rows import Assignee
from parcli.queries.unit_lookup import UnitRef, members
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index

_LATEST = """
WITH place AS MATERIALIZED (SELECT value AS period, key AS n FROM json_each(?))
SELECT p.org, p.task, p.status, p.unit, max(place.n)
FROM progress p JOIN place ON place.period = p.period GROUP BY p.org, p.task, p.unit
"""
# A task in the index: the numbers of its directive and of the task in it.
Key = tuple[int, int]


def assignees_of(
    index: Index, directives: Iterable[int], wanted: set[Key], *, expand: bool
) -> dict[tuple[Key, int], list[Assignee]]:
    """Who leads (1) and who cooperates (2), in the documents' order; groups' units on `expand`."""
    found: dict[tuple[Key, int], list[Assignee]] = defaultdict(list)
    sql = (
        "SELECT x.task, x.role, x.scope, name.written, name.org, u.id, u.name, u.is_group, "
        "d.first_day, d.last_day FROM assignment x JOIN name ON name.id = x.name "
        "JOIN directive d ON d.id = x.directive "
        "LEFT JOIN unit u ON u.org = name.org AND u.id = name.unit "
        "WHERE x.directive = ? ORDER BY x.task, x.role, x.n"
    )
    units_of = _group_members(index)
    for directive in directives:
        for task, role, scope, written, *unit in index.db.execute(sql, (directive,)):
            if (directive, task) not in wanted:
                continue
            org, ident, name, is_group, first, last = unit
            ref = UnitRef(ident or "", name or written)
            inside = units_of(org, ident, first, last) if expand and is_group else None
            found[(directive, task), role].append(
                Assignee(ref, bool(is_group), scope, written, inside)
            )
    return found


def _group_members(index: Index) -> Callable[[str, str, str, str], tuple[UnitRef, ...]]:
    """The units of a group on days from one to another, looked up once for each."""

    @cache
    def units_of(org: str, group: str, first: str, last: str) -> tuple[UnitRef, ...]:
        """The members of the organisation's group from `first` to `last`."""
        return tuple(unit.ref for unit in members(index, org, group, first, last))

    return units_of


def criteria_of(index: Index, directives: Iterable[int], wanted: set[Key]) -> dict[Key, list[str]]:
    """The criteria that each task serves, in its order."""
    found: dict[Key, list[str]] = defaultdict(list)
    sql = "SELECT task, criterion FROM serves WHERE directive = ? ORDER BY task, n"
    for directive in directives:
        for task, criterion in index.db.execute(sql, (directive,)):
            if (directive, task) in wanted:
                found[directive, task].append(criterion)
    return found


def targets_of(
    index: Index, directives: Iterable[int], wanted: set[Key]
) -> dict[Key, list[dict[str, Any]]]:
    """The targets of each task, absent values left out."""
    found: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    keys = ("text", "compare", "value", "unit", "change", "baseline", "by", "scope")
    sql = (
        "SELECT task, text, compare, value, unit, change, baseline, by, scope FROM target "
        "WHERE directive = ? ORDER BY task, n"
    )
    for directive in directives:
        for task, *values in index.db.execute(sql, (directive,)):
            if (directive, task) in wanted:
                present = {k: v for k, v in zip(keys, values, strict=True) if v is not None}
                found[directive, task].append(present)
    return found


def statuses_of(
    index: Index, of_units: Sequence[Unit], day: date | None = None
) -> dict[tuple[str, str], list[str]]:
    """Each unit's latest status of each task, of the units asked about or of all.

    With `day`, what is said of periods that begin later does not count.
    """
    written = index.db.execute("SELECT DISTINCT period FROM progress").fetchall()
    periods = sorted((period_order(name), name) for (name,) in written)
    begun = [name for (_last, first), name in periods if day is None or first <= day]
    units = {(u.org, u.id) for u in of_units}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    # Of a group SQLite gives the row that has the greatest place.
    for org, task, status, unit, _place in index.db.execute(_LATEST, (json.dumps(begun),)):
        if not units or (org, unit) in units:
            found[org, task].append(status)
    return found


def period_order(name: str) -> tuple[date, date]:
    """What periods are sorted by as time passes: "2026-Q1", "2026-05", "2026-H1", "2026-Q2"."""
    period = Period.parse(name)
    return period.last, period.first
