"""The matrix of who has reported: tasks counted as reports to the superior count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.queries.reporting_status import UnitStatus
from parcli.queries.unit_lookup import UnitRef
from parcli.reporting.reporting_matrix import write_matrix

if TYPE_CHECKING:
    import pytest


def test_a_result_sent_back_is_in_progress(capsys: pytest.CaptureFixture[str]) -> None:
    counts = {"done": 4, "in-progress": 2, "returned": 1, "not-started": 3, "not-applicable": 5}
    row = UnitStatus(UnitRef("van-phong", "Văn phòng"), "my-an", None, None, (), 15, 0, counts)
    write_matrix([row])
    heading, line = capsys.readouterr().out.splitlines()
    assert heading.split("  ")[-5:] == ["Done", "In progress", "Other", "No entry", "Missing"]
    assert line.split() == ["Văn", "phòng", "–", "–", "4", "3", "8", "0"]
