"""`parcli report`: drafts in Word, in the layout of the decree."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from parcli.cli.completions import complete_directive
from parcli.cli.lazy_group import Command, Group
from parcli.cli.options import (
    AsOfOption,
    DirectiveOption,
    ForceOption,
    IndexOption,
    JsonOption,
    RootOption,
    UnitOption,
    checked_format,
    opened,
)
from parcli.cli.report_writing import (
    Destination,
    Draft,
    NotBoth,
    OneOutputOption,
    OutputOption,
    PeriodOption,
    TemplateOption,
    UnitOrAll,
    letters_to_write,
    question,
    tell_written,
    write_drafts,
)
from parcli.language import _

app = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)


@app.command("unit", cls=Command, help=_("A unit's report for a period, ready for its words."))
def unit_command(
    ctx: typer.Context,
    unit: UnitOption = None,
    every: Annotated[
        bool, typer.Option("--all", help=_("A report for every unit that owes one."))
    ] = False,
    period: PeriodOption = None,
    directive: DirectiveOption = None,
    index: IndexOption = None,
    output: OutputOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """The unit's tasks, targets and results, dots where words are wanted."""
    from parcli.documents.contexts.unit_report import unit_report
    from parcli.documents.output import file_name
    from parcli.documents.questions import single_unit_then
    from parcli.documents.report_kinds import KINDS

    if unit is None and not every:
        raise UnitOrAll
    where = _destination(Destination(output, template, force, form, many=every), unit)
    asked = question(ctx, root, as_of, period=period, directive=directive, unit=unit, index=index)
    frame = asked.frame
    units = frame.reporting_units()
    if asked.named:
        units = [single_unit_then(asked.registry.index, asked.named, frame.period)]
    drafts = [
        Draft(
            file_name("bao-cao", who.id, asked.index or "", str(frame.period)),
            partial(unit_report, frame, who, asked.index),
        )
        for who in units
    ]
    write_drafts(KINDS["unit"], asked.registry, drafts, where)


@app.command("summary", cls=Command, help=_("The consolidated report of a period."))
def summary_command(
    ctx: typer.Context,
    period: PeriodOption = None,
    directive: DirectiveOption = None,
    index: IndexOption = None,
    output: OneOutputOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """Counts by index, section and unit, what units wrote, and who has not reported."""
    from parcli.documents.contexts.summary import summary
    from parcli.documents.output import file_name
    from parcli.documents.report_kinds import KINDS
    from parcli.registry.year_calendar import working_calendar

    where = _destination(Destination(output, template, force, form))
    asked = question(ctx, root, as_of, period=period, directive=directive, index=index)
    frame, calendar = asked.frame, working_calendar(asked.registry.index)
    about = (frame.directive["slug"], asked.index or "", str(frame.period))
    draft = Draft(
        file_name("bao-cao-tong-hop", *about), partial(summary, frame, calendar, asked.index)
    )
    write_drafts(KINDS["summary"], asked.registry, [draft], where)


@app.command("reminder", cls=Command, help=_("The letter to units whose reports are late."))
def reminder_command(
    ctx: typer.Context,
    unit: UnitOption = None,
    every: Annotated[
        bool, typer.Option("--all", help=_("A letter to each late unit by itself."))
    ] = False,
    period: PeriodOption = None,
    directive: DirectiveOption = None,
    output: OutputOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """One letter to all late units, to one of them, or with --all to each."""
    from parcli.documents.report_kinds import KINDS

    where = _destination(Destination(output, template, force, form, many=every), unit)
    asked = question(ctx, root, as_of, period=period, directive=directive, unit=unit)
    letters = letters_to_write(asked, each=every)
    if letters:
        write_drafts(KINDS["reminder"], asked.registry, letters, where)
        return
    sys.stderr.write(_("No report is late, and no task: there is nothing to remind of.") + "\n")
    tell_written([], where._replace(many=False))


@app.command("tracking", cls=Command, help=_("The table in which tasks are followed."))
def tracking_command(
    ctx: typer.Context,
    unit: UnitOption = None,
    period: PeriodOption = None,
    directive: DirectiveOption = None,
    index: IndexOption = None,
    output: OneOutputOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """Every task with lead, targets, deadline and how it stands, on pages turned on their side."""
    from parcli.documents.contexts.tracking import tracking
    from parcli.documents.output import file_name
    from parcli.documents.questions import unit_then
    from parcli.documents.report_kinds import KINDS

    where = _destination(Destination(output, template, force, form))
    asked = question(ctx, root, as_of, period=period, directive=directive, unit=unit, index=index)
    frame = asked.frame
    who = unit_then(asked.named, frame.period) if asked.named else None
    about = who.id if who else frame.directive["slug"]
    draft = Draft(
        file_name("bang-theo-doi", about, asked.index or "", str(frame.period)),
        partial(tracking, frame, who, asked.index),
    )
    write_drafts(KINDS["tracking"], asked.registry, [draft], where)


@app.command("directive", cls=Command, help=_("A directive itself, back as a document."))
def directive_command(
    ctx: typer.Context,
    directive: Annotated[
        str,
        typer.Argument(
            metavar="ID", help=_("The directive's id."), autocompletion=complete_directive
        ),
    ],
    output: OneOutputOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """Every text of the directive, misprints as they are read, appendices as tables."""
    from parcli.documents.contexts.directive_text import directive_text
    from parcli.documents.output import file_name
    from parcli.documents.report_kinds import KINDS
    from parcli.queries.directives import checked_directive

    where = _destination(Destination(output, template, force, form))
    registry = opened(ctx, root, as_of)
    checked_directive(registry.index, directive)
    draft = Draft(
        file_name("van-ban", directive), partial(directive_text, registry.index, directive)
    )
    write_drafts(KINDS["directive"], registry, [draft], where)


def _destination(where: Destination, unit: str | None = None) -> Destination:
    """The destination, checked before anything is read. Raises BadFormat or NotBoth."""
    checked_format(where.form, "text", "json")
    if unit is not None and where.many:
        raise NotBoth
    return where
