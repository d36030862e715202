"""`parcli template`: what is wrong with a Word template."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.lazy_group import Command, Group
from parcli.cli.options import checked_format, format_option
from parcli.diagnostics import Severity
from parcli.errors import UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.documents.package import WordPackage
    from parcli.reporting.diagnostics_found import Found

FORMATS = ("text", "json", "github")
app = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)


class UnknownKind(UsageError):
    """A kind of report that there is not."""

    message = N_("There is no report “{given}”.")
    hint = N_("Choose one of: {allowed}.")


@dataclass
class _Checked:
    """The findings about one file, as the writers of diagnostics take them."""

    diagnostics: tuple[Diagnostic, ...]
    files: int = 1
    errors: int = field(init=False)
    warnings: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the findings by severity."""
        self.errors = sum(d.severity is Severity.ERROR for d in self.diagnostics)
        self.warnings = len(self.diagnostics) - self.errors

    def __iter__(self) -> Iterator[Diagnostic]:
        """The findings in the order of the paragraphs."""
        return iter(self.diagnostics)


@app.callback()
def _template() -> None:
    """Keeps `check` a command of its own, since others may join it."""


@app.command("check", cls=Command, help=_("Check a Word template's tags and its layout."))
def check_command(
    files: Annotated[list[Path], typer.Argument(help=_("A .docx file."), metavar="FILE…")],
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            help=_("What it is for: unit, summary, reminder, tracking, directive; else guessed."),
        ),
    ] = None,
    form: Annotated[str, format_option(_("Output: text, json or github."))] = "text",
) -> None:
    """Broken and unknown tags, and departures from the decree's layout; lines are paragraphs."""
    checked_format(form, *FORMATS)
    from parcli.documents.package import read_package
    from parcli.documents.report_kinds import KINDS, file_bytes
    from parcli.documents.template_check import check_template
    from parcli.reporting.diagnostics_found import Found

    if report is not None and report not in KINDS:
        raise UnknownKind(given=report, allowed=", ".join(KINDS))
    kind = KINDS[report] if report else None
    packages = {str(file): read_package(str(file), file_bytes(file)) for file in files}
    checked = [_Checked(tuple(check_template(each, kind))) for each in packages.values()]
    _write(Found(checked, text=lambda file: _lines(packages[file])), form)
    if any(each.diagnostics for each in checked):
        raise typer.Exit(1)


def _lines(package: WordPackage) -> str:
    """The document's text: a paragraph is to it what a line is to a file."""
    from parcli.documents.package import DOCUMENT
    from parcli.documents.tags import paragraphs

    return "\n".join(text.replace("\n", " ") for text in paragraphs(package.text(DOCUMENT)))


def _write(found: Found, form: str) -> None:
    if form == "json":
        from parcli.reporting.diagnostics_json import write_json

        write_json(found, sys.stdout)
    elif form == "github":
        from parcli.reporting.diagnostics_github import write_github

        write_github(found, sys.stdout)
    else:
        from parcli.reporting.diagnostics_text import write_text
        from parcli.reporting.tables import line_width, on_terminal

        colour = on_terminal() and not os.environ.get("NO_COLOR")
        width = line_width() if on_terminal() else None
        write_text(found, sys.stdout, colour=colour, width=width)
