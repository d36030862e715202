"""Every kind of file as rows of the index, one function a kind."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

from parcli.registry.files import FileKind
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parcli.model.base import Validity
    from parcli.registry.compiled.directive_rows import Rows
    from parcli.registry.reading import ReadFile


def rows_of(file: int, read: ReadFile) -> Rows:
    """The rows of one read file; none where no model could be made of it."""
    if read.model is None:
        return {}
    return _ROWS[read.kind](file, read)


def load_rows(kind: FileKind) -> None:
    """Import what making rows of such a file needs, which happens at the first one otherwise."""
    if kind is FileKind.DIRECTIVE:
        importlib.import_module("parcli.registry.compiled.directive_rows")


def _config(file: int, read: ReadFile) -> Rows:
    m: Any = read.model
    return {"config": [(file, m.title, m.org, m.model_dump_json(by_alias=True))]}


def _calendar(file: int, read: ReadFile) -> Rows:
    m: Any = read.model
    return {"calendar_file": [(file, m.year, m.model_dump_json(by_alias=True))]}


def _units(file: int, read: ReadFile) -> Rows:
    m: Any = read.model
    o = m.organisation
    rows: Rows = {
        "organisation": [
            (file, m.id, o.name, o.level, o.province, o.code, *_days(o.valid), o.note)
        ],
        "unit": [],
        "membership": [],
    }
    seen: set[str] = set()
    for n, item in enumerate([*m.units, *m.groups]):
        if item.id in seen:
            continue
        seen.add(item.id)
        is_group = n >= len(m.units)
        rows["unit"].append(
            (file, m.id, item.id, item.name, None if is_group else item.kind, int(is_group),
             None if is_group else item.parent, None if is_group else item.code,
             _json(item.aliases), *_days(item.valid), _json([] if is_group else item.successors),
             item.note, n)
        )  # fmt: skip
    for group in m.groups:
        members = [u.id for u in m.units if u.kind in group.kinds or u.id in group.members]
        rows["membership"] += [(m.id, group.id, unit, file) for unit in dict.fromkeys(members)]
    return rows


def _index(file: int, read: ReadFile) -> Rows:
    m: Any = read.model
    sources = _json([s.model_dump(exclude_none=True) for s in m.sources])
    criteria: list[tuple[Any, ...]] = []
    for d in m.dimensions:
        criteria.append(
            (file, f"{m.id}/{d.number}", m.id, d.number, d.number, 1, d.name, d.name_en,
             d.max_points, d.scored_by or m.scored_by, len(criteria))
        )  # fmt: skip
        for c in d.criteria:
            criteria.append(
                (file, f"{m.id}/{c.number}", m.id, d.number, c.number, 0, c.name, c.name_en,
                 c.max_points, c.scored_by or d.scored_by or m.scored_by, len(criteria))
            )  # fmt: skip
    framework = (
        file, m.id, m.name, m.name_en, m.abbreviation, *_days(m.years), m.scored_by, sources,
        m.note,
    )  # fmt: skip
    return {"framework": [framework], "criterion": list({row[1]: row for row in criteria}.values())}


def _directive(file: int, read: ReadFile) -> Rows:
    from parcli.registry.compiled.directive_rows import DirectiveRows  # noqa: PLC0415  pulls the grammar in

    model: Any = read.model
    rows = DirectiveRows(file, model, read.kept).build()
    rows["cited_in_words"] = [(file, n, *cited) for n, cited in enumerate(read.cited)]
    return rows


def _progress(file: int, read: ReadFile) -> Rows:
    m: Any = read.model
    s = m.submission
    rows: Rows = {
        "submission": [],
        "progress": [
            (file, task, m.org, m.unit, m.period, p.status.value,
             _json([v.model_dump(exclude_none=True) for v in p.values]), p.result,
             _json([e.model_dump(exclude_none=True) for e in p.evidence]), p.difficulties,
             p.proposals)
            for task, p in m.tasks.items()
        ],
    }  # fmt: skip
    if s is not None:
        rows["submission"].append(
            (file, m.org, m.unit, m.period, s.number, s.received, _json(s.duties))
        )
    return rows


_ROWS: dict[FileKind, Callable[[int, ReadFile], Rows]] = {
    FileKind.CONFIG: _config,
    FileKind.CALENDAR: _calendar,
    FileKind.UNITS: _units,
    FileKind.INDEX: _index,
    FileKind.DIRECTIVE: _directive,
    FileKind.PROGRESS: _progress,
}


def _days(validity: Validity | None) -> tuple[str | None, str | None]:
    if validity is None:
        return None, None
    return (
        Period.parse(validity.from_).first.isoformat() if validity.from_ else None,
        Period.parse(validity.until).last.isoformat() if validity.until else None,
    )


def _json(value: Sequence[Any]) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "[]"
