"""Where a task stands in its document: the part, and the headings down to its own."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parcli.documents.contexts.report_frame import ReportFrame

_BETWEEN = " – "
_BODY = "Nhiệm vụ giao tại nội dung văn bản"
_APPENDICES = (
    "SELECT a.number, a.title FROM appendix a JOIN directive d ON d.id = a.directive "
    "WHERE d.slug = ? ORDER BY a.n"
)
_GROUPS = (
    'SELECT g.n, g.parent, g.number, g.path, g.title FROM "group" g '
    "JOIN directive d ON d.id = g.directive WHERE d.slug = ?"
)
_TASKS = (
    'SELECT t.directive, t.n, t."group" FROM task t '
    "JOIN directive d ON d.id = t.directive WHERE d.slug = ?"
)


class Heading(NamedTuple):
    """A group of a directive: its number in the index, its printed number, path and title."""

    group: int
    number: str | None
    path: str | None
    title: str | None


class Headings:
    """The headings of a directive's tasks; two groups printed alike stay two."""

    def __init__(self, frame: ReportFrame) -> None:
        slug, db = (frame.directive["slug"],), frame.index.db
        self._above = {n: above for n, above, *_heading in db.execute(_GROUPS, slug)}
        self._groups = {n: Heading(n, *rest) for n, _above, *rest in db.execute(_GROUPS, slug)}
        self._of_task = {(directive, n): g for directive, n, g in db.execute(_TASKS, slug)}
        self._known: dict[int | None, tuple[Heading, ...]] = {None: ()}

    def of(self, task: tuple[int, int]) -> tuple[Heading, ...]:
        """The headings above the task with that key, the outermost first; none outside a group."""
        return self._chain(self._of_task.get(task))

    def _chain(self, group: int | None) -> tuple[Heading, ...]:
        if group not in self._known:
            above = self._chain(self._above[group])
            self._known[group] = (*above, self._groups[group])
        return self._known[group]


def part_titles(frame: ReportFrame) -> defaultdict[str | None, str]:
    """Each appendix's title with its number; the body's, by any other key."""
    rows = frame.index.db.execute(_APPENDICES, (frame.directive["slug"],))
    found = {
        number: f"{title or ''} (Phụ lục {number})".strip() for number, title in rows if number
    }
    return defaultdict(lambda: _BODY, found)


def in_one_line(headings: Iterable[Heading]) -> str | None:
    """The titles one after another, the outermost first; None where there is none."""
    return _BETWEEN.join(h.title.strip() for h in headings if h.title) or None
