"""`parcli calendar`: a year's days off and what comes due in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.due_questions import WrongSpan, due_filter
from parcli.cli.listing import ListOutputOption, ListPlace, list_place, write_data
from parcli.cli.options import (
    AsOfOption,
    DirectiveOption,
    ForceOption,
    ListFormatOption,
    RootOption,
    UnitOption,
    opened,
    units_asked,
)
from parcli.language import _

if TYPE_CHECKING:
    from parcli.cli.options import Opened
    from parcli.queries.dues import DueFilter
    from parcli.queries.year_overview import YearOverview


def calendar(
    ctx: typer.Context,
    year: Annotated[
        str | None,
        typer.Argument(metavar="[YEAR]", help=_("The year; otherwise the current one.")),
    ] = None,
    unit: UnitOption = None,
    directive: DirectiveOption = None,
    expand: Annotated[bool, typer.Option("--expand", help=_("Name every unit."))] = False,
    as_of: AsOfOption = None,
    root: RootOption = None,
    output: ListOutputOption = None,
    force: ForceOption = False,
    form: ListFormatOption = "text",
) -> None:
    """Days off, days worked to make up for them, and deadlines, month by month."""
    place = list_place(form, output, force=force)
    from parcli.queries.directives import checked_directive
    from parcli.queries.year_overview import year_days, year_overview
    from parcli.registry.year_calendar import working_calendar

    registry = opened(ctx, root, as_of)
    number = _year(year) if year else registry.today.year
    checked_directive(registry.index, directive)
    units = units_asked(registry, unit, directive)
    asked = due_filter(registry, year_days(number), units, directive)
    found = year_overview(registry.index, working_calendar(registry.index), number, asked)
    _write(found, asked, registry, place, expand=expand)


def _year(text: str) -> int:
    """The year written. Raises WrongSpan for anything but a year that documents are of."""
    if not (text.isascii() and text.isdecimal() and 1900 <= int(text) <= 2200):
        raise WrongSpan(text=text, option="parcli calendar", example="2026")
    return int(text)


def _write(
    found: YearOverview, asked: DueFilter, registry: Opened, place: ListPlace, *, expand: bool
) -> None:
    from parcli.reporting.year_calendar import write_year_calendar, year_json, year_sheet

    if write_data(place, lambda: year_json(found), lambda: year_sheet(found), registry.today):
        return
    write_year_calendar(found, expand=expand)
    _write_notes(found, asked, registry)


def _write_notes(found: YearOverview, asked: DueFilter, registry: Opened) -> None:
    from datetime import date

    from parcli.queries.due_reasons import reasons
    from parcli.queries.dues import DueList
    from parcli.registry.year_calendar import working_calendar
    from parcli.reporting.due_notes import due_notes, mark_notes
    from parcli.reporting.tables import wrapped

    notes = list(mark_notes(found.rows, provisional=not found.official))
    if not found.rows:
        asked = asked._replace(end=date(found.year, 12, 31))
        nothing = DueList()
        why = reasons(registry.index, working_calendar(registry.index), asked, nothing)
        notes += due_notes(nothing.rows, why, asked)
    for note in notes:
        sys.stdout.write(wrapped(note) + "\n")
