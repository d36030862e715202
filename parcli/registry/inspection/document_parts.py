"""The parts of a directive in the order they stand, each with its place in the data and its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.model.task_ids import TaskIds, id_part, last_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.model.directive import Appendix, Directive, Group, Task, UnitRef

DataPath = tuple[str | int, ...]


class Part(NamedTuple):
    """What holds groups and tasks: the body, an appendix or a group.

    `slug` is the beginning of its tasks' ids; `lead` what its tasks inherit.
    """

    path: DataPath
    slug: tuple[str, ...]
    item: Directive | Appendix | Group
    lead: Sequence[UnitRef] | None = None
    assigns: bool = True


class PlacedTask(NamedTuple):
    """A task with its place in the data, its id after the directive's, and the part it is in."""

    path: DataPath
    slug: str
    task: Task
    part: Part


def parts_of(model: Directive) -> list[Part]:
    """The body first, then the appendices, every part before those inside it."""
    parts = list(_inside(Part((), (), model)))
    for n, appendix in enumerate(model.appendices):
        slug = (f"pl{id_part(appendix.number) or n + 1}",)
        path = ("appendices", n)
        parts += _inside(Part(path, slug, appendix, assigns=appendix.kind.value == "tasks"))
    return parts


def placed_tasks(parts: Sequence[Part]) -> list[PlacedTask]:
    """Every task of the parts, in order."""
    ids = TaskIds()
    placed = []
    for part in parts:
        path, slug = (*part.path, "tasks"), "".join([f"{step}." for step in part.slug])
        tasks = part.item.tasks
        for n, (last, task) in enumerate(zip(last_parts(tasks), tasks, strict=True)):
            placed.append(PlacedTask((*path, n), ids.unique(slug + last), task, part))
    return placed


def _inside(part: Part) -> Iterator[Part]:
    yield part
    for n, group in enumerate(part.item.groups):
        slug = (*part.slug, id_part(group.number) or str(n + 1))
        lead = part.lead if group.lead is None else group.lead
        path = (*part.path, "groups", n)
        yield from _inside(Part(path, slug, group, lead, part.assigns))
