"""Figures as people write them."""

from __future__ import annotations

import pytest

from parcli.intake.workbooks.figures import (
    AmbiguousFigure,
    NotAFigure,
    OtherUnit,
    figure_of,
    percentage,
    unit_counted_in,
)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("85", "%", 85),
        ("85%", "%", 85),
        ("85 %", "%", 85),
        ("85 phần trăm", "%", 85),
        ("83,94", "%", 83.94),
        ("83.94", None, 83.94),
        ("1.234.567", None, 1234567),
        ("1.234,5", None, 1234.5),
        ("1 234", None, 1234),
        ("0.125", None, 0.125),
        ("-6,5", "%", -6.5),
        ("+3", None, 3),
        ("3 sáng kiến", "sáng kiến", 3),
        ("03 SÁNG KIẾN", "sáng kiến", 3),
        ("100%", "phần trăm", 100),
    ],
)
def test_figures(text: str, unit: str | None, value: float) -> None:
    assert figure_of(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "error"),
    [
        ("1.234", None, AmbiguousFigure),
        ("85%", "sáng kiến", OtherUnit),
        ("85%", None, OtherUnit),
        ("trên 85", "%", NotAFigure),
        ("85/100", "%", NotAFigure),
        ("nan", None, NotAFigure),
        ("inf", None, NotAFigure),
        ("1e3", None, NotAFigure),
        ("８５", None, NotAFigure),
        ("9" * 20, None, NotAFigure),
        ("3 tin", "sáng kiến", NotAFigure),
    ],
)
def test_what_is_no_figure(text: str, unit: str | None, error: type[NotAFigure]) -> None:
    with pytest.raises(error) as refused:
        figure_of(text, unit)
    assert type(refused.value) is error


def test_a_cell_shown_as_a_percentage() -> None:
    assert percentage(0.8394, "%") == 83.94
    assert percentage(1, "phần trăm") == 100
    with pytest.raises(OtherUnit):
        percentage(0.85, "tin")


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        ({"text": "trên 85%", "unit": "%"}, "%"),
        ({"text": "giảm 10% chi"}, "%"),
        ({"text": "ít nhất 03 sáng kiến", "unit": "sáng kiến"}, "sáng kiến"),
        ({"text": "đầy đủ"}, None),
    ],
)
def test_what_a_target_counts_in(target: dict[str, str], unit: str | None) -> None:
    assert unit_counted_in(target) == unit
