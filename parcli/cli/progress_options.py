"""Options that the progress commands share, and the one unit and period they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.completions import (
    complete_period,
    complete_status,
    complete_task,
    complete_unit,
)
from parcli.cli.options import units_asked
from parcli.errors import UsageError
from parcli.language import N_, _

if TYPE_CHECKING:
    from parcli.cli.options import Opened
    from parcli.queries.unit_lookup import Unit
    from parcli.schedule.periods import Period

PeriodOption = Annotated[
    str,
    typer.Option(
        "--period",
        metavar="2024-Q3",
        help=_("The period reported on: 2024-Q3, 2024-H1, 2024-07, 2024."),
        autocompletion=complete_period,
    ),
]
MaybePeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="2024-Q3",
        help=_("Only this period; forms of others are refused."),
        autocompletion=complete_period,
    ),
]
OneUnitOption = Annotated[
    str,
    typer.Option("--unit", help=_("The unit: name or id."), autocompletion=complete_unit),
]
TaskArgument = Annotated[
    str,
    typer.Argument(
        metavar="TASK",
        help=_("The task's id; the part after the directive's is enough where it is clear."),
        autocompletion=complete_task,
    ),
]
StatusOption = Annotated[
    str | None,
    typer.Option(
        "--status",
        help=_("done, in-progress… or “hoàn thành”, “đang thực hiện”…"),
        autocompletion=complete_status,
    ),
]
ValueOption = Annotated[
    str | None,
    typer.Option("--value", metavar="N", help=_("The figure reached: 83,94 or 85%; - removes.")),
]
TargetOption = Annotated[
    int, typer.Option("--target", metavar="K", min=1, help=_("Which target the figure is of."))
]
ResultOption = Annotated[str | None, typer.Option("--result", help=_("What was done."))]
EvidenceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar="NUMBER|FILE",
        help=_("A document's number, or a file of the registry; may be repeated."),
    ),
]
DifficultiesOption = Annotated[
    str | None, typer.Option("--difficulties", help=_("Difficulties, in the unit's words."))
]
ProposalsOption = Annotated[
    str | None, typer.Option("--proposals", help=_("Proposals, in the unit's words."))
]
ReceivedOption = Annotated[
    str | None,
    typer.Option("--received", metavar="DATE", help=_("The day the report was received.")),
]
NumberOption = Annotated[
    str | None, typer.Option("--number", help=_("The number of the unit's report."))
]


class GroupReports(UsageError):
    """A group of units was named; each of its units reports for itself."""

    message = N_("“{name}” is a group of units; it does not report itself.")
    hint = N_("Name one of its units; parcli units {id} lists them.")


class NobodyReports(UsageError):
    """No unit has a task in the period."""

    message = N_("No unit has a task in {period}.")


def unit_asked(registry: Opened, written: str, period: Period | None) -> Unit:
    """The one unit that `--unit` means, as it was in the period.

    Raises UnknownUnit, AmbiguousUnit, GroupReports or UnitNotThen.
    """
    from parcli.documents.questions import unit_then

    found = units_asked(registry, written)
    single = [unit for unit in found if not unit.is_group]
    if not single:
        raise GroupReports(name=found[0].name, id=found[0].id)
    return unit_then(single, period) if period else single[-1]
