"""Runs the checks over a compiled index and brings everything found together, file by file."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from parcli.checks import CHECKS, OF_ONE_FILE
from parcli.checks.context import Context
from parcli.checks.findings import Findings
from parcli.checks.ignoring import NEVER_IGNORED, comments_in, without_ignored
from parcli.checks.locating import located, source_of
from parcli.diagnostics import Diagnostic, Severity
from parcli.language import N_
from parcli.registry.compiled.loose import LooseFile, loose_index
from parcli.registry.files import passed_over
from parcli.registry.yaml_source import YamlSource, read_yaml
from parcli.registry.yaml_text import place_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from parcli.checks.finding import Check, Finding
    from parcli.registry.compiled.store import Index

    Reader = Callable[[str], YamlSource]

_PASSED_OVER = N_("parcli does not read this file: it stands in no folder for files of its kind.")
_PASSED_OVER_HINT = N_("Move it, say to data/directives; a folder or a broken link is no file.")
_BATCH = 500
_TABLE = """
DROP TABLE IF EXISTS temp.finding;
CREATE TEMP TABLE finding (
  file INTEGER, code TEXT, severity INTEGER, message TEXT, hint TEXT, facts TEXT, record TEXT,
  field TEXT, offset INTEGER
);
"""
_FILES = """
SELECT id, path FROM file WHERE id IN (
  SELECT file FROM diagnostic UNION SELECT file FROM ignore UNION SELECT file FROM finding
) ORDER BY path
"""


def checked(
    index: Index,
    only: Collection[str] | None = None,
    *,
    checks: Sequence[Check] = CHECKS,
    read: Reader | None = None,
    today: date | None = None,
) -> Findings:
    """Every diagnostic of the registry, or of the files `only` names by their paths below its root.

    Severities are those of the policies in parcli.yaml; what a comment ignores is left out. `read`
    gives a file's source where it is not below the root; without `today` nothing is found to lie in
    the future. Raises ValueError for an index that was opened without inspections.
    """
    db = index.db
    if db.execute("SELECT 1 FROM file WHERE NOT inspected").fetchone():
        message = "the index was opened without inspections"
        raise ValueError(message)
    read = read or (lambda path: source_of(index.root, path))
    policies: Any = index.settings().get("policies", {})
    files = len(only) if only is not None else _count_files(db)
    findings = Findings(db, files)
    db.executescript(_TABLE)
    db.execute("BEGIN")
    try:
        _run(Context(index, policies, today), checks)
        severities = severities_of(policies)
        for number, path in db.execute(_FILES).fetchall():
            if only is None or path in only:
                found = (*_stored(db, number, path), *_located(db, number, path, read))
                kept = without_ignored(path, sorted(found), comments_in(db, number))
                findings.add(_by_policy(kept, severities))
        if only is None:
            findings.add(_by_policy(_passed_over(index.root), severities))
    finally:
        db.execute("COMMIT")
    return findings


def checked_loose(
    files: Sequence[LooseFile], root: Path | None = None, *, today: date | None = None
) -> Findings:
    """Every diagnostic of files that stand in no registry; with that of `root` at hand, its units.

    Without a registry, only what a file can be told of by itself.
    """
    raw = {each.name: each.raw for each in files}
    index = loose_index(files, root)
    return checked(
        index,
        raw,
        checks=CHECKS if root else OF_ONE_FILE,
        read=lambda path: read_yaml(path, raw[path])[0],
        today=today,
    )


def severities_of(policies: Mapping[str, Any]) -> dict[str, str]:
    """What parcli.yaml says of codes: "error", "warning" or "off"."""
    given = {str(code): str(level) for code, level in policies.get("severity", {}).items()}
    evidence = policies.get("done_without_evidence")
    return {"PAR605": str(evidence), **given} if evidence else given


def _passed_over(root: Path) -> Iterator[Diagnostic]:
    """Files that look like some of the registry's and are not read."""
    for path in passed_over(root):
        yield Diagnostic(path, 1, 1, "PAR116", Severity.WARNING, _PASSED_OVER, _PASSED_OVER_HINT)


def _count_files(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM file").fetchone()[0])


def _run(context: Context, checks: Sequence[Check]) -> None:
    """The checks, their findings kept in the table `finding`."""
    insert = "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    for check in checks:
        found = check.check(context)
        while batch := list(islice(found, _BATCH)):
            rows = [_row(check.CODE, check.SEVERITY, finding) for finding in batch]
            context.db.executemany(insert, rows)


def _row(code: str, usual: Severity, f: Finding) -> tuple[Any, ...]:
    severity = usual if f.severity is None else f.severity
    words = (f.message, f.hint, json.dumps(f.facts, ensure_ascii=False))
    return (
        f.file,
        code,
        int(severity),
        *words,
        json.dumps(f.record),
        json.dumps(f.field),
        f.offset,
    )


def _stored(db: sqlite3.Connection, number: int, path: str) -> Iterator[Diagnostic]:
    """What was found in the file by itself when it was read."""
    sql = "SELECT line, column, code, severity, message, hint, facts FROM diagnostic WHERE file = ?"
    for line, column, code, severity, message, hint, values in db.execute(sql, (number,)):
        kept = tuple((str(key), str(value)) for key, value in json.loads(values).items())
        yield Diagnostic(path, line, column, code, Severity(severity), message, hint, kept)


def _located(db: sqlite3.Connection, number: int, path: str, read: Reader) -> Iterator[Diagnostic]:
    """What checks found in the file, now with lines and columns."""
    sql = (
        "SELECT code, severity, message, hint, facts, record, field, offset FROM finding "
        "WHERE file = ?"
    )
    rows = db.execute(sql, (number,)).fetchall()
    if not rows:
        return
    source = read(path)
    for code, severity, message, hint, values, record, field, offset in rows:
        place = (
            located(source, tuple(json.loads(record)), tuple(json.loads(field)))
            if offset is None
            else place_of(source.text, offset)
        )
        # What a record lacks whose end could not be read is told with that, not as well.
        if source.unfinished is None or place < source.unfinished:
            kept = tuple((key, value) for key, value in json.loads(values))
            yield Diagnostic(path, *place, code, Severity(severity), message, hint, kept)


def _by_policy(
    diagnostics: Iterator[Diagnostic], severities: Mapping[str, str]
) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        level = severities.get(diagnostic.code)
        if level is None or diagnostic.code in NEVER_IGNORED:
            yield diagnostic
        elif level != "off":
            yield replace(diagnostic, severity=Severity[level.upper()])
