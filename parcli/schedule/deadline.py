"""A written deadline's meaning: a tagged union, each member keeping the phrase it came from.

`to_json` and `from_json` are the form that the compiled index, an explicit `meaning:` and
`parcli deadline --format json` share: `kind` names the member and absent values are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal

Relation = Literal["before", "by", "in", "on", "bare", "after"]
Frequency = Literal["daily", "weekly", "monthly", "quarterly", "semiannual", "annual"]


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """What every member has: the words it was read from."""

    kind: ClassVar[str]
    phrase: str = ""


@dataclass(frozen=True, kw_only=True)
class Fixed(Deadline):
    """One date, or one period within which: "trước ngày 20/9/2022", "trong quý I/2026".

    `date` is an ISO day; `period` is written as `schedule.periods.Period` writes it; one of the two
    is present, unless no year is known: then `day`, `month`, `quarter` or `half` (`day` -1 is a
    month's last) keep what the words state. `time` is "HH:MM", "24:00" the end of the day. `week`
    is a week of the month, -1 its last. `urgent` marks "ngay trong …". `target` is the figure that
    a target horizon states ("đến năm 2024 đạt tối thiểu 6%": ">=6%").
    """

    kind = "fixed"
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


@dataclass(frozen=True, kw_only=True)
class Recurring(Deadline):
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

    kind = "recurring"
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


@dataclass(frozen=True, kw_only=True)
class Range(Deadline):
    """From a beginning to an end: "2025 - 2030", "Năm 2026 và các năm tiếp theo".

    `start` and `end` are periods or days as text ("12-15", "12", "Q3" where no year is known);
    `end` may be "open", `start` is absent for "từ nay". `end_event` holds the words
    of an end that is an event ("đến khi kết thúc kiểm kê"); `span` an ISO 8601 length given
    besides.
    """

    kind = "range"
    start: str | None = None
    end: str | None = None
    end_event: str | None = None
    span: str | None = None
    working_days: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Duration(Deadline):
    """A length counted from an anchor: "15 ngày làm việc kể từ ngày nhận".

    `span` is ISO 8601 ("P15D", "P1M", "PT24H"), negative where it counts back ("-P30D");
    `working_days` says that its days are working days. `anchor` is "issue", "receipt",
    "complete-file", "event" or "expiry"; `event` holds the anchor's words where it is an event.
    """

    kind = "duration"
    relation: Relation = "by"
    span: str = ""
    working_days: bool | None = None
    anchor: str | None = None
    event: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event(Deadline):
    """Tied to something happening: "ngay sau khi lũ rút"."""

    kind = "event"
    relation: Relation = "after"
    event: str = ""
    urgent: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Reference(Deadline):
    """Stated elsewhere: "theo kế hoạch công tác tư pháp hằng năm"."""

    kind = "reference"
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class Ongoing(Deadline):
    """Without an end: "thường xuyên"."""

    kind = "ongoing"
    on_request: bool | None = None
    condition: str | None = None


@dataclass(frozen=True, kw_only=True)
class Asap(Deadline):
    """As soon as can be: "kịp thời", "ngay"."""

    kind = "asap"


@dataclass(frozen=True, kw_only=True)
class Compound(Deadline):
    """Several statements in one: the parts in the order they stand."""

    kind = "compound"
    parts: tuple[Deadline, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoDeadline(Deadline):
    """No deadline in these words.

    `reason` is "empty", "as-of" (a status date, kept in `as_of`), "reporting-window" (a data
    period, kept in `window` as "MM-DD(Y-1)..MM-DD(Y)", "DD(M-1)..DD(M)" or two ISO days),
    "statement" (years in running text) or
    "unread": words that state a time which the grammar does not cover and never guesses at.
    """

    kind = "none"
    reason: str = "empty"
    as_of: str | None = None
    window: str | None = None


_MEMBERS: dict[str, type[Deadline]] = {
    member.kind: member
    for member in (
        Fixed, Recurring, Range, Duration, Event, Reference, Ongoing, Asap, Compound, NoDeadline,
    )
}  # fmt: skip


def to_json(deadline: Deadline) -> dict[str, Any]:
    """The plain form: "phrase", "kind" and every value that is present; tuples become lists."""
    plain: dict[str, Any] = {"phrase": deadline.phrase, "kind": deadline.kind}
    for item in fields(deadline):
        value = getattr(deadline, item.name)
        if item.name == "phrase" or value is None:
            continue
        if item.name == "parts":
            value = [to_json(part) for part in value]
        plain[item.name] = list(value) if isinstance(value, tuple) else value
    return plain


def from_json(plain: dict[str, Any]) -> Deadline:
    """The member that `to_json` wrote. Raises KeyError or TypeError for any other form."""
    given = dict(plain)
    member = _MEMBERS[given.pop("kind")]
    if "parts" in given:
        given["parts"] = tuple(from_json(part) for part in given["parts"])
    for name, value in given.items():
        if isinstance(value, list):
            given[name] = tuple(value)
    return member(**given)
