"""The table in which a directive's tasks are followed, task by task."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from parcli.documents.contexts.headings import Heading, Headings, part_titles
from parcli.documents.contexts.letterhead import title_line
from parcli.documents.contexts.results import STATUS_WORDS, Result, results
from parcli.documents.contexts.standing import Standing, combined, leads
from parcli.documents.contexts.wording import (
    NO_REPORT,
    directive_reference,
    figure,
    period_label,
    sentence,
)
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.schedule.written_dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.queries.task_rows import TaskRow
    from parcli.queries.unit_lookup import Unit


_MOST_RESULTS = 3


@dataclass(frozen=True)
class TrackingRow:
    """A heading across the table, or a task with how it stands."""

    is_group: bool
    number: str
    task: str
    lead: str
    support: str
    targets: str
    deadline: str
    status: str
    result: str


@dataclass(frozen=True)
class Tracking:
    """Everything bang-theo-doi.docx may use."""

    title: str
    reference: str
    reference_line: str
    rows: tuple[TrackingRow, ...]
    source: str


def tracking(frame: ReportFrame, who: Unit | None = None, index: str | None = None) -> Tracking:
    """The table of all tasks, of one unit's (as lead), or of one index's."""
    asked = TaskFilter(
        units=[who] if who else (),
        role="lead" if who else None,
        directive=frame.directive["slug"],
        index=index,
        expand=True,
    )
    tasks = list_tasks(frame.index, asked)
    period = period_label(frame.period)
    reference = f"(Kèm theo {directive_reference(frame.directive)})"
    of_unit = f" của {who.name}" if who else ""
    return Tracking(
        title=f"Bảng theo dõi tình hình thực hiện nhiệm vụ{of_unit}\n{period}",
        reference=reference,
        reference_line=title_line("KemTheo", reference),
        rows=tuple(_rows(frame, tasks, who)),
        source=sentence(
            f"Nguồn: báo cáo {period} của các đơn vị ghi trong sổ theo dõi, tính đến ngày "
            f"{short_date(frame.today)}"
        ),
    )


def _rows(frame: ReportFrame, tasks: Sequence[TaskRow], who: Unit | None) -> Iterable[TrackingRow]:
    reported: dict[str, list[Result]] = {}
    for result in results(frame.index, frame.org, str(frame.period), who.id if who else None):
        reported.setdefault(result.task, []).append(result)
    titles = part_titles(frame)
    headings = Headings(frame)
    for appendix, of_part in groupby(tasks, key=lambda task: task.appendix):
        yield _heading("", titles[appendix])
        before: tuple[Heading, ...] = ()
        for task in of_part:
            above = headings.of(task.key)
            for heading in above:
                if heading.title and heading not in before:
                    yield _heading(heading.number or "", heading.title)
            before = above
            yield _row(task, reported.get(task.id, []), who)


def _heading(number: str, title: str) -> TrackingRow:
    return TrackingRow(True, number, title, "", "", "", "", "", "")


def _row(task: TaskRow, found: list[Result], who: Unit | None) -> TrackingRow:
    words = ": ".join(filter(None, (task.title, task.text)))
    mark = "- " if len(task.targets) > 1 else ""
    units = leads(task)
    names = {unit.id: unit.name for unit in units} if who is None and len(units) > 1 else {}
    return TrackingRow(
        False,
        task.number or "",
        words,
        ", ".join(a.unit.name for a in task.lead),
        ", ".join(a.unit.name for a in task.support),
        "\n".join(f"{mark}{target['text']}" for target in task.targets),
        task.deadline or "",
        _status(task, found, who),
        _results(task, found, names),
    )


def _status(task: TaskRow, found: list[Result], who: Unit | None) -> str:
    """One status for the task, with how many of its lead units it holds for when there are many."""
    by_unit = {result.unit: result for result in found}
    if who is not None:
        return STATUS_WORDS[by_unit[who.id].status] if who.id in by_unit else NO_REPORT
    units = leads(task)
    standings = [Standing(task, unit, by_unit.get(unit.id), False) for unit in units]
    status = combined(standings) if standings else "no-report"
    words = STATUS_WORDS.get(status, NO_REPORT)
    if len(units) < 2 or not any(s.result for s in standings):
        return words
    done = sum(s.status == "done" for s in standings)
    return f"{words} ({done}/{len(units)} đơn vị hoàn thành)"


def _results(task: TaskRow, found: list[Result], names: dict[str, str]) -> str:
    """What was reached, unit by unit; how many have reported where they are too many to read."""
    if len(found) > _MOST_RESULTS:
        return f"{len(found)}/{len(names)} đơn vị đã báo cáo kết quả"
    return "\n".join(filter(None, (_result(task, r, names.get(r.unit)) for r in found)))


def _result(task: TaskRow, result: Result, unit: str | None) -> str:
    """What a unit reached and wrote; its name first where the table is of several units."""
    values = ((result.value(n), target.get("unit")) for n, target in enumerate(task.targets, 1))
    figures = "; ".join(figure(value, unit) for value, unit in values if value is not None)
    words = ": ".join(filter(None, (figures, result.result)))
    return f"{unit}: {words}" if unit and words else words
