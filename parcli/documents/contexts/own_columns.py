"""A table of tasks in the columns of its own document: what each heading says of a task."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.model.directive import ScopedUnit
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.model.directive import Group, Task, UnitRef

# The first that fits a heading decides; one that fits none is a column of the task's `extra`.
_FIELDS = (
    ("number", r"(?:stt|tt|so tt|so thu tu)$"),
    ("both", r".*chu tri.*phoi hop"),
    ("output", r".*(?:san pham|dau ra)"),
    ("extra", r".*(?:kinh phi|du toan|nguon|can cu|ket qua thuc hien|tinh hinh)"),
    ("lead", r".*(?:chu tri|dau moi|chiu trach nhiem)"),
    ("support", r".*phoi hop"),
    ("responsible", r".*(?:lanh dao|nguoi|ca nhan|theo doi)"),
    ("deadline", r".*(?:thoi (?:gian|han|diem)|tien do|lo trinh|hoan thanh|ky han)"),
    ("measure", r".*(?:don vi tinh|dvt)"),
    ("output", r".*ket qua"),
    ("lead", r".*(?:co quan|don vi|bo phan|phan cong|thuc hien)"),
    ("target", r".*(?:chi tieu|muc tieu)"),
    ("note", r".*ghi chu"),
    ("text", r".*(?:nhiem vu|noi dung|cong viec|giai phap|hoat dong|viec)"),
)  # fmt: skip
_WITH_VALUES = ("lead", "support", "deadline", "output", "responsible", "note")


class Given(NamedTuple):
    """Whom the groups above a task name."""

    lead: Sequence[UnitRef] | None = None
    support: Sequence[UnitRef] | None = None


def fields_of(headings: Sequence[str]) -> tuple[str, ...]:
    """What each column holds; the first of two with words is the title of the other."""
    fields = [_field(folded(heading)) for heading in headings]
    words = [place for place, field in enumerate(fields) if field == "text"]
    if len(words) > 1:
        fields[words[0]] = "title"
    return tuple("extra" if n in words[2:] else field for n, field in enumerate(fields))


def _field(heading: str) -> str:
    return next((field for field, pattern in _FIELDS if re.match(pattern, heading)), "extra")


def holds(headings: Sequence[str], groups: Sequence[Group], tasks: Sequence[Task]) -> bool:
    """Whether the columns have a place for everything that the tasks say."""
    fields = set(fields_of(headings))
    if "both" in fields:
        fields |= {"lead", "support"}
    listed = [*tasks, *tasks_of(groups)]
    told = {field for field in _WITH_VALUES for task in listed if getattr(task, field)}
    extra = {key for task in listed for key in task.extra}
    prose = any(group.text or group.closing for group in _groups(groups))
    return "text" in fields and told <= fields and extra <= set(headings) and not prose


def own_rows(
    headings: Sequence[str], groups: Sequence[Group], tasks: Sequence[Task], given: Given
) -> Iterator[tuple[str, ...]]:
    """The cells of each row below the headings: a group's number and title, or a task."""
    fields = fields_of(headings)
    for group in groups:
        shown = {"number": group.printed_number or group.number or ""}
        shown["title" if "title" in fields else "text"] = group.title or ""
        yield tuple(shown.get(field, "") for field in fields)
        inner = Given(group.lead or given.lead, group.support or given.support)
        yield from own_rows(headings, group.groups, group.tasks, inner)
    for task in tasks:
        cells = _cells(task, given, titled="title" in fields)
        yield tuple(
            str(task.extra.get(heading, "")) if field == "extra" else cells[field]
            for heading, field in zip(headings, fields, strict=True)
        )


def _cells(task: Task, given: Given, *, titled: bool) -> dict[str, str]:
    lead = names_of(given.lead if task.lead is None else task.lead)
    support = names_of(given.support if task.support is None else task.support)
    both = "; ".join(
        filter(None, (lead and f"Chủ trì: {lead}", support and f"Phối hợp: {support}"))
    )
    words = task.text or ""
    if not titled and task.title:
        words = f"{task.title}: {words}" if words else task.title
    return {
        "number": task.printed_number or task.number or "",
        "title": task.title or "",
        "text": words,
        "lead": lead,
        "support": support,
        "both": both,
        "deadline": task.deadline or "",
        "output": task.output or "",
        "responsible": task.responsible or "",
        "note": task.note or "",
        "target": "\n".join(target.text or "" for target in task.targets),
        "measure": next((target.unit for target in task.targets if target.unit), ""),
    }


def names_of(names: Sequence[UnitRef] | None) -> str:
    """Units as a cell lists them, each with what it is asked for, if that is said."""
    return ", ".join(
        f"{name.unit} ({name.scope})" if isinstance(name, ScopedUnit) else name
        for name in names or ()
    )


def kept_tables(extra: dict[str, Any]) -> Iterator[list[list[str]]]:
    """The tables that an import kept as they stood: rows of cells, the headings first."""
    for key, value in extra.items():
        if key.startswith("table") and isinstance(value, list) and len(value) > 1:
            yield [[str(cell or "") for cell in row] for row in value if isinstance(row, list)]


def _groups(groups: Sequence[Group]) -> Iterator[Group]:
    for group in groups:
        yield group
        yield from _groups(group.groups)


def tasks_of(groups: Sequence[Group]) -> Iterator[Task]:
    """Every task of the groups and of those in them."""
    for group in _groups(groups):
        yield from group.tasks
