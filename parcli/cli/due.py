"""`parcli due`: what is due, when, and from whom."""

from __future__ import annotations

import json
import re
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.completions import complete_directive, complete_period, complete_unit
from parcli.cli.lazy_group import Command
from parcli.cli.options import (
    AsOfOption,
    FormatOption,
    RootOption,
    checked_format,
    opened,
    units_asked,
)
from parcli.errors import UsageError
from parcli.language import N_, _
from parcli.schedule.periods import Period, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.cli.options import Opened
    from parcli.queries.dues import DueFilter, DueList
    from parcli.queries.unit_lookup import Unit

CURRENT = "now"
_WITHIN = re.compile(r"(?P<count>\d{1,4})\s*(?P<unit>[dwm]?)", re.ASCII)
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30}


class WrongSpan(UsageError):
    """`--quarter` given something that is no quarter, and likewise."""

    message = N_("“{text}” is not what {option} takes.")
    hint = N_("For example: {option} {example}.")


class SeveralSpans(UsageError):
    """Two ways of saying which days."""

    message = N_("Give one of --quarter, --month, --half, --year and --within.")


class DueCommand(Command):
    """`--quarter` and its like may stand alone: the current one."""

    bare_values = dict.fromkeys(("--quarter", "--month", "--half", "--year"), CURRENT)


def due(
    ctx: typer.Context,
    quarter: Annotated[
        str | None,
        typer.Option(
            "--quarter",
            metavar="[2024-Q3]",
            help=_("Due in a quarter; without a value the current one."),
            autocompletion=complete_period,
        ),
    ] = None,
    month: Annotated[
        str | None, typer.Option("--month", metavar="[2024-09]", help=_("Due in a month."))
    ] = None,
    half: Annotated[
        str | None, typer.Option("--half", metavar="[2024-H2]", help=_("Due in a half-year."))
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="[2024]", help=_("Due in a year."))
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--within", metavar="30d", help=_("Due in the next days (d), weeks (w), months (m).")
        ),
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help=_("Only what is late and not yet reported."))
    ] = False,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit", help=_("Of one unit: name, part of it, or id."), autocompletion=complete_unit
        ),
    ] = None,
    directive: Annotated[
        str | None,
        typer.Option("--directive", help=_("Of one directive."), autocompletion=complete_directive),
    ] = None,
    expand: Annotated[
        bool, typer.Option("--expand", help=_("Every unit on a line of its own."))
    ] = False,
    fail_overdue: Annotated[
        bool, typer.Option("--fail-overdue", help=_("Exit with 1 where something is late."))
    ] = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: FormatOption = "text",
) -> None:
    """Everything that comes due, the nearest first, one row a unit."""
    checked_format(form, "text", "json", "csv")
    from parcli.queries.directives import checked_directive
    from parcli.queries.dues import list_dues
    from parcli.registry.year_calendar import working_calendar

    registry = opened(ctx, root, as_of)
    spans = {"--quarter": quarter, "--month": month, "--half": half, "--year": year}
    start, end = _days_asked(spans, within, registry.today, overdue=overdue)
    checked_directive(registry.index, directive)
    units = units_asked(registry, unit, directive)
    asked = _filter(registry, start, end, units, directive, overdue=overdue)
    found = list_dues(registry.index, working_calendar(registry.index), asked)
    _write(found, asked, registry, form, expand=expand)
    if fail_overdue and any(row.standing.status == "overdue" for row in found.rows):
        raise typer.Exit(1)


due.command_class = DueCommand  # type: ignore[attr-defined]


def _days_asked(
    spans: dict[str, str | None], within: str | None, today: date, *, overdue: bool
) -> tuple[date, date]:
    """First and last day asked about; the current quarter where nothing was said."""
    given = {option: text for option, text in spans.items() if text is not None}
    if len(given) + (within is not None) > 1:
        raise SeveralSpans
    if within is not None:
        return today, today + timedelta(days=_length(within))
    if not given and overdue:
        from parcli.schedule.recurrence import EARLIEST

        return EARLIEST, today
    option, text = next(iter(given.items()), ("--quarter", CURRENT))
    period = _period(option, text, today)
    return period.first, period.last


def _length(text: str) -> int:
    found = _WITHIN.fullmatch(text.strip().lower())
    if found is None:
        raise WrongSpan(text=text, option="--within", example="30d")
    return int(found["count"]) * _DAYS[found["unit"]]


_SPANS = {
    "--quarter": (Span.QUARTER, "2024-Q3"),
    "--month": (Span.MONTH, "2024-09"),
    "--half": (Span.HALF, "2024-H2"),
    "--year": (Span.YEAR, "2024"),
}


def _period(option: str, text: str, today: date) -> Period:
    span, example = _SPANS[option]
    if text == CURRENT:
        return Period.around(today, span)
    period = Period.parse(text.upper())
    if period.span is not span:
        raise WrongSpan(text=text, option=option, example=example)
    return period


def _filter(
    registry: Opened,
    start: date,
    end: date,
    units: Sequence[Unit],
    directive: str | None,
    *,
    overdue: bool,
) -> DueFilter:
    from parcli.queries.dues import DueFilter

    policies = registry.policies
    return DueFilter(
        start,
        end,
        registry.today,
        units=units,
        directive=directive,
        overdue_only=overdue,
        before_includes_day=bool(policies.get("before_includes_day", False)),
        roll_forward=policies.get("late") == "roll-forward",
        soon_working_days=int(policies.get("soon_working_days", 5)),
    )


def _write(found: DueList, asked: DueFilter, registry: Opened, form: str, *, expand: bool) -> None:
    from parcli.reporting.due_list import due_csv, due_notes, write_due_table

    if form == "json":
        sys.stdout.write(
            json.dumps([r.json() for r in found.rows], ensure_ascii=False, indent=2) + "\n"
        )
    elif form == "csv":
        sys.stdout.write(due_csv(found.rows))
    elif found.rows:
        write_due_table(found.rows, expand=expand)
    for note in due_notes(registry.index, found, asked):
        (sys.stdout if form == "text" else sys.stderr).write(note + "\n")
