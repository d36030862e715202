"""Units for people: a table of all, a card for each one asked about, or CSV."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from parcli.language import _, ngettext
from parcli.reporting.dates import short_date
from parcli.reporting.tables import Column, Row, Sheet, wrapped, write_table
from parcli.reporting.unit_kinds import kind_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.queries.unit_cards import UnitCard
    from parcli.queries.unit_lookup import Unit, UnitRef

_CSV = ("id", "name", "org", "kind", "code", "from", "until", "members", "successors", "aliases")


def write_unit_table(cards: Sequence[UnitCard]) -> None:
    """All units on standard output."""
    columns = (
        Column(_("Id"), whole=True),
        Column(_("Name"), wide=True),
        Column(_("Kind")),
        Column(_("Code")),
        Column(_("Exists")),
        Column(_("Organisation")),
    )
    rows = [
        Row((c.unit.id, c.unit.name, _kind(c), c.unit.code or "", validity(c.unit), c.unit.org))
        for c in cards
    ]
    if rows:
        write_table(columns, rows)
    message = ngettext("{count} unit.", "{count} units.", len(rows)) if rows else _("No unit.")
    sys.stdout.write(message.format(count=len(rows)) + "\n")


def unit_page(cards: Sequence[UnitCard]) -> str:
    """Each unit with its members, groups and successors, a line each; ends in a line break."""
    pages = ("\n".join(wrapped(line, "    ") for line in _card(card)) for card in cards)
    return "\n\n".join(pages) + "\n"


def unit_sheet(cards: Sequence[UnitCard]) -> Sheet:
    """One line a unit."""
    return Sheet(
        _CSV,
        [
            [
                c.unit.id, c.unit.name, c.unit.org, "group" if c.unit.is_group else c.unit.kind,
                c.unit.code, c.unit.valid_from, c.unit.valid_until, _ids(c.members),
                _ids(c.successors), "; ".join(c.unit.aliases),
            ]
            for c in cards
        ],
    )  # fmt: skip


def validity(unit: Unit) -> str:
    """ "đến 30/6/2025" and its like; empty for what has neither beginning nor end."""
    first, last = unit.valid_from, unit.valid_until
    if first and last:
        return _("{first} – {last}").format(first=_day(first), last=_day(last))
    if first:
        return _("from {day}").format(day=_day(first))
    return _("until {day}").format(day=_day(last)) if last else ""


def _card(card: UnitCard) -> Iterator[str]:
    u = card.unit
    yield f"{u.name}  [{u.id}]"
    code = _("code {code}").format(code=u.code) if u.code else ""
    yield "  " + ", ".join(part for part in (_kind(card), code) if part)
    if validity(u):
        yield "  " + _("exists {when}").format(when=validity(u))
    for label, refs in (
        (_("Members ({count})"), card.members),
        (_("In groups"), card.groups),
        (_("Successors"), card.successors),
        (_("Successor of"), card.predecessors),
    ):
        if refs:
            yield f"  {label.format(count=len(refs))}: " + ", ".join(ref.name for ref in refs)
    if u.is_group and not card.members:
        yield "  " + _("Members are not listed in the catalogue.")
    if u.aliases:
        yield "  " + _("Also written: {names}").format(names="; ".join(u.aliases))
    if u.note:
        yield "  " + _("Note: {note}").format(note=u.note)


def _kind(card: UnitCard) -> str:
    if card.unit.is_group:
        return _("group of units")
    return kind_name(card.unit.kind or "")


def _ids(refs: Sequence[UnitRef]) -> str:
    return "; ".join(ref.id for ref in refs)


def _day(iso: str) -> str:
    return short_date(date.fromisoformat(iso))
