"""The first and last day of a stretch of time, as ISO text that compares as days do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from parcli.model.base import Validity


def first_day(validity: Validity | None) -> str:
    """The first day; before every other where the beginning is open."""
    return _first(validity.from_) if validity and validity.from_ else "0001-01-01"


def last_day(validity: Validity | None) -> str:
    """The last day; after every other where the end is open."""
    if validity is None or validity.until is None:
        return "9999-12-31"
    return Period.parse(validity.until).last.isoformat()


def _first(text: str) -> str:
    return Period.parse(text).first.isoformat()
