from __future__ import annotations

import json
from typing import Any

import pytest

from parcli.schedule.deadline import (
    Asap,
    Compound,
    Deadline,
    Duration,
    Event,
    Fixed,
    NoDeadline,
    Ongoing,
    Range,
    Recurring,
    Reference,
    from_json,
    to_json,
)

EXAMPLES: list[tuple[Deadline, dict[str, Any]]] = [
    (
        Fixed(phrase="trước ngày 20/9/2022", relation="before", date="2022-09-20"),
        {
            "phrase": "trước ngày 20/9/2022",
            "kind": "fixed",
            "relation": "before",
            "date": "2022-09-20",
        },
    ),
    (
        Recurring(freq=("quarterly", "annual")),
        {"phrase": "", "kind": "recurring", "freq": ["quarterly", "annual"]},
    ),
    (
        Recurring(freq="semiannual", dates=("06-15", "12-01")),
        {"phrase": "", "kind": "recurring", "freq": "semiannual", "dates": ["06-15", "12-01"]},
    ),
    (
        Range(start="2026", end="open"),
        {"phrase": "", "kind": "range", "start": "2026", "end": "open"},
    ),
    (
        Duration(span="P15D", working_days=True, anchor="issue"),
        {
            "phrase": "",
            "kind": "duration",
            "relation": "by",
            "span": "P15D",
            "working_days": True,
            "anchor": "issue",
        },
    ),
    (
        Event(event="lũ rút", urgent=True),
        {"phrase": "", "kind": "event", "relation": "after", "event": "lũ rút", "urgent": True},
    ),
    (
        Reference(reference="kế hoạch năm"),
        {"phrase": "", "kind": "reference", "reference": "kế hoạch năm"},
    ),
    (
        Compound(phrase="trong năm 2026 và thường xuyên", parts=(Ongoing(), Asap(phrase="ngay"))),
        {
            "phrase": "trong năm 2026 và thường xuyên",
            "kind": "compound",
            "parts": [{"phrase": "", "kind": "ongoing"}, {"phrase": "ngay", "kind": "asap"}],
        },
    ),
    (NoDeadline(), {"phrase": "", "kind": "none", "reason": "empty"}),
]


@pytest.mark.parametrize(("deadline", "plain"), EXAMPLES, ids=lambda value: type(value).__name__)
def test_a_deadline_writes_to_json_and_reads_back(
    deadline: Deadline, plain: dict[str, Any]
) -> None:
    assert to_json(deadline) == plain
    assert from_json(json.loads(json.dumps(plain))) == deadline


def test_reading_leaves_the_plain_form_as_it_was() -> None:
    plain = {"kind": "recurring", "freq": ["weekly"]}

    from_json(plain)

    assert plain == {"kind": "recurring", "freq": ["weekly"]}


@pytest.mark.parametrize(
    ("plain", "error"),
    [
        ({}, KeyError),
        ({"kind": "someday"}, KeyError),
        ({"kind": "asap", "date": "2024-01-01"}, TypeError),
    ],
)
def test_another_form_is_refused(plain: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        from_json(plain)
