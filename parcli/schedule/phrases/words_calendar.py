"""Days, periods, seasons and lengths in words."""

from __future__ import annotations

import re
from typing import Literal

from parcli.schedule.periods import Period, Span

_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
_HALVES = {1: "6 tháng đầu năm", 2: "6 tháng cuối năm"}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_PLACES = {"first": "tháng đầu", "middle": "tháng giữa", "last": "tháng cuối"}
_OFFSETS = {1: "tiếp theo", -1: "trước"}
_UNITS = {"D": "ngày", "W": "tuần", "M": "tháng", "Y": "năm", "TH": "giờ", "TM": "phút"}
_LENGTH = re.compile(r"P(T?)(\d+)([DWMYH])")
_WINDOW_END = re.compile(
    r"(?P<day>[\d-]+|last|(?:first|middle|last)-(?:\d\d|last))\((?P<sign>[YMP])(?P<offset>[+-]\d)?\)"
)

Offsets = tuple[int | None, int | None, int | None]


def _number(value: int, *, month: bool = False) -> str:
    """A day with a leading zero under 10, a month under 3 (NĐ 30/2020, Phụ lục I)."""
    return f"{value:02}" if value < (3 if month else 10) else str(value)


def point_words(text: str) -> str:
    """A day or period as `written` gives it: "2026-Q1", "2025-12-15", "12-15", "Q1"."""
    if text[:1] == "D":
        return f"ngày {text[1:]}"
    if text[:1] == "Q":
        return f"quý {_ROMAN[int(text[1])]}"
    if re.fullmatch(r"\d{2}(-\d{2})?", text):
        return yearly_words(text, None)
    period = Period.parse(text)
    if period.span is not Span.DAY:
        return period_words(text)
    day = period.first
    return f"ngày {_number(day.day)} tháng {_number(day.month, month=True)} năm {day.year}"


def period_words(  # noqa: PLR0911  one return for each span
    text: str, *, week: int | None = None
) -> str:
    """A period in words: "quý I/2026", "6 tháng đầu năm 2026"; `week` is a week of the month."""
    period = Period.parse(text)
    year, month = period.first.year, period.first.month
    match period.span:
        case Span.YEAR:
            return f"năm {year}"
        case Span.HALF:
            return f"{_HALVES[1 if month == 1 else 2]} {year}"
        case Span.NINE_MONTHS:
            return f"9 tháng đầu năm {year}"
        case Span.QUARTER:
            return f"quý {_ROMAN[(month + 2) // 3]} năm {year}"
        case Span.MONTH:
            words = f"tháng {_number(month, month=True)} năm {year}"
            return words if week is None else f"{_week(week)} {words}"
        case Span.WEEK:
            return f"tuần {text[-2:]} năm {text[:4]}"
        case _:
            return point_words(text)


def _week(week: int) -> str:
    return "tuần cuối" if week == -1 else f"tuần thứ {week}"


def moment_words(when: str, *, weekday: int | None, time: str | None) -> str:
    """A day's words with its weekday and time before it: "17 giờ 00, thứ Tư, ngày …"."""
    words = []
    if time is not None:
        hour, minute = time.split(":")
        words.append(f"{hour} giờ {minute}")
    if weekday is not None:
        words.append(_WEEKDAYS[weekday - 1])
    joint = " " if when.startswith(("đầu", "cuối cùng của")) else ", "
    days = joint.join(part for part in (words.pop() if weekday else "", when) if part)
    return " ".join([*words, days]).strip()


def day_words(  # noqa: PLR0911  one return for each way to place a day
    day: int | None,
    month: int | None,
    *,
    quarter: int | None = None,
    half: int | None = None,
    working_day: bool = False,
    month_of_period: Literal["first", "middle", "last"] | None = None,
    period: str = "quý",
    offsets: Offsets = (None, None, None),
) -> str:
    """A day, month, quarter or half without a year, placed in the period that it returns in."""
    year, months, periods = offsets
    of_year = f" của năm {_OFFSETS[year]}" if year else ""
    if half is not None:
        return _HALVES[half]
    if quarter is not None:
        return f"quý {_ROMAN[quarter]}{of_year}"
    named = _day(day, working_day=working_day)
    if month is not None:
        return f"{named}tháng {_number(month, month=True)}{of_year}"
    if month_of_period is not None:
        of_period = f" {_OFFSETS[periods]}" if periods else ""
        return f"{named}{_PLACES[month_of_period]} {period}{of_period}"
    if months:
        return f"{named}của tháng {_OFFSETS[months]}"
    if day == -1:
        return f"{named}tháng" if working_day else "cuối tháng"
    return f"{named}tháng" if working_day else named.strip()


def _day(day: int | None, *, working_day: bool) -> str:
    working = "làm việc " if working_day else ""
    if day == -1:
        return f"ngày {working}cuối cùng của "
    if working_day:
        return f"ngày làm việc {'đầu tiên' if day == 1 else f'thứ {day}'} của "
    return f"ngày {_number(day)} " if day is not None else ""


def yearly_words(text: str, year_offset: int | None) -> str:
    """ "MM-DD" or "MM" in words."""
    month, _, day = text.partition("-")
    offsets: Offsets = (year_offset, None, None)
    return day_words(int(day) if day else None, int(month), offsets=offsets)


def window_words(text: str) -> str:
    """A season ("03..11", "D01..D05" of each month) or a data window in words."""
    first, _, last = text.partition("..")
    return f"từ {_end_words(first)} đến {_end_words(last)}"


def _end_words(text: str) -> str:
    found = _WINDOW_END.fullmatch(text)
    if found is None:
        return point_words(text)
    place, _, day = found["day"].rpartition("-")
    offset = int(found["offset"] or 0)
    if found["sign"] == "Y":
        about = f"năm {_OFFSETS[offset]} kỳ báo cáo" if offset else "kỳ báo cáo"
        return f"{day_words(int(day), int(place))} của {about}"
    number = -1 if day == "last" else int(day)
    if found["sign"] == "M":
        named = "ngày cuối cùng của" if number == -1 else f"ngày {_number(number)}"
        return f"{named} tháng {_OFFSETS.get(offset, 'báo cáo')}"
    named = "ngày cuối cùng của" if number == -1 else f"ngày {_number(number)}"
    return f"{named} {_PLACES[place]} quý {_OFFSETS.get(offset, 'báo cáo')}"


def length_words(span: str, *, working_days: bool | None) -> str:
    """ "P15D" as "15 ngày", with "làm việc" where its days are working days."""
    found = _LENGTH.fullmatch(span)
    if found is None:
        return span
    unit = _UNITS[found[1] + found[3]]
    return f"{int(found[2]):02} {unit}{' làm việc' if working_days else ''}"
