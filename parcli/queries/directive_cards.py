"""One directive: its header, what it rests on, its parts, and what it wants reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parcli.registry.origin import Origin, origin

if TYPE_CHECKING:
    from parcli.registry.compiled.store import Index

_HEADER = (
    "id", "org", "type", "number", "symbol", "superior", "issuer", "place", "issued", "subject",
)  # fmt: skip


@dataclass(frozen=True)
class DirectiveCard:
    """A directive's header, what it rests on, how many tasks it has, what it wants reported."""

    kind: Literal["directive"]
    header: dict[str, Any]
    citations: tuple[dict[str, Any], ...]
    parts: tuple[dict[str, Any], ...]
    reports: tuple[dict[str, Any], ...]
    origin: Origin

    def json(self) -> dict[str, Any]:
        """Header, citations, parts with their number of tasks, reports, origin."""
        return {
            "kind": self.kind,
            **self.header,
            "citations": list(self.citations),
            "parts": list(self.parts),
            "reports": list(self.reports),
            "origin": self.origin._asdict(),
        }


def directive_card(index: Index, slug: str) -> DirectiveCard | None:
    """The directive of that id; None where there is none."""
    columns = ", ".join(("id", "slug", *_HEADER[1:], "first_day", "last_day"))
    sql = f"SELECT {columns} FROM directive WHERE slug = ?"
    row = index.db.execute(sql, (slug,)).fetchone()
    if row is None:
        return None
    directive, *values, first, last = row
    header = dict(zip(_HEADER, values, strict=True))
    header["in_force"] = {"from": first, "until": last}
    return DirectiveCard(
        "directive",
        header,
        tuple(_present(index, "type number issued issuer title role at", "citation", directive)),
        tuple(_parts(index, directive)),
        tuple(_reports(index, directive)),
        origin(index, directive),
    )


def _present(index: Index, columns: str, table: str, directive: int) -> list[dict[str, Any]]:
    names = columns.split()
    sql = f"SELECT {', '.join(names)} FROM {table} WHERE directive = ? ORDER BY n"
    rows = index.db.execute(sql, (directive,))
    return [{k: v for k, v in zip(names, row, strict=True) if v is not None} for row in rows]


def _parts(index: Index, directive: int) -> list[dict[str, Any]]:
    sql = (
        "SELECT a.number, a.title, a.framework, count(*) FROM task t LEFT JOIN appendix a "
        "ON a.directive = t.directive AND a.n = t.appendix WHERE t.directive = ? "
        "GROUP BY t.appendix ORDER BY t.appendix"
    )
    keys = ("appendix", "title", "index", "tasks")
    return [dict(zip(keys, row, strict=True)) for row in index.db.execute(sql, (directive,))]


def _reports(index: Index, directive: int) -> list[dict[str, Any]]:
    sql = (
        "SELECT slug, title, phrase, after FROM duty WHERE directive = ? AND kind = 'report' "
        "ORDER BY n"
    )
    keys = ("id", "title", "deadline", "after")
    return [dict(zip(keys, row, strict=True)) for row in index.db.execute(sql, (directive,))]
