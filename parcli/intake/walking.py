"""Walks over a draft's groups and tasks with their short ids: "II.1.a", "pl1.I.2"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Mapping = dict[str, Any]


def all_groups(values: Mapping) -> Iterator[tuple[str, Mapping]]:
    """Every group with its short id, in the order of the document."""
    yield from _groups(values, "")
    for place, appendix in enumerate(values.get("appendices", []), 1):
        yield from _groups(appendix, f"pl{appendix.get('number') or place}.")


def all_tasks(values: Mapping) -> Iterator[tuple[str, Mapping]]:
    """Every task with its short id, in the order of the document."""
    yield from _tasks(values, "")
    for path, group in _groups(values, ""):
        yield from _tasks(group, f"{path}.")
    for place, appendix in enumerate(values.get("appendices", []), 1):
        prefix = f"pl{appendix.get('number') or place}."
        yield from _tasks(appendix, prefix)
        for path, group in _groups(appendix, prefix):
            yield from _tasks(group, f"{path}.")


def _groups(values: Mapping, prefix: str) -> Iterator[tuple[str, Mapping]]:
    for place, group in enumerate(values.get("groups", []), 1):
        path = f"{prefix}{group.get('number') or place}"
        yield path, group
        yield from _groups(group, f"{path}.")


def without_idle_leads(values: Mapping) -> None:
    """Take the lead from groups where nobody inherits it: each of their groups names its own."""
    for _path, group in all_groups(values):
        inner = group.get("groups", [])
        if inner and not group.get("tasks") and all(each.get("lead") for each in inner):
            group.pop("lead", None)


def _tasks(values: Mapping, prefix: str) -> Iterator[tuple[str, Mapping]]:
    for place, task in enumerate(values.get("tasks", []), 1):
        yield f"{prefix}{task.get('number') or place}", task


def report_texts(values: Mapping) -> list[tuple[str, list[str]]]:
    """The texts that may set up reports, each with the units that must act on it.

    Texts of tables are left out: their rows have a deadline of their own.
    """
    texts: list[tuple[str, list[str]]] = []
    if values.get("opening"):
        texts.append((str(values["opening"]), []))
    texts += _texts_of(values, [])
    for appendix in values.get("appendices", []):
        if not appendix.get("columns"):
            texts += _texts_of(appendix, [])
    if values.get("closing"):
        texts.append((str(values["closing"]), []))
    return texts


def _texts_of(values: Mapping, acting: list[str]) -> list[tuple[str, list[str]]]:
    if values.get("extra", {}).get("columns"):
        return []
    texts = [
        (str(task["text"]), _names(task) or acting)
        for task in values.get("tasks", [])
        if task.get("text")
    ]
    for group in values.get("groups", []):
        lead = _names(group) or acting
        if group.get("text"):
            texts.append((str(group["text"]), lead))
        texts += _texts_of(group, lead)
        if group.get("closing"):
            texts.append((str(group["closing"]), lead))
    return texts


def _names(values: Mapping) -> list[str]:
    return [
        unit if isinstance(unit, str) else str(unit["unit"]) for unit in values.get("lead") or []
    ]
