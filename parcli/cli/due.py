"""`parcli due`: what is due, when, and from whom.

Annotations here are not postponed: Typer evaluates them at every start (docs/adr/0003).
"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.due_questions import (
    SpanCommand,
    due_filter,
    last_day_within,
    only_one,
    period_asked,
)
from parcli.cli.listing import ListOutputOption, ListPlace, list_place, write_data
from parcli.cli.options import (
    AsOfOption,
    DirectiveOption,
    ForceOption,
    ListFormatOption,
    QuarterOption,
    RootOption,
    UnitOption,
    opened,
    tell_also_fitting,
    units_asked,
)
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from parcli.cli.options import Opened
    from parcli.queries.dues import DueFilter, DueList


MonthOption = Annotated[
    str | None, typer.Option("--month", metavar="[2024-09]", help=_("Due in a month."))
]
HalfOption = Annotated[
    str | None, typer.Option("--half", metavar="[2024-H2]", help=_("Due in a half-year."))
]
YearOption = Annotated[
    str | None, typer.Option("--year", metavar="[2024]", help=_("Due in a year."))
]
WithinOption = Annotated[
    str | None,
    typer.Option(
        "--within", metavar="30d", help=_("Due in the next days (d), weeks (w), months (m).")
    ),
]
OverdueOption = Annotated[
    bool, typer.Option("--overdue", help=_("Only what is late and not yet reported."))
]


def due(
    ctx: typer.Context,
    quarter: QuarterOption = None,
    month: MonthOption = None,
    half: HalfOption = None,
    year: YearOption = None,
    within: WithinOption = None,
    overdue: OverdueOption = False,
    unit: UnitOption = None,
    directive: DirectiveOption = None,
    expand: Annotated[
        bool, typer.Option("--expand", help=_("Every unit on a line of its own."))
    ] = False,
    fail_overdue: Annotated[
        bool, typer.Option("--fail-overdue", help=_("Exit with 1 where something is late."))
    ] = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    output: ListOutputOption = None,
    force: ForceOption = False,
    form: ListFormatOption = "text",
) -> None:
    """Everything that comes due, the nearest first, one row a unit."""
    place = list_place(form, output, force=force)
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
    _write(found, asked, registry, place, expand=expand)
    if not found.rows and not directive:
        tell_also_fitting(registry, unit, units)
    if fail_overdue and any(row.standing.status == "overdue" for row in found.rows):
        raise typer.Exit(1)


# The lazy group makes a command of this class from the function.
due.command_class = SpanCommand  # type: ignore[attr-defined]  # functions may carry any


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
    found: "DueList", asked: "DueFilter", registry: "Opened", place: ListPlace, *, expand: bool
) -> None:
    from parcli.queries.due_reasons import reasons, undated_count
    from parcli.registry.year_calendar import working_calendar
    from parcli.reporting.due_list import due_sheet, write_due_table
    from parcli.reporting.due_notes import due_notes
    from parcli.reporting.tables import wrapped

    is_data = write_data(
        place,
        lambda: [row.json() for row in found.rows],
        lambda: due_sheet(found.rows),
        registry.today,
    )
    if found.rows and not is_data:
        write_due_table(found.rows, asked, expand=expand)
    calendar = working_calendar(registry.index)
    _warn_of_undated(undated_count(registry.index, calendar, asked))
    why = reasons(registry.index, calendar, asked, found)
    out = sys.stderr if is_data else sys.stdout
    for note in due_notes(found.rows, why, asked, expand=expand):
        out.write((note if is_data else wrapped(note)) + "\n")


def _warn_of_undated(count: int) -> None:
    """Say on stderr that something is asked for at a time that parcli cannot tell."""
    if count:
        message = ngettext(
            "{count} deadline that cannot be dated is not listed; parcli validate shows it.",
            "{count} deadlines that cannot be dated are not listed; parcli validate shows them.",
            count,
        )
        sys.stderr.write(message.format(count=count) + "\n")
