"""An explicit `meaning:` as a deadline, and all that is wrong with one."""

from __future__ import annotations

from typing import Any

import pytest

from parcli.model.deadline_meaning import BadMeaning, meaning_problems, read_meaning
from parcli.schedule.deadline import Compound, Fixed, NoDeadline


def test_a_meaning_is_the_deadline_it_names() -> None:
    given = {"kind": "fixed", "relation": "by", "date": "2026-03-15", "time": "17:00"}
    assert read_meaning(given, "trước Tết") == Fixed(
        "trước Tết", relation="by", date="2026-03-15", time="17:00"
    )
    parts = [{"kind": "fixed", "month": "3"}, {"kind": "none"}]
    assert read_meaning({"kind": "compound", "parts": parts}) == Compound(
        parts=(Fixed(month=3), NoDeadline())
    )


WRONG: dict[str, tuple[dict[str, Any], list[tuple[tuple[str | int, ...], str]]]] = {
    "no kind": ({"date": "2026-03-15"}, [(("kind",), "`kind` is missing")]),
    "a kind misspelt, and a day that does not exist": (
        {"kind": "fixd", "date": "2026-13-01"},
        [
            (("kind",), "“fixd” is not a kind of deadline. Did you mean “fixed”?"),
            (("date",), "“2026-13-01” is not a day that exists."),
        ],
    ),
    "a kind that nothing comes near": (
        {"kind": "???", "date": "x"},
        [(("kind",), "“???” is not a kind of deadline; it is one of: fixed,")],
    ),
    "a day that does not exist": (
        {"kind": "fixed", "date": "2026-02-30"},
        [(("date",), "“2026-02-30” is not a day that exists.")],
    ),
    "a day in another form": (
        {"kind": "fixed", "date": "15/3/2026"},
        [(("date",), "“15/3/2026” is not a value of “date”; allowed: 2024-07-21.")],
    ),
    "a key of another kind": (
        {"kind": "fixed", "freq": "monthly"},
        [(("freq",), "“freq” is no part of a fixed deadline")],
    ),
    "nothing to fall due on": ({"kind": "fixed"}, [((), "A fixed deadline needs date /")]),
    "parts that are none": ({"kind": "compound", "parts": "x"}, [(("parts",), "“x” is not a")]),
    "a part that is wrong": (
        {"kind": "compound", "parts": [{"kind": "none"}, {"kind": "fixed", "month": "13"}]},
        [(("parts", 1, "month"), "“13” is not a value of “month”; allowed: 1…12.")],
    ),
}


@pytest.mark.parametrize(("given", "expected"), WRONG.values(), ids=WRONG)
def test_everything_wrong_is_told(
    given: dict[str, Any], expected: list[tuple[tuple[str | int, ...], str]]
) -> None:
    found = list(meaning_problems(given))
    assert [problem.path for problem in found] == [path for path, _message in expected]
    for problem, (_path, message) in zip(found, expected, strict=True):
        assert str(problem).startswith(message)
    with pytest.raises(BadMeaning):
        read_meaning(given)
