"""A list in the words of people, for a workbook; JSON and CSV, read by programs, keep the keys."""

from __future__ import annotations

from parcli.language import N_, _
from parcli.reporting.tables import Sheet
from parcli.reporting.task_list import ROLE_NAMES, STATUS_NAMES
from parcli.reporting.unit_kinds import UNIT_KINDS

_HEADINGS = {
    "aliases": N_("Other names"),
    "appendix": N_("Appendix"),
    "code": N_("Code"),
    "criteria": N_("Criteria"),
    "date": N_("Date"),
    "days_left": N_("Days left"),
    "deadline": N_("Deadline"),
    "directive": N_("Directive"),
    "done": N_("Done"),
    "exact": N_("Day named"),
    "for": N_("Made up for"),
    "from": N_("Exists from"),
    "group": N_("Group"),
    "id": N_("Id"),
    "in_progress": N_("In progress"),
    "index": N_("Index"),
    "kind": N_("Kind"),
    "last_day": N_("Last day"),
    "late": N_("Late"),
    "late_working_days": N_("Working days late"),
    "lead": N_("Lead"),
    "led": N_("Tasks led"),
    "members": N_("Members"),
    "missing_entries": N_("Tasks without an entry"),
    "missing_evidence": N_("Tasks without evidence"),
    "missing_values": N_("Tasks without figures"),
    "name": N_("Name"),
    "not_applicable": N_("Not applicable"),
    "not_started": N_("Not started"),
    "number": N_("Number"),
    "org": N_("Organisation"),
    "period": N_("Period"),
    "phrase": N_("Deadline as written"),
    "provisional": N_("Calendar not announced yet"),
    "received": N_("Received"),
    "returned": N_("Returned"),
    "role": N_("Role"),
    "rolled_to": N_("First working day after"),
    "send_by": N_("Send by"),
    "status": N_("Status"),
    "successors": N_("Successors"),
    "support": N_("Support"),
    "supported": N_("Tasks supported"),
    "supported_entries": N_("Entries of tasks supported"),
    "targets": N_("Targets"),
    "text": N_("Content"),
    "time": N_("Time of day"),
    "title": N_("Heading"),
    "to": N_("Receiver"),
    "unit": N_("Unit"),
    "unit_id": N_("Id of the unit"),
    "unit_ids": N_("Ids of the units"),
    "units": N_("Units"),
    "until": N_("Exists until"),
    "via": N_("Through"),
    "waiting_for": N_("Waits for the reports of"),
    "what": N_("What there is"),
    "window_from": N_("Figures from"),
    "window_to": N_("Figures to"),
    "without_entry": N_("No entry"),
    "working_days_left": N_("Working days left"),
}
_STANDINGS = {
    "overdue": N_("past the last day"),
    "soon": N_("due soon"),
    "upcoming": N_("not due yet"),
    "submitted": N_("reported or done"),
}
_KINDS = {kind: words.name for kind, words in UNIT_KINDS.items()}
_DAYS = {
    "public-day-off": N_("public day off"),
    "added-day-off": N_("day off added"),
    "make-up-day": N_("make-up day"),
    "send-by": N_("send by"),
    "last-day": N_("last day"),
}
_VALUES = {
    "kind": {**_KINDS, "group": N_("group"), "report": N_("report"), "task": N_("task")},
    "role": ROLE_NAMES,
    "status": {**STATUS_NAMES, **_STANDINGS},
    "what": _DAYS,
    **{key: {"true": N_("yes"), "false": N_("no")} for key in ("exact", "late", "provisional")},
}


def in_words(sheet: Sheet) -> Sheet:
    """The list with its headings and its fixed values in the language in force."""
    names = [_VALUES.get(heading, {}) for heading in sheet.headings]
    return Sheet(
        [_(_HEADINGS[heading]) for heading in sheet.headings],
        [
            [_(known[v]) if v in known else v for v, known in zip(row, names, strict=True)]
            for row in sheet.rows
        ],
    )
