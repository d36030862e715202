"""What the shell offers after Tab: units, directives, tasks, criteria and periods at hand.

Each function takes what was typed and gives values, with what the shell may say of them.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from parcli.registry.compiled.store import Index

_MOST = 200
Offer = tuple[str, str]
_TASKS = (
    "SELECT d.slug || '/' || t.slug, coalesce(t.title, t.text, '') FROM task t "
    "JOIN directive d ON d.id = t.directive WHERE d.slug = ? ORDER BY t.n"
)
_DUTIES = (
    "SELECT d.slug || '/' || u.slug, coalesce(u.title, u.phrase, '') FROM duty u "
    "JOIN directive d ON d.id = u.directive WHERE d.slug = ? AND u.kind = 'report' ORDER BY u.n"
)


def complete_unit(incomplete: str) -> list[Offer]:
    """Units whose id begins with what was typed; else those in whose names it stands."""
    return _items(_units(incomplete))


def complete_directive(incomplete: str) -> list[Offer]:
    """Directives by id."""
    return _items(_beginning(_directives(), incomplete))


def complete_organisation(incomplete: str) -> list[Offer]:
    """Organisations that have a catalogue."""
    return _items(_beginning(_rows("SELECT id, name FROM organisation ORDER BY id"), incomplete))


def complete_task(incomplete: str) -> list[Offer]:
    """Tasks by id, once the directive is typed; directives before."""
    return _items(_within_directive(incomplete, _TASKS))


def complete_index(incomplete: str) -> list[Offer]:
    """Indices by id."""
    return _items(_beginning(_indices(), incomplete))


def complete_criterion(incomplete: str) -> list[Offer]:
    """Criteria by id, once the index is typed; indices before."""
    return _items(_criteria(incomplete))


def complete_ident(incomplete: str) -> list[Offer]:
    """Whatever `parcli show` shows: directives, tasks and reports, indices, criteria, units."""
    if "/" not in incomplete:
        listed = [*_within_directive(incomplete, _TASKS), *_beginning(_indices(), incomplete)]
        plain = _beginning(_directives(), incomplete)
        return _items([*plain, *listed, *_units(incomplete)])
    within = (*_within_directive(incomplete, _TASKS), *_within_directive(incomplete, _DUTIES))
    return _items([*within, *_criteria(incomplete)])


def complete_period(incomplete: str) -> list[Offer]:
    """Quarters of the years in which a directive of the registry is in force."""
    sql = "SELECT DISTINCT substr(first_day, 1, 4), substr(last_day, 1, 4) FROM directive"
    years = sorted({year for row in _rows(sql) for year in row if "1900" < year < "2200"})
    quarters = ((f"{year}-Q{quarter}", "") for year in years for quarter in (1, 2, 3, 4))
    return _items(_beginning(quarters, incomplete))


def complete_status(incomplete: str) -> list[Offer]:
    """Statuses of a task, each with its Vietnamese name."""
    from parcli.model.status_names import VIETNAMESE

    return _items(_beginning(VIETNAMESE.items(), incomplete))


def complete_one_of(*values: str) -> Callable[[str], list[Offer]]:
    """A completion by values that need no registry."""

    def complete(incomplete: str) -> list[Offer]:
        return _items(_beginning(((value, "") for value in values), incomplete))

    return complete


def _units(incomplete: str) -> list[Offer]:
    from parcli.text import folded

    listed = _rows("SELECT id, name FROM unit ORDER BY org, position")
    begun = _beginning(listed, incomplete)
    wanted = folded(incomplete)
    if begun or not wanted:
        return begun
    sql = "SELECT id, name, aliases FROM unit ORDER BY org, position"
    return [
        (ident, name)
        for ident, name, aliases in _rows(sql)
        if f" {wanted}" in f" {folded(name)} {folded(aliases)}"
    ]


def _directives() -> list[Offer]:
    return _rows("SELECT slug, subject FROM directive ORDER BY slug")


def _indices() -> list[Offer]:
    return _rows("SELECT id, name FROM framework ORDER BY id")


def _criteria(incomplete: str) -> list[Offer]:
    if "/" not in incomplete:
        return [(f"{ident}/", name) for ident, name in _beginning(_indices(), incomplete)]
    return _beginning(_rows("SELECT id, name FROM criterion ORDER BY position"), incomplete)


def _within_directive(incomplete: str, sql: str) -> list[Offer]:
    """What a directive holds, once it is typed; directives with "/" before."""
    if "/" not in incomplete:
        return [(f"{slug}/", subject) for slug, subject in _beginning(_directives(), incomplete)]
    return _beginning(_rows(sql, incomplete.partition("/")[0]), incomplete)


def _beginning(rows: Iterable[Offer], incomplete: str) -> list[Offer]:
    return [row for row in rows if row[0].startswith(incomplete)]


def _items(rows: Iterable[Offer]) -> list[Offer]:
    """Each once."""
    return [(_Fitting(value), said) for value, said in list(dict(rows).items())[:_MOST]]


class _Fitting(str):
    """A value that was found to fit: "phong-noi-vu" for "noi".

    Typer drops what does not start with the letters typed, by asking the value itself.
    """

    __slots__ = ()

    def startswith(self, *_prefix: Any) -> bool:
        """True: what fits was found before."""
        return True


def _rows(sql: str, *values: str) -> list[Any]:
    """Rows of the registry at hand; none without one, since completion must never complain."""
    with _index() as index:
        return index.db.execute(sql, values).fetchall() if index else []


@contextmanager
def _index() -> Iterator[Index | None]:
    from parcli.errors import ParcliError
    from parcli.registry.compiled.store import open_index
    from parcli.registry.files import find_root

    try:
        named = os.environ.get("PARCLI_ROOT")
        index = open_index(find_root(Path(named) if named else None, Path.cwd()))
    except (ParcliError, OSError):
        yield None
        return
    try:
        yield index
    finally:
        index.db.close()
