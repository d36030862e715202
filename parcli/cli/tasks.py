"""`parcli tasks`: list and filter tasks."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from parcli.cli.completions import complete_criterion
from parcli.cli.options import (
    LIST_FORMATS,
    DirectiveOption,
    IndexOption,
    ListFormatOption,
    RootOption,
    UnitOption,
    checked_format,
    opened,
    tell_also_fitting,
    units_asked,
)
from parcli.errors import UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from parcli.queries.task_rows import TaskRow

ROLES = ("lead", "support")
UNREPORTED = "none"

RoleOption = Annotated[
    str | None, typer.Option("--role", help=_("lead or support; otherwise both."))
]
CriterionOption = Annotated[
    str | None,
    typer.Option(
        "--criterion",
        help=_("Serving a criterion: par-index/1.1."),
        autocompletion=complete_criterion,
    ),
]
StatusOption = Annotated[
    str | None, typer.Option("--status", help=_("With a status; none: nothing reported yet."))
]
SearchOption = Annotated[
    str | None, typer.Option("--search", help=_("Whose words contain this; accents optional."))
]
DueBeforeOption = Annotated[
    str | None,
    typer.Option("--due-before", metavar="DATE", help=_("With a deadline before a day.")),
]
ExpandOption = Annotated[
    bool, typer.Option("--expand", help=_("Name the single units of every group."))
]


class UnknownChoice(UsageError):
    """A value that an option does not know."""

    message = N_("“{given}” is not a value of {option}.")
    hint = N_("Choose one of: {allowed}.")


def tasks(
    ctx: typer.Context,
    unit: UnitOption = None,
    role: RoleOption = None,
    index: IndexOption = None,
    criterion: CriterionOption = None,
    directive: DirectiveOption = None,
    status: StatusOption = None,
    search: SearchOption = None,
    due_before: DueBeforeOption = None,
    expand: ExpandOption = False,
    root: RootOption = None,
    form: ListFormatOption = "text",
) -> None:
    """Tasks of the registry, in the order of the documents."""
    checked_format(form, *LIST_FORMATS)
    from parcli.cli.options import written_day
    from parcli.queries.criteria import checked_criterion, checked_index
    from parcli.queries.directives import checked_directive
    from parcli.queries.tasks import TaskFilter, list_tasks

    _checked("--role", role, ROLES)
    wanted = _status(status)
    before: date | None = written_day(due_before) if due_before else None
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
        before_includes_day=bool(registry.policies.get("before_includes_day", False)),
    )
    rows = list_tasks(registry.index, asked)
    _write(rows, form, registry.today)
    if not rows and not directive:
        tell_also_fitting(registry, unit, asked.units)


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


def _write(rows: list[TaskRow], form: str, day: date) -> None:
    from parcli.cli.listing import SHEETS, write_listing
    from parcli.queries.task_rows import json_text
    from parcli.reporting.task_list import task_sheet, write_task_table

    if form == "json":
        sys.stdout.write(json_text(rows) + "\n")
    elif form in SHEETS:
        write_listing(task_sheet(rows), form, day)
    else:
        write_task_table(rows)
