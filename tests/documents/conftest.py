"""Word files for tests: small packages, the imaginary commune's reports, and texts of documents.

`commune`    the frame of reports on the imaginary commune's plan, for its second quarter of 2026
`ba_don`     the frame of reports on Ba Đồn's directive, for the third quarter of 2024
`word_file`  a .docx whose body is the WordprocessingML given: ``word_file("<w:p/>")`` → bytes
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from binh_minh import PLAN, copied_to

from parcli.documents.contexts.report_frame import ReportFrame, report_frame
from parcli.documents.profile import load_profile
from parcli.documents.template_builder.parts import template_bytes
from parcli.registry.compiled.store import open_index
from parcli.registry.year_calendar import working_calendar
from parcli.schedule.due_dates import Policies
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from parcli.schedule.working_days import WorkingCalendar


@pytest.fixture(scope="session")
def commune_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The imaginary commune's registry, copied."""
    return copied_to(tmp_path_factory.mktemp("commune"))


@pytest.fixture
def commune(commune_root: Path) -> Iterator[ReportFrame]:
    """Reports on the imaginary commune's plan for 2026-Q2, on 22/6/2026."""
    yield from _frame(commune_root, PLAN, "2026-Q2", date(2026, 6, 22))


@pytest.fixture
def commune_first(commune_root: Path) -> Iterator[ReportFrame]:
    """Reports on the imaginary commune's plan for 2026-Q1, on 20/3/2026."""
    yield from _frame(commune_root, PLAN, "2026-Q1", date(2026, 3, 20))


@pytest.fixture
def ba_don(shipped: Path) -> Iterator[ReportFrame]:
    """Reports on Ba Đồn's directive for 2024-Q3, on 20/9/2024."""
    yield from _frame(shipped, "ba-don-2024", "2024-Q3", date(2024, 9, 20))


def _frame(root: Path, directive: str, period: str, today: date) -> Iterator[ReportFrame]:
    index = open_index(root)
    calendar = working_calendar(index)
    yield report_frame(index, calendar, directive, Period.parse(period), today, Policies())
    index.db.close()


@pytest.fixture
def calendar(commune: ReportFrame) -> WorkingCalendar:
    """The working days of the imaginary commune."""
    return working_calendar(commune.index)


@pytest.fixture
def word_file() -> Callable[[str], bytes]:
    """Makes a .docx with the shipped styles around a body."""

    def make(body: str) -> bytes:
        return template_bytes(load_profile(), "Thử", body)

    return make
