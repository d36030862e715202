"""Which of several reports says how a task stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from parcli.queries.task_parts import period_order
from parcli.queries.tasks import TaskFilter, list_tasks
from parcli.registry.compiled.store import open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

UNITS = """\
    schema: parcli.units/1
    id: thu
    organisation: {name: UBND xã Thử, level: commune}
    units:
      - {id: phong-mot, name: Phòng Một, kind: phong}
    """
DIRECTIVE = """\
    schema: parcli.directive/1
    id: vb
    org: thu
    type: ke-hoach
    issuer: UBND xã Thử
    issued: 2026-01-05
    subject: thử
    in_force: {from: 2026-01-05}
    tasks:
      - {number: "1", text: Việc, lead: [phong-mot]}
    """


def reported(period: str, status: str) -> tuple[str, str]:
    """A progress file in which Phòng Một says how the task stands."""
    text = f"""\
        schema: parcli.progress/1
        org: thu
        unit: phong-mot
        period: {period}
        tasks:
          vb/1: {{status: {status}}}
        """
    return f"data/progress/{period}/phong-mot.yaml", text


@pytest.mark.parametrize(
    ("entries", "day", "status"),
    [
        ({}, None, None),
        ({"2026-Q1": "not-started", "2026-Q2": "in-progress"}, None, "in-progress"),
        # A month comes before a quarter by name, and may be later.
        ({"2026-Q1": "in-progress", "2026-07": "done"}, None, "done"),
        ({"2026-Q3": "in-progress", "2026": "done"}, None, "done"),
        ({"2026-9M": "done", "2026-Q2": "in-progress", "2026-H1": "not-started"}, None, "done"),
        # What stood on a day.
        ({"2026-Q1": "not-started", "2026-Q2": "done"}, date(2026, 3, 31), "not-started"),
        ({"2026-Q1": "not-started", "2026-Q2": "done"}, date(2026, 4, 1), "done"),
        ({"2026-Q1": "not-started"}, date(2025, 12, 31), None),
    ],
)
def test_the_status_is_that_of_the_latest_period(
    registry: Callable[[Mapping[str, str]], Path],
    entries: Mapping[str, str],
    day: date | None,
    status: str | None,
) -> None:
    files = {"data/units/thu.yaml": UNITS, "data/directives/vb.yaml": DIRECTIVE}
    files |= dict(reported(period, said) for period, said in entries.items())
    (row,) = list_tasks(open_index(registry(files)), TaskFilter(day=day))
    assert row.status == status


def test_periods_are_in_order_of_their_last_days() -> None:
    names = ["2026", "2026-05", "2026-9M", "2026-H1", "2026-Q1", "2026-Q2", "2026-Q3"]
    assert sorted(names, key=period_order) == [
        "2026-Q1", "2026-05", "2026-H1", "2026-Q2", "2026-9M", "2026-Q3", "2026",
    ]  # fmt: skip
