"""Workbooks speak to people: headings and fixed values in words, all else as it is."""

from __future__ import annotations

import pytest

from parcli.reporting.sheet_words import in_words
from parcli.reporting.tables import Sheet

LIST = Sheet(
    ("id", "kind", "name", "status", "exact", "days_left"),
    [
        ("a-2026/bao-cao", "report", "done", "overdue", "true", 3),
        ("a-2026/1", "xa", None, "in-progress", "false", None),
    ],
)


def test_headings_and_values_in_words() -> None:
    assert in_words(LIST) == Sheet(
        ["Id", "Kind", "Name", "Status", "Day named", "Days left"],
        [
            ["a-2026/bao-cao", "report", "done", "past the last day", "yes", 3],
            ["a-2026/1", "commune", None, "in progress", "no", None],
        ],
    )


def test_a_heading_without_words_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        in_words(Sheet(("colour",), []))
