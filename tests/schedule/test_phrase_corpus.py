"""The phrases of real documents in deadline-phrases.tsv, read as the table says they mean."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from parcli.schedule.deadline import to_json
from parcli.schedule.phrases import read_deadline
from parcli.text import folded

TABLE = Path(__file__).parent / "deadline-phrases.tsv"
RELATIONS = {"bare-date": "bare", "-": None}
REASONS = {
    "reporting-window": {"reporting-window"},
    "NOT-A-DEADLINE": {"as-of", "statement"},
}
ANCHORS = {
    "after receipt": "receipt",
    "after complete file": "complete-file",
    "after issue": "issue",
}
WEEKDAYS = {"Thứ Tư": 3}
NUMBERS = {"month", "day", "year_offset", "quarter", "times"}
LISTS = {"freq": "+", "dates": ","}
RENAMED = {"while": "condition", "as-of": "as_of", "ref": "reference"}
WHOLE: dict[str, dict[str, Any]] = {
    "": {},
    "-": {},
    "urgency": {"urgent": True},
    "also": {"on_request": True},
    "P10BD": {"span": "P10D", "working_days": True},
}


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def meaning(row: dict[str, str]) -> dict[str, Any]:
    """The row's columns as the JSON form of a deadline; free words are compared by `agrees`."""
    if row["kind"] in REASONS:
        return {"kind": "none", **_parts(row["normalised"], "none")}
    if row["kind"] == "compound":
        return {"kind": "compound"}
    expected = {"kind": row["kind"], **_parts(row["normalised"], row["kind"])}
    if (relation := RELATIONS.get(row["relation"], row["relation"])) is not None:
        expected["relation"] = relation
    return expected


def _parts(normalised: str, kind: str) -> dict[str, Any]:
    if kind == "duration":
        return _duration(normalised)
    expected: dict[str, Any] = {}
    for part in normalised.split(";"):
        name, _, value = part.strip().partition("=")
        expected |= _value(name, value)
    return expected


def _value(name: str, value: str) -> dict[str, Any]:
    if name in WHOLE:
        return WHOLE[name]
    if value.startswith("EVENT:"):
        return {"end_event": value.removeprefix("EVENT:")}
    if name in NUMBERS:
        return {name: int(value)}
    if name == "weekday":
        return {name: WEEKDAYS[value]}
    if name in LISTS and (name == "dates" or LISTS[name] in value):
        return {name: value.split(LISTS[name])}
    return {RENAMED.get(name, name): value}


def _duration(normalised: str) -> dict[str, Any]:
    span, _, anchor = normalised.partition(" ")
    expected: dict[str, Any] = {"span": span.replace("BD", "D"), "relation": "by"}
    if "BD" in span:
        expected["working_days"] = True
    if anchor == "before expiry":
        return expected | {"anchor": "expiry"}
    if anchor.startswith("before event: "):
        return expected | {"anchor": "event", "event": anchor.removeprefix("before event: ")}
    return expected | {"anchor": ANCHORS[anchor]}


def agrees(read: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether all of `read` is as expected; events and references agree when their words do."""
    known = {name for name in read if name not in {"phrase", "reason"}}
    if read["kind"] == "event":
        known -= {"urgent"}  # "ngay" stands in the table's notes only
    if known != set(expected):
        return False
    return all(_same(name, read[name], expected[name]) for name in expected)


def _same(name: str, read: Any, expected: Any) -> bool:
    if name not in {"event", "reference"}:
        return bool(read == expected)
    # The table shortens these by hand ("QĐ" for "Quyết định"); a phrase may be cut short.
    ours = set(folded(read.replace("Quyết định", "QĐ")).split())
    theirs = set(folded(expected).split())
    return theirs - {"soan", "du"} <= ours or ours <= theirs


def compound_agrees(read: dict[str, Any], normalised: str) -> bool:
    expected = []
    for part in normalised.split(" + "):
        fields = dict(pair.split("=", 1) for pair in part.split(";"))
        kind = fields.pop("kind")
        values: dict[str, Any] = {"kind": kind}
        for name, value in fields.items():
            values |= _value(name, value)
        expected.append(
            {"kind": "ongoing", "condition": "nếu có"} if kind == "conditional" else values
        )
    parts = [
        {name: value for name, value in part.items() if name != "phrase"} for part in read["parts"]
    ]
    return parts == expected


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["phrase"])
def test_phrase_of_a_real_document(row: dict[str, str]) -> None:
    read = to_json(read_deadline(row["phrase"]))

    assert read["phrase"] == row["phrase"]
    if row["kind"] in REASONS:
        assert read.get("reason") in REASONS[row["kind"]]
    if row["kind"] == "compound":
        assert compound_agrees(read, row["normalised"])
    else:
        assert agrees(read, meaning(row)), read
