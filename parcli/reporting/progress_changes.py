"""What changes in progress files, and what is wrong with forms, as people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.language import N_, _, ngettext
from parcli.reporting.dates import figure
from parcli.reporting.diagnostics_json import plain
from parcli.reporting.diagnostics_text import severity_word
from parcli.reporting.task_list import STATUS_NAMES
from parcli.schedule.written_dates import written_date
from parcli.text import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.diagnostics import Diagnostic
    from parcli.registry.progress_entries import Change
    from parcli.registry.progress_files import Planned

_FIELD_NAMES = {
    "number": N_("report number"),
    "received": N_("received"),
    "status": N_("status"),
    "values": N_("value"),
    "result": N_("result"),
    "evidence": N_("evidence"),
    "difficulties": N_("difficulties"),
    "proposals": N_("proposals"),
}
_LONGEST = 70


def change_lines(plans: Sequence[Planned]) -> Iterator[str]:
    """Each file with its changes, task by task; one line where nothing changes."""
    changing = [plan for plan in plans if plan.changes]
    for plan in changing:
        yield f"{plan.path}:"
        task: str | None = None
        for change in plan.changes:
            if change.task is not None and change.task != task:
                task = change.task
                yield f"  {task}"
            yield f"  {'  ' if change.task else ''}{_change_words(change)}"
    count = sum(len(plan.changes) for plan in changing)
    if not count:
        yield _("Nothing changes.")
        return
    message = ngettext("{count} value changes.", "{count} values change.", count)
    yield message.format(count=count)


def changes_json(plans: Sequence[Planned]) -> list[dict[str, Any]]:
    """The same for machines: a mapping for each file that changes."""
    return [
        {
            "file": plan.path,
            "new": plan.before is None,
            "changes": [
                {"task": c.task, "field": c.field, "old": c.old, "new": c.new} for c in plan.changes
            ],
        }
        for plan in plans
        if plan.changes
    ]


def finding_lines(found: Sequence[Diagnostic]) -> Iterator[str]:
    """Each finding with its advice. Of a workbook the message itself says sheet and cell."""
    for finding in found:
        severity = severity_word(finding.severity.label)
        yield f"{finding.file}: {severity} {finding.code}: {finding.text()}"
        if finding.advice():
            yield f"    {finding.advice()}"


def finding_json(finding: Diagnostic) -> dict[str, Any]:
    """A finding in the form that `validate` has; `cell` and `sheet` where it is about a cell."""
    known = dict(finding.facts)
    return plain(finding) | {key: known[key] for key in ("sheet", "cell") if key in known}


def _change_words(change: Change) -> str:
    name = _(_FIELD_NAMES[change.field])
    new = _words(change.field, change.new)
    if change.old is None:
        return f"{name}: {new}"
    return f"{name}: {_words(change.field, change.old)} → {new}"


def _words(field: str, value: Any) -> str:
    if value is None:
        return "–"
    if field == "status":
        return _(STATUS_NAMES[value])
    if field == "received":
        return written_date(str(value))
    if field == "values":
        many = len(value) > 1
        return "; ".join(
            f"{v['target']}: {figure(v['value'])}" if many else figure(v["value"]) for v in value
        )
    if field == "evidence":
        return "; ".join(e.get("number") or e.get("file") or e.get("title", "") for e in value)
    return shortened(str(value), _LONGEST)
