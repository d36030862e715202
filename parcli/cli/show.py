"""`parcli show`: one thing of the registry with all that is known of it."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from parcli.cli.completions import complete_task
from parcli.cli.options import JsonOption, RootOption, checked_format, opened
from parcli.language import _


def show(
    ctx: typer.Context,
    ident: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=_("A task's, directive's, criterion's or unit's id; a unit also by name."),
            autocompletion=complete_task,
        ),
    ],
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """One task, directive, unit or criterion, where it comes from and what was reported."""
    checked_format(form, "text", "json")
    from parcli.queries.cards import card

    registry = opened(ctx, root)
    home = registry.settings.get("org")
    found = card(registry.index, ident, [str(home)] if home else [])
    if form == "json":
        sys.stdout.write(json.dumps(found.json(), ensure_ascii=False, indent=2) + "\n")
        return
    from parcli.reporting.card_text import card_text

    sys.stdout.write(card_text(found))
