"""The manual's pages about forms: a code for every page, and examples that are what they say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from binh_minh import FilledForm, copied_to

from parcli.checks.manual import examples
from parcli.checks.registered import FORM_CODES
from parcli.documents.workbooks.form_columns import COLUMNS
from parcli.documents.workbooks.form_content import form_content
from parcli.documents.workbooks.form_writer import form_bytes
from parcli.intake import workbooks
from parcli.intake.workbooks.collecting import CollectOptions, collect
from parcli.queries.unit_lookup import unit
from parcli.registry.compiled.store import Index, open_index
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    found = open_index(copied_to(tmp_path))
    yield found
    found.db.close()


def codes_of(index: Index, lines: str) -> list[str]:
    """What is found in a form with “heading: words” in a task's row; a bare 0,85 is a figure."""
    office = unit(index, "binh-minh", "van-phong")
    assert office is not None
    content = form_content(index, office, Period.parse("2026-Q3"), date(2026, 9, 1))
    by_heading = {column.heading: column.id for column in COLUMNS}
    pairs = (line.split(": ") for line in lines.splitlines())
    typed: dict[str, Any] = {
        by_heading[heading]: 0.85 if text == "0,85" else text for heading, text in pairs
    }
    form = FilledForm(form_bytes(content)).fill("plI.II.3", **typed)
    asked = CollectOptions("2026-09-14", dry_run=True)
    return [d.code for d in collect(index, [("f.xlsx", form.bytes())], asked).diagnostics]


@pytest.mark.parametrize("code", ["PAR658", "PAR661", "PAR662"])
def test_the_pages_show_cells_that_are_wrong_and_right(index: Index, code: str) -> None:
    wrong, right = examples(code)

    assert codes_of(index, wrong) == [code]
    assert codes_of(index, right) == []


def test_every_code_of_forms_has_a_page() -> None:
    sources = Path(workbooks.__path__[0]).glob("*.py")
    raised = {code for path in sources for code in re.findall(r"PAR\d+", path.read_text("utf-8"))}

    assert raised == set(FORM_CODES)
