"""`parcli progress status`: who has and has not reported."""

from __future__ import annotations

import sys

import typer

from parcli.cli.listing import ListOutputOption, list_place, write_data
from parcli.cli.options import (
    AsOfOption,
    ForceOption,
    ListFormatOption,
    RootOption,
    UnitOption,
    opened,
)
from parcli.cli.progress_options import NobodyReports, PeriodOption, unit_asked


def status(
    ctx: typer.Context,
    period: PeriodOption,
    unit: UnitOption = None,
    as_of: AsOfOption = None,
    root: RootOption = None,
    output: ListOutputOption = None,
    force: ForceOption = False,
    form: ListFormatOption = "text",
) -> None:
    """A row a unit: received when, how late, how far its tasks are, and what is missing."""
    place = list_place(form, output, force=force)
    from parcli.queries.reporting_status import StatusFilter, reporting_status
    from parcli.registry.year_calendar import working_calendar
    from parcli.reporting.reporting_matrix import matrix_sheet, summary, write_matrix
    from parcli.schedule.asked_periods import read_period

    registry = opened(ctx, root, as_of)
    when = read_period(period)
    asked = StatusFilter(
        when,
        registry.today,
        [unit_asked(registry, unit, when)] if unit else [],
        before_includes_day=registry.policies.before_includes_day,
        roll_forward=registry.policies.roll_forward,
    )
    rows = reporting_status(registry.index, working_calendar(registry.index), asked)
    plain, sheet = lambda: [row.json(when) for row in rows], lambda: matrix_sheet(rows, when)
    if write_data(place, plain, sheet, registry.today):
        return
    if rows:
        write_matrix(rows)
        sys.stdout.write(summary(rows) + "\n")
    else:
        from parcli.schedule.cycles import period_in_words

        sys.stdout.write(str(NobodyReports(period=period_in_words(when))) + "\n")
