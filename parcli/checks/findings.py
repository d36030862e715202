"""All diagnostics of a run, in a temporary table: sorted, each once, in little memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from parcli.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_TABLES = """
DROP TABLE IF EXISTS temp.shown;
CREATE TEMP TABLE shown (
  path TEXT, line INTEGER, column INTEGER, code TEXT, severity INTEGER, message TEXT, hint TEXT,
  facts TEXT, UNIQUE (path, line, column, code, severity, message, hint, facts)
);
"""


class Findings:
    """The diagnostics of one run, sorted by file, line, column and code; `files` were looked at."""

    def __init__(self, db: sqlite3.Connection, files: int = 0) -> None:
        self.db = db
        self._files = files
        db.executescript(_TABLES)

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep some more; one that is there already is not kept twice."""
        rows = [
            (d.file, d.line, d.column, d.code, int(d.severity), d.message, d.hint,
             json.dumps(d.facts, ensure_ascii=False))
            for d in diagnostics
        ]  # fmt: skip
        self.db.executemany("INSERT OR IGNORE INTO shown VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return self._files

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return self._count(Severity.WARNING)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Every diagnostic, by file and place."""
        sql = "SELECT * FROM shown ORDER BY path, line, column, code, message, facts"
        for path, line, column, code, severity, message, hint, values in self.db.execute(sql):
            kept = tuple((str(key), str(value)) for key, value in json.loads(values))
            yield Diagnostic(path, line, column, code, Severity(severity), message, hint, kept)

    def _count(self, severity: Severity) -> int:
        sql = "SELECT count(*) FROM shown WHERE severity = ?"
        return int(self.db.execute(sql, (int(severity),)).fetchone()[0])
