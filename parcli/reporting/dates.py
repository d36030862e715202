"""Dates and figures as Vietnamese offices write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.language import N_, _

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def short_date(day: date) -> str:
    """ "14/9/2024": leading zero for days under 10 and months 1 and 2 only (NĐ 30/2020)."""
    return f"{_padded(day.day, 10)}/{_padded(day.month, 3)}/{day.year}"


def long_date(day: date) -> str:
    """ "ngày 05 tháng 01 năm 2020", the form of documents (NĐ 30/2020 Phụ lục I)."""
    return f"ngày {_padded(day.day, 10)} tháng {_padded(day.month, 3)} năm {day.year}"


def weekday_date(day: date) -> str:
    """The date with its weekday in short, in the language in force: "T7 14/9/2024"."""
    return f"{_(_WEEKDAYS[day.weekday()])} {short_date(day)}"


def _padded(number: int, below: int) -> str:
    return f"{number:02}" if number < below else str(number)
