"""How the numbers of a list run: Arabic, Roman, or Vietnamese letters, each read as a count."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.model.directive import Appendix, Group, Task
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


def breaks_of(
    parts: Sequence[Part], appendices: Sequence[Appendix] = ()
) -> list[tuple[DataPath, Break]]:
    """The breaks in every list of groups, of tasks and of appendices, each with the item's place.

    Groups and tasks of one part may share one count: a group “1” beside tasks “2” and “3”. A lone
    section or appendix may be the only one that somebody typed.
    """
    found: list[tuple[DataPath, Break]] = []
    if len(appendices) > 1:
        breaks, _end = _breaks(tuple(each.number for each in appendices), 0)
        found += [(("appendices", broken.item), broken) for broken in breaks]
    last: dict[tuple[DataPath, str], int] = {}
    for part in parts:
        document = part.path[:2] if part.path[:1] == ("appendices",) else ()
        groups = tuple(map(_printed, part.item.groups))
        tasks = tuple(map(_printed, part.item.tasks))
        shared = _one_count(groups, tasks)
        for key, numbers, beside in (("groups", groups, tasks), ("tasks", tasks, groups)):
            if not numbers:
                continue
            carried = last.get((document, key), 0)
            breaks, end = _breaks(numbers, carried, beside if shared else ())
            last[document, key] = end
            if key == "groups" and len(numbers) == 1 and part.path == document:
                continue
            found += [((*part.path, key, broken.item), broken) for broken in breaks]
        if shared:
            end = max(last[document, "groups"], last[document, "tasks"])
            last[document, "groups"] = last[document, "tasks"] = end
    return found


def _printed(item: Group | Task) -> str | None:
    """The number on paper; the one in the file where paper has a bullet."""
    printed = item.printed_number
    return printed if printed and any(map(str.isalnum, printed)) else item.number


def _one_count(groups: Sequence[str | None], tasks: Sequence[str | None]) -> bool:
    """Whether all numbers look alike, so that the items of both lists may be counted together."""
    alike = len({_shape(number) for number in (*groups, *tasks) if number}) == 1
    return (
        bool(groups and tasks) and alike and _is_roman(_marks(groups)) == _is_roman(_marks(tasks))
    )


def _shape(number: str) -> tuple[str, str, bool]:
    """What stands before the last mark, whether it is a figure or which case, and a bracket."""
    found = _LAST_PART.search(number)
    if found is None:
        return number, "", False
    mark = found[1]
    kind = "1" if mark.isdecimal() else "A" if mark.isupper() else "a"
    return number[: found.start(1)], kind, number.endswith(")")


def _marks(numbers: Sequence[str | None]) -> list[str]:
    """The last mark of each number in lower case, those without any left out."""
    return [found[1].lower() for n in numbers if n and (found := _LAST_PART.search(n))]


def _is_roman(marks: Sequence[str]) -> bool:
    """Whether marks are Roman numbers, not letters: "i" first, or "ii", which no letter is."""
    if not marks or not all(map(_ROMAN_FORM.fullmatch, marks)):
        return False
    return marks[0] == "i" or not any(set(marks) <= set(alphabet) for alphabet in _ALPHABETS)


@lru_cache(maxsize=4096)
def _breaks(
    numbers: tuple[str | None, ...], carried: int, beside: tuple[str | None, ...] = ()
) -> tuple[tuple[Break, ...], int]:
    """The breaks of one list, and its last count.

    It may go on from the list before (`carried`); numbers `beside` it, of the same count, are
    missing from it rightly.
    """
    own = [number for number in numbers if number]
    others = [number for number in beside if number]
    counts = _counts([*own, *others])
    elsewhere = dict(zip(counts[len(own) :], others, strict=bool(counts)))
    found: list[Break] = []
    seen: set[int] = set()
    previous, shown = 0, ""
    waiting = iter(counts[: len(own)])
    for item, number in enumerate(numbers):
        if number is None:
            continue
        count = next(waiting, None)
        if count is None:
            break
        between = max((other for other in elsewhere if previous < other < count), default=0)
        if between:
            previous, shown = between, elsewhere[between]
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
    marks = _marks(numbers)
    if len(marks) != len(numbers) or not marks:
        return []
    if all(map(str.isdecimal, marks)):
        return [int(mark) for mark in marks]
    if _is_roman(marks):
        return [_roman(mark) for mark in marks]
    letters = [alphabet for alphabet in _ALPHABETS if all(m in alphabet for m in marks)]
    readings = [[alphabet.index(mark) + 1 for mark in marks] for alphabet in letters]
    return min(readings, key=_jumps, default=[])


def _jumps(counts: Sequence[int]) -> int:
    return sum(b != a + 1 for a, b in pairwise(counts))


def _roman(mark: str) -> int:
    values = [_ROMAN[letter] for letter in mark]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
