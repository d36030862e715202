"""How a task stands, in the words that offices write."""

from __future__ import annotations

import pytest

from parcli.model.status_names import FOR_UNITS, VIETNAMESE, nearest_status, status_named


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("done", "done"),
        ("HOÀN THÀNH", "done"),
        ("hoan thanh", "done"),
        ("Đã thực hiện", "done"),
        ("chưa hoàn thành", "in-progress"),
        ("Trả lại", "returned"),
        ("ổn", None),
        ("", None),
    ],
)
def test_a_status_is_known_by_its_names(written: str, status: str | None) -> None:
    assert status_named(written) == status


@pytest.mark.parametrize(
    ("written", "first"),
    [("xongg", "done"), ("hoan thanhh", "done"), ("đang lamm", "in-progress")],
)
def test_what_is_offered_instead_begins_with_the_likeliest(written: str, first: str) -> None:
    assert nearest_status(written)[0] == VIETNAMESE[first]


@pytest.mark.parametrize("written", ["ổn", "", "Trả lạii", "hoan thanhh"])
def test_a_unit_is_offered_every_status_that_is_its_own_to_give(written: str) -> None:
    assert sorted(nearest_status(written)) == sorted(VIETNAMESE[each] for each in FOR_UNITS)
