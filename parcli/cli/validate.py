"""`parcli validate`: everything that is wrong with a registry or with single files."""

from __future__ import annotations

import os
import sys
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.options import (
    PathsArgument,
    RootOption,
    before_command,
    checked_format,
    day_asked,
    text_for_table,
)
from parcli.language import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from parcli.cli.validate_files import Asked
    from parcli.reporting.diagnostics_found import Found

FORMATS = ("text", "json", "github", "sarif", "gitlab", "junit")


def validate(
    ctx: typer.Context,
    paths: PathsArgument = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help=_("Output: text, json, github, sarif, gitlab or junit."),
            metavar="FORMAT",
            callback=text_for_table,
        ),
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Exit with 1 for warnings too."))
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            help=_("Only files that differ from this git revision, as on a branch."),
            metavar="REF",
        ),
    ] = None,
    root: RootOption = None,
) -> None:
    """Check the registry, or single files: all errors and warnings, each at its line."""
    checked_format(form, *FORMATS)
    from parcli.cli.validate_files import files_asked

    asked = files_asked(paths or [], root or before_command(ctx, "root"), changed_since)
    # A file does not become wrong because somebody asks about an earlier day.
    today = max(day_asked(None), day_asked(before_command(ctx, "as_of")))
    found = _checked(asked, form, today)
    _write(found, form, strict=strict)
    if found.errors or (strict and found.warnings):
        raise typer.Exit(1)


def _checked(asked: Asked, form: str, today: date) -> Found:
    from parcli.registry.compiled.store import open_index
    from parcli.reporting.diagnostics_found import Found

    sources = []
    if asked.root is not None and (asked.whole or asked.inside):
        checks = partial(import_module, "parcli.checks.running")
        index = open_index(asked.root, inspected=True, meanwhile=checks)
        from parcli.checks.running import checked

        only = None if asked.whole else asked.inside
        sources.append(checked(index, only, today=today))
    if asked.loose:
        from parcli.checks.running import checked_loose

        sources.append(checked_loose(asked.loose, asked.root, today=today))
    return Found(sources, _shown(asked, form), asked.text)


def _shown(asked: Asked, form: str) -> Callable[[str], str]:
    """How paths are written: from the repository for CI, from the working directory for people."""
    from parcli.cli.checkout import checkout
    from parcli.cli.validate_files import STDIN_NAME

    here = str(Path.cwd())
    start = here if form == "text" else checkout(form, asked.root) or here
    loose = {each.name for each in asked.loose}

    @cache
    def shown(file: str) -> str:
        if file == STDIN_NAME or (file in loose and start == here):
            return file
        whole = Path(here if file in loose else asked.root or here) / file
        try:
            return Path(os.path.relpath(whole, start)).as_posix()
        except ValueError:  # another drive
            return whole.as_posix()

    return shown


def _terminal_width() -> int | None:
    """How many columns a line may have; None where no terminal shows it."""
    if not sys.stdout.isatty():
        return None
    from parcli.reporting.tables import line_width

    return line_width()


def _write(found: Found, form: str, *, strict: bool) -> None:
    out = sys.stdout
    if form == "text":
        from parcli.reporting.diagnostics_text import write_text

        colour = out.isatty() and not os.environ.get("NO_COLOR")
        write_text(found, out, colour=colour, width=_terminal_width())
    elif form == "json":
        from parcli.reporting.diagnostics_json import write_json

        write_json(found, out)
    elif form == "github":
        from parcli.reporting.diagnostics_github import write_github

        write_github(found, out)
    elif form == "gitlab":
        from parcli.reporting.diagnostics_gitlab import write_gitlab

        write_gitlab(found, out)
    elif form == "junit":
        from parcli.reporting.diagnostics_junit import write_junit

        write_junit(found, out, strict=strict)
    else:
        from parcli.checks.manual import page
        from parcli.reporting.diagnostics_sarif import write_sarif

        write_sarif(found, out, page)
