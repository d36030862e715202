"""`parcli deadline`: how a written deadline is understood."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from parcli.cli.options import AsOfOption, JsonOption, checked_format, day_asked
from parcli.cli.standard_output import print_json
from parcli.language import _


def deadline(
    phrase: Annotated[
        str, typer.Argument(metavar="PHRASE", help=_("The deadline's words, in quotes."))
    ],
    issued: Annotated[
        str | None,
        typer.Option(
            "--issued",
            metavar="DATE",
            help=_("When the directive was issued; gives the year where the words have none."),
        ),
    ] = None,
    as_of: AsOfOption = None,
    form: JsonOption = "text",
) -> None:
    """The meaning of a deadline as directives write it; exit code 1 for a date that is none."""
    checked_format(form, "text", "json")
    from parcli.reporting.deadline_text import deadline_text
    from parcli.schedule.asked_periods import read_period
    from parcli.schedule.deadline import to_json
    from parcli.schedule.impossible_dates import impossible_dates
    from parcli.schedule.phrases import read_deadline

    anchor = read_period(issued) if issued else None
    meaning = read_deadline(phrase, issued=anchor)
    if form == "json":
        print_json(to_json(meaning))
    else:
        sys.stdout.write(deadline_text(meaning, anchor, day_asked(as_of)))
    if meaning.kind == "none" and impossible_dates(phrase):
        raise typer.Exit(1)
