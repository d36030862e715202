"""`parcli import`: a Word, PDF or text document becomes the draft of a directive file."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from parcli.cli.options import JsonOption, RootOption, checked_format
from parcli.errors import UsageError
from parcli.language import N_, _, ngettext

if TYPE_CHECKING:
    from parcli.diagnostics import Diagnostic
    from parcli.intake.draft import Draft
    from parcli.model.unit_names import NameIndex

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*$")
_PATIENCE = 2.0
_WIDTH = 30
_MOST_TOLD = 20


class BadId(UsageError):
    """An id that no file of a registry can have."""

    message = N_("“{given}” cannot be an id.")
    hint = N_("An id has small letters without accents, figures and hyphens: ke-hoach-2026.")


class NotTheStem(UsageError):
    """An id that is not the name of the file it goes to."""

    message = N_("The id “{given}” must be the name of the file, “{stem}”.")
    hint = N_("Leave --id out, or give both the same name.")


class NoSuchReport(UsageError):
    """A kind of report that is not made."""

    message = N_("There is no report “{given}”.")
    hint = N_("Write --report html.")


def import_(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(help=_("The document: .docx, .pdf, .txt or .md."), metavar="FILE")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=_("Where the draft goes; otherwise data/directives."),
            metavar="PATH",
        ),
    ] = None,
    org: Annotated[
        str | None,
        typer.Option("--org", help=_("Whose units it names: an id of data/units."), metavar="ID"),
    ] = None,
    directive_id: Annotated[
        str | None,
        typer.Option(
            "--id",
            help=_("The directive's id; otherwise made of organisation and year."),
            metavar="ID",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Print the draft, write nothing."))
    ] = False,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            help=_("html: also a page with the document beside the draft."),
            metavar="FORM",
        ),
    ] = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """Draft a directive from a document. What is unsure is marked; nothing is overwritten."""
    checked_format(form, "text", "json")
    if report not in (None, "html"):
        raise NoSuchReport(given=report)
    _check_ids(output, org, directive_id)
    home = _home(ctx, root)
    draft = _drafted(file, _given_id(output, directive_id), org, home)
    told = _findings(draft, home)
    if dry_run:
        _print_draft(draft, told, form)
    else:
        _write(draft, told, output, home, form)
    if report:
        _write_report(draft, home=Path.cwd())


def _check_ids(output: Path | None, org: str | None, directive_id: str | None) -> None:
    for given in (org, directive_id, output.stem if output else None):
        if given is not None and not _ID.fullmatch(given):
            raise BadId(given=given)
    if output is not None and directive_id not in (None, output.stem):
        raise NotTheStem(given=directive_id, stem=output.stem)


def _given_id(output: Path | None, directive_id: str | None) -> str | None:
    return directive_id or (output.stem if output else None)


def _home(ctx: typer.Context, root: Path | None) -> Path | None:
    """The registry around; None outside one, which is no error: a draft needs none."""
    from parcli.registry.files import NoRegistry, find_root

    given = ctx.obj if isinstance(ctx.obj, dict) else {}
    try:
        return find_root(root or given.get("root"), Path.cwd())
    except NoRegistry:
        return None


def _drafted(file: Path, directive_id: str | None, org: str | None, home: Path | None) -> Draft:
    from parcli.intake.draft import make_draft
    from parcli.intake.readers.opening import read_document

    with _Progress() as progress:
        document = read_document(file, progress)
        draft = make_draft(document, directive_id=directive_id or "draft", org=org)
    if directive_id is None:
        draft.values["id"] = _made_id(draft.values, home)
    return draft


def _made_id(values: dict[str, Any], _home: Path | None) -> str:
    """Organisation and year, and the number where the document has one."""
    from parcli.intake.organisation import slug

    parts = [values["org"], str(values.get("issued") or "")[:4], slug(values.get("number") or "")]
    return "-".join(part for part in parts if part)


def _findings(draft: Draft, home: Path | None) -> list[Diagnostic]:
    from parcli.intake.findings import findings

    return findings(draft, _names(draft.values["org"], home))


def _names(org: str, home: Path | None) -> NameIndex | None:
    """The names of the organisation's catalogue; None where the registry has none."""
    if home is None or not (home / "data/units" / f"{org}.yaml").is_file():
        return None
    from parcli.registry.compiled.names import name_index
    from parcli.registry.compiled.store import open_index

    return name_index(open_index(home).db, org)


def _print_draft(draft: Draft, told: list[Diagnostic], form: str) -> None:
    if form == "json":
        from parcli.intake.as_json import draft_json

        sys.stdout.write(json.dumps(draft_json(draft), ensure_ascii=False, indent=2) + "\n")
    else:
        from parcli.intake.yaml_out import directive_yaml

        sys.stdout.write(directive_yaml(draft))
    _say(draft, told, sys.stderr)


def _write(
    draft: Draft, told: list[Diagnostic], output: Path | None, home: Path | None, form: str
) -> None:
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
        _print_result(draft, told, written)
        return
    for path in written:
        sys.stdout.write(_("Written: {path}").format(path=path) + "\n")
    _say(draft, told, sys.stdout)


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


def _print_result(draft: Draft, told: list[Diagnostic], written: list[Path]) -> None:
    from parcli.intake.summary import figures

    result = {
        "written": [str(path) for path in written],
        "found": figures(draft),
        "left_over": draft.leftovers,
        "diagnostics": [
            {"code": d.code, "severity": d.severity.label, "file": d.file, "line": d.line,
                "message": d.text(), "hint": d.advice()}
            for d in told
        ],
    }  # fmt: skip
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")


def _say(draft: Draft, told: list[Diagnostic], out: Any) -> None:
    """Found, guessed, left over, and the share of the text that is accounted for."""
    from parcli.intake.summary import figures

    found = figures(draft)
    lines = [
        _("Found: {tasks} tasks ({with_lead} with a lead, {with_deadline} with a deadline, "
            "{with_targets} with targets), {groups} groups, {appendices} appendices, {reports} "
            "reports, {citations} citations."),
        _("Header: {header}."),
        _("Guessed: {guessed} values, marked in the draft. Left over: {left_over} stretches of "
            "text."),
        _("{share} % of the document's text is accounted for."),
    ]  # fmt: skip
    shown = found | {"header": ", ".join(found["header"])}
    out.writelines(line.format(**shown) + "\n" for line in lines)
    for each in told[:_MOST_TOLD]:
        out.write(
            f"  {each.file}:{each.line}: {each.code} {each.text()} {each.advice()}".rstrip() + "\n"
        )
    more = len(told) - _MOST_TOLD
    if more > 0:
        out.write(
            "  " + ngettext("and {count} more", "and {count} more", more).format(count=more) + "\n"
        )


def _write_report(draft: Draft, home: Path) -> None:
    from parcli.intake.report_html import html_report

    stem = f"{draft.values['id']}-import"
    names = (home / f"{stem}{mark}.html" for mark in ("", *(f"-{n}" for n in range(2, 1000))))
    path = next(name for name in names if not name.exists())
    _save(path, html_report(draft))
    sys.stderr.write(_("Written: {path}").format(path=path) + "\n")


class _Progress:
    """A bar on a terminal's stderr, for readings that take more than two seconds."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __call__(self, share: float) -> None:
        if time.monotonic() - self._begun < _PATIENCE or not sys.stderr.isatty():
            return
        self._drawn = True
        done = "#" * round(share * _WIDTH)
        sys.stderr.write(f"\r[{done:<{_WIDTH}}] {share:4.0%}")
        sys.stderr.flush()

    def __exit__(self, *_error: object) -> None:
        if self._drawn:
            sys.stderr.write("\r" + " " * (_WIDTH + 8) + "\r")
