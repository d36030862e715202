"""Words for a deadline, in the wording of offices; `read_deadline` reads them back to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.schedule.deadline import (
    Asap,
    Compound,
    Duration,
    Event,
    Fixed,
    NoDeadline,
    Ongoing,
    Range,
    Recurring,
    Reference,
)
from parcli.schedule.phrases.words_calendar import (
    day_words,
    length_words,
    moment_words,
    period_words,
    point_words,
    window_words,
    yearly_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.schedule.deadline import Deadline, Frequency, Relation

_RELATIONS: dict[Relation | None, str] = {
    "before": "trước", "by": "chậm nhất", "in": "trong", "on": "vào", "after": "sau", "bare": "",
    None: "",
}  # fmt: skip
_FREQUENCIES: dict[Frequency, str] = {
    "daily": "hằng ngày", "weekly": "hằng tuần", "monthly": "hằng tháng", "quarterly": "hằng quý",
    "semiannual": "6 tháng", "annual": "hằng năm",
}  # fmt: skip
_UNITS: dict[Frequency, str] = {
    "daily": "ngày", "weekly": "tuần", "monthly": "tháng", "quarterly": "quý",
    "semiannual": "6 tháng", "annual": "năm",
}  # fmt: skip
_COMPARISONS = {">=": "tối thiểu ", "<=": "tối đa ", ">": "trên ", "<": "dưới "}
_CONDITIONS = ("trong", "nếu", "khi", "theo", "vào", "nhân", "dịp")
_ON_REQUEST = " và đột xuất khi có yêu cầu"
_SELF_STANDING = ("đột xuất", "theo")


def in_words(deadline: Deadline) -> str:
    """The deadline in Vietnamese; empty where there is none. Reading it gives `deadline` again."""
    return _WORDS[type(deadline)](deadline)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _target(target: str | None) -> str:
    if target is None:
        return ""
    sign = next((sign for sign in _COMPARISONS if target.startswith(sign)), "")
    return f"đạt {_COMPARISONS.get(sign, '')}{target.removeprefix(sign)}"


def _fixed(deadline: Fixed) -> str:
    if deadline.date is not None:
        when = point_words(deadline.date)
    elif deadline.period is not None:
        when = period_words(deadline.period, week=deadline.week)
    else:
        when = day_words(deadline.day, deadline.month, quarter=deadline.quarter, half=deadline.half)
    urgent = "ngay" if deadline.urgent else ""
    placed = moment_words(when, weekday=deadline.weekday, time=deadline.time)
    return _joined(urgent, _RELATIONS[deadline.relation], placed, _target(deadline.target))


def _recurring(deadline: Recurring) -> str:
    days = _days(deadline)
    words = _first_days(deadline) or f"định kỳ{_frequency(deadline)}{', ' if days else ''}{days}"
    if deadline.condition is not None:
        apart = deadline.condition.lower().startswith(_CONDITIONS)
        words += f", {deadline.condition}" if apart else f" trong thời gian {deadline.condition}"
    words = _joined(words, _target(deadline.target))
    return words + (_ON_REQUEST if deadline.on_request else "")


def _first_days(deadline: Recurring) -> str:
    """ "trong 05 ngày đầu của tháng tiếp theo"; empty for any other window."""
    if deadline.freq != "monthly" or not (deadline.window or "").startswith("D01.."):
        return ""
    offset = {1: " tiếp theo", -1: " trước"}.get(deadline.month_offset or 0, "")
    return f"trong {(deadline.window or '')[-2:]} ngày đầu của tháng{offset}"


def _frequency(deadline: Recurring) -> str:
    freqs = deadline.freq if isinstance(deadline.freq, tuple) else (deadline.freq,)
    if deadline.times is not None:
        return f" {deadline.times:02} lần/{_UNITS[freqs[0]]}"
    if deadline.every is not None:
        return f" {deadline.every:02} {_UNITS[freqs[0]]} một lần"
    named = ", ".join(_FREQUENCIES[freq] for freq in freqs)
    return f" {named}" if named else ""


def _days(deadline: Recurring) -> str:
    relation = _RELATIONS[deadline.relation]
    if deadline.window is not None:
        return window_words(deadline.window)
    if deadline.dates is not None:
        offset = deadline.year_offset
        return ", ".join(_joined(relation, yearly_words(each, offset)) for each in deadline.dates)
    placed = moment_words(_place(deadline), weekday=deadline.weekday, time=deadline.time)
    return _joined(relation, placed) if placed else ""


def _place(deadline: Recurring) -> str:
    """The recurring day's own words, without weekday and time."""
    if deadline.nth is not None:
        first = "đầu tiên" if deadline.weekday else "tuần đầu tiên"
        last = "cuối cùng" if deadline.weekday else "tuần cuối cùng"
        return f"{first if deadline.nth == 1 else last} của tháng"
    return day_words(
        deadline.day,
        deadline.month,
        quarter=deadline.quarter,
        working_day=bool(deadline.working_day),
        month_of_period=deadline.month_of_period,
        period="quý" if deadline.freq == "quarterly" else "kỳ báo cáo",
        offsets=(deadline.year_offset, deadline.month_offset, deadline.period_offset),
    )


def _range(deadline: Range) -> str:
    start = "từ nay" if deadline.start is None else f"từ {point_words(deadline.start)}"
    if deadline.end_event is not None:
        begun = "" if deadline.start is None else f"{start} "
        words = f"{begun}đến khi {deadline.end_event}"
    elif deadline.end in {"open", None}:
        words = f"{start} trở đi"
    else:
        words = f"{start} đến {point_words(deadline.end or '')}"
    if deadline.span is None:
        return words
    return f"trong {length_words(deadline.span, working_days=deadline.working_days)} ({words})"


def _duration(deadline: Duration) -> str:
    if deadline.span == "P0D":
        working = " làm việc" if deadline.working_days else ""
        day = {"receipt": " nhận", "complete-file": " nhận đủ hồ sơ"}.get(deadline.anchor or "", "")
        return f"trong ngày{working}{day}"
    length = length_words(deadline.span.removeprefix("-"), working_days=deadline.working_days)
    if deadline.span.startswith("-"):
        until = "ngày hết hạn" if deadline.anchor == "expiry" else f"khi {deadline.event}"
        return f"chậm nhất {length} trước {until}"
    anchors = {
        "issue": "ngày ban hành", "receipt": "ngày nhận", "complete-file": "ngày nhận đủ hồ sơ",
        "expiry": "ngày hết hạn",
    }  # fmt: skip
    since = anchors.get(deadline.anchor or "issue", f"khi {deadline.event}")
    within = "sau" if deadline.relation == "after" else "trong thời hạn"
    return f"{within} {length} kể từ {since}"


def _reference(deadline: Reference) -> str:
    first = deadline.reference.split()[0].lower()
    return f"{'đúng' if first == 'hạn' else 'theo'} {deadline.reference}"


def _ongoing(deadline: Ongoing) -> str:
    condition = f", {deadline.condition}" if deadline.condition else ""
    return f"thường xuyên{condition}{_ON_REQUEST if deadline.on_request else ''}"


def _asap(_deadline: Asap) -> str:
    return "kịp thời"


def _compound(deadline: Compound) -> str:
    return ". ".join(_capitalised(in_words(part)) for part in deadline.parts)


def _event(deadline: Event) -> str:
    if deadline.relation == "after" and deadline.event.lower().startswith(_SELF_STANDING):
        return deadline.event
    leads = {
        "before": "trước khi", "in": "trong thời gian", "by": "chậm nhất khi", "after": "sau khi",
    }  # fmt: skip
    urgent = "ngay " if deadline.urgent else ""
    return f"{urgent}{leads.get(deadline.relation, 'sau khi')} {deadline.event}"


def _none(deadline: NoDeadline) -> str:
    match deadline.reason:
        case "as-of" if deadline.as_of is not None:
            return f"tính đến {point_words(deadline.as_of)}"
        case "reporting-window" if deadline.window is not None:
            return f"số liệu {window_words(deadline.window)}"
        case "empty":
            return ""
        case "unread":
            return "ngày …"
        case _:
            return "so với năm trước"


_WORDS: dict[type[Deadline], Callable[[Any], str]] = {
    Fixed: _fixed,
    Recurring: _recurring,
    Range: _range,
    Duration: _duration,
    Event: _event,
    Reference: _reference,
    Ongoing: _ongoing,
    Asap: _asap,
    Compound: _compound,
    NoDeadline: _none,
}
