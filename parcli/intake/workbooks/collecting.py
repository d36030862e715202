"""Returned forms brought into the registry: all of them or, where any has an error, none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.errors import BadPeriod
from parcli.intake.workbooks.answers import Answers, UnitTask
from parcli.intake.workbooks.figures import unit_counted_in
from parcli.intake.workbooks.form_reader import FormRead, read_form
from parcli.language import N_
from parcli.model.progress_form import registry_id
from parcli.queries.assigned_tasks import assigned_tasks
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.queries.unit_lookup import Unit, unit
from parcli.registry.files import FileKind
from parcli.registry.progress_entries import UnitReport
from parcli.registry.progress_files import Planned, plan, progress_path, write
from parcli.registry.reading import read_file
from parcli.registry.write_lock import write_lock
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.registry.compiled.store import Index

_Report = tuple[str, str, str]  # organisation, unit, period
_Reason = tuple[tuple[str, str], dict[str, object]]  # message and hint, and their fields


@dataclass(frozen=True)
class CollectOptions:
    """What is asked. `today` is the day of receipt of a report that has none; `received` of all.

    With `unit` or `period`, forms of others are refused.
    """

    today: str
    received: str | None = None
    unit: Unit | None = None
    period: str | None = None
    dry_run: bool = False


@dataclass
class Collected:
    """What the forms change, what is wrong with them, and the files written."""

    plans: list[Planned] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def has_errors(self) -> bool:
        """Whether anything is wrong; nothing was written then."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


def collect(index: Index, files: Sequence[tuple[str, bytes]], asked: CollectOptions) -> Collected:
    """Read the forms and put what they say in the registry's files, unless it is a dry run.

    `files` are names and contents. A form says what it was filled in with and nothing else: empty
    cells leave the registry as it is, so collecting twice changes nothing the second time.
    """
    found = Collected()
    by_report: dict[_Report, Answers] = {}
    for name, raw in files:
        read = read_form(name, raw)
        found.diagnostics += read.diagnostics
        if read.identity is not None and not _refused(index, read, asked, found):
            key = (read.identity.org, read.identity.unit, read.identity.period)
            if key not in by_report:
                by_report[key] = Answers(_unit_tasks(index, *key))
            by_report[key].add(read)
    for answers in by_report.values():
        found.diagnostics += answers.diagnostics
    with write_lock(index.root):
        _plan_all(index, by_report, asked, found)
        found.diagnostics.sort()
        if not found.has_errors() and not asked.dry_run:
            found.written = write(index.root, found.plans)
    return found


def _plan_all(
    index: Index, by_report: dict[_Report, Answers], asked: CollectOptions, found: Collected
) -> None:
    for (org, unit_id, period), answers in by_report.items():
        if answers.is_empty():
            continue
        path = progress_path(unit_id, period)
        known = read_file(index.root, FileKind.PROGRESS, path)
        entries = list(getattr(known.model, "tasks", ()))
        found.diagnostics += answers.without_status(entries)
        report = UnitReport(
            org,
            unit_id,
            period,
            answers.tasks_said(),
            answers.number_text(),
            asked.received,
            asked.today,
        )
        if not found.has_errors():
            planned = plan(index.root, report, list(answers.tasks))
            found.diagnostics += planned.errors
            found.plans.append(planned)


def _unit_tasks(index: Index, org: str, unit_id: str, period: str) -> dict[str, UnitTask]:
    who = unit(index, org, unit_id)
    if who is None:
        return {}
    rows = {row.id: row for row in list_tasks(index, TaskFilter(units=[who]))}
    listed = assigned_tasks(index, Period.parse(period), who).get((org, unit_id), [])
    return {
        task.id: UnitTask(task.id, tuple(map(unit_counted_in, rows[task.id].targets)))
        for task in listed
    }


_OTHER_REGISTRY = (
    N_("This form belongs to another registry, “{form}”; this one is “{here}”."),
    N_("Collect it there, or make the form again here."),
)
_UNKNOWN_UNIT = (
    N_("This form is of the unit {unit}, which this registry does not have."),
    N_("parcli units lists the units."),
)
_OTHER_UNIT = (N_("This form is of the unit {unit}, not of {asked}."), "")
_OTHER_PERIOD = (N_("This form is of the period {period}, not of {asked}."), "")
_BAD_PERIOD = (N_("This form is of “{period}”, which is no period."), "")


def _refused(index: Index, read: FormRead, asked: CollectOptions, found: Collected) -> bool:
    """Whether the form is not one to collect here; the reason is then among the findings."""
    reason = _reason(index, read, asked)
    if reason is None:
        return False
    (message, hint), values = reason
    found.diagnostics.append(
        Diagnostic(read.file, 1, 1, "PAR657", Severity.ERROR, message, hint, facts(values))
    )
    return True


def _reason(index: Index, read: FormRead, asked: CollectOptions) -> _Reason | None:
    identity = read.identity
    if identity is None:
        return None
    settings = index.settings()
    org, title = settings.get("org"), str(settings.get("title", ""))
    if identity.registry != registry_id(str(org) if org else None, title):
        return _OTHER_REGISTRY, {"form": read.title, "here": title}
    who = unit(index, identity.org, identity.unit)
    if who is None or who.is_group:
        return _UNKNOWN_UNIT, {"unit": identity.unit}
    if asked.unit is not None and (asked.unit.org, asked.unit.id) != (who.org, who.id):
        return _OTHER_UNIT, {"unit": who.id, "asked": asked.unit.id}
    return _wrong_period(identity.period, asked.period)


def _wrong_period(period: str, asked: str | None) -> _Reason | None:
    try:
        is_canonical = str(Period.parse(period)) == period
    except BadPeriod:
        is_canonical = False
    if not is_canonical:
        return _BAD_PERIOD, {"period": period}
    if asked is not None and asked != period:
        return _OTHER_PERIOD, {"period": period, "asked": asked}
    return None
