"""Notes keep to the width of a terminal and stay whole when piped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.reporting import tables

if TYPE_CHECKING:
    import pytest

NOTE = "Báo cáo tổng hợp hằng quý còn chờ báo cáo của 26 đơn vị"


def test_piped() -> None:
    assert tables.wrapped(NOTE) == NOTE


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "31")
    assert tables.wrapped(NOTE) == "Báo cáo tổng hợp hằng quý còn\nchờ báo cáo của 26 đơn vị"


def test_further_lines_are_indented_where_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "31")
    assert tables.wrapped(NOTE, "    ").splitlines() == [
        "Báo cáo tổng hợp hằng quý còn",
        "    chờ báo cáo của 26 đơn vị",
    ]
