"""A written deadline's meaning: a tagged union, each member keeping the phrase it came from.

Members are named tuples, which cost a fifth of what dataclasses do to make; `kind` is a field, so
that members with the same values still differ.

`to_json` and `from_json` are the form that the compiled index, an explicit `meaning:` and
`parcli deadline --format json` share: `kind` names the member and absent values are left out.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Relation = Literal["before", "by", "in", "on", "bare", "after"]
Frequency = Literal["daily", "weekly", "monthly", "quarterly", "semiannual", "annual"]


class Fixed(NamedTuple):
    """One date, or one period within which: "trước ngày 20/9/2022", "trong quý I/2026".

    `date` is an ISO day; `period` is written as `schedule.periods.Period` writes it; one of the two
    is present, unless no year is known: then `day`, `month`, `quarter` or `half` (`day` -1 is a
    month's last) keep what the words state. `time` is "HH:MM", "24:00" the end of the day. `week`
    is a week of the month, -1 its last. `urgent` marks "ngay trong …". `target` is the figure that
    a target horizon states ("đến năm 2024 đạt tối thiểu 6%": ">=6%").
    """

    phrase: str = ""
    kind: Literal["fixed"] = "fixed"
    relation: Relation = "bare"
    date: str | None = None
    period: str | None = None
    day: int | None = None
    month: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    time: str | None = None
    weekday: int | None = None
    urgent: bool | None = None
    target: str | None = None


class Recurring(NamedTuple):
    """A day that returns: "trước ngày 15 tháng cuối quý", "chậm nhất ngày 20 hằng tháng".

    `freq` is one frequency or a list, empty for "each report period" where its length is not said.
    `every` is an interval in it ("02 năm/lần": 2). `day`, `month`, `weekday` (ISO, Monday 1) and
    `quarter` place it; `day` -1 is a month's last. `month_of_period` "first"/"last" names a month
    of the quarter, half-year or report period. `nth` is the place of a weekday, or of a week, in
    its month, -1 the last; `working_day` says that `day` counts working days. `dates` holds several
    "MM-DD" (or "MM") a year. `year_offset` counts years from the year the thing is about ("của năm
    tiếp theo": 1), `month_offset` months, `period_offset` quarters or report periods. `times` is a
    count per period ("02 lần/năm"). `window` is a yearly season "MM..MM", "MM-DD..MM-DD" or
    "Q1..Q3", or days of each month "D01..D05"; `condition` the words of a "while".
    """

    phrase: str = ""
    kind: Literal["recurring"] = "recurring"
    freq: Frequency | tuple[Frequency, ...] = "annual"
    relation: Relation | None = None
    day: int | None = None
    month: int | None = None
    month_of_period: Literal["first", "middle", "last"] | None = None
    quarter: int | None = None
    weekday: int | None = None
    nth: int | None = None
    working_day: bool | None = None
    time: str | None = None
    dates: tuple[str, ...] | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    period_offset: int | None = None
    on_request: bool | None = None
    times: int | None = None
    every: int | None = None
    window: str | None = None
    condition: str | None = None
    target: str | None = None


class Range(NamedTuple):
    """From a beginning to an end: "2025 - 2030", "Năm 2026 và các năm tiếp theo".

    `start` and `end` are periods or days as text ("12-15", "12", "Q3" where no year is known);
    `end` may be "open", `start` is absent for "từ nay". `end_event` holds the words
    of an end that is an event ("đến khi kết thúc kiểm kê"); `span` an ISO 8601 length given
    besides.
    """

    phrase: str = ""
    kind: Literal["range"] = "range"
    start: str | None = None
    end: str | None = None
    end_event: str | None = None
    span: str | None = None
    working_days: bool | None = None


class Duration(NamedTuple):
    """A length counted from an anchor: "15 ngày làm việc kể từ ngày nhận".

    `span` is ISO 8601 ("P15D", "P1M", "PT24H"), negative where it counts back ("-P30D");
    `working_days` says that its days are working days. `anchor` is "issue", "receipt",
    "complete-file", "event" or "expiry"; `event` holds the anchor's words where it is an event.
    """

    phrase: str = ""
    kind: Literal["duration"] = "duration"
    relation: Relation = "by"
    span: str = ""
    working_days: bool | None = None
    anchor: str | None = None
    event: str | None = None


class Event(NamedTuple):
    """Tied to something happening: "ngay sau khi lũ rút"."""

    phrase: str = ""
    kind: Literal["event"] = "event"
    relation: Relation = "after"
    event: str = ""
    urgent: bool | None = None


class Reference(NamedTuple):
    """Stated elsewhere: "theo kế hoạch công tác tư pháp hằng năm"."""

    phrase: str = ""
    kind: Literal["reference"] = "reference"
    reference: str = ""


class Ongoing(NamedTuple):
    """Without an end: "thường xuyên"."""

    phrase: str = ""
    kind: Literal["ongoing"] = "ongoing"
    on_request: bool | None = None
    condition: str | None = None


class Asap(NamedTuple):
    """As soon as can be: "kịp thời", "ngay"."""

    phrase: str = ""
    kind: Literal["asap"] = "asap"


class Compound(NamedTuple):
    """Several statements in one: the parts in the order they stand."""

    phrase: str = ""
    kind: Literal["compound"] = "compound"
    parts: tuple[Deadline, ...] = ()


class NoDeadline(NamedTuple):
    """No deadline in these words.

    `reason` is "empty", "as-of" (a status date, kept in `as_of`), "reporting-window" (a data
    period, kept in `window` as "MM-DD(Y-1)..MM-DD(Y)", "DD(M-1)..DD(M)" or two ISO days),
    "statement" (years in running text) or "unread": words that state a time which the grammar
    does not cover and never guesses at.
    """

    phrase: str = ""
    kind: Literal["none"] = "none"
    reason: str = "empty"
    as_of: str | None = None
    window: str | None = None


Deadline = (
    Fixed | Recurring | Range | Duration | Event | Reference
    | Ongoing | Asap | Compound | NoDeadline
)  # fmt: skip

MEMBERS: dict[str, type[Deadline]] = {
    "fixed": Fixed,
    "recurring": Recurring,
    "range": Range,
    "duration": Duration,
    "event": Event,
    "reference": Reference,
    "ongoing": Ongoing,
    "asap": Asap,
    "compound": Compound,
    "none": NoDeadline,
}


def to_json(deadline: Deadline) -> dict[str, Any]:
    """The plain form: "phrase", "kind" and every value that is present; tuples become lists."""
    plain = {name: value for name, value in deadline._asdict().items() if value is not None}
    if isinstance(deadline, Compound):
        return plain | {"parts": [to_json(part) for part in deadline.parts]}
    for name, value in plain.items():
        if isinstance(value, tuple):
            plain[name] = list(value)
    return plain


def from_json(plain: dict[str, Any]) -> Deadline:
    """The member that `to_json` wrote. Raises KeyError or TypeError for any other form."""
    given = dict(plain)
    member = MEMBERS[given.pop("kind")]
    if "parts" in given:
        given["parts"] = tuple(from_json(part) for part in given["parts"])
    for name, value in given.items():
        if isinstance(value, list):
            given[name] = tuple(value)
    return member(**given)
