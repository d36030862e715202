"""Dates in words that no calendar has: "31/02/2026", "ngày 31 tháng 4", "tháng 13", "quý V"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_LEAP_YEAR = 2024  # where the words name no year, 29 February is possible
_QUARTERS = ("I", "II", "III", "IV", "1", "2", "3", "4", "01", "02", "03", "04")
_DATE = re.compile(
    r"(?<!\d)(?:"
    r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
    r"|ng[àa]y\s+(?P<named>\d{1,2})\s*(?:[/.-]|th[áa]ng)\s*(?P<of_month>\d{1,2})"
    r"(?:\s+n[ăa]m\s+(?P<of_year>\d{4}))?"
    r"|(?P<short_day>\d{1,2})/(?P<short_month>0?[1-9]|1[0-2])"
    r"|th[áa]ng\s+(?P<alone>\d{1,2})(?:/\d{4})?"
    r"|ng[àa]y\s+(?P<day_alone>\d{1,2})"
    r"|qu[ýí]\s+(?P<quarter>[IVX]+|\d{1,2})(?!\w)(?:/\d{4})?"
    r")(?!\d|[/.-]\d)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def impossible_dates(words: str) -> tuple[str, ...]:
    """The dates in the words that do not exist, as they are written; none where all do."""
    return tuple(found[0] for found in _DATE.finditer(words) if not _exists(found))


def _exists(found: re.Match[str]) -> bool:
    if found["quarter"]:
        return found["quarter"].upper() in _QUARTERS
    day = found["day"] or found["named"] or found["short_day"] or found["day_alone"]
    month = found["month"] or found["of_month"] or found["short_month"] or found["alone"]
    year = found["year"] or found["of_year"]
    try:
        date(int(year or _LEAP_YEAR), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True
