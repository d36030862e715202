"""`parcli tasks`: list and filter tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from parcli.cli.completions import complete_criterion, complete_one_of, complete_status
from parcli.cli.listing import ListOutputOption, list_place, write_data
from parcli.cli.options import (
    AsOfOption,
    DirectiveOption,
    ForceOption,
    IndexOption,
    ListFormatOption,
    RootOption,
    UnitOption,
    UnknownChoice,
    checked_choice,
    opened,
    tell_also_fitting,
    units_asked,
    written_day,
)
from parcli.language import _

if TYPE_CHECKING:
    from datetime import date

    from parcli.cli.listing import ListPlace
    from parcli.queries.task_rows import Role, TaskRow

ROLES = ("lead", "support")
UNREPORTED = "none"

RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        help=_("lead or support; otherwise both."),
        autocompletion=complete_one_of(*ROLES),
    ),
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
    str | None,
    typer.Option(
        "--status",
        help=_("With a status; none: nothing reported yet."),
        autocompletion=complete_status,
    ),
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
    as_of: AsOfOption = None,
    root: RootOption = None,
    output: ListOutputOption = None,
    force: ForceOption = False,
    form: ListFormatOption = "text",
) -> None:
    """Tasks of the registry, in the order of the documents."""
    place = list_place(form, output, force=force)
    from parcli.queries.criteria import checked_criterion, checked_index
    from parcli.queries.directives import checked_directive
    from parcli.queries.tasks import TaskFilter, list_tasks

    wanted_role = cast("Role | None", role and checked_choice("--role", role, ROLES))
    wanted_status = _status(status)
    before = written_day(due_before).isoformat() if due_before else None
    registry = opened(ctx, root, as_of)
    checked_directive(registry.index, directive)
    asked = TaskFilter(
        units=units_asked(registry, unit, directive),
        role=wanted_role,
        index=checked_index(registry.index, index),
        criterion=checked_criterion(registry.index, criterion),
        directive=directive,
        status=wanted_status,
        search=search,
        due_before=before,
        expand=expand,
        before_includes_day=registry.policies.before_includes_day,
        day=registry.today if registry.day_given else None,
    )
    rows = list_tasks(registry.index, asked)
    _write(rows, place, registry.today)
    if not rows and not directive:
        tell_also_fitting(registry, unit, asked.units)


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


def _write(rows: list[TaskRow], place: ListPlace, day: date) -> None:
    from parcli.reporting.task_list import task_sheet, write_task_table

    if not write_data(place, lambda: [row.json() for row in rows], lambda: task_sheet(rows), day):
        write_task_table(rows)
