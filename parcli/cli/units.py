"""`parcli units`: the catalogue, who a name means, members of a group, successors."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from parcli.cli.completions import complete_organisation, complete_unit
from parcli.cli.options import (
    LIST_FORMATS,
    AsOfOption,
    ListFormatOption,
    RootOption,
    checked_format,
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
    form: ListFormatOption = "text",
) -> None:
    """Units and groups; with a name, who it means, whom it contains and who follows it."""
    checked_format(form, *LIST_FORMATS)
    from parcli.cli.listing import SHEETS, write_listing
    from parcli.queries.unit_cards import all_cards, cards_of
    from parcli.queries.unit_lookup import checked_organisation
    from parcli.reporting.unit_list import unit_page, unit_sheet, write_unit_table

    registry = opened(ctx, root, as_of)
    day = registry.today.isoformat() if as_of else None
    home = registry.settings.get("org")
    orgs = [org] if org else [str(home)] if home else []
    checked_organisation(registry.index, org)
    if name:
        cards = cards_of(registry.index, name, orgs, day)
        tell_also_fitting(registry, name, [card.unit for card in cards], org)
    else:
        cards = all_cards(registry.index, org, day)
    if form == "json":
        plain = [card.json() for card in cards]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    elif form in SHEETS:
        write_listing(unit_sheet(cards), form, registry.today)
    elif name:
        sys.stdout.write(unit_page(cards))
    else:
        write_unit_table(cards)
