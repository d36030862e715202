"""Which days, and whose dues, are asked about: what `due`, `calendar` and `export ics` share."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from parcli.cli.lazy_group import Command
from parcli.errors import BadPeriod, UsageError
from parcli.language import N_
from parcli.schedule.periods import Period, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parcli.cli.options import Opened
    from parcli.queries.dues import DueFilter
    from parcli.queries.unit_lookup import Unit

CURRENT = "now"
SPANS = {
    "--quarter": (Span.QUARTER, "2024-Q3, III/2024"),
    "--month": (Span.MONTH, "2024-09, 9/2024"),
    "--half": (Span.HALF, "2024-H2, H2/2024"),
    "--year": (Span.YEAR, "2024"),
}
_WITHIN = re.compile(r"(?P<count>\d{1,4})\s*(?P<unit>[dwm]?)", re.ASCII)


class WrongSpan(UsageError):
    """`--quarter` given something that is no quarter, and likewise."""

    message = N_("“{text}” is not what {option} takes.")
    hint = N_("For example: {option} {example}.")


class SeveralSpans(UsageError):
    """Two ways of saying which days."""

    message = N_("Only one of these can be given: {options}.")


class SpanCommand(Command):
    """`--quarter` and its like may stand alone: the current one."""

    bare_values = dict.fromkeys(SPANS, CURRENT)


def period_asked(given: Mapping[str, str | None], today: date, *, usual: str) -> Period:
    """The one period given by option name; the current one of the option `usual` where none is.

    Raises SeveralSpans or WrongSpan.
    """
    present = {option: text for option, text in given.items() if text is not None}
    only_one(present)
    option, text = next(iter(present.items()), (usual, CURRENT))
    span, example = SPANS[option]
    if text == CURRENT:
        return Period.around(today, span)
    period = _read(text)
    if period is None or period.span is not span:
        raise WrongSpan(text=text, option=option, example=example)
    return period


def _read(text: str) -> Period | None:
    from parcli.schedule.asked_periods import read_period

    try:
        return read_period(text)
    except BadPeriod:
        return None


def only_one(options: Sequence[str] | Mapping[str, object]) -> None:
    """Nothing where at most one is there. Raises SeveralSpans."""
    if len(options) > 1:
        raise SeveralSpans(options=", ".join(options))


def last_day_within(text: str, today: date) -> date:
    """The last of the next "30d", "2w" or "1m" from `today`. Raises WrongSpan."""
    found = _WITHIN.fullmatch(text.strip().lower())
    if found is None:
        raise WrongSpan(text=text, option="--within", example="30d")
    count = int(found["count"])
    if found["unit"] == "m":
        from parcli.schedule.recurrence import counted_from

        return counted_from(today, f"P{min(count, 999)}M") or today
    return today + timedelta(days=count * (7 if found["unit"] == "w" else 1))


def due_filter(
    registry: Opened,
    days: tuple[date, date],
    units: Sequence[Unit] = (),
    directive: str | None = None,
    *,
    overdue_only: bool = False,
) -> DueFilter:
    """The question with the registry's policies."""
    from parcli.queries.dues import DueFilter

    return DueFilter(
        *days,
        registry.today,
        units=units,
        directive=directive,
        overdue_only=overdue_only,
        **registry.policies._asdict(),
    )
