"""`parcli show`: one thing of the registry with all that is known of it."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Annotated

import typer

from parcli.cli.completions import complete_ident
from parcli.cli.options import (
    AsOfOption,
    JsonOption,
    RootOption,
    checked_format,
    opened,
    tell_also_fitting,
)
from parcli.cli.standard_output import print_json
from parcli.language import _

# How far back and ahead a unit's dues are told.
_YEAR = timedelta(days=366)


def show(
    ctx: typer.Context,
    ident: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=_("The id of a task, directive, report, part, criterion or unit; a unit by name."),
            autocompletion=complete_ident,
        ),
    ],
    as_of: AsOfOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """One task, directive, unit or criterion, where it comes from and what was reported."""
    checked_format(form, "text", "json")
    from parcli.cli.due_questions import due_filter
    from parcli.queries.cards import UnitCards, card

    registry = opened(ctx, root, as_of)
    days = registry.today - _YEAR, registry.today + _YEAR
    clock = due_filter(registry, days)
    found = card(registry.index, ident, registry.home, clock)
    if isinstance(found, UnitCards):
        tell_also_fitting(registry, ident, [card.unit for card in found.units])
    if form == "json":
        print_json(found.json())
        return
    from parcli.reporting.card_text import card_text

    sys.stdout.write(card_text(found, registry.today))
