"""What a clerk must look at in a draft, as diagnostics about the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.intake.accounting import Doubt
from parcli.intake.sources import Sources, in_words
from parcli.intake.walking import all_groups, all_tasks
from parcli.language import N_, _
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.intake.accounting import Ledger, Span
    from parcli.intake.blocks import Place, Unread
    from parcli.intake.draft import Draft
    from parcli.model.unit_names import NameIndex

UNKNOWN_UNIT = N_("“{name}” is not in the catalogue {org}.")
SUGGESTION = N_("Perhaps it is {near}; otherwise add it to data/units/{org}.yaml.")
ADD_UNIT = N_("Add it to data/units/{org}.yaml.")
NO_PLACE = N_("“{text}” found no place; it is kept under extra.")
KEPT_TABLE = N_("1 table could not be read as tasks ({place}); it is kept under extra.")
TABLE_HINT = N_("If it gives tasks, name its columns: TT, Nhiệm vụ, Chủ trì, Phối hợp, Thời gian.")
DOCUMENT = N_("somewhere in the document")
GUESSED = "PAR851"
REMARK = "PAR852"
LEFT = "PAR853"
NO_UNIT = "PAR854"
_ROLES = ("lead", "support")
_LONGEST = 80
# Where more names are unknown, the document is another organisation's, and no name is near.
_MOST_COMPARED = 100


def findings(draft: Draft, names: NameIndex | None) -> list[Diagnostic]:
    """Guesses, remarks of the reader, text left over and unknown units,
    in the order of the document."""
    sources = Sources(draft)
    file = draft.document.file
    found = [
        Diagnostic(file, 1, 1, REMARK, Severity.WARNING, message, "", facts(given))
        for message, given in draft.document.remarks
    ]
    found += [_unread(file, each) for each in draft.document.unread]
    found += _kept_tables(draft, sources)
    found += [_guess(file, doubt, sources) for doubt in draft.ledger.doubts if doubt.key != "extra"]
    found += [_leftover(file, span) for span in draft.left]
    if names is not None:
        found += [
            _unknown_unit(draft, holder, name, near)
            for holder, _key, name, near in _unknown(draft, names)
        ]
    return sorted(found)


def catalogue_findings(text: str, file: str, ledger: Ledger) -> Iterator[Diagnostic]:
    """What was guessed in a drafted catalogue, at the lines of its text."""
    lines = {
        line.split("id:")[1].strip(): number
        for number, line in enumerate(text.split("\n"), 1)
        if line.lstrip().startswith("- id:")
    }
    for doubt in ledger.doubts:
        line = lines.get(doubt.owner["id"], 1)
        given = facts(doubt.facts)
        yield Diagnostic(file, line, 1, GUESSED, Severity.WARNING, doubt.message, "", given)


def _unread(file: str, each: Unread) -> Diagnostic:
    place = each.place
    given = facts(
        {
            "place": in_words(place) or _(DOCUMENT),
            "text": each.text,
            "page": str(place.page or ""),
            "file": file,
        }
    )
    line = place.page or _at(place)
    return Diagnostic(file, line, 1, REMARK, Severity.WARNING, each.message, each.hint, given)


def _kept_tables(draft: Draft, sources: Sources) -> Iterator[Diagnostic]:
    """Tables under extra, of which no heading told what their columns hold."""
    holders = [draft.values, *draft.values.get("appendices", [])]
    for owner in [*holders, *(group for _path, group in all_groups(draft.values))]:
        for key in owner.get("extra") or {}:
            if re.fullmatch(r"table \d+", key):
                place = sources.table(owner, int(key.split()[1]))
                given = facts({"place": in_words(place) or key})
                yield Diagnostic(
                    draft.document.file, _at(place), 1, REMARK, Severity.WARNING, KEPT_TABLE,
                    TABLE_HINT, given,
                )  # fmt: skip


def _guess(file: str, doubt: Doubt, sources: Sources) -> Diagnostic:
    given = facts(doubt.facts)
    line = _line(doubt.owner) or _at(sources.of(doubt.owner, doubt.key))
    return Diagnostic(file, line, 1, GUESSED, Severity.WARNING, doubt.message, "", given)


def _leftover(file: str, span: Span) -> Diagnostic:
    text = one_line(span.text)
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    place, column = span.paragraph.position(span.start)
    return Diagnostic(
        file, _at(place), column, LEFT, Severity.WARNING, NO_PLACE, "", facts({"text": shown})
    )


def _at(place: Place) -> int:
    """The line of a text file, else the paragraph, or the row of its table; at least 1."""
    return place.line or place.paragraph or place.row or 1


def _line(owner: dict[str, Any]) -> int:
    """Where the mapping stands in the document: line, paragraph or row; 0 where it does not say."""
    source = owner.get("source") or {}
    return int(source.get("line") or source.get("paragraph") or source.get("row") or 0)


def mark_unknown(draft: Draft, names: NameIndex | None) -> bool:
    """Note in the draft which units the catalogue does not know; whether there is one.

    `parcli validate` refuses such a name (PAR401), so the draft itself must say it.
    """
    marks = [] if names is None else list(_unknown(draft, names))
    org = draft.values["org"]
    draft.ledger.unknown = [
        Doubt(holder, key, UNKNOWN_UNIT, {"name": name, "org": org})
        for holder, key, name, _near in marks
    ]
    return bool(marks)


def _unknown(
    draft: Draft, names: NameIndex
) -> Iterator[tuple[dict[str, Any], str, str, list[str]]]:
    """Names that the catalogue does not know, each once where it comes first, with near ones."""
    told: set[str] = set()
    compared = 0
    for holder in (
        *(g for _p, g in all_groups(draft.values)),
        *(t for _p, t in all_tasks(draft.values)),
    ):
        for key, name in ((role, each) for role in _ROLES for each in holder.get(role) or []):
            if name in told or not isinstance(name, str):
                continue
            told.add(name)
            match = names.find(name)
            if not match.ids:
                compared += 1
                near = match.suggestions if compared <= _MOST_COMPARED else []
                yield holder, key, name, near


def _unknown_unit(draft: Draft, holder: dict[str, Any], name: str, near: list[str]) -> Diagnostic:
    given = facts({"name": name, "org": draft.values["org"], "near": ", ".join(near)})
    hint = SUGGESTION if near else ADD_UNIT
    line = _line(holder) or 1
    return Diagnostic(
        draft.document.file, line, 1, NO_UNIT, Severity.WARNING, UNKNOWN_UNIT, hint, given
    )
