"""`parcli export`: the registry for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.due_questions import SpanCommand, due_filter, period_asked
from parcli.cli.lazy_group import Group
from parcli.cli.options import (
    AsOfOption,
    DirectiveOption,
    ForceOption,
    JsonOption,
    QuarterOption,
    RootOption,
    UnitOption,
    checked_format,
    opened,
    units_asked,
)
from parcli.cli.standard_output import print_bytes, print_json
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from parcli.cli.options import Opened
    from parcli.queries.dues import DueFilter

app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, add_completion=False)

OutputOption = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help=_("The file to write; - for stdout."))
]
YearOption = Annotated[
    str | None,
    typer.Option("--year", metavar="[2024]", help=_("Due in a year; otherwise the current.")),
]


@app.command("ics", cls=SpanCommand, help=_("Deadlines as a calendar for Outlook or Google."))
def ics(
    ctx: typer.Context,
    output: OutputOption,
    unit: UnitOption = None,
    directive: DirectiveOption = None,
    quarter: QuarterOption = None,
    year: YearOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """Deadlines as an iCalendar file, with reminders 7 and 2 working days before."""
    from parcli.queries.directives import checked_directive

    checked_format(form, "text", "json")
    registry = opened(ctx, root, as_of)
    spans = {"--quarter": quarter, "--year": year}
    period = period_asked(spans, registry.today, usual="--year")
    checked_directive(registry.index, directive)
    units = units_asked(registry, unit, directive)
    asked = due_filter(registry, (period.first, period.last), units, directive)
    content, count = _feed(registry, asked, registry.today if registry.day_given else None)
    write_output(output, content, force=force)
    if form == "json" and str(output) != "-":
        print_json({"written": str(output), "deadlines": count})
    elif str(output) != "-":
        message = ngettext("{count} deadline in {path}.", "{count} deadlines in {path}.", count)
        sys.stdout.write(message.format(count=count, path=output) + "\n")


def _feed(registry: Opened, asked: DueFilter, stamp: date | None) -> tuple[bytes, int]:
    """The calendar file and how many events it has; says on stderr why there are none."""
    from parcli.queries.due_reasons import reasons
    from parcli.queries.dues import list_dues
    from parcli.registry.year_calendar import working_calendar
    from parcli.reporting.due_notes import due_notes
    from parcli.reporting.ics import ZONE, calendar_feed

    calendar = working_calendar(registry.index)
    found = list_dues(registry.index, calendar, asked)
    if not found.rows:
        for note in due_notes([], reasons(registry.index, calendar, asked, found), asked):
            sys.stderr.write(note + "\n")
    content = calendar_feed(
        found.rows,
        calendar,
        title=str(registry.settings.get("title", "parcli")),
        stamp=stamp,
        by_unit=bool(asked.units),
        time_zone=str(registry.settings.get("time_zone") or ZONE),
    )
    return content, content.count(b"BEGIN:VEVENT")


def write_output(path: Path, content: bytes, *, force: bool) -> None:
    """`content` to standard output for "-", else to the file, whole or not at all.

    Raises OutputExists or Unwritable.
    """
    if str(path) == "-":
        print_bytes(content)
        return
    from parcli.documents.output import written_whole

    with written_whole(path, force=force) as stream:
        stream.write(content)
