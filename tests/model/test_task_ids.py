"""Ids of tasks where numbers are missing, written in many ways, or stand twice."""

from __future__ import annotations

import pytest

from parcli.model.directive import Task
from parcli.model.task_ids import TaskIds, id_part, last_parts


@pytest.mark.parametrize(
    ("printed", "part"),
    [("1", "1"), ("1.", "1"), ("a)", "a"), ("IV", "IV"), ("1.2", "1.2"), ("-", ""), (None, "")],
)
def test_a_printed_number_is_a_part_of_an_id(printed: str | None, part: str) -> None:
    assert id_part(printed) == part


@pytest.mark.parametrize(
    ("numbers", "parts"),
    [
        (["1", "2"], ["1", "2"]),
        ([None, None], ["1", "2"]),
        ([None, "1"], ["1~2", "1"]),
        (["-", "-", "1"], ["1~2", "2", "1"]),
        ([None, "a)", "b)"], ["1", "a", "b"]),
    ],
)
def test_what_is_printed_keeps_its_id(numbers: list[str | None], parts: list[str]) -> None:
    assert last_parts([Task(number=number, text="x") for number in numbers]) == parts


def test_an_id_is_given_once() -> None:
    ids = TaskIds()

    assert [ids.unique(slug) for slug in ("I.1~2", "I.1", "I.1", "I.2")] == [
        "I.1~2", "I.1", "I.1~3", "I.2",
    ]  # fmt: skip
