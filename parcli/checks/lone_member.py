"""One commune alone leads or supports a task, where the directive otherwise names them together.

Nothing in the task's words or headings names the place, so the group was most likely meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR412"
SEVERITY = Severity.WARNING
_MESSAGE = N_("Only here is “{unit}” named by itself, elsewhere “{group}”; no words say why.")
_HINT = N_("Compare the unit with the document.")
_AREAS = "'xa', 'phuong', 'thi-tran', 'dac-khu', 'thon', 'to-dan-pho'"
# Below this many tasks, a directive has no habit of naming the group.
_FEWEST = 5
_ROLES = {1: "lead", 2: "support"}
_HEADS = ("uy ban nhan dan ", "ubnd ", "xa ", "phuong ", "thi tran ", "dac khu ", "thon ")


class _Lone(NamedTuple):
    """A commune's only place in a directive, and a group that the directive names as well."""

    directive: int
    task: int
    role: int
    n: int
    written: str
    org: str
    group: str


def check(context: Context) -> Iterator[Finding]:
    """Each such commune, once."""
    told: set[tuple[int, int]] = set()
    for lone in _lone(context):
        key = (lone.directive, lone.task)
        group = _usual_group(context, lone)
        if group is None or key in told:
            continue
        at, words = _words(context, lone)
        if _place(lone.written) not in folded(words):
            told.add(key)
            field = (_ROLES[lone.role], lone.n)
            yield found(lone.directive, at, field, _MESSAGE, _HINT, unit=lone.written, group=group)


def _lone(context: Context) -> list[_Lone]:
    sql = f"""
    SELECT a.directive, a.task, a.role, a.n, x.written, x.org, m."group" FROM unit u
    CROSS JOIN name x ON x.org = u.org AND x.unit = u.id
    CROSS JOIN membership m ON m.org = u.org AND m.unit = u.id
    CROSS JOIN assignment a ON a.name = x.id
    WHERE u.kind IN ({_AREAS}) AND NOT u.is_group
    GROUP BY a.directive, m."group" HAVING count(*) = 1
    """  # noqa: S608  the kinds are written above
    return [_Lone._make(row) for row in context.db.execute(sql)]


def _usual_group(context: Context, lone: _Lone) -> str | None:
    """The group's name as the directive usually writes it; None where it hardly names the group."""
    sql = """
    SELECT x.written, count(*) AS uses, sum(count(*)) OVER () FROM name x
    CROSS JOIN assignment a ON a.name = x.id AND a.directive = ?
    WHERE x.org = ? AND x.unit = ? GROUP BY x.id ORDER BY uses DESC
    """
    row = context.db.execute(sql, (lone.directive, lone.org, lone.group)).fetchone()
    return row[0] if row and row[2] >= _FEWEST else None


def _words(context: Context, lone: _Lone) -> tuple[str, str]:
    """Where the task stands; its own words and those of its headings."""
    sql = """
    WITH RECURSIVE above(n) AS (
      SELECT "group" FROM task WHERE directive = :directive AND n = :task
      UNION SELECT g.parent FROM "group" g JOIN above ON g.directive = :directive AND g.n = above.n)
    SELECT t.at, coalesce(t.title, '') || ' ' || coalesce(t.text, '') || ' ' || coalesce((
      SELECT group_concat(g.title, ' ') FROM "group" g JOIN above ON g.n = above.n
      WHERE g.directive = :directive), '')
    FROM task t WHERE t.directive = :directive AND t.n = :task
    """
    row = context.db.execute(sql, {"directive": lone.directive, "task": lone.task}).fetchone()
    return row[0], row[1]


def _place(written: str) -> str:
    """ "UBND xã Quảng Hải" → "quang hai"."""
    place = folded(written)
    for head in _HEADS:
        place = place.removeprefix(head)
    return place
