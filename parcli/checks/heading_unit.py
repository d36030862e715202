"""A section is headed by units' names, and another unit leads its task.

Directives that go unit by unit (“1. Phòng Nội vụ: …”, “2. Phòng A; Phòng B”) give each section's
tasks to the units of its heading, also where it closes with several names (“Trách nhiệm của Phòng A
và Phòng B”) or begins with who heads them (“Thủ trưởng các phòng”). Under a group (“Các phòng”) its
members may lead as well, but not beside the others that it names. A person may lead, and a group
without members may mean anybody: nothing is told of them.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

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
_Heading = tuple[str, list["_Named"]]
_SEVERAL = re.compile(r"[;,]| và ")
_WORD = re.compile(r"\b\w+")
_LISTED = re.compile(r"(?:[,;]| và) \Z")
_HEADS = re.compile(r"^(?:thủ trưởng|người đứng đầu|lãnh đạo|chủ tịch|giám đốc) ")
_PERSON = re.compile(
    r"(?:các )?(?:đồng chí|đ/c|ông|bà)\b|(?:phó )?(?:chủ tịch|giám đốc|bí thư|chánh văn phòng)\b"
)


class _Named(NamedTuple):
    """What a name in a heading may stand for: units or groups, and these with their members."""

    own: frozenset[str]
    within: frozenset[str]


def check(context: Context) -> Iterator[Finding]:
    """Each task below such a heading that is led by others than its units."""
    sql = """
    SELECT t."group", t.n, group_concat(a.name), min(a.inherited) FROM task t
    CROSS JOIN assignment a ON a.directive = t.directive AND a.task = t.n AND a.role = 1
    WHERE t.directive = ? AND t."group" BETWEEN ? AND ? GROUP BY t.n
    """
    meant = _meant(context)
    judged: dict[tuple[str, str, int], int | None] = {}  # many tasks have the same leads
    for directive, headings in _headings(context):
        span = (min(headings), max(headings))
        for group, task, names, inherited in context.db.execute(sql, (directive, *span)).fetchall():
            title, named = headings.get(group, ("", []))
            if not named:
                continue
            led = (title, names, inherited)  # the numbers of names are of one organisation
            if led not in judged:
                leads = [meant[int(name)] for name in names.split(",")]
                judged[led] = _wrong(leads, named, inherited=bool(inherited))
            wrong = judged[led]
            if wrong is not None and not _stands_in(context, title, names.split(",")[wrong]):
                at = _place(context, directive, task)
                yield found(directive, at, ("lead", wrong), _MESSAGE, _HINT, heading=title)


def _place(context: Context, directive: int, task: int) -> str:
    sql = "SELECT at FROM task WHERE directive = ? AND n = ?"
    return str(context.db.execute(sql, (directive, task)).fetchone()[0])


def _stands_in(context: Context, title: str, name: str) -> bool:
    """Whether the heading has the very name, or its rest (“Các Bộ Y tế, Nội vụ”: Bộ Nội vụ)."""
    sql = "SELECT written FROM name WHERE id = ?"
    written = str(context.db.execute(sql, (int(name),)).fetchone()[0]).casefold()
    words = title.casefold()
    _kind, _blank, rest = written.partition(" ")
    return written in words or (words.startswith("các ") and " " in rest and rest in words)


def _meant(context: Context) -> dict[int, str | None]:
    """By number, the unit that each written name means; None for none and for persons."""
    sql = "SELECT id, unit, written FROM name"
    rows = context.db.execute(sql)
    return {n: None if _PERSON.match(written.casefold()) else unit for n, unit, written in rows}


def _wrong(leads: list[str | None], named: list[_Named], *, inherited: bool) -> int | None:
    """Which lead is none that the heading names; None where that cannot be told.

    Where the section itself has as many leads as several names, none is a mere member.
    """
    if None in leads:
        return None
    strange = [n for n, unit in enumerate(leads) if not any(unit in each.within for each in named)]
    all_strange = len(strange) == len(leads)
    if all_strange or (strange and len(leads) == len(named)):
        return strange[0]
    if not inherited or not 1 < len(leads) == len(named):
        return None
    own = frozenset[str]().union(*(each.own for each in named))
    lost = any(each.own.isdisjoint(leads) for each in named)
    return next((n for n, unit in enumerate(leads) if lost and unit not in own), None)


def _headings(context: Context) -> Iterator[tuple[int, dict[int, _Heading]]]:
    """Groups of the body headed by names only: by directive, number → title, units by name."""
    known = _names(context)
    sql = (
        'SELECT g.directive, g.n, g.title, d.org FROM "group" g '
        "JOIN directive d ON d.id = g.directive WHERE g.appendix IS NULL AND g.title IS NOT NULL "
        "ORDER BY g.directive, g.n"
    )
    titles: dict[tuple[str, str], list[_Named]] = {}
    for directive, rows in groupby(context.db.execute(sql).fetchall(), itemgetter(0)):
        headings: dict[int, _Heading] = {}
        for _directive, group, title, org in rows:
            if (org, title) not in titles:
                titles[org, title] = _named(title, known.get(org, {}))
            if titles[org, title]:
                headings[group] = (title, titles[org, title])
        if headings:
            yield directive, headings


def _named(title: str, known: Mapping[str, _Named]) -> list[_Named]:
    """The units of each name in a heading; none where other words follow or one name has some."""
    whole = _HEADS.sub("", title.strip(" .:").casefold(), count=1)
    if whole in known:
        return [known[whole]]
    named = [known.get(name.strip()) for name in whole.split(";")]
    if None in named and _SEVERAL.search(whole):
        named = [known.get(name) for name in _closing_names(whole, known)]
    return [units for units in named if units] if None not in named else []


def _closing_names(title: str, known: Mapping[str, _Named]) -> list[str]:
    """The names with which a heading ends, two at least; what stands before them is no name."""
    for word in _WORD.finditer(title):
        names, end = names_from(title, word.start(), known)
        if len(names) > 1 and end == len(title):
            # The end of a longer list, of which some names are unknown.
            return [] if _LISTED.search(title, 0, word.start()) else names
    return []


def _names(context: Context) -> dict[str, dict[str, _Named]]:
    """By organisation: each name in small letters, and what may stand for it; no empty groups."""
    members: dict[tuple[str, str], set[str]] = {}
    for org, group, unit in context.db.execute('SELECT org, "group", unit FROM membership'):
        members.setdefault((org, group), set()).add(unit)
    names: dict[str, dict[str, _Named]] = {}
    sql = (
        "SELECT org, id, is_group, name FROM unit "
        "UNION SELECT u.org, u.id, u.is_group, j.value FROM unit u, json_each(u.aliases) j"
    )
    for org, unit, is_group, name in context.db.execute(sql):
        inside = frozenset(members.get((org, unit), ()))
        if inside or not (is_group or name.casefold().startswith("các ")):
            of_org = names.setdefault(org, {})
            other = of_org.get(name.casefold(), _Named(frozenset(), frozenset()))
            of_org[name.casefold()] = _Named(other.own | {unit}, other.within | {unit} | inside)
    return names
