"""`parcli progress set`: change what a unit reported about one task."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from parcli.cli.options import (
    JsonOption,
    Opened,
    RootOption,
    checked_format,
    day_asked,
    opened,
)
from parcli.cli.progress_options import (
    DifficultiesOption,
    EvidenceOption,
    NumberOption,
    OneUnitOption,
    PeriodOption,
    ProposalsOption,
    ReceivedOption,
    ResultOption,
    StatusOption,
    TargetOption,
    TaskArgument,
    ValueOption,
    unit_asked,
)
from parcli.cli.standard_output import print_json
from parcli.errors import ParcliError, UsageError
from parcli.language import N_

if TYPE_CHECKING:
    from parcli.queries.unit_lookup import Unit
    from parcli.registry.progress_entries import UnitReport
    from parcli.registry.progress_files import Planned
    from parcli.schedule.periods import Period


class UnknownStatus(UsageError):
    """No such status, in Vietnamese or English."""

    message = N_("“{text}” is no status.")
    hint = N_("Write one of: {names}.")


class NotItsTask(UsageError):
    """The unit neither leads nor supports the task in the period."""

    message = N_("{unit} has no task “{task}” in {period}.")
    hint = N_("Its tasks with the nearest ids: {near}.")


class NoSuchTarget(UsageError):
    """A figure for a target that the task does not set."""

    message = N_("The task {task} has {count} targets; there is no target {target}.")


class StatusNeeded(UsageError):
    """A first entry without status."""

    message = N_("Nothing is reported yet about {task}; give --status as well.")


class NothingSaid(UsageError):
    """No option that would change anything."""

    message = N_("Say what is to change: --status, --value, --result, --evidence …")


class WouldBreak(ParcliError):
    """The file has errors, or would have."""

    exit_code = 1
    message = N_("{path} was not changed: {reason}")
    hint = N_("parcli validate {path} shows what is wrong.")


def set_entry(
    ctx: typer.Context,
    task: TaskArgument,
    unit: OneUnitOption,
    period: PeriodOption,
    status: StatusOption = None,
    value: ValueOption = None,
    target: TargetOption = 1,
    result: ResultOption = None,
    evidence: EvidenceOption = None,
    difficulties: DifficultiesOption = None,
    proposals: ProposalsOption = None,
    received: ReceivedOption = None,
    number: NumberOption = None,
    root: RootOption = None,
    form: JsonOption = "text",
) -> None:
    """One entry of data/progress/<period>/<unit>.yaml; comments and order stay as they are."""
    from parcli.intake.workbooks.cells import clean_text
    from parcli.registry.evidence_files import evidence_of
    from parcli.registry.progress_entries import Said, UnitReport
    from parcli.schedule.asked_periods import read_period

    checked_format(form, "text", "json")
    registry = opened(ctx, root, quiet=True)
    when = read_period(period)
    who = unit_asked(registry, unit, when)
    tasks = _its_tasks(registry, who, when)
    chosen = _chosen(task, tasks, who, when)
    base = registry.index.root
    said = Said(
        _status(status),
        {} if value is None else {target: _figure(registry, chosen, value, target)},
        None if result is None else clean_text(result),
        tuple(evidence_of(base, written, Path.cwd()) for written in evidence or ()),
        None if difficulties is None else clean_text(difficulties),
        None if proposals is None else clean_text(proposals),
    )
    if not said and not received and not number:
        raise NothingSaid
    day = day_asked(received).isoformat() if received else None
    entries = {chosen: said} if said else {}
    report = UnitReport(who.org, who.id, str(when), entries, number, day)
    _write(registry, report, tasks, form)


def _its_tasks(registry: Opened, unit: Unit, period: Period) -> list[str]:
    from parcli.queries.assigned_tasks import assigned_tasks

    listed = assigned_tasks(registry.index, period, unit).get((unit.org, unit.id), [])
    return [task.id for task in listed]


def _chosen(written: str, tasks: list[str], unit: Unit, period: Period) -> str:
    """The task that `written` means among the unit's. Raises NotItsTask."""
    fitting = [task for task in tasks if task == written or task.endswith(f"/{written}")]
    if len(fitting) == 1:
        return fitting[0]
    from parcli.schedule.cycles import period_in_words
    from parcli.text import nearest

    near = fitting or nearest(written, tasks) or tasks[:3]
    raise NotItsTask(
        unit=unit.name,
        task=written,
        period=period_in_words(period),
        near=", ".join(near) or "–",
    )


def _status(written: str | None) -> str | None:
    if written is None:
        return None
    from parcli.model.status_names import VIETNAMESE, status_named

    found = status_named(written)
    if found is None:
        names = ", ".join(f"{status} ({name})" for status, name in VIETNAMESE.items())
        raise UnknownStatus(text=written, names=names)
    return found


def _figure(registry: Opened, task: str, written: str, target: int) -> float | None:
    from parcli.intake.workbooks.figures import figure_of, unit_counted_in
    from parcli.model.progress_form import CLEARED
    from parcli.queries.tasks import TaskFilter, list_tasks

    targets = list_tasks(registry.index, TaskFilter(task=task))[0].targets
    if target > len(targets):
        raise NoSuchTarget(task=task, count=len(targets), target=target)
    if written.strip() == CLEARED:
        return None
    return figure_of(written, unit_counted_in(targets[target - 1]))


def _write(registry: Opened, report: UnitReport, tasks: list[str], form: str) -> None:
    from parcli.registry.progress_files import plan, write
    from parcli.registry.write_lock import write_lock
    from parcli.reporting.progress_changes import change_lines, changes_json

    root = registry.index.root
    with write_lock(root):
        planned = plan(root, report, tasks)
        _refuse_unfinished(planned, report)
        if planned.errors:
            first = planned.errors[0]
            raise WouldBreak(path=planned.path, reason=f"{first.code} {first.text()}")
        write(root, [planned])
    if form == "json":
        print_json({"files": changes_json([planned])})
        return
    for line in change_lines([planned]):
        sys.stdout.write(line + "\n")


def _refuse_unfinished(planned: Planned, report: UnitReport) -> None:
    """A new entry needs a status: the other values would say nothing."""
    first_said = {c.task for c in planned.changes if c.old is None and c.task is not None}
    for task in first_said:
        codes = {error.code for error in planned.errors}
        if "PAR201" in codes and report.tasks[task].status is None:
            raise StatusNeeded(task=task)
