"""`parcli progress form`: the Excel form in which a unit reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.options import (
    AsOfOption,
    ForceOption,
    JsonOption,
    Opened,
    RootOption,
    UnitOption,
    checked_format,
    opened,
)
from parcli.cli.progress_options import NobodyReports, PeriodOption, unit_asked
from parcli.cli.standard_output import print_json
from parcli.errors import UsageError
from parcli.language import N_, _, ngettext

if TYPE_CHECKING:
    from parcli.queries.unit_lookup import Unit
    from parcli.schedule.periods import Period


class OneOrAll(UsageError):
    """Neither one unit nor all, or both."""

    message = N_("Give --unit for one form, or --all with a folder for all of them.")


class NoTasks(UsageError):
    """Nothing to report on."""

    message = N_("{name} has no task in {period}.")
    hint = N_("parcli tasks --unit {id} lists its tasks, and their directives say when they hold.")


def form(
    ctx: typer.Context,
    period: PeriodOption,
    unit: UnitOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=_(
                "Where to write the form (.xlsx); otherwise a name made for it, in this folder."
            ),
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--all", metavar="DIR", help=_("Forms of all units, into this folder.")),
    ] = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    output_form: JsonOption = "text",
) -> None:
    """The unit's tasks and targets to fill in; the same registry and day give the same bytes."""
    checked_format(output_form, "text", "json")
    from parcli.schedule.asked_periods import read_period

    if (folder is None) == (unit is None) or (folder is not None and output is not None):
        raise OneOrAll
    registry = opened(ctx, root, as_of)
    when = read_period(period)
    written = _forms(registry, when, unit, output, folder, force=force)
    if output_form == "json":
        print_json({"written": list(map(str, written))})
        return
    for path in written:
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
    from parcli.documents.output import check_free, made_folder, written_whole

    if folder is not None:
        wanted = _of_all(registry, period, folder)
        made_folder(folder)
    else:
        one = unit_asked(registry, str(unit), period)
        wanted = {_target(output, one, period): one}
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


def _of_all(registry: Opened, period: Period, folder: Path) -> dict[Path, Unit]:
    """A file for each unit that has a task in the period. Raises NobodyReports."""
    from parcli.queries.assigned_tasks import units_reporting

    found = units_reporting(registry.index, period)
    if not found:
        from parcli.schedule.cycles import period_in_words

        raise NobodyReports(period=period_in_words(period))
    return {folder / _name(one, period): one for one in found}


def _target(output: Path | None, unit: Unit, period: Period) -> Path:
    """The file asked for; a name made for the form in this folder, or in the one asked for."""
    if output is None or output.is_dir():
        return (output or Path()) / _name(unit, period)
    return output


def _name(unit: Unit, period: Period) -> str:
    return f"{period}-{unit.id}.xlsx"


def _form(registry: Opened, unit: Unit, period: Period) -> bytes:
    from parcli.documents.workbooks.form_content import form_content
    from parcli.documents.workbooks.form_writer import form_bytes

    content = form_content(registry.index, unit, period, registry.today)
    if not content.tasks:
        from parcli.schedule.cycles import period_in_words

        raise NoTasks(name=unit.name, period=period_in_words(period), id=unit.id)
    return form_bytes(content)
