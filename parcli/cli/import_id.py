"""The id of a draft whose user gives none."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from parcli.intake.draft import Draft

# Of the shorter list of tasks: documents of one office share a sentence or two, revisions most.
_SHARED_BY_REVISIONS = 0.25


def made_id(draft: Draft, home: Path | None) -> str:
    """Organisation, year and number, or the file's name where nobody is named as issuer.

    A figure follows where the registry's file of that name holds another document.
    """
    usual = _of_document(draft)
    names = (usual if number == 1 else f"{usual}-{number}" for number in count(1))
    return next(name for name in names if home is None or _is_free(draft, home, name))


def _is_free(draft: Draft, home: Path, name: str) -> bool:
    path = home / "data/directives" / f"{name}.yaml"
    return not path.exists() or not _is_of_another(draft, path)


def _of_document(draft: Draft) -> str:
    from parcli.intake.organisation import slug
    from parcli.intake.recognise.letterhead import UNKNOWN

    values = draft.values
    org = values["org"]
    if values.get("issuer") in (None, UNKNOWN):
        org = slug(draft.document.file.rpartition(".")[0]) or org
    parts = [org, str(values.get("issued") or "")[:4], slug(values.get("number") or "")]
    return "-".join(part for part in parts if part)


def _is_of_another(draft: Draft, path: Path) -> bool:
    """Whether the file holds another document: another subject, and hardly a task in common.

    One that cannot be read, or has no tasks to compare, is not told to be another.
    """
    from parcli.cli.import_again import directive_in
    from parcli.intake.recognise.letterhead import UNKNOWN
    from parcli.intake.walking import all_tasks
    from parcli.queries.task_matching import placed_tasks
    from parcli.text import folded

    held = directive_in(path.name, path.read_bytes())
    subject = draft.values.get("subject")
    if held is None or (subject != UNKNOWN and folded(held.subject) == folded(subject or "")):
        return False
    old = {placed.words for placed in placed_tasks(held)}
    tasks = (task for _path, task in all_tasks(draft.values))
    new = {folded(f"{task.get('title') or ''} {task.get('text') or ''}") for task in tasks}
    shorter = min(len(old), len(new))
    return shorter > 0 and len(old & new) < _SHARED_BY_REVISIONS * shorter
