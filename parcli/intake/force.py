"""How long a document is in force: told from its type, its subject and its deadlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.intake.walking import all_groups, all_tasks
from parcli.language import N_

if TYPE_CHECKING:
    from parcli.intake.accounting import Ledger

GUESSED_FORCE = N_("How long it is in force was guessed from its subject and day of issue.")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# These hold until another takes their place, or order something at once (a telegram) or what was
# concluded (a notice); a letter or a plan is about the work of its year.
_LASTING = frozenset(
    {
        "chi-thi", "quyet-dinh", "nghi-quyet", "chuong-trinh", "de-an", "huong-dan", "cong-dien",
        "thong-bao",
    }
)  # fmt: skip


def add_force(values: dict[str, Any], ledger: Ledger) -> None:
    """`in_force` of a draft with a day of issue: from it to the end of the last year it works for.

    That is a year which its subject or a deadline names. One of a lasting type that names none
    is left without an end.
    """
    issued = values.get("issued")
    if not issued:
        return
    values["in_force"] = {"from": _first_day(values, issued)}
    last = max(_years(values), default="")
    if last >= issued[:4]:
        values["in_force"]["until"] = f"{last}-12-31"
        ledger.doubt(values, "in_force", GUESSED_FORCE)


def _first_day(values: dict[str, Any], issued: str) -> str:
    """The day of issue; where it is blank, the day of the last document that it rests on."""
    based = [
        str(one["issued"])
        for one in values.get("citations", [])
        if one["role"] == "basis" and str(one.get("issued", "")).startswith(issued)
    ]
    return max([issued, *based])


def _years(values: dict[str, Any]) -> list[str]:
    items = [item for _path, item in (*all_groups(values), *all_tasks(values))]
    words = [values.get("subject"), *(item.get("deadline") for item in items)]
    years = _YEAR.findall(" ".join(filter(None, words)))
    return years if values.get("type") in _LASTING else [*years, values["issued"][:4]]
