"""`parcli tasks`: list and filter tasks."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from parcli.cli.completions import complete_directive, complete_unit
from parcli.cli.options import (
    FormatOption,
    RootOption,
    checked_format,
    opened,
    units_asked,
)
from parcli.errors import UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from parcli.queries.tasks import TaskRow

ROLES = ("lead", "support")
UNREPORTED = "none"


class UnknownChoice(UsageError):
    """A value that an option does not know."""

    message = N_("“{given}” is not a value of {option}.")
    hint = N_("Choose one of: {allowed}.")


def tasks(
    ctx: typer.Context,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit", help=_("Of one unit: name, part of it, or id."), autocompletion=complete_unit
        ),
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", help=_("lead or support; otherwise both."))
    ] = None,
    index: Annotated[
        str | None, typer.Option("--index", help=_("Of one index: par-index, sipas, papi."))
    ] = None,
    criterion: Annotated[
        str | None, typer.Option("--criterion", help=_("Serving a criterion: par-index/1.1."))
    ] = None,
    directive: Annotated[
        str | None,
        typer.Option("--directive", help=_("Of one directive."), autocompletion=complete_directive),
    ] = None,
    status: Annotated[
        str | None, typer.Option("--status", help=_("With a status; none: nothing reported yet."))
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", help=_("Whose words contain this; accents optional."))
    ] = None,
    due_before: Annotated[
        str | None,
        typer.Option("--due-before", metavar="DATE", help=_("With a deadline before a day.")),
    ] = None,
    expand: Annotated[
        bool, typer.Option("--expand", help=_("Name the single units of every group."))
    ] = False,
    root: RootOption = None,
    form: FormatOption = "text",
) -> None:
    """Tasks of the registry, in the order of the documents."""
    checked_format(form, "text", "json", "csv")
    from parcli.cli.options import day_asked
    from parcli.queries.criteria import checked_criterion, checked_index
    from parcli.queries.directives import checked_directive
    from parcli.queries.tasks import TaskFilter, list_tasks

    _checked("--role", role, ROLES)
    wanted = _status(status)
    before: date | None = day_asked(due_before) if due_before else None
    registry = opened(ctx, root)
    checked_directive(registry.index, directive)
    asked = TaskFilter(
        units=units_asked(registry, unit, directive),
        role=cast('Literal["lead", "support"] | None', role),
        index=checked_index(registry.index, index),
        criterion=checked_criterion(registry.index, criterion),
        directive=directive,
        status=wanted,
        search=search,
        due_before=before.isoformat() if before else None,
        expand=expand,
    )
    _write(list_tasks(registry.index, asked), form)


def _checked(option: str, given: str | None, allowed: tuple[str, ...]) -> None:
    if given is not None and given not in allowed:
        raise UnknownChoice(given=given, option=option, allowed=", ".join(allowed))


def _status(written: str | None) -> str | None:
    """The status that `--status` means, Vietnamese or English; "none" for nothing reported yet."""
    if written is None or written == UNREPORTED:
        return written
    from parcli.model.status_names import VIETNAMESE, status_named

    found = status_named(written)
    if found is None:
        names = [f"{status} ({name})" for status, name in VIETNAMESE.items()]
        allowed = ", ".join([*names, UNREPORTED])
        raise UnknownChoice(given=written, option="--status", allowed=allowed)
    return found


def _write(rows: list[TaskRow], form: str) -> None:
    from parcli.queries.tasks import json_text
    from parcli.reporting.task_list import task_csv, write_task_table

    if form == "json":
        sys.stdout.write(json_text(rows) + "\n")
    elif form == "csv":
        sys.stdout.write(task_csv(rows))
    else:
        write_task_table(rows)
