"""The files that `parcli import` writes: a draft, a catalogue, a report; none is overwritten."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from parcli.cli.import_again import compare
from parcli.cli.import_told import print_result, say, say_first
from parcli.cli.import_twin import twin_of
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from parcli.cli.import_catalogue import CatalogueWork
    from parcli.intake.draft import Draft


def write_draft(
    draft: Draft, output: Path | None, home: Path | None, form: str, *, add_units: bool
) -> None:
    """Write the draft and what its catalogue lacks; where the file exists, show what would change.

    So too where another file of the registry holds the document. Raises NoRegistry outside one
    without `output`, and Exit(1) where that file differs or the output is not written.
    """
    from parcli.cli.import_catalogue import CatalogueWork, names_of, write_catalogue
    from parcli.intake.findings import findings, mark_unknown
    from parcli.intake.same_document import held_already
    from parcli.intake.yaml_out import directive_yaml
    from parcli.registry.files import NoRegistry

    if output is None and home is None:
        raise NoRegistry(folder=Path.cwd())
    target, twin = _target(draft, output, home)
    own = home is not None and _is_inside(target, home)
    if home is not None and own:
        _make_folders(home)
    if target.exists() or (twin and own):
        changed = _shown(draft, target, twin, home, form, add_units=add_units and own)
        unwritten = output is not None and not output.exists()
        raise typer.Exit(1 if changed or unwritten else 0)
    _save(target, directive_yaml(draft))
    catalogue = CatalogueWork()
    if home is not None and own:
        catalogue = write_catalogue(draft, home, add_units=add_units)
    names = names_of(draft.values["org"], home)
    if mark_unknown(draft, names):
        _save(target, directive_yaml(draft), force=True)  # the file that was written just now
    told = [*findings(draft, names), *catalogue.told]
    told += [held_already(draft, twin)] if twin else []
    written = [target, *_written(catalogue)]
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


def _make_folders(home: Path) -> None:
    """Where drafts and catalogues go: git keeps no empty folder. Raises Unwritable."""
    from parcli.documents.output import made_folder

    for folder in ("directives", "units"):
        made_folder(home / "data" / folder)


def _target(draft: Draft, output: Path | None, home: Path | None) -> tuple[Path, Path | None]:
    """Where the draft goes, and the other file of the registry that holds the document already."""
    from parcli.cli.import_catalogue import shown_path

    twin = twin_of(draft, home)
    usual = (home or Path()) / "data/directives" / f"{draft.values['id']}.yaml"
    target = output or shown_path(usual)
    return target, None if twin and target.resolve() == twin.resolve() else twin


def _shown(
    draft: Draft, target: Path, twin: Path | None, home: Path | None, form: str, *, add_units: bool
) -> bool:
    """Show what the document changes in the file that holds it; whether it changes anything."""
    from parcli.cli.import_catalogue import CatalogueWork, write_catalogue
    from parcli.intake.same_document import held_already

    catalogue = CatalogueWork()
    if home is not None and add_units:
        catalogue = write_catalogue(draft, home, add_units=True)
    if twin:
        say_first(held_already(draft, twin), sys.stderr)
    held = target if twin is None or target.exists() else twin
    draft.values["id"] = held.stem
    return compare(draft, held, _written(catalogue), form)


def _written(catalogue: CatalogueWork) -> list[Path]:
    return [catalogue.path] if catalogue.path and catalogue.added else []


def _is_inside(target: Path, home: Path) -> bool:
    return target.resolve().is_relative_to(home.resolve() / "data/directives")


def _say_written(paths: list[Path]) -> None:
    for path in paths:
        sys.stdout.write(_("Written: {path}").format(path=path) + "\n")


def _missing(path: Path | None, count: int) -> str:
    """What to do about units that the catalogue does not have."""
    text = ngettext(
        "{count} unit is not in {path}, and validate will refuse it (PAR401): correct its name in "
        "the draft, or import again with --add-units.",
        "{count} units are not in {path}, and validate will refuse them (PAR401): correct their "
        "names in the draft, or import again with --add-units.",
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


def _save(path: Path, text: str, *, force: bool = False) -> None:
    from parcli.documents.output import written_whole

    with written_whole(path, force=force) as stream:
        stream.write(text.encode())
