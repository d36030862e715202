"""Files named as evidence: where they should be, and whether they may be looked at."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import DataPath


class EvidenceFile(NamedTuple):
    """One file of one progress entry. `path` is None where it would leave the registry."""

    file: int
    record: DataPath
    written: str
    sha256: str | None
    path: Path | None


def evidence_files(context: Context) -> Iterator[EvidenceFile]:
    """Every file that progress names as evidence."""
    sql = "SELECT file, task, evidence FROM progress WHERE instr(evidence, '\"file\"')"
    root = context.index.root.resolve()
    for file, task, evidence in context.db.execute(sql):
        for n, each in enumerate(json.loads(evidence)):
            if written := each.get("file"):
                record = ("tasks", task, "evidence", n)
                yield EvidenceFile(file, record, written, each.get("sha256"), _below(root, written))


def _below(root: Path, written: str) -> Path | None:
    """The file below the registry's folder; None for an absolute path, a URL or one that leaves."""
    if PureWindowsPath(written).drive or PurePosixPath(written).is_absolute() or "\0" in written:
        return None
    try:
        path = (root / written.replace("\\", "/")).resolve()
    except (OSError, RuntimeError):
        return None
    return path if path.is_relative_to(root) else None
