"""Who has reported for a period, how late, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from binh_minh import EXAMPLE, PLAN, copied_to
from small_office import directive

from parcli.queries.assigned_tasks import assigned_tasks, units_reporting
from parcli.queries.reporting_status import StatusFilter, UnitStatus, reporting_status
from parcli.queries.unit_lookup import unit
from parcli.registry.compiled.store import Index, open_index
from parcli.registry.year_calendar import working_calendar
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DUTY = """\
groups:
  - number: "1"
    lead: [Các phòng]
    tasks:
      - {number: "1", text: Một, support: [UBND xã Trên], targets: [{text: Một}]}
      - {number: "2", text: Hai, lead: [Phòng Hai]}
reports:
  - {id: quy, from: [Các phòng, Đơn vị lạ, Các đoàn thể], deadline: trước ngày 15 tháng cuối quý}
  - {id: gop, from: [UBND huyện Thử], after: quy, deadline: trước ngày 20 tháng cuối quý}
"""


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Index]:
    index = open_index(copied_to(tmp_path))
    yield index
    index.db.close()


def status(index: Index, period: str, today: str, **more: Any) -> dict[str, UnitStatus]:
    asked = StatusFilter(Period.parse(period), date.fromisoformat(today), **more)
    rows = reporting_status(index, working_calendar(index), asked)
    return {row.unit.id or row.unit.name: row for row in rows}


def lateness(rows: dict[str, UnitStatus]) -> dict[str, tuple[bool, bool, int]]:
    return {
        name: (row.received is not None, row.is_late, row.late_working_days)
        for name, row in rows.items()
    }


def test_reported_late_and_not_at_all(commune: Index) -> None:
    assert lateness(status(commune, "2026-Q1", "2026-03-20")) == {
        "van-phong": (True, False, 0),
        "phong-kinh-te": (True, False, 0),
        "phong-van-hoa-xa-hoi": (True, False, 0),
        "trung-tam-hanh-chinh-cong": (True, False, 0),
        "cong-an-xa": (True, True, 3),
        "quan-su-xa": (True, False, 0),
        "tram-y-te": (False, True, 5),
    }


def test_the_clock_decides_what_is_there(commune: Index) -> None:
    police = status(commune, "2026-Q1", "2026-03-14")["cong-an-xa"]
    assert (police.received, police.is_late) == (None, False)
    police = status(commune, "2026-Q1", "2026-03-15")["cong-an-xa"]
    assert (police.is_late, police.late_working_days) == (True, 0)


def test_a_policy_that_moves_the_last_day(commune: Index) -> None:
    assert status(commune, "2026-Q1", "2026-03-16", roll_forward=True)["tram-y-te"].is_late is False
    included = status(commune, "2026-Q1", "2026-03-16", before_includes_day=True)["tram-y-te"]
    assert included.reports[0].last_day == date(2026, 3, 15)


def test_tasks_and_what_is_missing(commune: Index) -> None:
    health = status(commune, "2026-Q1", "2026-03-20")["tram-y-te"]
    assert (health.led, health.without_entry) == (2, 2)
    assert health.missing.entries == (f"{PLAN}/1.1", f"{PLAN}/plIII.I.3")
    army = status(commune, "2026-Q2", "2026-06-20")["quan-su-xa"]
    assert (army.received, army.counts) == (None, {"done": 1, "in-progress": 1})
    social = status(commune, "2026-Q1", "2026-03-20")["phong-van-hoa-xa-hoi"]
    assert social.missing.values == ()
    assert (social.supported, social.supported_entries) == (5, 1)


def test_one_unit_alone_as_json(commune: Index) -> None:
    police = unit(commune, "binh-minh", "cong-an-xa")
    assert police is not None
    (row,) = status(commune, "2026-Q1", "2026-03-20", units=[police]).values()
    plain = row.json(Period.parse("2026-Q1"))
    assert plain["unit"]["id"] == "cong-an-xa"
    assert (plain["reported"], plain["received"], plain["number"]) == (
        True,
        "2026-03-18",
        "14/BC-CAX",
    )
    assert plain["reports"] == [
        {
            "id": f"{PLAN}/bao-cao-quy",
            "last_day": "2026-03-14",
            "received": "2026-03-18",
            "late": True,
            "late_working_days": 3,
        }
    ]
    assert plain["tasks"]["led"] == 2
    assert plain["missing"] == {"entries": [], "values": [], "evidence": []}


def test_units_that_end_unknown_names_and_open_groups(indexed: Callable[..., Index]) -> None:
    rows = status(indexed(directive(DUTY)), "2024-Q3", "2024-09-20")
    assert list(rows) == ["phong-mot", "phong-hai", "xa-tren", "Đơn vị lạ", "doan-the"]
    assert rows["xa-tren"].reports == ()
    assert not rows["xa-tren"].is_awaited
    assert rows["phong-mot"].is_awaited
    earlier = status(indexed(directive(DUTY)), "2024-Q2", "2024-09-20")
    assert "phong-cu" in earlier


def test_done_without_evidence_and_without_figure(indexed: Callable[..., Index]) -> None:
    entry = {
        "data/progress/2024-Q3/phong-mot.yaml": """\
            schema: parcli.progress/1
            org: thu
            unit: phong-mot
            period: 2024-Q3
            tasks: {vb/1.1: {status: done}}
            """
    }
    row = status(indexed({**directive(DUTY), **entry}), "2024-Q3", "2024-09-20")["phong-mot"]
    assert (row.missing.values, row.missing.evidence) == (("vb/1.1",), ("vb/1.1",))


def test_which_tasks_a_unit_has(indexed: Callable[..., Index]) -> None:
    index = indexed(directive(DUTY))
    found = assigned_tasks(index, Period.parse("2024-Q3"))
    assert {unit: [tuple(task) for task in tasks] for (_org, unit), tasks in found.items()} == {
        "phong-mot": [("vb/1.1", True, 1)],
        "phong-hai": [("vb/1.1", True, 1), ("vb/1.2", True, 0)],
        "xa-tren": [("vb/1.1", False, 1)],
    }
    assert assigned_tasks(index, Period.parse("2025-Q1")) == {}
    assert [u.id for u in units_reporting(index, Period.parse("2024-Q1"))] == [
        "phong-mot",
        "phong-hai",
        "phong-cu",
        "xa-tren",
    ]


def test_every_file_of_the_example_says_that_it_is_imaginary() -> None:
    files = [path for path in EXAMPLE.rglob("*.yaml") if ".parcli" not in path.parts]
    assert len(files) == 19
    for path in files:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# TƯỞNG TƯỢNG, chỉ để minh họa"), path
