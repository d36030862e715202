"""The files that `parcli import` writes: a draft, a catalogue, a report; none is overwritten."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from parcli.cli.import_again import compare
from parcli.cli.import_told import print_result, say
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from parcli.intake.draft import Draft


def write_draft(
    draft: Draft, output: Path | None, home: Path | None, form: str, *, add_units: bool
) -> None:
    """Write the draft and what its catalogue lacks; where the file exists, show what would change.

    Raises NoRegistry outside one without `output`, and Exit(1) where the existing file differs.
    """
    from parcli.cli.import_catalogue import CatalogueWork, names_of, shown_path, write_catalogue
    from parcli.intake.findings import findings
    from parcli.intake.yaml_out import directive_yaml
    from parcli.registry.files import NoRegistry

    if output is None and home is None:
        raise NoRegistry(folder=Path.cwd())
    target = output or shown_path(
        (home or Path()) / "data/directives" / f"{draft.values['id']}.yaml"
    )
    there = target.exists()
    if not there:
        _save(target, directive_yaml(draft))
    own = home is not None and _is_inside(target, home)
    catalogue = CatalogueWork()
    if home is not None and own and (not there or add_units):
        catalogue = write_catalogue(draft, home, add_units=add_units)
    told = [*findings(draft, names_of(draft.values["org"], home)), *catalogue.told]
    written = [] if there else [target]
    written += [catalogue.path] if catalogue.path and catalogue.added else []
    if there:
        raise typer.Exit(1 if compare(draft, target, written, form) else 0)
    if form == "json":
        print_result(draft, told, written)
        return
    _say_written(written)
    say(draft, told, sys.stdout)
    if home is not None and not own:
        note = _("{path} is outside data/directives: validate and tasks will not see it.")
        sys.stderr.write(note.format(path=target) + "\n")
    if catalogue.missing:
        sys.stdout.write(_missing(catalogue.path, catalogue.missing) + "\n")


def _is_inside(target: Path, home: Path) -> bool:
    return target.resolve().is_relative_to(home.resolve() / "data/directives")


def _say_written(paths: list[Path]) -> None:
    for path in paths:
        sys.stdout.write(_("Written: {path}").format(path=path) + "\n")


def _missing(path: Path | None, count: int) -> str:
    """What to do about units that the catalogue does not have."""
    text = ngettext(
        "{count} unit is not in {path}: correct its name in the draft, or import again with "
        "--add-units.",
        "{count} units are not in {path}: correct their names in the draft, or import again with "
        "--add-units.",
        count,
    )
    return text.format(count=count, path=path)


def write_report(draft: Draft, home: Path) -> None:
    """A page with the document beside the draft, under a name that is still free in `home`."""
    from parcli.intake.report_html import html_report

    stem = f"{draft.values['id']}-import"
    names = (home / f"{stem}{mark}.html" for mark in ("", *(f"-{n}" for n in range(2, 1000))))
    path = next(name for name in names if not name.exists())
    _save(path, html_report(draft))
    sys.stderr.write(_("Written: {path}").format(path=path) + "\n")


def _save(path: Path, text: str) -> None:
    from parcli.documents.output import written_whole

    with written_whole(path) as stream:
        stream.write(text.encode())
