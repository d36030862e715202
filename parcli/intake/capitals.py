"""Words that the page shows in capitals, put back into the letters they were typed in.

A style with "all caps" and a PDF's outline both know them; what was typed in capitals stays so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.intake.accounting import Ledger
    from parcli.intake.blocks import Document
    from parcli.intake.walking import Mapping

_KEYS = ("title", "subject", "text")
_ENDS = " :.-"


def as_typed(values: Mapping, document: Document, ledger: Ledger) -> None:
    """Titles, subjects and texts of the draft in the letters of the file, not of the page."""
    for line in document.paragraphs():
        if line.typed == line.text:
            continue
        for claim in ledger.of(line):
            shown = one_line(line.text[claim.start : claim.end]).strip(_ENDS)
            typed = one_line(line.typed[claim.start : claim.end]).strip(_ENDS)
            _put(claim.owner, claim.key, shown, typed)
    _by_outline(values, document.outline)


def _put(owner: dict[str, Any], key: str, shown: str, typed: str) -> None:
    value = owner.get(key)
    if key in _KEYS and shown and isinstance(value, str):
        owner[key] = value.replace(shown, typed, 1)


def _by_outline(values: Mapping, outline: Sequence[str]) -> None:
    """The same from the headings of an outline: the title of each appendix, and the subject."""
    headings = [one_line(each) for each in outline]
    for owner, key in ((values, "subject"), *((a, "title") for a in values.get("appendices", []))):
        value = owner.get(key)
        if not isinstance(value, str) or value.upper() != value:
            continue
        found = (heading.upper().find(value) for heading in headings)
        places = [(each, at) for each, at in zip(headings, found, strict=True) if at >= 0]
        for heading, at in places[:1]:
            owner[key] = heading[at : at + len(value)]
