"""Dates and figures as Vietnamese offices write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.language import N_, _
from parcli.schedule.written_dates import day_month, long_date, short_date

if TYPE_CHECKING:
    from datetime import date

__all__ = ["day_month", "long_date", "short_date", "weekday_date"]

_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def weekday_date(day: date, year: int | None = None) -> str:
    """The date with its weekday in short, in the language in force: "T7 14/9/2024".

    The year is left out where it is `year`, which the reader knows already.
    """
    written = day_month(day) if day.year == year else short_date(day)
    return f"{_(_WEEKDAYS[day.weekday()])} {written}"
