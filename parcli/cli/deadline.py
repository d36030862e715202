"""`parcli deadline`: how a written deadline is understood."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from parcli.cli.options import JsonOption, checked_format
from parcli.language import _


def deadline(
    phrase: Annotated[str, typer.Argument(help=_("The deadline's words, in quotes."))],
    issued: Annotated[
        str | None,
        typer.Option(
            "--issued",
            metavar="DATE",
            help=_("When the directive was issued; gives the year where the words have none."),
        ),
    ] = None,
    form: JsonOption = "text",
) -> None:
    """The meaning of a deadline as directives write it: dates, periods, recurrence."""
    checked_format(form, "text", "json")
    from parcli.reporting.deadline_text import deadline_text
    from parcli.schedule.deadline import to_json
    from parcli.schedule.periods import Period
    from parcli.schedule.phrases import read_deadline

    meaning = read_deadline(phrase, issued=Period.parse(issued) if issued else None)
    if form == "json":
        sys.stdout.write(json.dumps(to_json(meaning), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(deadline_text(meaning))
