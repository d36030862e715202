"""`parcli progress form`: the Excel form in which a unit reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.options import AsOfOption, Opened, RootOption, opened
from parcli.cli.progress_options import MaybeUnitOption, PeriodOption, period_asked, unit_asked
from parcli.errors import UsageError
from parcli.language import N_, _, ngettext

if TYPE_CHECKING:
    from parcli.queries.unit_lookup import Unit
    from parcli.schedule.periods import Period


class OneOrAll(UsageError):
    """Neither one unit nor all, or both."""

    message = N_("Give --unit and -o for one form, or --all with a folder for all of them.")


class NoTasks(UsageError):
    """Nothing to report on."""

    message = N_("{name} has no task in {period}.")
    hint = N_("parcli tasks --unit {id} lists its tasks, and their directives say when they hold.")


class NobodyReports(UsageError):
    """No unit has a task in the period."""

    message = N_("No unit has a task in {period}.")


def form(
    ctx: typer.Context,
    period: PeriodOption,
    unit: MaybeUnitOption = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help=_("Where to write the form (.xlsx).")),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--all", metavar="DIR", help=_("Forms of all units, into this folder.")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Replace files that exist already."))
    ] = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
) -> None:
    """The unit's tasks and targets to fill in; the same registry and day give the same bytes."""
    if (folder is None) == (unit is None) or (unit is None) != (output is None):
        raise OneOrAll
    registry = opened(ctx, root, as_of)
    when = period_asked(period)
    for path in _forms(registry, when, unit, output, folder, force=force):
        sys.stdout.write(f"{path}\n")


def _forms(
    registry: Opened,
    period: Period,
    unit: str | None,
    output: Path | None,
    folder: Path | None,
    *,
    force: bool,
) -> list[Path]:
    """Every form made before the first is written; the paths."""
    wanted: dict[Path, Unit] = {}
    if unit is not None and output is not None:
        wanted[output] = unit_asked(registry, unit, period)
    elif folder is not None:
        from parcli.queries.assigned_tasks import units_reporting

        found = units_reporting(registry.index, period)
        if not found:
            from parcli.schedule.cycles import period_in_words

            raise NobodyReports(period=period_in_words(period))
        wanted = {folder / f"{period}-{one.id}.xlsx": one for one in found}
    from parcli.documents.output import check_free, written_whole

    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    for path in wanted:
        check_free(path, force=force)
    made = {path: _form(registry, one, period) for path, one in wanted.items()}
    for path, content in made.items():
        with written_whole(path, force=force) as stream:
            stream.write(content)
    if folder is not None:
        message = ngettext("{count} form written.", "{count} forms written.", len(made))
        sys.stderr.write(message.format(count=len(made)) + "\n")
    return list(made)


def _form(registry: Opened, unit: Unit, period: Period) -> bytes:
    from parcli.documents.workbooks.form_content import form_content
    from parcli.documents.workbooks.form_writer import form_bytes

    content = form_content(registry.index, unit, period, registry.today)
    if not content.tasks:
        from parcli.schedule.cycles import period_in_words

        raise NoTasks(name=unit.name, period=period_in_words(period), id=unit.id)
    return form_bytes(content)
