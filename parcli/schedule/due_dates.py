"""The three dates of something due, and how it stands on a day by the office's policies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from parcli.schedule.working_days import WorkingCalendar

Status = Literal["submitted", "upcoming", "soon", "overdue"]


class DueDates(NamedTuple):
    """The strict last day, the working day to send by, and the day that law would extend to."""

    last_day: date
    send_by: date
    rolled_to: date


class Policies(NamedTuple):
    """What the law leaves open and `policies:` of parcli.yaml settles; as is usual without it.

    `before_includes_day`: "trước ngày 15" may still be met on the 15th. `roll_forward`: late is
    after the next working day. `soon_working_days`: from when on something is due soon.
    """

    before_includes_day: bool = False
    roll_forward: bool = False
    soon_working_days: int = 5


AS_USUAL = Policies()


def policies_of(settings: Mapping[str, Any]) -> Policies:
    """The policies in the settings of a registry; what they leave out is as usual."""
    stated = settings.get("policies", {})
    return Policies(
        bool(stated.get("before_includes_day", AS_USUAL.before_includes_day)),
        stated.get("late") == "roll-forward",
        int(stated.get("soon_working_days", AS_USUAL.soon_working_days)),
    )


class DueStatus(NamedTuple):
    """How something due stands on a day; once it is past, `days_left` is negative.

    `working_days_left` then is 0 as long as only days off have passed.
    """

    status: Status
    days_left: int
    working_days_left: int


def due_dates(last_day: date, calendar: WorkingCalendar) -> DueDates:
    """`last_day` with the nearest working day before and after; thrice itself on a working day.

    `rolled_to` is information: BLDS 2015 Điều 148.5 moves the end of a span to the next working
    day, and whether that covers a date which a directive names is not settled.
    """
    return DueDates(
        last_day=last_day,
        send_by=calendar.working_on_or_before(last_day),
        rolled_to=calendar.working_on_or_after(last_day),
    )


def status(
    today: date,
    due: DueDates,
    submitted: date | None,
    *,
    calendar: WorkingCalendar,
    soon_working_days: int = AS_USUAL.soon_working_days,
    roll_forward: bool = False,
) -> DueStatus:
    """How `due` stands on `today`, counted to `last_day`, or to `rolled_to` under `roll_forward`.

    Late is after that day. What is submitted after `today` is not yet submitted. Working days are
    those after `today` up to and including that day.
    """
    limit = _limit(due, roll_forward=roll_forward)
    working_days_left = calendar.working_days_between(today, limit)
    standing: Status = "soon" if working_days_left <= soon_working_days else "upcoming"
    if submitted is not None and submitted <= today:
        standing = "submitted"
    elif today > limit:
        standing = "overdue"
    return DueStatus(standing, (limit - today).days, working_days_left)


def working_days_late(
    day: date, due: DueDates, calendar: WorkingCalendar, *, roll_forward: bool = False
) -> int | None:
    """By how many working days `day` is late; 0 where only days off have passed, None in time."""
    limit = _limit(due, roll_forward=roll_forward)
    return calendar.working_days_between(limit, day) if day > limit else None


def _limit(due: DueDates, *, roll_forward: bool) -> date:
    return due.rolled_to if roll_forward else due.last_day
