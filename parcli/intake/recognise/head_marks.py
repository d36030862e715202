"""Marks by which a line of a document's head is known: motto, number, V/v, place and date."""

from __future__ import annotations

import re

SUBJECT_MARK = re.compile(r"\s*(?:v\s*/\s*v|vv|về việc|trích yếu)\s*[:.]?\s*", re.IGNORECASE)
SALUTE = re.compile(r"\s*k[íi]nh\s+gửi\s*:?\s*", re.IGNORECASE)
MOTTO = re.compile(
    r"cong hoa xa hoi chu nghia( viet( nam)?)?|doc lap tu do hanh phuc|(chu nghia )?viet nam|nam|"
    r"dang cong san viet nam"
)
MOTTO_INSIDE = re.compile(r"cong hoa xa hoi chu nghia|doc lap tu do|dang cong san viet nam")
NUMBER_LINE = re.compile(r"\s*số\s*(?::\s*$|[:.]?\s*[\d/…._])", re.IGNORECASE)


def is_dateline(text: str) -> bool:
    """Whether a line states place and date, figures filled in or not."""
    return (
        bool(re.search(r"ngày[\s\d.…_/]*tháng[\s\d.…_/]*năm", text, re.IGNORECASE))
        and len(text) < 90
    )


def is_loud(text: str) -> bool:
    """Whether a text has letters, and only capitals."""
    return text.upper() == text and any(map(str.isalpha, text))
