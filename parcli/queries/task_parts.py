"""What belongs to listed tasks: who does them, what they serve and reach, how they stand."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from parcli.queries.task_rows import Assignee
from parcli.queries.unit_lookup import UnitRef, members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index

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


def statuses_of(index: Index, of_units: Sequence[Unit]) -> dict[tuple[str, str], list[str]]:
    """Each unit's latest status of each task, of the units asked about or of all."""
    sql = (
        "SELECT org, task, status, unit FROM progress p WHERE period = (SELECT max(period) "
        "FROM progress q WHERE q.task = p.task AND q.org = p.org AND q.unit = p.unit)"
    )
    units = {(u.org, u.id) for u in of_units}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for org, task, status, unit in index.db.execute(sql):
        if not units or (org, unit) in units:
            found[org, task].append(status)
    return found
