"""What a clerk must look at in a draft, as diagnostics about the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.intake.walking import all_groups, all_tasks
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.intake.draft import Draft
    from parcli.model.unit_names import NameIndex

UNKNOWN_UNIT = N_("“{name}” is not in the catalogue {org}.")
SUGGESTION = N_("Perhaps it is {near}; otherwise add it to data/units/{org}.yaml.")
ADD_UNIT = N_("Add it to data/units/{org}.yaml.")
GUESSED = "PAR851"
REMARK = "PAR852"
LEFT = "PAR853"
NO_UNIT = "PAR854"


def findings(draft: Draft, names: NameIndex | None) -> list[Diagnostic]:
    """Guesses, remarks of the reader, text left over and unknown units,
    in the order of the document."""
    found = [
        Diagnostic(draft.document.file, 1, 1, REMARK, Severity.WARNING, message, "", facts(given))
        for message, given in draft.document.remarks
    ]
    found += [
        Diagnostic(
            draft.document.file, _line(doubt.owner), 1, _code(doubt.key), Severity.WARNING,
                doubt.message, "",
            facts(doubt.facts),
        )
        for doubt in draft.ledger.doubts
    ]  # fmt: skip
    if names is not None:
        found += _unknown(draft, names)
    return sorted(found)


def _code(key: str) -> str:
    return LEFT if key == "extra" else GUESSED


def _line(owner: dict[str, Any]) -> int:
    """Where the value stands in the document: its paragraph or the row of its table, at least 1."""
    source = owner.get("source") or {}
    return int(source.get("paragraph") or source.get("row") or 1)


def _unknown(draft: Draft, names: NameIndex) -> Iterator[Diagnostic]:
    """Names that the catalogue does not know, each once, with the nearest ones."""
    told: set[str] = set()
    for holder in (
        *(g for _p, g in all_groups(draft.values)),
        *(t for _p, t in all_tasks(draft.values)),
    ):
        for name in (*(holder.get("lead") or []), *(holder.get("support") or [])):
            if name in told or not isinstance(name, str):
                continue
            told.add(name)
            match = names.find(name)
            if not match.ids:
                yield _unknown_unit(draft, holder, name, match.suggestions)


def _unknown_unit(draft: Draft, holder: dict[str, Any], name: str, near: list[str]) -> Diagnostic:
    given = {"name": name, "org": draft.values["org"], "near": ", ".join(near)}
    hint = SUGGESTION if near else ADD_UNIT
    return Diagnostic(
        draft.document.file,
        _line(holder),
        1,
        NO_UNIT,
        Severity.WARNING,
        UNKNOWN_UNIT,
        hint,
        facts(given),
    )
