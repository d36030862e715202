"""How the numbers of a list run: Arabic, Roman, or Vietnamese letters, each read as a count."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.model.directive import Appendix, Directive, Group, Task
    from parcli.registry.inspection.document_parts import DataPath, Part

Kind = Literal["repeats", "skips", "restarts"]

# NĐ 30/2020/NĐ-CP Phụ lục I: points go by the Vietnamese alphabet; many use the Latin one.
_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_NUMBERED_LINE = re.compile(r"^\W{0,3}((?:\d+\.)*\d+|[a-zđ]|[IVXL]+)[.)]\s", re.MULTILINE)
_LAST_PART = re.compile(r"(?:^|[.\-_/ ])([^\W_]+)[.)]*$")


def count_of(number: str) -> int | None:
    """What one number counts: 2 for “II”, “2” and “b”; None where it cannot be read."""
    return next(iter(_counts([number])), None)


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
    section or appendix may be the only one that somebody typed. Articles (Điều 1, Điều 2) run on
    through all chapters; the number of a bullet is its place in the list; “1.” may be a line of the
    text above.
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
            count = _word(numbers) or key
            breaks, end = _breaks(numbers, last.get((document, count), 0), beside if shared else ())
            last[document, key] = last[document, count] = end
            if key == "groups" and len(numbers) == 1 and part.path == document:
                continue
            items: Sequence[Group | Task] = getattr(part.item, key)
            found += [
                ((*part.path, key, broken.item), broken)
                for broken in breaks
                if not _is_place(items[broken.item], broken)
                and not _is_above(part.item, items, broken)
            ]
        if shared:
            end = max(last[document, "groups"], last[document, "tasks"])
            last[document, "groups"] = last[document, "tasks"] = end
    return found


def _printed(item: Group | Task) -> str | None:
    """The number on paper; the one in the file where paper has a bullet."""
    printed = item.printed_number
    return printed if printed and any(map(str.isalnum, printed)) else item.number


def _is_place(item: Group | Task, broken: Break) -> bool:
    """Whether the number only says where in its list an item with a bullet stands."""
    return broken.number != item.printed_number is not None and item.number == str(broken.item + 1)


def _is_above(
    around: Directive | Appendix | Group, items: Sequence[Group | Task], broken: Break
) -> bool:
    """Whether the number before is a line of the text above: the section's or the last item's."""
    if broken.kind != "skips":
        return False
    above = [around, *items[max(0, broken.item - 1) : broken.item]]
    lines = [_NUMBERED_LINE.findall(getattr(each, "text", None) or "") for each in above]
    return any(_follow(number, broken.number) for numbers in lines for number in numbers)


def _follow(before: str, number: str) -> bool:
    """Whether the second number is the one after the first, written alike."""
    counts = _counts([before, number])
    return bool(counts) and counts[1] == counts[0] + 1 and _shape(before)[:2] == _shape(number)[:2]


def _word(numbers: Sequence[str | None]) -> str:
    """The word before the first number: “Điều ”; empty where there is none."""
    before = next((_shape(number)[0] for number in numbers if number), "")
    return before if before.strip().isalpha() else ""


def _one_count(groups: Sequence[str | None], tasks: Sequence[str | None]) -> bool:
    """Whether all numbers look alike, so that the items of both lists may be counted together."""
    if not groups or not tasks:
        return False
    alike = len({_shape(number) for number in (*groups, *tasks) if number}) == 1
    return alike and _is_roman(_marks(groups)) == _is_roman(_marks(tasks))


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
    missing from it rightly. What stands before the last mark (“3.” of 3.1) has a count of its own.
    """
    own = [number for number in numbers if number]
    others = [number for number in beside if number]
    counts = _counts([*own, *others])
    elsewhere = dict(zip(counts[len(own) :], others, strict=bool(counts)))
    found: list[Break] = []
    seen: dict[str, set[int]] = {}
    reached: dict[str, int] = {}
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
        before = "" if number.isdecimal() else _shape(number)[0]
        expected = reached.get(before, 0 if reached else carried) + 1
        again = count in seen.setdefault(before, set())
        if count != previous + 1 and (again or count != expected):
            found.append(Break(item, _kind(count, previous, again=again), number, shown))
        seen[before].add(count)
        previous, shown, reached[before] = count, number, count
    return tuple(found), previous


def _kind(count: int, previous: int, *, again: bool) -> Kind:
    if count == 1 and previous > 1:
        return "restarts"
    if again:
        return "repeats"
    return "skips" if count > previous else "restarts"


def _counts(numbers: Sequence[str]) -> list[int]:
    """The numbers as counts, by the first way that reads them all; none where no way does."""
    if all(map(str.isdecimal, numbers)):  # by far the most lists: 1, 2, 3
        return [int(number) for number in numbers]
    marks = _marks(numbers)
    if len(marks) != len(numbers):
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
