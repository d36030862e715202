"""A small organisation with two departments, two communes and one unit that ended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from parcli.queries.dues import DueFilter, DueList, list_dues
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    from parcli.registry.compiled.store import Index

UNITS = """\
schema: parcli.units/1
id: thu
organisation: {name: UBND huyện Thử, level: district}
units:
  - {id: ubnd, name: UBND huyện Thử, kind: ubnd}
  - {id: phong-mot, name: Phòng Một, kind: phong}
  - {id: phong-hai, name: Phòng Hai, kind: phong}
  - {id: phong-cu, name: Phòng Cũ, kind: phong, valid: {until: 2024-06-30}, successors: [phong-hai]}
  - {id: xa-tren, name: UBND xã Trên, kind: xa}
  - {id: xa-duoi, name: UBND xã Dưới, kind: xa}
groups:
  - {id: cac-phong, name: Các phòng, kinds: [phong]}
  - {id: cac-xa, name: UBND các xã, kinds: [xa]}
  - {id: doan-the, name: Các đoàn thể}
"""
CALENDAR_2024 = """\
schema: parcli.calendar/1
year: 2024
official: true
days_off:
  - {date: 2024-04-29, name: Nghỉ hoán đổi}
worked:
  - {date: 2024-05-04, for: 2024-04-29}
"""


def directive(body: str, ident: str = "vb", **header: str) -> dict[str, str]:
    """A directive's file with `body` as its groups, tasks and reports; in force in 2024."""
    given = {"in_force": "{from: 2024-01-01, until: 2024-12-31}", "issued": "2024-01-01"} | header
    lines = "\n".join(f"{key}: {value}" for key, value in given.items() if value)
    text = (
        f"schema: parcli.directive/1\nid: {ident}\norg: thu\ntype: cong-van\n"
        f"issuer: UBND huyện Thử\nsubject: thử\n{lines}\n{body}"
    )
    return {f"data/directives/{ident}.yaml": text}


def task(deadline: str, lead: str = "[phong-mot]", more: str = "") -> str:
    """A body of one task."""
    return f'tasks:\n  - {{number: "1", text: Việc, lead: {lead}, deadline: "{deadline}"{more}}}\n'


def report(deadline: str, who: str = "[phong-mot]", more: str = "") -> str:
    """A body of one report."""
    return f'reports:\n  - {{id: bc, title: Báo cáo, from: {who}, deadline: "{deadline}"{more}}}\n'


def ask(index: Index, first: str, last: str, today: str = "2024-01-01", **more: Any) -> DueList:
    """What is due from `first` to `last`, asked on `today`."""
    days = map(date.fromisoformat, (first, last, today))
    return list_dues(index, working_calendar(index), DueFilter(*days, **more))


def in_2024(index: Index, today: str = "2024-01-01", **more: Any) -> list[tuple[str, str, str]]:
    """Duty, unit and last day of everything due in 2024."""
    found = ask(index, "2024-01-01", "2024-12-31", today, **more)
    return [(row.id, row.unit.id, row.dates.last_day.isoformat()) for row in found.rows]
