"""What the `parcli report` commands share: what is asked about, and writing the documents."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from parcli.cli.completions import complete_period
from parcli.cli.options import opened, units_asked
from parcli.cli.standard_output import print_json
from parcli.errors import UsageError
from parcli.language import N_, _, ngettext
from parcli.schedule.periods import Period, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parcli.cli.options import Opened
    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.documents.renderer import CompiledTemplate
    from parcli.documents.report_kinds import ReportKind
    from parcli.queries.unit_lookup import Unit

PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="2024-Q3",
        help=_("The period reported on; otherwise the current quarter."),
        autocompletion=complete_period,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=_(
            "Where to write; otherwise a name made for it, in this folder. A folder with --all."
        ),
    ),
]
OneOutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=_("Where to write; otherwise a name made for it, in this folder."),
    ),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template", metavar="FILE", help=_("A Word template of your own, instead of the usual.")
    ),
]


class UnitOrAll(UsageError):
    """Neither one unit nor all of them."""

    message = N_("For which unit? Give --unit NAME, or --all for every one.")


class NotBoth(UsageError):
    """One unit and all of them."""

    message = N_("Give --unit or --all, not both.")


@dataclass(frozen=True)
class Question:
    """What a report is about: the registry, the frame, the index, and whom `--unit` names.

    `named` are the bearers of one name, one after another in time; empty where none was given.
    """

    registry: Opened
    frame: ReportFrame
    index: str | None
    named: Sequence[Unit]


class Draft(NamedTuple):
    """A document to be written: its file's name, and what makes the record that fills it."""

    name: str
    context: Callable[[], Any]


class Destination(NamedTuple):
    """Where drafts go, with which template, and in what form that is told."""

    output: Path | None
    template: Path | None
    force: bool
    form: str
    many: bool = False


def question(
    ctx: typer.Context,
    root: Path | None,
    as_of: str | None,
    *,
    period: str | None,
    directive: str | None,
    unit: str | None = None,
    index: str | None = None,
) -> Question:
    """What the options ask about; the current quarter, and the directive in force, where not said.

    Raises BadPeriod, UnknownUnit, AmbiguousUnit, UnknownDirective, NoDirectiveThen, WhichDirective
    or UnknownIndex.
    """
    from parcli.documents.contexts.report_frame import report_frame
    from parcli.documents.questions import chosen_directive
    from parcli.queries.criteria import checked_index
    from parcli.registry.year_calendar import working_calendar

    registry = opened(ctx, root, as_of)
    when = _period(period, registry)
    named = units_asked(registry, unit, directive)
    orgs = [named[0].org] if named else []
    slug = chosen_directive(registry.index, directive, when, orgs, registry.home)
    calendar = working_calendar(registry.index)
    frame = report_frame(registry.index, calendar, slug, when, registry.today, registry.policies)
    return Question(registry, frame, checked_index(registry.index, index), named)


def _period(text: str | None, registry: Opened) -> Period:
    from parcli.schedule.asked_periods import read_period

    return read_period(text) if text else Period.around(registry.today, Span.QUARTER)


def letters_to_write(asked: Question, *, each: bool) -> list[Draft]:
    """Reminders to late units: one to all, one to the unit asked for, or one to each."""
    from parcli.documents.contexts.reminder import reminder
    from parcli.documents.contexts.reminder_grounds import reminder_grounds
    from parcli.documents.output import file_name
    from parcli.documents.questions import unit_then, units_then
    from parcli.registry.year_calendar import working_calendar

    index, frame = asked.registry.index, asked.frame
    who = unit_then(asked.named, frame.period) if asked.named else None
    wanted = {unit.id for unit in units_then(index, who, frame.period)} if who else None
    grounds = reminder_grounds(frame, working_calendar(index), wanted)
    if not each:
        about = who.id if who else str(frame.directive["slug"])
        letters = {about: grounds} if grounds.reports or grounds.tasks else {}
    else:
        letters = grounds.by_unit()
    return [
        Draft(
            file_name("don-doc", about, str(frame.period)),
            partial(reminder, frame, late.reports, late.tasks),
        )
        for about, late in letters.items()
    ]


def write_drafts(
    kind: ReportKind, registry: Opened, drafts: Sequence[Draft], where: Destination
) -> None:
    """Write each draft and say on stdout where it is; a bar on a terminal when there are many.

    Nothing is written where one of the files exists and --force was not given.
    """
    from parcli.documents.output import check_free
    from parcli.documents.renderer import CompiledTemplate, NoTags
    from parcli.documents.report_kinds import template_package

    template = CompiledTemplate(template_package(kind, registry.index.root, where.template))
    if not template.has_tags:
        raise NoTags(path=template.package.path)
    targets = [_target(draft, where) for draft in drafts]
    for path in targets:
        check_free(path, force=where.force)
    for path, draft in _watched(list(zip(targets, drafts, strict=True))):
        _write(template, draft.context(), path, registry, force=where.force)
        if where.form == "text":
            sys.stdout.write(f"{path}\n")
    tell_written(targets, where)


def tell_written(targets: Sequence[Path], where: Destination) -> None:
    """The documents as JSON where that was asked for; of many, how many, on stderr."""
    if where.form == "json":
        print_json({"written": list(map(str, targets))})
    elif where.many:
        count = len(targets)
        message = ngettext("{count} document written.", "{count} documents written.", count)
        sys.stderr.write(message.format(count=count) + "\n")


def _write(
    template: CompiledTemplate, context: Any, path: Path, registry: Opened, *, force: bool
) -> None:
    from parcli.documents.output import written_whole
    from parcli.text import one_line

    title = getattr(context, "subject", None) or context.title
    with written_whole(path, force=force) as stream:
        template.write(stream, context, one_line(title), registry.today)


def _target(draft: Draft, where: Destination) -> Path:
    from parcli.documents.output import check_word_name, made_folder

    if where.output is None:
        return Path(draft.name)
    if where.many or where.output.is_dir():
        return made_folder(where.output) / draft.name
    check_word_name(where.output)
    return where.output


def _watched(drafts: list[tuple[Path, Draft]]) -> Iterator[tuple[Path, Draft]]:
    """The drafts, with a bar on a terminal that shows how many are written."""
    if len(drafts) < 2 or not sys.stderr.isatty():
        yield from drafts
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    # What is written to standard output must stay there: it may be piped.
    with Progress(console=console, transient=True, redirect_stdout=False) as progress:
        yield from progress.track(drafts, description=_("Writing"))
