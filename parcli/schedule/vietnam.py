"""Vietnam's days off: what the `holidays` package computes, corrected by what was announced.

The package knows the public holidays of Bộ luật Lao động 2019 Điều 112 and some of the swaps; the
days that a year's announcements add, move or work are a `YearCorrection`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from parcli.schedule.working_days import YearOff

if TYPE_CHECKING:
    from datetime import date


class DayOff(NamedTuple):
    """A day off and its name; names a day anew where the package has it already."""

    day: date
    name: str


class MakeUpDay(NamedTuple):
    """A weekend day worked instead of another; `source` is the document that says so, or empty."""

    day: date
    instead_of: date | None = None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class YearCorrection:
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
    import holidays  # noqa: PLC0415  a tenth of a second, paid only where a year is compiled

    computed = holidays.country_holidays("VN", years=year, language="vi")
    swapped: dict[date, date | None] = {
        day: None for day in computed.weekend_workdays if day.year == year
    }
    return dict(computed.items()), swapped
