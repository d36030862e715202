"""Parts of a directive as cards: an appendix, a group, a reporting duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from parcli.queries.dues import list_dues
from parcli.queries.duties import duties_of
from parcli.queries.duty_units import DutyUnits
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.registry.origin import Origin, origin
from parcli.registry.year_calendar import working_calendar
from parcli.schedule.periods import LATEST

if TYPE_CHECKING:
    from parcli.queries.dues import Due, DueFilter
    from parcli.queries.duties import Duty
    from parcli.queries.task_rows import TaskRow
    from parcli.queries.unit_lookup import UnitRef
    from parcli.registry.compiled.store import Index


@dataclass(frozen=True)
class PartCard:
    """An appendix or a group: the titles down to its own, and the tasks in it."""

    kind: Literal["part"]
    id: str
    headings: tuple[str, ...]
    tasks: tuple[TaskRow, ...]
    origin: Origin

    def json(self) -> dict[str, Any]:
        """Id, titles from the outermost to its own, its tasks, origin."""
        return {
            "kind": self.kind,
            "id": self.id,
            "headings": list(self.headings),
            "tasks": [{"id": t.id, "title": t.title, "text": t.text} for t in self.tasks],
            "origin": self.origin._asdict(),
        }


@dataclass(frozen=True)
class DutyCard:
    """A reporting duty: who owes it to whom and by when, and how each of its times stands."""

    kind: Literal["report"]
    duty: Duty
    owed_by: tuple[UnitRef, ...]
    to: UnitRef | None
    via: UnitRef | None
    dues: tuple[Due, ...]
    origin: Origin

    def json(self) -> dict[str, Any]:
        """The duty with its single units, its dues as `parcli due` gives them, and its origin."""
        return {
            "kind": self.kind,
            "id": self.duty.id,
            "directive": self.duty.directive_slug,
            "title": self.duty.title,
            "deadline": self.duty.phrase,
            "cycle": self.duty.cycle,
            "from": [unit.json() for unit in self.owed_by],
            "to": self.to.json() if self.to else None,
            "via": self.via.json() if self.via else None,
            "after": self.duty.after,
            "dues": [due.json() for due in self.dues],
            "origin": self.origin._asdict(),
        }


def duty_card(index: Index, ident: str, clock: DueFilter | None) -> DutyCard | None:
    """The reporting duty of that id; its dues only where a clock is given. None for no such one."""
    slug, _slash, rest = ident.partition("/")
    found = [duty for duty in duties_of(index, slug) if duty.kind == "report" and duty.slug == rest]
    if not found:
        return None
    duty, units = found[0], DutyUnits(index)
    sql = "SELECT at FROM duty WHERE directive = ? AND n = ?"
    (at,) = index.db.execute(sql, (duty.directive, duty.number)).fetchone()
    return DutyCard(
        "report",
        duty,
        tuple(unit.ref for unit in units.ever(duty)),
        units.named(duty.to),
        units.named(duty.via),
        _dues(index, duty, clock) if clock else (),
        origin(index, duty.directive, at),
    )


def part_card(index: Index, ident: str) -> PartCard | None:
    """The appendix or group of that id; None for no such one, or where its file has gone wrong."""
    from parcli.model.directive import Directive  # noqa: PLC0415  the file is read again for a part
    from parcli.registry.files import FileKind  # noqa: PLC0415
    from parcli.registry.inspection.document_parts import parts_of  # noqa: PLC0415
    from parcli.registry.reading import read_file  # noqa: PLC0415

    slug, _slash, rest = ident.partition("/")
    sql = "SELECT d.id, f.path FROM directive d JOIN file f ON f.id = d.id WHERE d.slug = ?"
    row = index.db.execute(sql, (slug,)).fetchone()
    if row is None or not rest:
        return None
    model = read_file(index.root, FileKind.DIRECTIVE, row[1]).model
    parts = parts_of(model) if isinstance(model, Directive) else []
    for part in parts:
        if ".".join(part.slug) == rest:
            around = [outer for outer in parts if outer.path == part.path[: len(outer.path)]]
            headings = (getattr(outer.item, "title", None) for outer in around if outer.slug)
            own = [t for t in list_tasks(index, TaskFilter(directive=slug)) if _within(t, ident)]
            at = ".".join(map(str, part.path))
            titles = tuple(title for title in headings if title)
            return PartCard("part", ident, titles, tuple(own), origin(index, row[0], at))
    return None


def _within(task: TaskRow, part: str) -> bool:
    return task.id.startswith(f"{part}.")


def _dues(index: Index, duty: Duty, clock: DueFilter) -> tuple[Due, ...]:
    """Its times from the directive's first day, up to the last day that the clock asks about."""
    start = date.fromisoformat(duty.first_day) if duty.begins else clock.start
    asked = clock._replace(start=start, end=min(clock.end, LATEST), directive=duty.directive_slug)
    rows = list_dues(index, working_calendar(index), asked).rows
    return tuple(row for row in rows if row.id == duty.id)
