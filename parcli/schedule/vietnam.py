"""Vietnam's days off: what the `holidays` package computes, corrected by what was announced.

The package knows the public holidays of Bộ luật Lao động 2019 Điều 112 and some of the swaps; the
days that a year's announcements add, move or work are a `YearCorrection`.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from parcli.schedule.working_days import YearOff


class DayOff(NamedTuple):
    """A day off and its name; names a day anew where the package has it already."""

    day: date
    name: str


class MakeUpDay(NamedTuple):
    """A weekend day worked instead of another; `source` is the document that says so, or empty."""

    day: date
    instead_of: date | None = None
    source: str = ""


class YearCorrection(NamedTuple):
    """What was announced for a year beyond what the package computes.

    `official` says that the year's schedule is announced whole, so that days off are no estimate.
    """

    days_off: tuple[DayOff, ...] = ()
    worked: tuple[MakeUpDay, ...] = ()
    removed: tuple[date, ...] = ()
    official: bool = False
    sources: tuple[str, ...] = ()


def public_holidays(year: int, correction: YearCorrection | None = None) -> YearOff:
    """The days off of `year`, named in Vietnamese; not official where no correction says so.

    A day the correction gives off is off, and one it has worked is worked, whatever the package
    computes. `holidays` computes nothing for years it does not know (after 2100).
    """
    correction = correction or YearCorrection()
    days_off, swapped = _computed(year)
    for day in (*correction.removed, *(made_up.day for made_up in correction.worked)):
        days_off.pop(day, None)
    days_off.update(correction.days_off)
    worked = swapped | {made_up.day: made_up.instead_of for made_up in correction.worked}
    return YearOff(
        year=year,
        days_off=dict(sorted(days_off.items())),
        worked={day: worked[day] for day in sorted(worked.keys() - days_off.keys())},
        official=correction.official,
    )


def _computed(year: int) -> tuple[dict[date, str], dict[date, date | None]]:
    """The package's days off and make-up days of `year`; it does not say what these stand for."""
    kept = _kept_years().get(str(year))
    if kept is None:
        return computed_by_package(year)
    off = {date.fromisoformat(day): name for day, name in kept["off"].items()}
    return off, dict.fromkeys(map(date.fromisoformat, kept["worked"]))


def computed_by_package(year: int) -> tuple[dict[date, str], dict[date, date | None]]:
    """What the installed `holidays` package says of `year`: days off, weekend days worked."""
    import holidays  # noqa: PLC0415  imports 250 countries, two tenths of a second

    computed = holidays.country_holidays("VN", years=year, language="vi")
    swapped: dict[date, date | None] = {
        day: None for day in computed.weekend_workdays if day.year == year
    }
    return dict(computed.items()), swapped


@cache
def _kept_years() -> dict[str, Any]:
    """The package's answers for the years that offices ask about, kept by scripts/keep_holidays.py.

    A test compares them with the installed package, which takes too long to ask at every start.
    """
    text = Path(__file__).with_name("vietnam_years.json").read_text(encoding="utf-8")
    years: dict[str, Any] = json.loads(text)["years"]
    return years
