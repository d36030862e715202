"""`parcli progress collect`: returned forms into the registry."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.options import (
    AsOfOption,
    JsonOption,
    RootOption,
    UnitOption,
    checked_format,
    day_asked,
    opened,
)
from parcli.cli.progress_options import MaybePeriodOption, unit_asked
from parcli.cli.standard_output import print_json
from parcli.errors import UsageError
from parcli.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parcli.intake.workbooks.collecting import Collected


class NoForms(UsageError):
    """A folder without forms, or a pattern that fits none."""

    message = N_("There is no form (.xlsx) in {path}.")


def collect(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help=_("Returned forms (.xlsx), or a folder of them.")),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show what would change; write nothing."))
    ] = False,
    received: Annotated[
        str | None,
        typer.Option(
            "--received",
            metavar="DATE",
            help=_("The day the reports were received; otherwise that of the first collecting."),
        ),
    ] = None,
    unit: UnitOption = None,
    period: MaybePeriodOption = None,
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """What the forms say, put in the registry: all of them, or none where any has an error."""
    checked_format(form, "text", "json")
    from parcli.intake.workbooks.collecting import CollectOptions
    from parcli.intake.workbooks.collecting import collect as collect_forms
    from parcli.schedule.asked_periods import read_period

    registry = opened(ctx, root, as_of)
    when = read_period(period) if period else None
    asked = CollectOptions(
        registry.today.isoformat(),
        day_asked(received).isoformat() if received else None,
        unit_asked(registry, unit, when) if unit else None,
        str(when) if when else None,
        dry_run,
    )
    forms = [(str(path), _content(path)) for path in returned_forms(files)]
    found = collect_forms(registry.index, forms, asked)
    _write(found, form, dry_run=dry_run)
    if found.has_errors():
        raise typer.Exit(1)


def returned_forms(named: list[Path]) -> list[Path]:
    """The forms that are meant, each once: files, those of a folder, those a pattern fits.

    Windows hands "*.xlsx" over as it is written. Raises NoForms for a folder or pattern with none.
    """
    found: dict[Path, None] = {}
    for path in named:
        fitting = _fitting(path)
        if not fitting:
            raise NoForms(path=path)
        found.update(dict.fromkeys(fitting))
    return list(found)


def _fitting(path: Path) -> list[Path]:
    if path.is_dir():
        return _forms_among(path.iterdir())
    if not path.exists() and set(str(path)) & set("*?["):
        start = Path(path.anchor)
        return _forms_among(start.glob(str(path.relative_to(start))))
    return [path]


def _forms_among(paths: Iterable[Path]) -> list[Path]:
    """Workbooks in order of their names, without what Excel keeps beside an open one ("~$…")."""
    return sorted(
        path
        for path in paths
        if path.suffix.lower() == ".xlsx"
        and not path.name.startswith(("~$", "."))
        and path.is_file()
    )


def _content(path: Path) -> bytes:
    """The file's bytes, one more than is read at most. Raises Unreadable."""
    from parcli.intake.workbooks.package import MAX_BYTES
    from parcli.registry.files import read_bytes

    return read_bytes(path.parent, path.name, MAX_BYTES)


def _write(found: Collected, form: str, *, dry_run: bool) -> None:
    if form == "json":
        _print_json(found, dry_run=dry_run)
        return
    from parcli.reporting.progress_changes import change_lines, finding_lines

    for line in finding_lines(found.diagnostics):
        sys.stderr.write(line + "\n")
    if found.has_errors():
        sys.stderr.write(_("Nothing was written, since a form has errors.") + "\n")
        return
    for line in change_lines(found.plans):
        sys.stdout.write(line + "\n")
    sys.stdout.write(_outcome(len(found.written), dry_run=dry_run))


def _print_json(found: Collected, *, dry_run: bool) -> None:
    from parcli.reporting.progress_changes import changes_json, finding_json

    plain = {
        "dry_run": dry_run,
        "files": changes_json(found.plans),
        "written": found.written,
        "diagnostics": [finding_json(finding) for finding in found.diagnostics],
    }
    print_json(plain)


def _outcome(count: int, *, dry_run: bool) -> str:
    if dry_run:
        return _("A trial: nothing was written.") + "\n"
    if not count:
        return ""
    return (
        ngettext("{count} file written.", "{count} files written.", count).format(count=count)
        + "\n"
    )
