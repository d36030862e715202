"""`parcli progress status`: who has and has not reported."""

from __future__ import annotations

import json
import sys

import typer

from parcli.cli.options import AsOfOption, FormatOption, RootOption, checked_format, opened
from parcli.cli.progress_options import MaybeUnitOption, PeriodOption, period_asked, unit_asked


def status(
    ctx: typer.Context,
    period: PeriodOption,
    unit: MaybeUnitOption = None,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: FormatOption = "text",
) -> None:
    """A row a unit: received when, how late, how far its tasks are, and what is missing."""
    checked_format(form, "text", "json", "csv")
    from parcli.queries.reporting_status import StatusFilter, reporting_status
    from parcli.registry.year_calendar import working_calendar
    from parcli.reporting.reporting_matrix import matrix_csv, summary, write_matrix

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
    elif form == "csv":
        sys.stdout.write(matrix_csv(rows, when))
    else:
        if rows:
            write_matrix(rows)
        sys.stdout.write(summary(rows) + "\n")
