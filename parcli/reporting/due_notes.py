"""What stands below the list of dues: late, waiting, provisional, ended, and what is next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from parcli.language import _, ngettext
from parcli.reporting.dates import short_date, weekday_date
from parcli.reporting.due_list import NOT_EXACT, PROVISIONAL, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parcli.queries.directives import Ended
    from parcli.queries.due_reasons import Gone, Reasons
    from parcli.queries.dues import Due, DueFilter

_MOST = 3


def due_notes(
    rows: Sequence[Due], why: Reasons, asked: DueFilter, *, expand: bool = False
) -> Iterator[str]:
    """One line for each thing a reader must know beside the rows."""
    if not rows:
        yield _nothing(asked)
    yield from _late(rows)
    yield from _waiting(rows, expand=expand)
    yield from _rolled(rows, asked)
    yield from _gap(rows)
    yield from mark_notes(rows)
    yield from _gone(why.gone, expand=expand)
    if why.ended:
        yield _ended(why.ended, why.ended_count)
    if not rows:
        yield _next(why.next)


def _nothing(asked: DueFilter) -> str:
    whose = ", ".join(dict.fromkeys(unit.name for unit in asked.units))
    message = _("Nothing is due from {start} to {end}.")
    if asked.overdue_only:
        message = _("Nothing due from {start} to {end} is late.")
    elif whose:
        message = _("Nothing of {units} is due from {start} to {end}.")
    return message.format(start=_day(asked.start), end=_day(asked.end), units=whose)


def _late(rows: Sequence[Due]) -> Iterator[str]:
    count = sum(row.standing.status == "overdue" for row in rows)
    if count:
        message = ngettext(
            "{count} report or result is past its last day and not recorded. If it was sent, record"
            " it with parcli progress.",
            "{count} reports or results are past their last day and not recorded. If they were"
            " sent, record them with parcli progress.",
            count,
        )
        yield message.format(count=count)


def _waiting(rows: Sequence[Due], *, expand: bool) -> Iterator[str]:
    """Roll-ups and the units they wait for; those that wait for the same units on one line."""
    together: dict[object, list[Due]] = {}
    for row in rows:
        if row.waiting_for and row.standing.status != "submitted":
            together.setdefault((row.id, row.unit, row.waiting_for), []).append(row)
    shown = list(together.values()) if expand else list(together.values())[:_MOST]
    for alike in shown:
        yield _one_waiting(alike, expand=expand)
    left = len(together) - len(shown)
    if left:
        message = ngettext(
            "{count} more report waits for others; --expand shows it.",
            "{count} more reports wait for others; --expand shows them.",
            left,
        )
        yield message.format(count=left)


def _one_waiting(alike: Sequence[Due], *, expand: bool) -> str:
    row, count = alike[0], len(alike[0].waiting_for)
    message = ngettext(
        "{title} of {unit} ({days}) still waits for {count} unit: {units}.",
        "{title} of {unit} ({days}) still waits for {count} units: {units}.",
        count,
    )
    return message.format(
        title=title_of(row),
        unit=row.unit.name,
        days=_some(short_date(one.dates.last_day) for one in alike),
        count=count,
        units=_some((unit.name for unit in row.waiting_for), most=count if expand else _MOST),
    )


def _rolled(rows: Sequence[Due], asked: DueFilter) -> Iterator[str]:
    """Last days that are days off, and the day to which law would extend them."""
    moved = {r.dates.last_day: r.dates for r in rows if r.dates.rolled_to != r.dates.last_day}
    if not moved:
        return
    days = _some(
        _("{day} to {next}").format(
            day=short_date(dates.last_day), next=weekday_date(dates.rolled_to)
        )
        for dates in moved.values()
    )
    message = _(
        "The last day is a day off; BLDS 2015 Điều 148.5 may extend it: {days}. parcli counts as"
        " late from the last day."
    )
    if asked.roll_forward:
        message = _(
            "The last day is a day off and is extended by BLDS 2015 Điều 148.5: {days}. parcli"
            " counts as late after that."
        )
    yield message.format(days=days)


def _gap(rows: Sequence[Due]) -> Iterator[str]:
    tight = dict.fromkeys(row.directive for row in rows if not row.leaves_working_day)
    if tight:
        yield _(
            "{directives}: figures close with no working day left before the last day; NĐ"
            " 09/2019/NĐ-CP Điều 8.5 wants one. The directive's date stands."
        ).format(directives=_some(tight))


def mark_notes(rows: Sequence[Due], *, provisional: bool = False) -> Iterator[str]:
    """What the marks beside dates mean; `provisional` where other days than the rows' bear one."""
    if provisional or any(row.provisional for row in rows):
        yield _(
            "{mark} provisional: the days off of that year are computed, not yet announced."
        ).format(mark=PROVISIONAL)
    if any(not row.exact for row in rows):
        yield _("{mark} the directive names no day; this is the last day of its period.").format(
            mark=NOT_EXACT
        )


def _gone(gone: Sequence[Gone], *, expand: bool) -> Iterator[str]:
    if expand or len(gone) <= _MOST:
        yield from map(_one_gone, gone)
        return
    example = min(gone, key=_clarity)
    message = _(
        "{count} units addressed no longer existed. {example} parcli units NAME tells more."
    )
    yield message.format(count=len(gone), example=_one_gone(example))


def _clarity(gone: Gone) -> int:
    """Best first: a successor of another name, then one of the same name, then none recorded."""
    if not gone.successors:
        return 2
    return int(gone.unit.name in (unit.name for unit in gone.successors))


def _one_gone(gone: Gone) -> str:
    message = _("{unit} ended on {until}; no successor is recorded.")
    if gone.successors:
        message = _("{unit} ended on {until}; its successor is {successors}.")
    return message.format(
        unit=gone.unit.name,
        until=short_date(date.fromisoformat(gone.until)),
        successors=", ".join(unit.name for unit in gone.successors),
    )


def _ended(ended: Sequence[Ended], count: int) -> str:
    listed = ", ".join(
        _("{directive} ({first} – {last})").format(
            directive=item.slug,
            first=_day(date.fromisoformat(item.first_day)),
            last=_day(date.fromisoformat(item.last_day)),
        )
        for item in ended
    )
    message = ngettext(
        "{count} directive is not in force then: {list}.",
        "{count} directives are not in force then: {list}.",
        count,
    )
    return message.format(count=count, list=listed + (", …" if count > len(ended) else ""))


def _next(following: date | None) -> str:
    if following is None:
        return _("Nothing is due later either.")
    return _("The next thing is due on {day}.").format(day=weekday_date(following))


def _some(names: Iterable[str], most: int = _MOST) -> str:
    listed = list(names)
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")


def _day(day: date) -> str:
    """The day; "…" for one beyond what any document names."""
    return short_date(day) if 1900 < day.year < 2200 else "…"
