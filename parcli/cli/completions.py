"""What the shell offers after Tab: units, directives, tasks and periods of the registry at hand."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.registry.compiled.store import Index

_MOST = 200


def complete_unit(incomplete: str) -> list[tuple[str, str]]:
    """Units whose id, or a word of whose name, begins with what was typed."""
    from parcli.text import folded

    wanted = folded(incomplete)
    sql = "SELECT id, name FROM unit ORDER BY org, position"
    return [
        (ident, name)
        for ident, name in _rows(sql)
        if ident.startswith(incomplete) or f" {wanted}" in f" {folded(name)}"
    ][:_MOST]


def complete_directive(incomplete: str) -> list[tuple[str, str]]:
    """Directives by id."""
    rows = _rows("SELECT slug, subject FROM directive ORDER BY slug")
    return [(slug, subject) for slug, subject in rows if slug.startswith(incomplete)][:_MOST]


def complete_task(incomplete: str) -> list[tuple[str, str]]:
    """Tasks by id, once the directive is typed; directives before."""
    if "/" not in incomplete:
        return [(f"{slug}/", subject) for slug, subject in complete_directive(incomplete)]
    sql = (
        "SELECT d.slug || '/' || t.slug, coalesce(t.title, t.text, '') FROM task t "
        "JOIN directive d ON d.id = t.directive WHERE d.slug = ? ORDER BY t.n"
    )
    rows = _rows(sql, incomplete.partition("/")[0])
    return [(ident, title) for ident, title in rows if ident.startswith(incomplete)][:_MOST]


def complete_period(incomplete: str) -> list[str]:
    """Quarters of the years in which a directive of the registry is in force."""
    sql = "SELECT DISTINCT substr(first_day, 1, 4), substr(last_day, 1, 4) FROM directive"
    years = sorted({year for row in _rows(sql) for year in row if "1900" < year < "2200"})
    quarters = [f"{year}-Q{quarter}" for year in years for quarter in (1, 2, 3, 4)]
    return [quarter for quarter in quarters if quarter.startswith(incomplete)]


def _rows(sql: str, *values: str) -> list[tuple[str, str]]:
    """Rows of the registry at hand; none without one, since completion must never complain."""
    with _index() as index:
        return index.db.execute(sql, values).fetchall() if index else []


@contextmanager
def _index() -> Iterator[Index | None]:
    from parcli.errors import ParcliError
    from parcli.registry.compiled.store import open_index
    from parcli.registry.files import find_root

    try:
        index = open_index(find_root(None, Path.cwd()))
    except (ParcliError, OSError):
        yield None
        return
    try:
        yield index
    finally:
        index.db.close()
