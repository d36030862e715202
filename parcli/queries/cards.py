"""One thing of the registry with all that is known of it: a task, directive, unit, criterion…"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from parcli.errors import UsageError
from parcli.language import N_
from parcli.queries.criterion_cards import CriterionCard, criterion_card
from parcli.queries.directive_cards import DirectiveCard, directive_card
from parcli.queries.dues import list_dues
from parcli.queries.part_cards import DutyCard, PartCard, duty_card, part_card
from parcli.queries.task_cards import TaskCard, task_card
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.queries.unit_cards import UnitCard, cards_of
from parcli.queries.unit_lookup import UnknownUnit
from parcli.registry.origin import Origin, unit_origin
from parcli.registry.year_calendar import working_calendar
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.queries.dues import Due, DueFilter
    from parcli.queries.task_rows import TaskRow
    from parcli.registry.compiled.store import Index


class NothingCalled(UsageError):
    """No task, directive, unit or criterion has that id."""

    message = N_("Nothing in the registry is called “{ident}”.")
    hint = N_("parcli tasks and parcli units list what there is.")


class NothingCalledNear(NothingCalled):
    """Nothing has that id, but something has one much like it."""

    hint = N_("Did you mean: {near}?")


@dataclass(frozen=True)
class UnitCards:
    """The unit that a name means, or its bearers over time, each with where it was read.

    `tasks` are those that reach it by itself or through a group, `dues` what it owes in the days
    asked about.
    """

    kind: Literal["unit"]
    units: tuple[UnitCard, ...]
    origins: tuple[Origin, ...]
    tasks: tuple[TaskRow, ...] = ()
    dues: tuple[Due, ...] = ()

    def json(self) -> dict[str, Any]:
        """The units with their surroundings and origins, their tasks, what they owe."""
        return {
            "kind": self.kind,
            "units": [
                {**card.json(), "origin": place._asdict()}
                for card, place in zip(self.units, self.origins, strict=True)
            ],
            "tasks": [
                {"id": t.id, "title": t.title, "text": t.text, "role": t.role} for t in self.tasks
            ],
            "dues": [due.json() for due in self.dues],
        }


Card = TaskCard | DirectiveCard | CriterionCard | PartCard | DutyCard | UnitCards


def card(index: Index, ident: str, orgs: Sequence[str], clock: DueFilter | None = None) -> Card:
    """What `ident` names: a task, a directive or a part of it, a criterion, else a unit.

    What is due is told of the days that the clock asks about; nothing without one. Raises
    NothingCalled, or AmbiguousUnit.
    """
    found: Card | None = (
        task_card(index, ident)
        or directive_card(index, ident)
        or criterion_card(index, ident)
        or duty_card(index, ident, clock)
        or part_card(index, ident)
    )
    if found is not None:
        return found
    try:
        return _unit_cards(index, cards_of(index, ident, orgs, None), clock)
    except UnknownUnit:
        near = nearest(ident, _idents(index))
        if near:
            raise NothingCalledNear(ident=ident, near=", ".join(near)) from None
        raise NothingCalled(ident=ident) from None


def _unit_cards(index: Index, cards: Sequence[UnitCard], clock: DueFilter | None) -> UnitCards:
    units = [card.unit for card in cards]
    dues = (
        list_dues(index, working_calendar(index), clock._replace(units=units)).rows if clock else ()
    )
    return UnitCards(
        "unit",
        tuple(cards),
        tuple(unit_origin(index, unit.org, unit.id) for unit in units),
        tuple(list_tasks(index, TaskFilter(units=units))),
        tuple(dues),
    )


def _idents(index: Index) -> list[str]:
    sql = (
        "SELECT slug FROM directive UNION SELECT id FROM criterion UNION SELECT id FROM unit "
        "UNION SELECT d.slug || '/' || u.slug FROM duty u JOIN directive d ON d.id = u.directive "
        "UNION SELECT d.slug || '/' || t.slug FROM task t JOIN directive d ON d.id = t.directive "
        "LIMIT 20000"
    )
    return [row[0] for row in index.db.execute(sql)]
