"""What the `parcli report` commands share: what is asked about, and writing the documents."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from parcli.cli.completions import complete_period
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


class Draft(NamedTuple):
    """A document to be written: its file's name, and what makes the record that fills it."""

    name: str
    context: Callable[[], Any]


@dataclass(frozen=True)
class Asked:
    """Where drafts go and with which template."""

    output: Path | None
    template: Path | None
    force: bool
    many: bool = False


def period_asked(text: str | None, registry: Opened) -> Period:
    """The period of `--period`; the quarter of the day asked on without it. Raises BadPeriod."""
    from parcli.schedule.asked_periods import read_period

    return read_period(text) if text else Period.around(registry.today, Span.QUARTER)


def frame_of(
    registry: Opened, period: Period, directive: str | None, orgs: Sequence[str] = ()
) -> ReportFrame:
    """The frame of reports on `directive`, or on the one in force, for `period`."""
    from parcli.documents.contexts.report_frame import report_frame
    from parcli.documents.questions import chosen_directive
    from parcli.registry.year_calendar import working_calendar

    home = registry.settings.get("org")
    wanted = orgs or ([str(home)] if home else [])
    slug = chosen_directive(registry.index, directive, period, wanted)
    calendar = working_calendar(registry.index)
    return report_frame(registry.index, calendar, slug, period, registry.today, registry.policies)


def letters_to_write(
    registry: Opened, frame: ReportFrame, forms: Sequence[Unit], period: Period, *, each: bool
) -> list[Draft]:
    """Reminders to late units: one to all, one to the unit asked for, or one to each."""
    from parcli.documents.contexts.reminder import reminder
    from parcli.documents.contexts.reporting_units import reporting_units
    from parcli.documents.contexts.standing import standings
    from parcli.documents.output import file_name
    from parcli.documents.questions import unit_then, units_then
    from parcli.registry.year_calendar import working_calendar

    calendar = working_calendar(registry.index)
    who = unit_then(forms, period) if forms else None
    wanted = {u.id for u in units_then(registry.index, who, period)} if who else None
    sender = frame.coordinator()
    late = [
        unit
        for unit in reporting_units(frame, calendar)
        if unit.is_late and not unit.has_reported and (wanted is None or unit.id in wanted)
        if sender is None or unit.id != sender.id
    ]
    tasks = [
        standing
        for standing in standings(frame, calendar)
        if standing.is_late and (wanted is None or standing.unit.id in wanted)
    ]
    slug = str(frame.directive["slug"])
    if not each:
        name = file_name("don-doc", who.id if who else slug, str(period))
        return [Draft(name, partial(reminder, frame, late, tasks))] if late or tasks else []
    drafts = []
    for ident in dict.fromkeys([unit.id for unit in late] + [s.unit.id for s in tasks]):
        letter = partial(
            reminder,
            frame,
            [u for u in late if u.id == ident],
            [s for s in tasks if s.unit.id == ident],
        )
        drafts.append(Draft(file_name("don-doc", ident, str(period)), letter))
    return drafts


def write_drafts(kind: ReportKind, registry: Opened, drafts: Sequence[Draft], asked: Asked) -> None:
    """Write each draft and say on stdout where it is; a bar on a terminal when there are many.

    Nothing is written where one of the files exists and --force was not given.
    """
    from parcli.documents.output import check_free
    from parcli.documents.renderer import CompiledTemplate, NoTags
    from parcli.documents.report_kinds import template_package

    template = CompiledTemplate(template_package(kind, registry.index.root, asked.template))
    if not template.has_tags:
        raise NoTags(path=template.package.path)
    targets = [_target(draft, asked) for draft in drafts]
    for path in targets:
        check_free(path, force=asked.force)
    for path, draft in _watched(list(zip(targets, drafts, strict=True))):
        _write(template, draft.context(), path, registry, force=asked.force)
        sys.stdout.write(f"{path}\n")
    if asked.many:
        count = len(drafts)
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


def _target(draft: Draft, asked: Asked) -> Path:
    from parcli.documents.output import check_word_name, made_folder

    if asked.output is None:
        return Path(draft.name)
    if asked.many or asked.output.is_dir():
        return made_folder(asked.output) / draft.name
    check_word_name(asked.output)
    return asked.output


def _watched(drafts: list[tuple[Path, Draft]]) -> Iterator[tuple[Path, Draft]]:
    if len(drafts) < 2 or not sys.stderr.isatty():
        yield from drafts
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    # What is written to standard output must stay there: it may be piped.
    with Progress(console=console, transient=True, redirect_stdout=False) as progress:
        yield from progress.track(drafts, description=_("Writing"))
