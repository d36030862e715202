"""Tasks for people: a table, or CSV."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from parcli.language import N_, _, ngettext
from parcli.reporting.tables import Column, Row, Sheet, write_table
from parcli.text import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.task_rows import Assignee, TaskRow

STATUS_NAMES = {
    "not-started": N_("not started"),
    "in-progress": N_("in progress"),
    "done": N_("done"),
    "not-applicable": N_("not applicable"),
    "returned": N_("returned"),
}
ROLE_NAMES = {"lead": N_("leads"), "support": N_("cooperates")}
_CSV = (
    "id", "directive", "appendix", "group", "number", "title", "text", "lead", "support", "index",
    "criteria", "targets", "deadline", "status", "role",
)  # fmt: skip
_LONGEST = 160


def write_task_table(rows: Sequence[TaskRow]) -> None:
    """The tasks on standard output, and how many there are."""
    with_role = any(row.role for row in rows)
    columns = [
        Column(_("Task"), whole=True),
        Column(_("Content"), wide=True),
        Column(_("Lead"), wide=True),
        Column(_("Support"), wide=True),
        Column(_("Status")),
    ]
    if with_role:
        columns.insert(1, Column(_("Role")))
    if rows:
        write_table(columns, [_row(row, with_role=with_role) for row in rows])
    message = ngettext("{count} task.", "{count} tasks.", len(rows)) if rows else _("No task fits.")
    sys.stdout.write(message.format(count=len(rows)) + "\n")


def task_sheet(rows: Sequence[TaskRow]) -> Sheet:
    """One line a task; lists joined with "; "."""
    return Sheet(
        _CSV,
        [
            [
                row.id, row.directive, row.appendix, row.group, row.number, row.title, row.text,
                names(row.lead), names(row.support), row.index, "; ".join(row.criteria),
                "; ".join(target["text"] for target in row.targets), row.deadline, row.status,
                row.role,
            ]
            for row in rows
        ],
    )  # fmt: skip


def names(assignees: Sequence[Assignee]) -> str:
    """The units named, with their scope where they have one, "; " between."""
    return "; ".join(
        f"{who.unit.name} ({who.scope})" if who.scope else who.unit.name for who in assignees
    )


def content(row: TaskRow) -> str:
    """Title and text as one."""
    return ": ".join(part for part in (row.title, row.text) if part)


def _row(row: TaskRow, *, with_role: bool) -> Row:
    status = _(STATUS_NAMES[row.status]) if row.status else "–"
    cells = [
        row.id,
        shortened(content(row), _LONGEST),
        names(row.lead),
        names(row.support),
        status,
    ]
    if with_role:
        cells.insert(1, _(ROLE_NAMES[row.role]) if row.role else "")
    return Row(tuple(cells), "done" if row.status == "done" else "")
