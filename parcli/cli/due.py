"""`parcli due`: what is due, when, and from whom.

Annotations here are not postponed: Typer evaluates them at every start (docs/adr/0003).
"""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.completions import complete_directive, complete_period, complete_unit
from parcli.cli.due_questions import (
    SpanCommand,
    due_filter,
    last_day_within,
    only_one,
    period_asked,
)
from parcli.cli.options import (
    AsOfOption,
    FormatOption,
    RootOption,
    checked_format,
    opened,
    units_asked,
)
from parcli.language import _

if TYPE_CHECKING:
    from datetime import date

    from parcli.cli.options import Opened
    from parcli.queries.dues import DueFilter, DueList


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
    days = _days_asked(spans, within, registry.today, overdue=overdue)
    checked_directive(registry.index, directive)
    units = units_asked(registry, unit, directive)
    asked = due_filter(registry, days, units, directive, overdue_only=overdue)
    found = list_dues(registry.index, working_calendar(registry.index), asked)
    _write(found, asked, registry, form, expand=expand)
    if fail_overdue and any(row.standing.status == "overdue" for row in found.rows):
        raise typer.Exit(1)


due.command_class = SpanCommand  # type: ignore[attr-defined]


def _days_asked(
    spans: dict[str, str | None], within: str | None, today: "date", *, overdue: bool
) -> "tuple[date, date]":
    """First and last day asked about; the current quarter where nothing was said.

    What is late alone is asked of all time up to today, unless a period is named.
    """
    given = [option for option, text in spans.items() if text is not None]
    if within is not None:
        only_one([*given, "--within", *(["--overdue"] if overdue else [])])
        return today, last_day_within(within, today)
    if overdue and not given:
        from parcli.schedule.periods import EARLIEST

        return EARLIEST, today
    period = period_asked(spans, today, usual="--quarter")
    return period.first, period.last


def _write(
    found: "DueList", asked: "DueFilter", registry: "Opened", form: str, *, expand: bool
) -> None:
    from parcli.queries.due_reasons import reasons
    from parcli.registry.year_calendar import working_calendar
    from parcli.reporting.due_list import due_csv, write_due_table
    from parcli.reporting.due_notes import due_notes
    from parcli.reporting.tables import wrapped

    if form == "json":
        plain = [row.json() for row in found.rows]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        sys.stdout.write(due_csv(found.rows))
    elif found.rows:
        write_due_table(found.rows, asked, expand=expand)
    why = reasons(registry.index, working_calendar(registry.index), asked, found)
    out = sys.stdout if form == "text" else sys.stderr
    for note in due_notes(found.rows, why, asked, expand=expand):
        out.write((wrapped(note) if form == "text" else note) + "\n")
