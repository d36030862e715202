"""The parts of a deadline's meaning for people, each with its name: "Weekday: Fri"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.language import N_, _
from parcli.reporting.dates import weekday_name
from parcli.schedule.phrases.words_calendar import (
    length_words,
    point_words,
    window_words,
    yearly_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parcli.schedule.deadline import Deadline

_LABELS = {
    "relation": N_("Relation to the day"),
    "date": N_("Day"),
    "period": N_("Period"),
    "day": N_("Day of the month"),
    "month": N_("Month of the year"),
    "quarter": N_("Quarter"),
    "half": N_("Half of the year"),
    "week": N_("Week of the month"),
    "time": N_("Time of day"),
    "weekday": N_("Weekday"),
    "urgent": N_("At once"),
    "target": N_("Figure to reach"),
    "freq": N_("How often"),
    "month_of_period": N_("Month of the period"),
    "nth": N_("Which one of the month"),
    "working_day": N_("Counted in working days"),
    "dates": N_("Days of the year"),
    "year_offset": N_("Years after that reported on"),
    "month_offset": N_("Months after that reported on"),
    "period_offset": N_("Periods after that reported on"),
    "on_request": N_("Also on request"),
    "times": N_("Times a period"),
    "every": N_("Once in so many"),
    "window": N_("Within"),
    "condition": N_("Only while"),
    "start": N_("From"),
    "end": N_("To"),
    "end_event": N_("To the event"),
    "span": N_("Length"),
    "working_days": N_("Counted in working days"),
    "anchor": N_("Counted from"),
    "event": N_("Event"),
    "reference": N_("Stated in"),
    "as_of": N_("Figures as of"),
}
_WORDS = {
    "relation": {
        "before": N_("before it"),
        "by": N_("no later than it"),
        "in": N_("within it"),
        "on": N_("on it"),
        "after": N_("after it"),
    },
    "freq": {
        "daily": N_("daily"),
        "weekly": N_("weekly"),
        "monthly": N_("monthly"),
        "quarterly": N_("quarterly"),
        "semiannual": N_("half-yearly"),
        "annual": N_("yearly"),
    },
    "month_of_period": {
        "first": N_("its first"),
        "middle": N_("its middle one"),
        "last": N_("its last"),
    },
    "anchor": {
        "issue": N_("the day of issue"),
        "receipt": N_("the day of receipt"),
        "complete-file": N_("the day the file is complete"),
        "event": N_("the event"),
        "expiry": N_("the day of expiry"),
    },
    "end": {"open": N_("without an end")},
}
_SAID: dict[str, Callable[[Any], str]] = {
    "date": point_words,
    "period": point_words,
    "as_of": point_words,
    "start": point_words,
    "end": point_words,
    "dates": lambda day: yearly_words(day, None),
    "window": window_words,
    "weekday": weekday_name,
    "target": lambda figure: figure.replace(">=", "≥ ").replace("<=", "≤ "),
}
_UNSAID = (None, "bare")
_LAST = -1
_COUNTED_FROM_THE_END = ("day", "week", "nth")


def deadline_parts(meaning: Deadline) -> Iterator[str]:
    """Each part that is present, "name: value"; a statement's own words and parts are left out."""
    for name, value in meaning._asdict().items():
        if name in _LABELS and value not in _UNSAID:
            label = _(_LABELS[name])
            yield f"{label}: {_shown(name, value, meaning)}"


def _shown(name: str, value: Any, meaning: Deadline) -> str:
    if isinstance(value, tuple):
        each = ", ".join(_shown(name, one, meaning) for one in value)
        return each or _("each report period")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "span":
        return _length(value, working_days=getattr(meaning, "working_days", None))
    if value == _LAST and name in _COUNTED_FROM_THE_END:
        return _("the last")
    if value in _WORDS.get(name, ()):
        return _(_WORDS[name][value])
    return _SAID.get(name, str)(value)


def _length(span: str, *, working_days: bool | None) -> str:
    """ "15 ngày làm việc"; of a length that counts back, that it does."""
    words = length_words(span.removeprefix("-"), working_days=working_days)
    return _("{length}, counted back").format(length=words) if span.startswith("-") else words
