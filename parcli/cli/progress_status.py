"""`parcli progress status`: who has and has not reported."""

from __future__ import annotations

import json
import sys

import typer

from parcli.cli.options import (
    LIST_FORMATS,
    AsOfOption,
    ListFormatOption,
    RootOption,
    UnitOption,
    checked_format,
    opened,
)
from parcli.cli.progress_options import NobodyReports, PeriodOption, period_asked, unit_asked


def status(
    ctx: typer.Context,
    period: PeriodOption,
    unit: UnitOption = None,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: ListFormatOption = "text",
) -> None:
    """A row a unit: received when, how late, how far its tasks are, and what is missing."""
    checked_format(form, *LIST_FORMATS)
    from parcli.cli.listing import SHEETS, write_listing
    from parcli.queries.reporting_status import StatusFilter, reporting_status
    from parcli.registry.year_calendar import working_calendar
    from parcli.reporting.reporting_matrix import matrix_sheet, summary, write_matrix

    registry = opened(ctx, root, as_of)
    when = period_asked(period)
    policies = registry.policies
    asked = StatusFilter(
        when,
        registry.today,
        [unit_asked(registry, unit, when)] if unit else [],
        before_includes_day=bool(policies.get("before_includes_day", False)),
        roll_forward=policies.get("late") == "roll-forward",
    )
    rows = reporting_status(registry.index, working_calendar(registry.index), asked)
    if form == "json":
        plain = [row.json(when) for row in rows]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    elif form in SHEETS:
        write_listing(matrix_sheet(rows, when), form, registry.today)
    elif rows:
        write_matrix(rows)
        sys.stdout.write(summary(rows) + "\n")
    else:
        from parcli.schedule.cycles import period_in_words

        sys.stdout.write(str(NobodyReports(period=period_in_words(when))) + "\n")
