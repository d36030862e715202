"""The guide lists every name that a Word template may use, as the finding PAR802 promises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parcli.documents.report_kinds import KINDS
from parcli.documents.template_check.shapes import element, is_record, names_of, without_none

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Path(__file__).parents[2] / "docs/huong-dan.md"


def names(record: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Each name of the record and of those in it, after the name that it belongs to."""
    for name, shape in names_of(record).items():
        yield above, name
        inside = without_none(element(shape) or shape)
        if is_record(inside):
            yield from names(inside, name)


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_stands_beside_what_it_belongs_to(kind: str) -> None:
    appendix = GUIDE.read_text(encoding="utf-8").partition("## Phụ lục")[2]
    rows = [set(re.findall(r"\w+", row)) for row in appendix.splitlines() if row.startswith("| `")]
    record = KINDS[kind].record_type()
    missing = [
        pair for pair in names(record) if not any(set(filter(None, pair)) <= row for row in rows)
    ]
    assert missing == []
