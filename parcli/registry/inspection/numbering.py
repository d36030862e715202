"""How the numbers of a list run: Arabic, Roman, or Vietnamese letters, each read as a count."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.model.directive import Group, Task
    from parcli.registry.inspection.document_parts import DataPath, Part

Kind = Literal["repeats", "skips", "restarts"]

# NĐ 30/2020/NĐ-CP Phụ lục I: points go by the Vietnamese alphabet; many use the Latin one.
_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_LAST_PART = re.compile(r"(?:^|[.\-_/ ])([^\W_]+)[.)]*$")


class Break(NamedTuple):
    """Where a list's numbers do not run on: which item, how, its number and the one before."""

    item: int
    kind: Kind
    number: str
    before: str


def breaks_of(parts: Sequence[Part]) -> list[tuple[DataPath, Break]]:
    """The breaks in every list of groups and of tasks, each with the item's place."""
    found: list[tuple[DataPath, Break]] = []
    last: dict[tuple[DataPath, str], int] = {}
    for part in parts:
        for key in ("groups", "tasks"):
            items: Sequence[Group | Task] = getattr(part.item, key)
            if not items:
                continue
            stream = (part.path[:2] if part.path[:1] == ("appendices",) else (), key)
            numbers = tuple(_printed(item) for item in items)
            breaks, end = _breaks(numbers, last.get(stream, 0))
            last[stream] = end
            found += [((*part.path, key, broken.item), broken) for broken in breaks]
    return found


def _printed(item: Group | Task) -> str | None:
    """The number on paper; the one in the file where paper has a bullet."""
    printed = item.printed_number
    return printed if printed and any(map(str.isalnum, printed)) else item.number


@lru_cache(maxsize=4096)
def _breaks(numbers: tuple[str | None, ...], carried: int) -> tuple[tuple[Break, ...], int]:
    """The breaks of one list, and its last count; it may go on from the list before (`carried`)."""
    counts = _counts([number for number in numbers if number])
    found: list[Break] = []
    seen: set[int] = set()
    previous, shown = 0, ""
    waiting = iter(counts)
    for item, number in enumerate(numbers):
        if number is None:
            continue
        count = next(waiting, None)
        if count is None:
            break
        first_of_continued = not seen and count == carried + 1
        if count != previous + 1 and not first_of_continued:
            found.append(Break(item, _kind(count, previous, seen), number, shown))
        seen.add(count)
        previous, shown = count, number
    return tuple(found), previous


def _kind(count: int, previous: int, seen: set[int]) -> Kind:
    if count == 1 and previous > 1:
        return "restarts"
    if count in seen:
        return "repeats"
    return "skips" if count > previous else "restarts"


def _counts(numbers: Sequence[str]) -> list[int]:
    """The numbers as counts, by the first way that reads them all; none where no way does."""
    marks = [found[1].lower() for n in numbers if (found := _LAST_PART.search(n))]
    if len(marks) != len(numbers) or not marks:
        return []
    if all(map(str.isdecimal, marks)):
        return [int(mark) for mark in marks]
    roman = all(map(_ROMAN_FORM.fullmatch, marks))
    letters = [alphabet for alphabet in _ALPHABETS if all(m in alphabet for m in marks)]
    if roman and (marks[0] == "i" or not letters):
        return [_roman(mark) for mark in marks]
    readings = [[alphabet.index(mark) + 1 for mark in marks] for alphabet in letters]
    return min(readings, key=_jumps, default=[])


def _jumps(counts: Sequence[int]) -> int:
    return sum(b != a + 1 for a, b in pairwise(counts))


def _roman(mark: str) -> int:
    values = [_ROMAN[letter] for letter in mark]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
