"""Why something is not due: directives that do not hold, units that have ended, what comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from parcli.queries.directives import Ended, not_in_force
from parcli.queries.dues import DueFilter, Listing
from parcli.queries.duties import duties, duties_of, undated_duties
from parcli.queries.unit_lookup import Unit, UnitRef, unit
from parcli.schedule.periods import EARLIEST, LATEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parcli.queries.dues import DueList
    from parcli.queries.duties import Duty
    from parcli.registry.compiled.store import Index
    from parcli.schedule.working_days import WorkingCalendar


class Gone(NamedTuple):
    """A unit that no longer exists, its last day, and the units that follow it as recorded."""

    unit: UnitRef
    until: str
    successors: tuple[UnitRef, ...]


class Reasons(NamedTuple):
    """What a reader must know beside the rows.

    `ended` are the latest few of `ended_count` directives that hold on no day asked about. `next`
    is the next last day after the days asked about; None where nothing comes or rows are there.
    """

    ended: list[Ended]
    ended_count: int
    gone: list[Gone]
    next: date | None


def reasons(index: Index, calendar: WorkingCalendar, asked: DueFilter, found: DueList) -> Reasons:
    """Why the list is as short as it is; only an empty one is explained by directives."""
    listing = Listing(index, calendar, asked)
    if found.rows:
        return Reasons([], 0, _gone(index, found.dissolved), None)
    ended, count = not_in_force(index, asked.start, asked.end, asked.directive)
    dissolved = found.dissolved or _would_have_owed(index, listing, ended)
    return Reasons(ended, count, _gone(index, dissolved), next_last_day(index, listing))


def undated_count(index: Index, calendar: WorkingCalendar, asked: DueFilter) -> int:
    """How many duties of the units asked about hold in the days asked about and have no date."""
    listing = Listing(index, calendar, asked)
    found = undated_duties(index, asked.start, asked.end, asked.directive)
    return sum(any(map(listing.asks_about, listing.units.ever(duty))) for duty in found)


def next_last_day(index: Index, listing: Listing) -> date | None:
    """The first last day after the days asked about on which a unit asked about owes something."""
    asked = listing.asked
    start = max(asked.end + timedelta(days=1), EARLIEST)
    best = None
    for duty in duties(index, start, LATEST, asked.directive):
        day = _first_owed(listing, duty, start, best or LATEST)
        best = day or best
    return best


def _first_owed(listing: Listing, duty: Duty, start: date, before: date) -> date | None:
    """The duty's first last day from `start` to `before` on which some unit owes it."""
    ever = [u for u in listing.units.ever(duty) if listing.asks_about(u)]
    last = max((u.valid_until or LATEST.isoformat() for u in ever), default=None)
    if last is None:
        return None
    end = min(before, date.fromisoformat(last))
    for falling in listing.falling_due(duty, start, end):
        if listing.bearers(duty, falling.last_day):
            return falling.last_day
    return None


def _would_have_owed(index: Index, listing: Listing, ended: Iterable[Ended]) -> list[Unit]:
    """Units that the ended directives addressed and that had ended, too, before the days asked."""
    before = listing.asked.start
    found = {
        (u.org, u.id): u
        for directive in ended
        for duty in duties_of(index, directive.slug)
        for u in listing.units.dissolved(duty, before)
        if listing.asks_about(u)
    }
    return list(found.values())


def _gone(index: Index, dissolved: Iterable[Unit]) -> list[Gone]:
    return [
        Gone(
            u.ref,
            u.valid_until or "",
            tuple(known.ref for i in u.successors if (known := unit(index, u.org, i))),
        )
        for u in dissolved
    ]
