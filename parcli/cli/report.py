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
    RootOption,
    UnitOption,
    opened,
    units_asked,
)
from parcli.cli.report_writing import (
    Asked,
    Draft,
    NotBoth,
    OneOutputOption,
    OutputOption,
    PeriodOption,
    TemplateOption,
    UnitOrAll,
    frame_of,
    letters_to_write,
    period_asked,
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
) -> None:
    """The unit's tasks, targets and results, dots where words are wanted."""
    from parcli.documents.contexts.unit_report import unit_report
    from parcli.documents.output import file_name
    from parcli.documents.questions import single_unit_then
    from parcli.documents.report_kinds import KINDS
    from parcli.queries.criteria import checked_index

    if unit is None and not every:
        raise UnitOrAll
    if unit is not None and every:
        raise NotBoth
    registry = opened(ctx, root, as_of)
    span = period_asked(period, registry)
    forms = units_asked(registry, unit, directive)
    frame = frame_of(registry, span, directive, [forms[0].org] if forms else ())
    wanted = checked_index(registry.index, index)
    single = [single_unit_then(registry.index, forms, span)] if forms else []
    units = single or frame.reporting_units()
    drafts = [
        Draft(
            file_name("bao-cao", who.id, wanted or "", str(span)),
            partial(unit_report, frame, who, wanted),
        )
        for who in units
    ]
    write_drafts(KINDS["unit"], registry, drafts, Asked(output, template, force, many=every))


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
) -> None:
    """Counts by index, section and unit, what units wrote, and who has not reported."""
    from parcli.documents.contexts.summary import summary
    from parcli.documents.output import file_name
    from parcli.documents.report_kinds import KINDS
    from parcli.queries.criteria import checked_index
    from parcli.registry.year_calendar import working_calendar

    registry = opened(ctx, root, as_of)
    frame = frame_of(registry, period_asked(period, registry), directive)
    wanted = checked_index(registry.index, index)
    name = file_name("bao-cao-tong-hop", frame.directive["slug"], wanted or "", str(frame.period))
    draft = Draft(name, partial(summary, frame, working_calendar(registry.index), wanted))
    write_drafts(KINDS["summary"], registry, [draft], Asked(output, template, force))


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
) -> None:
    """One letter to all late units, to one of them, or with --all to each."""
    from parcli.documents.report_kinds import KINDS

    if unit is not None and every:
        raise NotBoth
    registry = opened(ctx, root, as_of)
    span = period_asked(period, registry)
    forms = units_asked(registry, unit, directive)
    frame = frame_of(registry, span, directive, [forms[0].org] if forms else ())
    letters = letters_to_write(registry, frame, forms, span, each=every)
    if not letters:
        sys.stderr.write(_("No report is late, and no task: there is nothing to remind of.") + "\n")
        return
    asked = Asked(output, template, force, many=every)
    write_drafts(KINDS["reminder"], registry, letters, asked)


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
) -> None:
    """Every task with lead, targets, deadline and how it stands, on pages turned on their side."""
    from parcli.documents.contexts.tracking import tracking
    from parcli.documents.output import file_name
    from parcli.documents.questions import unit_then
    from parcli.documents.report_kinds import KINDS
    from parcli.queries.criteria import checked_index

    registry = opened(ctx, root, as_of)
    span = period_asked(period, registry)
    forms = units_asked(registry, unit, directive)
    frame = frame_of(registry, span, directive, [forms[0].org] if forms else ())
    who = unit_then(forms, span) if forms else None
    wanted = checked_index(registry.index, index)
    about = who.id if who else frame.directive["slug"]
    name = file_name("bang-theo-doi", about, wanted or "", str(span))
    draft = Draft(name, partial(tracking, frame, who, wanted))
    write_drafts(KINDS["tracking"], registry, [draft], Asked(output, template, force))


@app.command("directive", cls=Command, help=_("A directive itself, back as a document."))
def directive_command(
    ctx: typer.Context,
    directive: Annotated[
        str,
        typer.Argument(help=_("The directive's id."), autocompletion=complete_directive),
    ],
    output: OneOutputOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
) -> None:
    """Every text of the directive, misprints as they are read, appendices as tables."""
    from parcli.documents.contexts.directive_text import directive_text
    from parcli.documents.output import file_name
    from parcli.documents.report_kinds import KINDS
    from parcli.queries.directives import checked_directive

    registry = opened(ctx, root, as_of)
    checked_directive(registry.index, directive)
    draft = Draft(
        file_name("van-ban", directive), partial(directive_text, registry.index, directive)
    )
    write_drafts(KINDS["directive"], registry, [draft], Asked(output, template, force))
