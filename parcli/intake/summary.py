"""What an import found, guessed and left over, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.intake.recognise.letterhead import UNKNOWN
from parcli.intake.walking import all_groups, all_tasks
from parcli.language import N_

if TYPE_CHECKING:
    from parcli.intake.draft import Draft

HEADER_NAMES = {
    "type": N_("type"),
    "number": N_("number"),
    "symbol": N_("symbol"),
    "superior": N_("superior body"),
    "issuer": N_("issuer"),
    "place": N_("place"),
    "issued": N_("day of issue"),
    "subject": N_("subject"),
    "addressees": N_("addressees"),
    "recipients": N_("recipients"),
    "signature": N_("signature"),
}


_NOTHING: tuple[Any, ...] = (None, [], UNKNOWN)


def figures(draft: Draft) -> dict[str, Any]:
    """Counts of what the draft holds, the share of the text read that it accounts for,
    and how many parts of the file could not be read."""
    values = draft.values
    tasks = [task for _path, task in all_tasks(values)]
    groups = dict(all_groups(values))
    led = [path for path, task in all_tasks(values) if task.get("lead") or _inherits(path, groups)]
    return {
        "header": [key for key in HEADER_NAMES if values.get(key) not in _NOTHING],
        "missing": [key for key in _expected(values) if values.get(key) in _NOTHING],
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
        "share": draft.share.percent,
        "unread": len(draft.document.unread),
    }


def _expected(values: dict[str, Any]) -> list[str]:
    """What the head and end of such a document have: only letters and telegrams are addressed."""
    addressed = values.get("type") in ("cong-van", "cong-dien")
    may_lack = {"superior"} if addressed else {"superior", "addressees"}
    return [key for key in HEADER_NAMES if key not in may_lack]


def _inherits(path: str, groups: dict[str, dict[str, Any]]) -> bool:
    while "." in path:
        path = path.rpartition(".")[0]
        if groups.get(path, {}).get("lead"):
            return True
    return False
