"""Dues made by hand, for what is printed of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from parcli.queries.dues import Due, DueFilter
from parcli.queries.unit_lookup import UnitRef
from parcli.schedule.cycles import CYCLES, window
from parcli.schedule.due_dates import DueDates, DueStatus
from parcli.schedule.periods import Period

Q3 = Period.parse("2024-Q3")
SEP_13, SEP_14, SEP_16 = date(2024, 9, 13), date(2024, 9, 14), date(2024, 9, 16)
ASKED = DueFilter(date(2024, 7, 1), date(2024, 9, 30), date(2024, 9, 1))


def due(unit: str = "Phòng Một", **changed: Any) -> Due:
    """A quarterly report of one unit, due on Saturday 14/9/2024, ten working days ahead."""
    usual: dict[str, Any] = {
        "id": "vb/bc",
        "directive": "vb",
        "org": "thu",
        "kind": "report",
        "title": "Báo cáo quý",
        "occasion": "2024-Q3",
        "issued": "2024-07-10",
        "period": Q3,
        "to": UnitRef("ubnd", "UBND huyện Thử"),
        "via": UnitRef("phong-hai", "Phòng Hai"),
        "phrase": "trước ngày 15 tháng cuối quý",
        "time": None,
        "dates": DueDates(SEP_14, SEP_13, SEP_16),
        "window": window(Q3, CYCLES["quarter"]),
        "standing": DueStatus("upcoming", 13, 8),
        "unit": UnitRef(unit.lower().replace(" ", "-"), unit),
        "unit_kind": "phong",
    }
    return Due(**(usual | changed))


def overdue(late: int) -> DueStatus:
    """Past its last day by so many working days."""
    return DueStatus("overdue", -late - 1, -late)
