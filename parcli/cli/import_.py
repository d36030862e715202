"""`parcli import`: a Word, PDF or text document becomes the draft of a directive file."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.completions import complete_organisation
from parcli.cli.import_files import write_draft, write_report
from parcli.cli.import_id import made_id
from parcli.cli.import_told import print_draft
from parcli.cli.import_twin import twin_of
from parcli.cli.options import JsonOption, RootOption, checked_format, root_at_hand
from parcli.cli.reading_bar import ReadingBar
from parcli.cli.validate_files import STDIN, STDIN_NAME
from parcli.errors import UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.diagnostics import Diagnostic
    from parcli.intake.blocks import Document
    from parcli.intake.draft import Draft

OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        help=_("Where the draft goes; otherwise data/directives."),
        metavar="FILE",
    ),
]
OrgOption = Annotated[
    str | None,
    typer.Option(
        "--org",
        help=_("Whose units it names: an id of data/units."),
        metavar="ID",
        autocompletion=complete_organisation,
    ),
]
IdOption = Annotated[
    str | None,
    typer.Option(
        "--id", help=_("The directive's id; otherwise made of organisation and year."), metavar="ID"
    ),
]
ReportOption = Annotated[
    str | None,
    typer.Option(
        "--report", help=_("html: also a page with the document beside the draft."), metavar="html"
    ),
]
# How much of the work is reading; the rest is to understand what was read.
_READING = 0.5
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*$")


class BadId(UsageError):
    """An id that no file of a registry can have."""

    message = N_("“{given}” cannot be an id.")
    hint = N_("An id has small letters without accents, figures and hyphens: ke-hoach-2026.")


class NotTheStem(UsageError):
    """An id that is not the name of the file it goes to."""

    message = N_("The id “{given}” must be the name of the file, “{stem}”.")
    hint = N_("Leave --id out, or give both the same name.")


class NotYaml(UsageError):
    """A name for the draft that no program would read as YAML."""

    message = N_("The draft is a YAML file: {path} must end in .yaml or .yml.")
    hint = N_("Write for instance -o {stem}.yaml.")


class NoSuchReport(UsageError):
    """A kind of report that is not made."""

    message = N_("There is no report “{given}”.")
    hint = N_("Write --report html.")


def import_(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            help=_("The document: .docx, .pdf, .txt or .md; “-” reads it from stdin."),
            metavar="FILE",
        ),
    ],
    output: OutputOption = None,
    org: OrgOption = None,
    directive_id: IdOption = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=_("Print the draft; no file of the registry is written.")),
    ] = False,
    add_units: Annotated[
        bool,
        typer.Option(
            "--add-units", help=_("Add units that are new to the organisation's catalogue.")
        ),
    ] = False,
    report: ReportOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """Draft a directive from a document. What is unsure is marked; nothing is overwritten."""
    checked_format(form, "text", "json")
    if report not in (None, "html"):
        raise NoSuchReport(given=report)
    _check_ids(output, org, directive_id)
    home = root_at_hand(ctx, root)  # none around is no error: a draft needs none
    draft = _drafted(file, _given_id(output, directive_id), org, home)
    if dry_run:
        print_draft(draft, _findings(draft, home), form)
    else:
        write_draft(draft, output, home, form, add_units=add_units)
    if report:
        write_report(draft, home=Path.cwd())


def _check_ids(output: Path | None, org: str | None, directive_id: str | None) -> None:
    for given in (org, directive_id, output.stem if output else None):
        if given is not None and not _ID.fullmatch(given):
            raise BadId(given=given)
    if output is not None and output.suffix not in (".yaml", ".yml"):
        raise NotYaml(path=output, stem=output.stem)
    if output is not None and directive_id not in (None, output.stem):
        raise NotTheStem(given=directive_id, stem=output.stem)


def _given_id(output: Path | None, directive_id: str | None) -> str | None:
    return directive_id or (output.stem if output else None)


def _drafted(file: Path, directive_id: str | None, org: str | None, home: Path | None) -> Draft:
    from parcli.intake.draft import make_draft

    with ReadingBar() as bar:
        document = _read(file, bar.part(0.0, _READING))
        told = bar.part(_READING, 1.0)
        draft = make_draft(document, directive_id=directive_id or "draft", org=org, tell=told)
    if org is None and home is not None:
        _use_registered(draft, home)
    if directive_id is None:
        draft.values["id"] = made_id(draft, home)
    return draft


def _read(file: Path, tell: Callable[[float], None]) -> Document:
    from parcli.intake.readers.opening import read_document, read_stream

    if str(file) == STDIN:
        return read_stream(sys.stdin.buffer, STDIN_NAME, tell)
    return read_document(file, tell)


def _use_registered(draft: Draft, home: Path) -> None:
    """Name the registry's own organisation where it, or a unit of it, issued the document.

    It is taken, and marked, where the document names no issuer at all.
    """
    from parcli.intake.draft import HOME_ORG
    from parcli.intake.organisation import registered_name, registered_org
    from parcli.intake.recognise.letterhead import UNKNOWN
    from parcli.registry.compiled.store import open_index

    values = draft.values
    index = open_index(home)
    nameless = values["issuer"] == UNKNOWN
    told = (values["issuer"], values.get("superior"))
    org = index.settings().get("org") if nameless else registered_org(index.db, *told)
    if org is None:
        return
    values["org"] = org = str(org)
    draft.ledger.doubts = [d for d in draft.ledger.doubts if d.key != "org"]
    if nameless:
        draft.ledger.doubt(values, "org", HOME_ORG)
    else:
        values["issuer"] = registered_name(index.db, org, values["issuer"])


def _findings(draft: Draft, home: Path | None) -> list[Diagnostic]:
    from parcli.cli.import_catalogue import names_of
    from parcli.intake.findings import findings, mark_unknown
    from parcli.intake.same_document import held_already

    names = names_of(draft.values["org"], home)
    mark_unknown(draft, names)
    found = findings(draft, names)
    twin = twin_of(draft, home)
    return [*found, held_already(draft, twin)] if twin else found
