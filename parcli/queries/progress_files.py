"""Which progress files rest on other files of the registry."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from parcli.registry.compiled.store import Index


def progress_resting_on(index: Index, paths: Collection[str]) -> set[str]:
    """Progress files that report on the directives, or name the evidence, at `paths`."""
    sql = """
    SELECT DISTINCT f.path FROM progress p JOIN file f ON f.id = p.file
    WHERE substr(p.task, 1, instr(p.task, '/') - 1) IN (SELECT value FROM json_each(?))
    OR EXISTS (SELECT 1 FROM json_each(p.evidence) e
      WHERE json_extract(e.value, '$.file') IN (SELECT value FROM json_each(?)))
    """
    stems = [PurePosixPath(path).stem for path in paths if path.startswith("data/directives/")]
    found = index.db.execute(sql, (json.dumps(stems), json.dumps([*paths])))
    return {row[0] for row in found}
