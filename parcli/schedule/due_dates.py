"""The three dates of something due, and how it stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from parcli.schedule.working_days import WorkingCalendar

Status = Literal["submitted", "upcoming", "soon", "overdue"]


class DueDates(NamedTuple):
    """The strict last day, the working day to send by, and the day that law would extend to."""

    last_day: date
    send_by: date
    rolled_to: date


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
    soon_working_days: int = 5,
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
