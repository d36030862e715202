"""Dates and figures as Vietnamese offices write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.language import N_, _, chosen
from parcli.schedule.written_dates import day_month, long_date, short_date

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "day_month", "figure", "long_date", "short_date", "weekday_date", "weekday_name",
]  # fmt: skip

_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def weekday_date(day: date, year: int | None = None) -> str:
    """The date with its weekday in short, in the language in force: "T7 14/9/2024".

    The year is left out where it is `year`, which the reader knows already.
    """
    written = day_month(day) if day.year == year else short_date(day)
    return f"{weekday_name(day.isoweekday())} {written}"


def weekday_name(number: int) -> str:
    """The ISO weekday (Monday 1) in short, in the language in force: "T2"."""
    return _(_WEEKDAYS[number - 1])


def figure(value: float) -> str:
    """A figure in the language in force, without zeros at its end: "96,4", in English "96.4"."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if chosen() == "vi" else text
