"""Ids of tasks: `<directive>/<path of printed numbers>` in all lists, files and reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.model.directive import Task

_NOT_IN_IDS = re.compile(r"[^\w.-]+")


def id_part(number: str | None) -> str:
    """A printed number as a part of an id: "a)" → "a", "1." → "1"; empty where nothing is left."""
    if not number or number.isalnum():
        return number or ""
    return _NOT_IN_IDS.sub("-", number).strip("-.")


def last_parts(tasks: Sequence[Task]) -> list[str]:
    """The last part of each task's id: its number, or its place among the others if it has none.

    A place that is another's printed number has "~2" after it: what is printed keeps its id.
    """
    numbers = [id_part(task.number) for task in tasks]
    if all(numbers):
        return numbers
    printed = set(numbers)
    places = (str(n) for n in range(1, len(numbers) + 1))
    return [
        number or (f"{place}~2" if place in printed else place)
        for number, place in zip(numbers, places, strict=True)
    ]


class TaskIds:
    """The ids given out in one directive."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        # How often each was asked for: one number may stand in a list from its first to its last.
        self._times: dict[str, int] = {}

    def unique(self, slug: str) -> str:
        """`slug`, or with "~2" (or more) where the directive has it before."""
        unique = slug
        if slug in self._given:
            base = slug.partition("~")[0]
            n = self._times.get(base, 1) + 1
            while (unique := f"{base}~{n}") in self._given:
                n += 1
            self._times[base] = n
        self._given.add(unique)
        return unique
