"""Which tasks each unit has in a period, by itself or through a group."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from parcli.queries.unit_lookup import organisations, units

if TYPE_CHECKING:
    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index
    from parcli.schedule.periods import Period

LEAD = 1


class AssignedTask(NamedTuple):
    """A task that a unit leads or supports, with how many targets it sets."""

    id: str
    leads: bool
    targets: int


UnitKey = tuple[str, str]  # organisation and unit


def units_reporting(index: Index, period: Period) -> list[Unit]:
    """The single units that exist in the period and have a task in it, in catalogue order."""
    assigned = assigned_tasks(index, period)
    home_first = {org: n for n, org in enumerate(organisations(index))}
    listed = sorted(units(index), key=lambda unit: home_first.get(unit.org, len(home_first)))
    return [unit for unit in listed if (unit.org, unit.id) in assigned]


def assigned_tasks(
    index: Index, period: Period, unit: Unit | None = None
) -> dict[UnitKey, list[AssignedTask]]:
    """Each unit's tasks, those it leads first, then as the documents have them.

    Only of directives in force in the period, only for units that exist then; of one unit where it
    is given.
    """
    found: dict[UnitKey, list[AssignedTask]] = defaultdict(list)
    values = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "org": unit.org if unit else None,
        "unit": unit.id if unit else None,
    }
    for org, bearer, task, role, targets in index.db.execute(_SQL, values):
        found[org, bearer].append(AssignedTask(task, role == LEAD, targets))
    return dict(found)


# A name stands for a unit, or for a group and so for each of its members (`bearer`). A group of
# another time than the directive's stands for nobody.
_SQL = """
WITH bearer AS (
  SELECT org, id AS named, id AS unit FROM unit WHERE NOT is_group
  UNION ALL SELECT org, "group", unit FROM membership
),
listed AS (
  SELECT b.org, b.unit, x.directive, x.task, min(x.role) AS role
  FROM directive d
  JOIN assignment x ON x.directive = d.id
  JOIN name ON name.id = x.name
  JOIN bearer b ON b.org = name.org AND b.named = name.unit
  JOIN unit g ON g.org = name.org AND g.id = name.unit
  WHERE d.first_day <= :last AND d.last_day >= :first
    AND (:org IS NULL OR (b.org = :org AND b.unit = :unit))
    AND coalesce(g.valid_from, '') <= d.last_day
    AND coalesce(g.valid_until, '9999-12-31') >= d.first_day
  GROUP BY b.org, b.unit, x.directive, x.task
)
SELECT l.org, l.unit, d.slug || '/' || t.slug, l.role,
  (SELECT count(*) FROM target WHERE target.directive = l.directive AND target.task = l.task)
FROM listed l
JOIN unit u ON u.org = l.org AND u.id = l.unit
JOIN directive d ON d.id = l.directive
JOIN task t ON t.directive = l.directive AND t.n = l.task
WHERE coalesce(u.valid_from, '') <= :last AND coalesce(u.valid_until, '9999-12-31') >= :first
  AND coalesce(u.valid_from, '') <= d.last_day
  AND coalesce(u.valid_until, '9999-12-31') >= d.first_day
ORDER BY l.org, u.position, l.role, d.slug, t.n
"""
