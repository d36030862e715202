"""Why nothing is due, and what comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from small_office import ask, directive

from parcli.queries.directives import Ended
from parcli.queries.due_reasons import Gone, Reasons, reasons
from parcli.queries.dues import DueFilter
from parcli.queries.unit_lookup import UnitRef, unit
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    from collections.abc import Callable

    from parcli.registry.compiled.store import Index

QUARTERLY = """\
reports:
  - {id: bc, title: Báo cáo, from: [%s], deadline: trước ngày 15 tháng cuối quý}
"""
GONE = Gone(UnitRef("phong-cu", "Phòng Cũ"), "2024-06-30", (UnitRef("phong-hai", "Phòng Hai"),))


def why(index: Index, first: str, last: str, **more: Any) -> Reasons:
    """The reasons for what is due from `first` to `last`."""
    found = ask(index, first, last, **more)
    days = map(date.fromisoformat, (first, last, "2024-01-01"))
    return reasons(index, working_calendar(index), DueFilter(*days, **more), found)


def test_an_ended_directive_with_the_units_that_ended_since(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(QUARTERLY % "Các phòng"))
    assert why(index, "2026-10-01", "2026-12-31") == Reasons(
        [Ended("vb", "2024-01-01", "2024-12-31")], 1, [GONE], None
    )


def test_a_list_with_rows_explains_only_the_units_that_are_missing(
    indexed: Callable[..., Index],
) -> None:
    index = indexed(directive(QUARTERLY % "Các phòng"))
    assert why(index, "2024-07-01", "2024-09-30") == Reasons([], 0, [GONE], None)


def test_what_comes_next(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(QUARTERLY % "phong-mot"))
    assert why(index, "2024-10-01", "2024-10-31").next == date(2024, 12, 14)
    assert why(index, "2024-12-15", "2024-12-31").next is None


def test_what_comes_next_for_the_unit_asked_about(indexed: Callable[..., Index]) -> None:
    body = (
        QUARTERLY % "phong-mot"
        + "  - {id: nam, from: [phong-hai], deadline: trước ngày 10/12/2024}\n"
    )
    index = indexed(directive(body))
    asked = [unit(index, "thu", "phong-hai")]
    assert why(index, "2024-01-01", "2024-01-31", units=asked).next == date(2024, 12, 9)
    others = [unit(index, "thu", "xa-tren")]
    assert why(index, "2024-01-01", "2024-01-31", units=others).next is None


def test_the_nearest_of_several_directives_comes_next(indexed: Callable[..., Index]) -> None:
    late = "reports:\n  - {id: bc, from: [phong-mot], deadline: trước ngày 20/12/2024}\n"
    soon = "reports:\n  - {id: bc, from: [phong-mot], deadline: trước ngày 20/11/2024}\n"
    files = {**directive(late, "mot"), **directive(soon, "hai"), **directive(late, "ba")}
    assert why(indexed(files), "2024-10-01", "2024-10-31").next == date(2024, 11, 19)


def test_nothing_comes_next_where_every_unit_has_ended(indexed: Callable[..., Index]) -> None:
    # The directive has no end; its one unit ended on 30/6/2024.
    index = indexed(directive(QUARTERLY % "phong-cu", in_force="{from: 2024-01-01}"))
    found = why(index, "2025-01-01", "2025-03-31")
    assert (found.next, found.ended, found.gone) == (None, [], [GONE])


def test_an_unrecorded_successor_is_left_out(indexed: Callable[..., Index]) -> None:
    units = """\
schema: parcli.units/1
id: thu
organisation: {name: UBND huyện Thử, level: district}
units:
  - {id: phong-a, name: Phòng A, kind: phong, valid: {until: 2024-06-30}}
"""
    index = indexed({**directive(QUARTERLY % "phong-a"), "data/units/thu.yaml": units})
    found = why(index, "2024-07-01", "2024-09-30")
    assert found.gone == [Gone(UnitRef("phong-a", "Phòng A"), "2024-06-30", ())]


def test_a_unit_that_begins_later_owes_from_then_on(indexed: Callable[..., Index]) -> None:
    units = """\
schema: parcli.units/1
id: thu
organisation: {name: UBND huyện Thử, level: district}
units:
  - {id: phong-moi, name: Phòng Mới, kind: phong, valid: {from: 2024-07-01}}
"""
    index = indexed({**directive(QUARTERLY % "phong-moi"), "data/units/thu.yaml": units})
    assert why(index, "2024-01-01", "2024-01-31").next == date(2024, 9, 14)
