"""Dates as Vietnamese documents write them (NĐ 30/2020/NĐ-CP Phụ lục I, phần II mục I.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.periods import Period, Span

if TYPE_CHECKING:
    from datetime import date


def short_date(day: date) -> str:
    """ "14/9/2024": leading zero for days under 10 and months 1 and 2 only."""
    return f"{day_month(day)}/{day.year}"


def day_month(day: date) -> str:
    """ "14/9", where the year is known."""
    return f"{written_day(day.day)}/{written_month(day.month)}"


def written_date(text: str | None) -> str:
    """A date as precise as the document has it: "2024", "7/2024", "21/7/2022"; empty for none."""
    if not text:
        return ""
    period = Period.parse(text)
    if period.span is Span.DAY:
        return short_date(period.first)
    return short_date(period.first).partition("/")[2] if period.span is Span.MONTH else text


def long_date(day: date) -> str:
    """ "ngày 05 tháng 01 năm 2020", the form of documents."""
    return f"ngày {written_day(day.day)} tháng {written_month(day.month)} năm {day.year}"


def written_day(day: int) -> str:
    """A day of the month, with a leading zero below ten."""
    return f"{day:02}"


def written_month(month: int) -> str:
    """A month's number, with a leading zero for January and February only."""
    return f"{month:02}" if month < 3 else str(month)
