"""Collects the citations of a draft, each document once, with the place that names it first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.citations import citations_in
from parcli.intake.walking import all_groups, all_tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

_RESTS_ON = re.compile(
    r"(?:căn cứ|thực hiện|theo|triển khai|nhận được|tiếp theo|xét|trên cơ sở|ubnd|ủy ban|sở|bộ)",
    re.IGNORECASE,
)


def add_citations(values: dict[str, Any]) -> None:
    """Put every document that the draft names into `citations`."""
    found: list[dict[str, Any]] = []
    known: set[tuple[Any, ...]] = set()
    for text, basis, at in _texts(values):
        for one in citations_in(text, basis=basis, at=at):
            key = (one.get("number"), one.get("title") if not one.get("number") else None)
            if key not in known:
                known.add(key)
                found.append(one)
    if found:
        values["citations"] = found


def _texts(values: dict[str, Any]) -> Iterator[tuple[str, bool, str]]:
    for line in str(values.get("opening") or "").split("\n"):
        yield line, bool(_RESTS_ON.match(line.lstrip("- "))), "opening"
    for path, group in all_groups(values):
        if group.get("text"):
            yield str(group["text"]), False, path
    for path, task in all_tasks(values):
        yield "\n".join(str(task[key]) for key in ("title", "text") if task.get(key)), False, path
    yield str(values.get("closing") or ""), False, "closing"
