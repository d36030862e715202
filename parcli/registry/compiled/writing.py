"""Putting a compiled file's rows in the index in place of those it had."""

from __future__ import annotations

import json
import time
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

# A file changed this shortly before it was read may change again without its time showing it.
_TOO_FRESH_NS = 2_000_000_000
# Which columns of these tables hold names.
_NAME_COLUMN = {"assignment": (4,), "duty_from": (3,), "duty": (9, 10)}


class Writer:
    """Writes within the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, *, inspected: bool) -> None:
        self.db = db
        self.inspected = inspected
        self.names: Names | None = None
        self._began = time.time_ns()
        self._added: set[int] = set()
        self._stored: set[int] = set()
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

    def add(self, file: RegistryFile, number: int) -> None:
        """A file that the index does not have, under this number."""
        sql = "INSERT INTO file VALUES (?, ?, ?, ?, 0, x'', 0)"
        self.db.execute(sql, (number, file.path, file.kind.value, file.size))
        self._added.add(number)

    def dependants(self, orgs: Iterable[str]) -> list[RegistryFile]:
        """The directives, but for those just stored, of organisations whose names changed in time.

        Their content counts as unknown from now on.
        """
        found = []
        for org in orgs:
            sql = (
                "SELECT file.path, size, changed, file.id FROM file "
                "JOIN directive ON directive.id = file.id WHERE org = ?"
            )
            for path, size, changed, number in self.db.execute(sql, (org,)).fetchall():
                if number not in self._stored:
                    self.db.execute("UPDATE file SET hash = x'' WHERE id = ?", (number,))
                    found.append(RegistryFile(FileKind.DIRECTIVE, path, size, changed))
        return found

    def store(self, compiled: Compiled) -> None:
        """The rows of one file for its old ones; its time alone where nothing else changed."""
        if compiled.rows is not None:
            compiled = compiled._replace(rows=self._at_home(compiled.rows))
            self._clear(compiled.number)
            self._stored.add(compiled.number)
            for table, rows in (compiled.rows or {}).items():
                if rows:
                    self.db.executemany(
                        self._insert(table, len(rows[0])), self._named(compiled, table)
                    )
            self._diagnostics(compiled)
            self._ignores(compiled)
            sql = "UPDATE file SET inspected = ? WHERE id = ?"
            self.db.execute(sql, (self.inspected, compiled.number))
        changed = compiled.file.changed
        self.db.execute(
            "UPDATE file SET size = ?, changed = ?, hash = ? WHERE id = ?",
            (
                compiled.file.size,
                0 if self._began - changed < _TOO_FRESH_NS else changed,
                compiled.hash,
                compiled.number,
            ),
        )

    def take_in(self, part: str, names: Names) -> None:
        """The rows of all files of an attached index, made with NamesByDay, for their old ones."""
        for (number,) in self.db.execute(f"SELECT id FROM {part}.file").fetchall():
            self._clear(number)
            self._stored.add(number)
        home = self._home() or UNKNOWN_ORG
        self._take_names(part, names, home)
        for table in OWNERS:
            columns = self._columns(table)
            sql = f'INSERT OR IGNORE INTO main."{table}" SELECT {columns} FROM {part}."{table}"'
            self.db.execute(sql)
        self.db.execute(f"INSERT OR REPLACE INTO main.file SELECT * FROM {part}.file")
        self.db.execute("UPDATE directive SET org = ? WHERE org = ?", (home, UNKNOWN_ORG))

    def _take_names(self, part: str, names: Names, home: str) -> None:
        """Note which number each name of the part has in this index."""
        self.db.execute("CREATE TEMP TABLE IF NOT EXISTS named (local INTEGER PRIMARY KEY, id)")
        self.db.execute("DELETE FROM temp.named")
        found = self.db.execute(f"SELECT id, org, written, since FROM {part}.name").fetchall()
        for local, org, written, day in found:
            numbers = names.numbers(org=home if org == UNKNOWN_ORG else org, day=day)
            self.db.execute("INSERT INTO temp.named VALUES (?, ?)", (local, numbers[written]))

    def _columns(self, table: str) -> str:
        """The columns of a table of a part, with the numbers that names have in this index."""
        columns = [f'"{row[1]}"' for row in self.db.execute(f'PRAGMA table_info("{table}")')]
        for at in _NAME_COLUMN.get(table, ()):
            columns[at] = f"(SELECT id FROM temp.named WHERE local = {columns[at]})"
        return ", ".join(columns)

    def _home(self) -> str | None:
        """The registry's own organisation, where its settings name one."""
        found = self.db.execute("SELECT org FROM config WHERE org IS NOT NULL").fetchone()
        return found[0] if found else None

    def _at_home(self, rows: Rows) -> Rows:
        """A directive that does not say rightly whose it is, as one of the registry's own."""
        said = rows.get("directive")
        if not said or said[0][2] != UNKNOWN_ORG or (home := self._home()) is None:
            return rows
        return rows | {"directive": [(*row[:2], home, *row[3:]) for row in said]}

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
