"""Times of day and days of the week: "17 giờ 30 phút", "16h30'", "chiều thứ Năm", "Chủ nhật"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.phrases.tokens import Lexicon

if TYPE_CHECKING:
    from parcli.schedule.phrases.tokens import Tokens

_AFTERNOON = ("chiều", "tối")
_PARTS_OF_DAY = (
    "cuối giờ sáng", "cuối giờ chiều", "cuối giờ làm việc", "hết giờ làm việc", "giờ hành chính",
    "buổi sáng", "buổi chiều", "buổi tối", "đầu giờ sáng", "đầu giờ chiều", "cuối giờ",
    "sáng", "trưa", "chiều", "tối",
)  # fmt: skip
_NOT_A_CLOCK = (
    "làm việc", "kể từ", "sau khi", "trước khi", "tính từ", "từ khi", "từ thời điểm", "đồng hồ",
    "một lần", "hành chính", "sau thời điểm", "trước thời điểm",
)  # fmt: skip
_WEEKDAYS = Lexicon(
    {
        "thứ hai": 1, "thứ ba": 2, "thứ tư": 3, "thứ năm": 4, "thứ sáu": 5, "thứ bảy": 6,
        "thứ bẩy": 6, "thứ 2": 1, "thứ 3": 2, "thứ 4": 3, "thứ 5": 4, "thứ 6": 5, "thứ 7": 6,
        "chủ nhật": 7, "chúa nhật": 7,
    }
)  # fmt: skip
_ORDINALS = (
    "lần", "kỳ", "họp", "quý", "tháng", "năm", "đợt", "khóa", "khoá", "cấp", "loại", "tuần", "điều",
    "việc", "nhóm", "phần", "vị",
)  # fmt: skip


def clock(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The time "HH:MM" at `index`; "" where the figures are none, None for "24 giờ kể từ"."""
    hour = tokens[index].number
    if hour is None:
        return None
    minute, after = _minute(tokens, index + 1)
    if not after or tokens.take(after, *_NOT_A_CLOCK) or tokens[after].key == "/":
        return None
    if hour < 12 and tokens.any(after, *_AFTERNOON):
        hour += 12
    valid = (hour <= 23 and minute <= 59) or (hour == 24 and minute == 0)
    return (f"{hour:02}:{minute:02}" if valid else ""), after


def _minute(tokens: Tokens, index: int) -> tuple[int, int]:
    """The minute and the index after it; 0 for the index where no clock stands."""
    if tokens[index].key == ":":
        minute = tokens[index + 1].number
        digits = len(tokens[index + 1].key) == 2 and tokens[index].glued
        return (minute or 0, index + 2) if minute is not None and digits else (0, 0)
    if not tokens.any(index, "giờ", "h", "g"):
        return 0, 0
    minute = tokens[index + 1].number
    if minute is None or len(tokens[index + 1].key) > 2:
        return 0, index + 1
    if tokens[index + 2].key in {"/", "-"}:
        return 0, index + 1
    after = tokens.skip(index + 2, "phút", "p", "'", "’", "′")
    return minute, after


def part_of_day(tokens: Tokens, index: int) -> int:
    """The index after "sáng", "cuối giờ chiều"…; `index` itself where none stands there."""
    return tokens.skip(index, *_PARTS_OF_DAY)


def weekday(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The ISO weekday at `index`; None for an ordinal ("kỳ họp thứ hai")."""
    found = _WEEKDAYS.at(tokens, index)
    if found is None or tokens.any(index - 1, *_ORDINALS):
        return None
    return found
