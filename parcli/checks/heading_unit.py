"""A section is headed by units' names, and another unit leads its task.

Directives that go unit by unit (“1. Phòng Nội vụ: …”, “2. Phòng A; Phòng B”) give each section's
tasks to the units of its heading, also where it closes with several names (“Trách nhiệm của Phòng A
và Phòng B”). Under a group (“Các phòng”) its members may lead as well.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.names_in_words import names_from
from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR409"
SEVERITY = Severity.WARNING
_MESSAGE = N_("The heading names “{heading}”, but others lead this task.")
_HINT = N_("Compare the lead with the heading of the section.")
_Heading = tuple[str, list[frozenset[str]]]
_SEVERAL = re.compile(r"[;,]| và ")
_WORD = re.compile(r"\b\w+")


def check(context: Context) -> Iterator[Finding]:
    """Each task below such a heading that is led by others than its units."""
    sql = """
    SELECT t."group", t.n, group_concat(a.name) FROM task t
    CROSS JOIN assignment a ON a.directive = t.directive AND a.task = t.n AND a.role = 1
    WHERE t.directive = ? AND t."group" BETWEEN ? AND ? GROUP BY t.n
    """
    meant = dict(context.db.execute("SELECT id, unit FROM name"))
    for directive, headings in _headings(context):
        span = (min(headings), max(headings))
        for group, task, names in context.db.execute(sql, (directive, *span)).fetchall():
            title, named = headings.get(group, ("", []))
            leads = [meant[int(name)] for name in names.split(",")] if named else []
            wrong = _wrong(leads, named)
            if wrong is not None:
                at = _place(context, directive, task)
                yield found(directive, at, ("lead", wrong), _MESSAGE, _HINT, heading=title)


def _place(context: Context, directive: int, task: int) -> str:
    sql = "SELECT at FROM task WHERE directive = ? AND n = ?"
    return str(context.db.execute(sql, (directive, task)).fetchone()[0])


def _wrong(leads: list[str | None], named: list[frozenset[str]]) -> int | None:
    """Which lead is none that the heading names; None where that cannot be told."""
    if not named or None in leads:
        return None
    strange = [n for n, unit in enumerate(leads) if not any(unit in each for each in named)]
    all_strange = len(strange) == len(leads)
    return strange[0] if all_strange or (strange and len(leads) == len(named)) else None


def _headings(context: Context) -> Iterator[tuple[int, dict[int, _Heading]]]:
    """Groups of the body headed by names only: by directive, number → title, units by name."""
    known = _names(context)
    sql = (
        'SELECT g.directive, g.n, g.title, d.org FROM "group" g '
        "JOIN directive d ON d.id = g.directive WHERE g.appendix IS NULL AND g.title IS NOT NULL "
        "ORDER BY g.directive, g.n"
    )
    titles: dict[tuple[str, str], list[frozenset[str]]] = {}
    for directive, rows in groupby(context.db.execute(sql).fetchall(), itemgetter(0)):
        headings: dict[int, _Heading] = {}
        for _directive, group, title, org in rows:
            if (org, title) not in titles:
                titles[org, title] = _named(title, known.get(org, {}))
            if titles[org, title]:
                headings[group] = (title, titles[org, title])
        if headings:
            yield directive, headings


def _named(title: str, known: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """The units of each name in a heading; none where other words follow or one name has some."""
    whole = title.strip(" .:").casefold()
    if whole in known:
        return [known[whole]]
    named = [known.get(name.strip()) for name in whole.split(";")]
    if None in named and _SEVERAL.search(whole):
        named = [known.get(name) for name in _closing_names(whole, known)]
    return [units for units in named if units] if None not in named else []


def _closing_names(title: str, known: Mapping[str, frozenset[str]]) -> list[str]:
    """The names with which a heading ends, two at least; what stands before them is no name."""
    for word in _WORD.finditer(title):
        names, end = names_from(title, word.start(), known)
        if len(names) > 1 and end == len(title):
            return names
    return []


def _names(context: Context) -> dict[str, dict[str, frozenset[str]]]:
    """By organisation: each name in small letters, and the ids that may stand for it."""
    members: dict[tuple[str, str], set[str]] = {}
    for org, group, unit in context.db.execute('SELECT org, "group", unit FROM membership'):
        members.setdefault((org, group), set()).add(unit)
    names: dict[str, dict[str, frozenset[str]]] = {}
    sql = (
        "SELECT org, id, name FROM unit "
        "UNION SELECT u.org, u.id, j.value FROM unit u, json_each(u.aliases) j"
    )
    for org, unit, name in context.db.execute(sql):
        ids = frozenset({unit, *members.get((org, unit), ())})
        of_org = names.setdefault(org, {})
        of_org[name.casefold()] = ids | of_org.get(name.casefold(), frozenset())
    return names
