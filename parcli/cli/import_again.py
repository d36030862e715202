"""A second import of a document: what it would change in the file that is there already."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from parcli.cli.standard_output import print_json
from parcli.errors import ParcliError
from parcli.language import N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from parcli.intake.draft import Draft
    from parcli.model.directive import Directive
    from parcli.queries.changes import Change


class NoDirective(ParcliError):
    """The file that is there is no directive that can be read."""

    message = N_("{path} exists already and is no directive that can be read: left as it is.")
    hint = N_("Mend it (parcli validate {path}), or give another name with -o.")


def compare(draft: Draft, target: Path, written: list[Path], form: str) -> bool:
    """Say what the document changes in the file that is there; whether it changes anything.

    Raises NoDirective where that file cannot be read as one.
    """
    from parcli.intake.yaml_out import directive_yaml
    from parcli.model.directive import Directive
    from parcli.queries.differences import differences

    old = directive_in(target.name, target.read_bytes())
    new = directive_in(target.name, directive_yaml(draft).encode())
    if not isinstance(old, Directive):
        raise NoDirective(path=target)
    changes = differences(old, new) if isinstance(new, Directive) else []
    same = isinstance(new, Directive) and not changes
    if form == "json":
        _print_json(draft, target, written, changes)
    else:
        _print_text(draft, target, written, changes, same=same)
    return not same


def directive_in(name: str, raw: bytes) -> Directive | None:
    """The directive whose file's bytes are `raw`; None where they cannot be read as one."""
    from parcli.model.directive import Directive
    from parcli.registry.files import FileKind
    from parcli.registry.reading import read_text

    model = read_text(FileKind.DIRECTIVE, name, raw).model
    return model if isinstance(model, Directive) else None


def _print_json(draft: Draft, target: Path, written: list[Path], changes: list[Change]) -> None:
    from parcli.reporting.differences import FileChanges, difference_json

    files = [FileChanges(target.name, draft.values["id"], changes)] if changes else []
    result = {
        "written": [str(path) for path in written],
        "exists": str(target),
        "changes": difference_json(files),
    }
    print_json(result)


def _print_text(
    draft: Draft, target: Path, written: list[Path], changes: list[Change], *, same: bool
) -> None:
    from parcli.reporting.differences import FileChanges, difference_text

    for path in written:
        sys.stdout.write(_("Written: {path}").format(path=path) + "\n")
    message = _("{path} exists already and is left as it is. What the document changes:")
    sys.stdout.write(message.format(path=target) + "\n")
    if same:
        sys.stdout.write(_("Nothing.") + "\n")
    elif changes:
        name = f"{target.name} → {draft.document.file}"
        sys.stdout.write(difference_text([FileChanges(name, draft.values["id"], changes)]))
        advice = _("If this is another document, give it an id of its own with --id.")
        sys.stdout.write(advice + "\n")
