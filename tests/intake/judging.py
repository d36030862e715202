"""Judges a draft by what a document's expectations say:
header, tasks, units, deadlines, reports."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from parcli.intake.walking import all_groups, all_tasks
from parcli.text import folded

DOCUMENTS = Path(__file__).parent / "documents"
NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.yaml"))


def source(name: str) -> Path:
    """The document of that name."""
    return next(path for path in DOCUMENTS.glob(f"{name}.*") if path.suffix != ".yaml")


def expected(name: str) -> dict[str, Any]:
    """What the draft of the document must say."""
    text = (DOCUMENTS / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  BaseLoader makes only text


def effective(values: dict[str, Any], path: str, task: dict[str, Any], key: str) -> Any:
    """A task's value, or that of the nearest group which has one."""
    groups = dict(all_groups(values))
    found, above = task.get(key), path
    while not found and "." in above:
        above = above.rpartition(".")[0]
        found = groups.get(above, {}).get(key)
    return found or None


def faults(name: str, values: dict[str, Any]) -> list[str]:
    """Every difference between a draft and what is expected of it, a line each."""
    wanted = expected(name)
    found = [
        f"{key}: {values.get(key)!r}, not {want!r}"
        for key, want in wanted["header"].items()
        if _plain(values.get(key)) != _plain(want)
    ]
    ours = dict(all_tasks(values))
    theirs = {task["id"]: task for task in wanted["tasks"]}
    found += [f"task {path} is missing" for path in theirs if path not in ours]
    found += [
        f"task {path} is invented: {_words(ours[path])[:60]}" for path in ours if path not in theirs
    ]
    for path, task in theirs.items():
        if path in ours:
            found += [f"{path}: {fault}" for fault in _task_faults(values, path, ours[path], task)]
    return found + _report_faults(wanted.get("reports", []), values.get("reports", []))


def counts(name: str, values: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Right and all: header fields, tasks found, tasks not invented, units, deadlines."""
    wanted = expected(name)
    head = wanted["header"]
    ours, theirs = dict(all_tasks(values)), {task["id"]: task for task in wanted["tasks"]}
    both = [
        path
        for path in theirs
        if path in ours and folded(theirs[path]["text"]) in folded(_words(ours[path]))
    ]
    units = [
        _plain(effective(values, path, ours[path], key) or [])
        == _plain(theirs[path].get(key) or [])
        for path in both
        for key in ("lead", "support")
    ]
    dates = [
        _plain(ours[path].get("deadline")) == _plain(theirs[path].get("deadline")) for path in both
    ]
    return {
        "header": (sum(_plain(values.get(k)) == _plain(v) for k, v in head.items()), len(head)),
        "found": (len(both), len(theirs)),
        "real": (len(both), len(ours)),
        "units": (sum(units), len(units)),
        "deadlines": (sum(dates), len(dates)),
    }


def _task_faults(values: dict[str, Any], path: str, ours: Any, theirs: Any) -> list[str]:
    found = []
    if folded(theirs["text"]) not in folded(_words(ours)):
        found.append(f"its text is {_words(ours)[:80]!r}")
    for key in ("lead", "support", "deadline", "output"):
        have = effective(values, path, ours, key) if key in ("lead", "support") else ours.get(key)
        if key == "output" and key not in theirs:
            continue
        if _plain(have or None) != _plain(theirs.get(key)):
            found.append(f"{key} is {have!r}, not {theirs.get(key)!r}")
    return found


def _report_faults(wanted: list[Any], have: list[Any]) -> list[str]:
    if len(wanted) != len(have):
        return [f"reports: {json.dumps(have, ensure_ascii=False)}"]
    return [
        f"report {number}: {key} is {ours.get(key)!r}, not {value!r}"
        for number, (one, ours) in enumerate(zip(wanted, have, strict=True), 1)
        for key, value in one.items()
        if _plain(ours.get(key)) != _plain(value)
    ]


def _words(task: dict[str, Any]) -> str:
    return " ".join(str(task[key]) for key in ("title", "text") if task.get(key))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return re.sub(r"\s+", " ", str(value)).strip() if value not in (None, "") else None
