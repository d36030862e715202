"""`parcli units`: the catalogue, who a name means, members of a group, successors."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from parcli.cli.completions import complete_organisation, complete_unit
from parcli.cli.listing import ListOutputOption, list_place, write_data
from parcli.cli.options import (
    AsOfOption,
    ForceOption,
    ListFormatOption,
    RootOption,
    opened,
    tell_also_fitting,
)
from parcli.language import _


def units(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help=_("A unit or group: name as written, part of it, initials, or id."),
            show_default=False,
            autocompletion=complete_unit,
        ),
    ] = None,
    org: Annotated[
        str | None,
        typer.Option("--org", help=_("Of one organisation."), autocompletion=complete_organisation),
    ] = None,
    as_of: AsOfOption = None,
    root: RootOption = None,
    output: ListOutputOption = None,
    force: ForceOption = False,
    form: ListFormatOption = "text",
) -> None:
    """Units and groups; with a name, who it means, whom it contains and who follows it."""
    place = list_place(form, output, force=force)
    from parcli.queries.unit_cards import all_cards, cards_of
    from parcli.queries.unit_lookup import checked_organisation
    from parcli.reporting.unit_list import unit_page, unit_sheet, write_unit_table

    registry = opened(ctx, root, as_of)
    day = registry.today.isoformat() if registry.day_given else None
    checked_organisation(registry.index, org)
    if name:
        cards = cards_of(registry.index, name, [org] if org else registry.home, day)
        tell_also_fitting(registry, name, [card.unit for card in cards], org)
    else:
        cards = all_cards(registry.index, org, day)
    plain, sheet = lambda: [card.json() for card in cards], lambda: unit_sheet(cards)
    if write_data(place, plain, sheet, registry.today):
        return
    if name:
        sys.stdout.write(unit_page(cards))
    else:
        write_unit_table(cards)
