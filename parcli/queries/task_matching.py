"""Which task of one version of a directive is which of another, also after renumbering."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from parcli.model.task_ids import TaskIds, id_part, last_parts
from parcli.registry.compiled.directive_rows import Inherited, inherited
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.model.directive import Appendix, Directive, Group, Task

# rapidfuzz ratios, 0 to 100, of folded words. Two unrelated tasks of such documents reach 55.
_SAME_NUMBER = 60
_ANY_NUMBER = 75


@dataclass(frozen=True)
class PlacedTask:
    """A task where it stands: its id after the directive's, its headings, and what holds for it."""

    slug: str
    headings: tuple[str, ...]
    task: Task
    holds: Inherited

    @property
    def words(self) -> str:
        """Title and text, as they are compared."""
        return folded(f"{self.task.title or ''} {self.task.text or ''}")

    @property
    def parent(self) -> str:
        """The id of the part that holds it; empty in the body itself."""
        return self.slug.rpartition(".")[0]


class Pair(NamedTuple):
    """A task before and after; one side None where it is new or gone."""

    old: PlacedTask | None
    new: PlacedTask | None


def placed_tasks(directive: Directive) -> list[PlacedTask]:
    """The tasks in the order of the index, with the ids that the index gives them."""
    found = list(_walk(directive, (), (), Inherited()))
    for n, appendix in enumerate(directive.appendices):
        label = f"pl{id_part(appendix.number) or n + 1}"
        found += _walk(appendix, (label,), (appendix.title or label,), Inherited())
    ids = TaskIds()
    return [replace(placed, slug=ids.unique(placed.slug)) for placed in found]


def pairs(old: Sequence[PlacedTask], new: Sequence[PlacedTask]) -> list[Pair]:
    """Every task once: matched and new ones in the new order, then those that are gone.

    The surest matches first: same number and words, same words elsewhere, same number and much the
    same words, much the same words elsewhere.
    """
    left = dict(enumerate(old))
    matched: dict[int, int] = {}
    for stage in (_same_number_and_words, _same_words, _same_number, _alike):
        waiting = {n: placed for n, placed in enumerate(new) if n not in matched}
        for n, o in stage(left, waiting):
            matched[n] = o
            del left[o]
    both = [Pair(old[matched[n]] if n in matched else None, task) for n, task in enumerate(new)]
    return both + [Pair(gone, None) for gone in left.values()]


_Tasks = dict[int, PlacedTask]
_Matches = list[tuple[int, int]]


def _walk(
    part: Directive | Appendix | Group,
    slug: tuple[str, ...],
    headings: tuple[str, ...],
    given: Inherited,
) -> Iterator[PlacedTask]:
    for n, group in enumerate(part.groups):
        number = id_part(group.number) or str(n + 1)
        title = group.title or group.number or number
        yield from _walk(group, (*slug, number), (*headings, title), inherited(group, given))
    for number, task in zip(last_parts(part.tasks), part.tasks, strict=True):
        yield PlacedTask(".".join((*slug, number)), headings, task, inherited(task, given))


def _same_number_and_words(old: _Tasks, new: _Tasks) -> _Matches:
    known = {(placed.slug, placed.words): o for o, placed in old.items()}
    found = ((n, known.get((placed.slug, placed.words))) for n, placed in new.items())
    return [(n, o) for n, o in found if o is not None]


def _same_words(old: _Tasks, new: _Tasks) -> _Matches:
    """In the order of the documents, where the same words stand more than once."""
    by_words: dict[str, list[int]] = defaultdict(list)
    for o, placed in old.items():
        by_words[placed.words].append(o)
    return [
        (n, by_words[placed.words].pop(0))
        for n, placed in new.items()
        if placed.words and by_words.get(placed.words)
    ]


def _same_number(old: _Tasks, new: _Tasks) -> _Matches:
    from rapidfuzz import fuzz  # noqa: PLC0415  only tasks that changed pay for it

    by_slug = {placed.slug: o for o, placed in old.items()}
    return [
        (n, by_slug[placed.slug])
        for n, placed in new.items()
        if placed.slug in by_slug
        and fuzz.ratio(placed.words, old[by_slug[placed.slug]].words) >= _SAME_NUMBER
    ]


def _alike(old: _Tasks, new: _Tasks) -> _Matches:
    """The best match first; each task is matched once."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  only tasks that changed pay for it

    choices = {o: placed.words for o, placed in old.items()}
    scored = [
        (score, n, o)
        for n, placed in new.items()
        for _words, score, o in process.extract(
            placed.words, choices, scorer=fuzz.ratio, score_cutoff=_ANY_NUMBER
        )
    ]
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    found = []
    for _score, n, o in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if n not in taken_new and o not in taken_old:
            taken_new.add(n)
            taken_old.add(o)
            found.append((n, o))
    return found
