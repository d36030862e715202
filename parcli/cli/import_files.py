"""The files that `parcli import` writes: a draft, a catalogue, a report; none is overwritten."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from parcli.cli.import_told import print_result, say
from parcli.language import _

if TYPE_CHECKING:
    from parcli.diagnostics import Diagnostic
    from parcli.intake.draft import Draft


def write_draft(
    draft: Draft, told: list[Diagnostic], output: Path | None, home: Path | None, form: str
) -> None:
    """Write the draft and a missing catalogue; where the file exists, show what would change.

    Raises NoRegistry outside one without `output`, and Exit(1) where the existing file differs.
    """
    from parcli.intake.yaml_out import directive_yaml
    from parcli.registry.files import NoRegistry

    if output is None and home is None:
        raise NoRegistry(folder=Path.cwd())
    target = output or (home or Path()) / "data/directives" / f"{draft.values['id']}.yaml"
    if target.exists():
        changed = _compare(draft, target)
        raise typer.Exit(1 if changed else 0)
    _save(target, directive_yaml(draft))
    written = [target, *_catalogue(draft, home)]
    if form == "json":
        print_result(draft, told, written)
        return
    for path in written:
        sys.stdout.write(_("Written: {path}").format(path=path) + "\n")
    say(draft, told, sys.stdout)


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


def _catalogue(draft: Draft, home: Path | None) -> list[Path]:
    """A catalogue for an organisation that has none yet; [] where it has one,
    or outside a registry."""
    path = (home or Path()) / "data/units" / f"{draft.values['org']}.yaml"
    if home is None or path.exists() or not path.parent.is_dir():
        return []
    from parcli.intake.catalogue import draft_catalogue
    from parcli.intake.yaml_out import plain_yaml

    comment = _("Drafted from {file}: check names, kinds and groups, and complete them.")
    text = plain_yaml(draft_catalogue(draft.values), [comment.format(file=draft.document.file)])
    _save(path, text)
    return [path]


def _compare(draft: Draft, target: Path) -> bool:
    """Say what the document changes in the file that is there already;
    whether it changes anything."""
    from parcli.intake.yaml_out import directive_yaml
    from parcli.model.directive import Directive
    from parcli.queries.differences import differences
    from parcli.registry.files import FileKind
    from parcli.registry.reading import read_text
    from parcli.reporting.differences import FileChanges, difference_text

    old = read_text(FileKind.DIRECTIVE, target.name, target.read_bytes()).model
    new = read_text(FileKind.DIRECTIVE, target.name, directive_yaml(draft).encode()).model
    message = _("{path} exists already and is left as it is. What the document changes:")
    sys.stdout.write(message.format(path=target) + "\n")
    if not (isinstance(old, Directive) and isinstance(new, Directive)):
        return True
    changes = differences(old, new)
    if not changes:
        sys.stdout.write(_("Nothing.") + "\n")
        return False
    name = f"{target.name} → {draft.document.file}"
    sys.stdout.write(difference_text([FileChanges(name, new.id, changes)]))
    return True
