"""Putting a compiled file's rows in the index in place of those it had."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from parcli.registry.compiled.tables import OWNERS
from parcli.registry.files import FileKind, RegistryFile
from parcli.registry.reading import UNKNOWN_ORG

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from parcli.registry.compiled.compiling import Compiled
    from parcli.registry.compiled.directive_rows import Rows
    from parcli.registry.compiled.names import Names

_NAME_COLUMN = {"assignment": (4,), "duty_from": (3,), "duty": (9, 10)}


class Writer:
    """Writes within the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, *, inspected: bool) -> None:
        self.db = db
        self.inspected = inspected
        self.names: Names | None = None
        self._added: set[int] = set()
        self._inserts: dict[str, str] = {}

    def number(self, file: RegistryFile) -> tuple[int, bytes]:
        """The number that a file's rows are kept under, and its content as the index knows it.

        The content counts as unknown where inspections are wanted that were not done.
        """
        sql = "SELECT id, hash, inspected FROM file WHERE path = ?"
        row = self.db.execute(sql, (file.path,)).fetchone()
        if row:
            return int(row[0]), b"" if self.inspected > row[2] else bytes(row[1])
        sql = "INSERT INTO file VALUES (NULL, ?, ?, ?, 0, x'', 0)"
        number = self.db.execute(sql, (file.path, file.kind.value, file.size)).lastrowid or 0
        self._added.add(number)
        return number, b""

    def dependants(self, orgs: Iterable[str], but: Iterable[RegistryFile]) -> list[RegistryFile]:
        """The directives of organisations whose names changed in time, to be stored anew."""
        queued = {file.path for file in but}
        found = []
        for org in orgs:
            sql = (
                "SELECT file.path, size, changed, file.id FROM file "
                "JOIN directive ON directive.id = file.id WHERE org = ?"
            )
            for path, size, changed, number in self.db.execute(sql, (org,)).fetchall():
                self.db.execute("UPDATE file SET hash = x'' WHERE id = ?", (number,))
                if path not in queued:
                    found.append(RegistryFile(FileKind.DIRECTIVE, path, size, changed))
        return found

    def store(self, compiled: Compiled, changed: int) -> None:
        """The rows of one file for its old ones; its time alone where nothing else changed."""
        if compiled.rows is not None:
            compiled = compiled._replace(rows=self._at_home(compiled.rows))
            self._clear(compiled.number)
            for table, rows in (compiled.rows or {}).items():
                if rows:
                    self.db.executemany(
                        self._insert(table, len(rows[0])), self._named(compiled, table)
                    )
            self._diagnostics(compiled)
            self._ignores(compiled)
            sql = "UPDATE file SET inspected = ? WHERE id = ?"
            self.db.execute(sql, (self.inspected, compiled.number))
        self.db.execute(
            "UPDATE file SET size = ?, changed = ?, hash = ? WHERE id = ?",
            (compiled.file.size, changed, compiled.hash, compiled.number),
        )

    def _at_home(self, rows: Rows) -> Rows:
        """A directive that does not say rightly whose it is, as one of the registry's own."""
        said = rows.get("directive")
        if not said or said[0][2] != UNKNOWN_ORG:
            return rows
        home = self.db.execute("SELECT org FROM config WHERE org IS NOT NULL").fetchone()
        if home is None:
            return rows
        return rows | {"directive": [(*row[:2], home[0], *row[3:]) for row in said]}

    def forget(self, number: int) -> None:
        """Remove a file that is gone."""
        self._clear(number)
        self.db.execute("DELETE FROM file WHERE id = ?", (number,))

    def _clear(self, number: int) -> None:
        if number in self._added:
            return
        for table, owner in OWNERS.items():
            self.db.execute(f'DELETE FROM "{table}" WHERE "{owner}" = ?', (number,))

    def _insert(self, table: str, width: int) -> str:
        if table not in self._inserts:
            marks = ", ".join("?" * width)
            self._inserts[table] = f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})'
        return self._inserts[table]

    def _named(self, compiled: Compiled, table: str) -> list[tuple[Any, ...]]:
        """Rows with written names replaced by their numbers."""
        rows = (compiled.rows or {})[table]
        columns = _NAME_COLUMN.get(table)
        if columns is None or self.names is None:
            return rows
        directive = (compiled.rows or {})["directive"][0]
        numbers = self.names.numbers(org=directive[2], day=directive[11])
        if table == "assignment":
            return [(*row[:4], numbers[row[4]], *row[5:]) for row in rows]
        changed = []
        for row in rows:
            values = list(row)
            for column in columns:
                values[column] = numbers[values[column]] if values[column] else None
            changed.append(tuple(values))
        return changed

    def _diagnostics(self, compiled: Compiled) -> None:
        rows = [
            (compiled.number, d.line, d.column, d.code, int(d.severity), d.message, d.hint,
             json.dumps(dict(d.facts), ensure_ascii=False))
            for d in compiled.diagnostics
        ]  # fmt: skip
        self.db.executemany("INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _ignores(self, compiled: Compiled) -> None:
        rows = [
            (compiled.number, *comment[:4], json.dumps(comment.codes), comment.reason)
            for comment in compiled.ignores
        ]
        self.db.executemany("INSERT INTO ignore VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
