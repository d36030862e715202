"""What units reported, read from the compiled index: results by task and unit, and submissions."""

from __future__ import annotations

import json
import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.registry.compiled.store import Index

STATUS_WORDS = {
    "not-started": "Chưa thực hiện",
    "in-progress": "Đang thực hiện",
    "done": "Đã hoàn thành",
    "not-applicable": "Không áp dụng",
    "returned": "Trả lại để bổ sung",
}


class Submission(NamedTuple):
    """A unit's report as it was received; ISO day, as precise as known."""

    unit: str
    number: str | None
    received: str | None


@dataclass(frozen=True)
class Result:
    """What one unit reported about one task."""

    task: str
    unit: str
    status: str
    values: tuple[dict[str, Any], ...]
    result: str | None
    evidence: tuple[dict[str, Any], ...]
    difficulties: str | None
    proposals: str | None

    def value(self, target: int) -> float | None:
        """The value reached against a target, counted from 1; None where none is given."""
        found = [v["value"] for v in self.values if v.get("target", 1) == target]
        return float(found[-1]) if found else None

    def evidence_words(self) -> str:
        """The evidence in a line: number and title, or the file's name."""
        named = (
            " ".join(filter(None, (e.get("number"), e.get("title")))) or e.get("file") or ""
            for e in self.evidence
        )
        return "; ".join(filter(None, named))


def results(index: Index, org: str, period: str, unit: str | None = None) -> list[Result]:
    """Everything reported for a period, by all units or by one, in the order of the files."""
    sql = (
        'SELECT task, unit, status, "values", result, evidence, difficulties, proposals '
        "FROM progress WHERE org = ? AND period = ? AND (? IS NULL OR unit = ?) ORDER BY unit, task"
    )
    rows = index.db.execute(sql, (org, period, unit, unit))
    return [
        Result(task, who, status, _list(values), result, _list(evidence), difficulties, proposals)
        for task, who, status, values, result, evidence, difficulties, proposals in rows
    ]


def _list(plain: str) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(plain))


def submissions(index: Index, org: str, period: str) -> dict[str, Submission]:
    """Reports received for a period, by unit."""
    sql = "SELECT unit, number, received FROM submission WHERE org = ? AND period = ? ORDER BY unit"
    rows = index.db.execute(sql, (org, period))
    return {row[0]: Submission._make(row) for row in rows}


_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "=": operator.eq,
    "<=": operator.le,
    "<": operator.lt,
}


def meets(target: dict[str, Any], reached: float) -> bool | None:
    """Whether a value meets its target; None where the target names no figure."""
    wanted = target.get("value")
    if wanted is None:
        return None
    return _COMPARISONS[target.get("compare") or ">="](reached, wanted)


def verdict(target: dict[str, Any], reached: float) -> str:
    """ "đạt chỉ tiêu" or "chưa đạt chỉ tiêu"; empty where the target names no figure."""
    met = meets(target, reached)
    return "" if met is None else ("đạt chỉ tiêu" if met else "chưa đạt chỉ tiêu")
