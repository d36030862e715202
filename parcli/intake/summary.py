"""What an import found, guessed and left over, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.intake.walking import all_groups, all_tasks

if TYPE_CHECKING:
    from parcli.intake.draft import Draft

_HEADER = (
    "type", "number", "symbol", "superior", "issuer", "place", "issued", "subject", "addressees",
    "recipients", "signature",
)  # fmt: skip


def figures(draft: Draft) -> dict[str, Any]:
    """Counts of what the draft holds, and the share of the text that it accounts for."""
    values = draft.values
    tasks = [task for _path, task in all_tasks(values)]
    groups = dict(all_groups(values))
    led = [path for path, task in all_tasks(values) if task.get("lead") or _inherits(path, groups)]
    return {
        "header": [key for key in _HEADER if values.get(key) not in (None, [], "?")],
        "groups": len(groups),
        "tasks": len(tasks),
        "with_lead": len(led),
        "with_deadline": sum(bool(task.get("deadline")) for task in tasks),
        "with_targets": sum(bool(task.get("targets")) for task in tasks),
        "appendices": len(values.get("appendices", [])),
        "reports": len(values.get("reports", [])),
        "citations": len(values.get("citations", [])),
        "guessed": len(draft.ledger.doubts),
        "left_over": len(draft.leftovers),
        "share": round(draft.share.percent, 1),
    }


def _inherits(path: str, groups: dict[str, dict[str, Any]]) -> bool:
    while "." in path:
        path = path.rpartition(".")[0]
        if groups.get(path, {}).get("lead"):
            return True
    return False
