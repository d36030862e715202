"""Periods as people type them: "Q3/2024", "quý III năm 2024", "6 tháng đầu năm 2024", "7/2024"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.errors import BadPeriod
from parcli.schedule.periods import EARLIEST, LATEST, Period
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable

# Folded: "quý III/2024" is "quy iii 2024". The year stands first or last.
# Patterns are compiled when first needed: most periods are typed as parcli writes them.
_YEAR_LAST = r"(?P<rest>.*?) ?(?:\bnam )?(?P<year>\d{4})"
_YEAR_FIRST = r"(?P<year>\d{4}) ?(?P<rest>.*)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_period(text: str) -> Period:
    """The period that somebody typed, as parcli writes periods or as offices do.

    Raises BadPeriod, also for a period that does not exist or that no document is of.
    """
    try:
        period = _as_parcli_writes(text) or _as_offices_write(text)
    except (ValueError, BadPeriod):
        period = None
    if period is None or not EARLIEST <= period.first <= LATEST:
        raise BadPeriod(text=text)
    return period


def _as_parcli_writes(text: str) -> Period | None:
    try:
        return Period.parse(text.upper())
    except BadPeriod:
        return None


def _as_offices_write(text: str) -> Period | None:
    words = folded(text)
    for order in (_YEAR_LAST, _YEAR_FIRST):
        found = re.fullmatch(order, words)
        if found is None:
            continue
        for pattern, made in _FORMS:
            part = re.fullmatch(pattern, found["rest"])
            if part is not None:
                return made(int(found["year"]), *filter(None, part.groups()))
    return None


_FORMS: tuple[tuple[str, Callable[..., Period]], ...] = (
    (r"(?:ca|nam)?", Period.year),
    (r"(?:quy|q) ?([1-4])", lambda year, number: Period.quarter(year, int(number))),
    (r"(?:quy |q)?(i{1,3}|iv)", lambda year, number: Period.quarter(year, _ROMAN[number])),
    (r"(?:6|sau) thang(?: dau)?|h1|6t", lambda year: Period.half(year, 1)),
    (r"(?:6|sau) thang cuoi|h2", lambda year: Period.half(year, 2)),
    (r"(?:9|chin) thang(?: dau)?|9[mt]", Period.nine_months),
    (r"(?:thang |t)?(\d\d?)", lambda year, number: Period.month(year, int(number))),
    (r"(?:tuan |w)(\d\d?)", lambda year, number: Period.week(year, int(number))),
    (
        r"(?:ngay )?(\d\d?) (?:thang )?(\d\d?)",
        lambda year, day, month: Period.parse(f"{year:04}-{int(month):02}-{int(day):02}"),
    ),
)
