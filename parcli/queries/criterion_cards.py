"""One criterion, dimension or framework of the indices, and the tasks that serve it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.registry.origin import Origin, origin

if TYPE_CHECKING:
    from parcli.queries.task_rows import TaskRow
    from parcli.registry.compiled.store import Index


@dataclass(frozen=True)
class CriterionCard:
    """A criterion, dimension or whole framework, and the tasks that serve it."""

    kind: Literal["criterion", "dimension", "framework"]
    header: dict[str, Any]
    criteria: tuple[dict[str, Any], ...]
    tasks: tuple[TaskRow, ...]
    origin: Origin

    def json(self) -> dict[str, Any]:
        """The criterion with what is below it and the tasks that serve it."""
        return {
            "kind": self.kind,
            **self.header,
            "criteria": list(self.criteria),
            "tasks": [{"id": t.id, "title": t.title, "text": t.text} for t in self.tasks],
            "origin": self.origin._asdict(),
        }


def criterion_card(index: Index, ident: str) -> CriterionCard | None:
    """The criterion, dimension or framework of that id; None where there is none."""
    keys = ("id", "framework", "number", "name", "name_en", "max_points", "scored_by")
    columns = f"{', '.join(keys)}, is_dimension, file"
    row = index.db.execute(f"SELECT {columns} FROM criterion WHERE id = ?", (ident,)).fetchone()
    if row is None:
        return _framework_card(index, ident)
    *values, is_dimension, file = row
    below = _below(
        index, "framework = ? AND dimension = ? AND is_dimension = 0", values[1], values[2]
    )
    return CriterionCard(
        "dimension" if is_dimension else "criterion",
        dict(zip(keys, values, strict=True)),
        tuple(below) if is_dimension else (),
        tuple(list_tasks(index, TaskFilter(criterion=ident))),
        origin(index, file),
    )


def _framework_card(index: Index, ident: str) -> CriterionCard | None:
    keys = ("id", "name", "name_en", "abbreviation", "years_from", "years_until", "scored_by")
    sql = f"SELECT {', '.join(keys)}, sources, note, file FROM framework WHERE id = ?"
    row = index.db.execute(sql, (ident,)).fetchone()
    if row is None:
        return None
    *values, sources, note, file = row
    header = dict(zip(keys, values, strict=True)) | {"sources": json.loads(sources), "note": note}
    below = _below(index, "framework = ? AND is_dimension = 1", ident)
    return CriterionCard("framework", header, tuple(below), (), origin(index, file))


def _below(index: Index, condition: str, *values: str) -> list[dict[str, Any]]:
    keys = ("id", "number", "name", "max_points")
    sql = f"SELECT {', '.join(keys)} FROM criterion WHERE {condition} ORDER BY position"
    return [dict(zip(keys, row, strict=True)) for row in index.db.execute(sql, values)]
