"""The small organisation of `small_office`, indexed with whatever files a test adds."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from small_office import CALENDAR_2024, UNITS

from parcli.registry.compiled.store import Index, open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def indexed(registry: Callable[..., Path]) -> Iterator[Callable[..., Index]]:
    """The index of the small organisation with these files besides."""
    with ExitStack() as opened:

        def index(files: dict[str, str]) -> Index:
            usual = {"data/units/thu.yaml": UNITS, "data/calendar/2024.yaml": CALENDAR_2024}
            found = open_index(registry({**usual, **files}))
            opened.callback(found.db.close)
            wrong = found.db.execute("SELECT * FROM diagnostic WHERE severity = 2").fetchall()
            assert wrong == []
            return found

        yield index
