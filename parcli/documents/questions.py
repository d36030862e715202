"""Which directive, period and units a report is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.errors import UsageError
from parcli.language import N_
from parcli.queries.directives import checked_directive
from parcli.queries.unit_lookup import members
from parcli.schedule.cycles import period_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.unit_lookup import Unit
    from parcli.registry.compiled.store import Index
    from parcli.schedule.periods import Period


class NoDirectiveThen(UsageError):
    """No directive holds in the period."""

    message = N_("No directive is in force in {period}.")
    hint = N_("Name one with --directive, or another period with --period.")


class WhichDirective(UsageError):
    """Several directives hold in the period."""

    message = N_("Several directives are in force in {period}: {directives}.")
    hint = N_("Name one with --directive.")


class UnitNotThen(UsageError):
    """The unit does not exist in the period."""

    message = N_("{name} does not exist in {period}.")
    hint = N_("parcli units {id} tells from when until when, and who came after.")


class GroupAsked(UsageError):
    """A group of units, where a report is one unit's own."""

    message = N_("“{name}” is several units together; a report is one unit's own.")
    hint = N_("Name one with --unit, or take --all for every unit that owes one: {members}.")


class OpenGroupAsked(GroupAsked):
    """A group whose members nobody has listed."""

    hint = N_("The catalogue does not list its members. Name one unit with --unit.")


def chosen_directive(
    index: Index,
    named: str | None,
    period: Period,
    orgs: Sequence[str] = (),
    home: Sequence[str] = (),
) -> str:
    """The directive named, else the only one in force in `period`, of `orgs` where given.

    Those of the `home` organisation come before others.

    Raises UnknownDirective, NoDirectiveThen or WhichDirective.
    """
    if named is not None:
        checked_directive(index, named)
        return named
    sql = "SELECT slug, org FROM directive WHERE first_day <= ? AND last_day >= ? ORDER BY slug"
    rows = index.db.execute(sql, (period.last.isoformat(), period.first.isoformat())).fetchall()
    found = [slug for slug, org in rows if not orgs or org in orgs]
    found = [slug for slug, org in rows if slug in found and org in home] or found
    if not found:
        raise NoDirectiveThen(period=period_in_words(period))
    if len(found) > 1:
        raise WhichDirective(period=period_in_words(period), directives=", ".join(found))
    return str(found[0])


def single_unit_then(index: Index, bearers: Sequence[Unit], period: Period) -> Unit:
    """The single unit among the bearers of a name that exists in `period`.

    Raises UnitNotThen, GroupAsked or OpenGroupAsked.
    """
    who = unit_then(bearers, period)
    if not who.is_group:
        return who
    inside = units_then(index, who, period)
    if not inside:
        raise OpenGroupAsked(name=who.name)
    raise GroupAsked(name=who.name, members=", ".join(f"{u.name} ({u.id})" for u in inside))


def units_then(index: Index, who: Unit, period: Period) -> list[Unit]:
    """The unit itself, or the members that a group has in `period`; none of an open group."""
    if not who.is_group:
        return [who]
    return members(index, who.org, who.id, period.first.isoformat(), period.last.isoformat())


def unit_then(bearers: Sequence[Unit], period: Period) -> Unit:
    """The bearer of a name that exists in `period`. Raises UnitNotThen."""
    first, last = period.first.isoformat(), period.last.isoformat()
    for unit in bearers:
        if unit.valid_between(first, last):
            return unit
    some = bearers[0]
    raise UnitNotThen(name=some.name, period=period_in_words(period), id=some.id)
