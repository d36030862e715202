"""Tables that are no task lists: indicators, statistics, scoring sheets, lists of documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.text import folded

if TYPE_CHECKING:
    from parcli.intake.blocks import Table
    from parcli.intake.recognise.columns import Columns
    from parcli.intake.recognise.task_words import Setting

_SCORING = re.compile(r"\b(?:diem|thang diem|diem toi da|diem chuan|tu cham|tham dinh)\b")
_DOCUMENTS = re.compile(
    r"\b(?:so ky hieu|ky hieu|ngay ban hanh|trich yeu|ten van ban|co quan ban hanh)\b"
)
# What is to be written has a drafter and a time; what is in force has a number or a day of issue.
_ISSUED = re.compile(r"\b(?:so ky hieu|ky hieu|ngay ban hanh|trich yeu|so van ban)\b")
# Lists of administrative procedures name a field and who handles them, and hand out nothing.
_PROCEDURES = re.compile(
    r"\b(?:ten|ma|ma so|so ho so|ma ho so)\s(?:tthc|thu tuc|quy trinh|ho so tthc)\b"
)
_INDICATORS = re.compile(r"\b(?:chi tieu|chi so|muc tieu|tieu chi)\b")


def kind_of_table(columns: Columns | None) -> str:
    """What a table lists, told from its headings; "statistics" where it has none."""
    if columns is None:
        return "statistics"
    keys = " | ".join(folded(heading) for heading in columns.headings)
    measured = "measure" in columns.roles
    work = re.search(r"\b(?:nhiem vu|cong viec|giai phap|hoat dong|noi dung)\b", keys)
    planned = {"lead", "deadline"} <= set(columns.roles)
    drafts = planned and not _ISSUED.search(keys)
    other = measured or _SCORING.search(keys) or (_DOCUMENTS.search(keys) and not drafts)
    graded = _SCORING.search(keys) and "lead" not in columns.roles
    listed = _PROCEDURES.search(keys)
    if columns.hands_out_tasks and (work or not other) and not (graded or listed):
        return "tasks"
    if _SCORING.search(keys):
        return "scoring"
    if listed or (_DOCUMENTS.search(keys) and not measured):
        return "documents"
    if _INDICATORS.search(keys):
        return "indicators"
    return "statistics"


def rows_of(table: Table) -> list[list[str | None]]:
    """The table's words, cell by cell; None for an empty cell and one merged with that above."""
    return [
        [None if cell.above or not cell.flat else cell.text for cell in row.cells]
        for row in table.rows
        if not row.empty
    ]


def keep_table(table: Table, into: dict[str, Any], setting: Setting) -> None:
    """Keep a table that is no task list: as `rows` of an appendix, else under `extra`."""
    rows = rows_of(table)
    if "kind" in into and not into.get("rows"):
        into["rows"] = rows
        key = "rows"
    else:
        extra = into.setdefault("extra", {})
        extra[f"table {table.place.table or len(extra) + 1}"] = rows
        key = "extra"
    setting.ledger.take_all(table.paragraphs(), into, key)
