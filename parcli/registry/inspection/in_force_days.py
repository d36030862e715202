"""`in_force` begins or ends on a day that the document does not give.

A directive holds from its issue, or from a day that it names; until a day that it names, or the end
of a month in a year that it names. Any other day is a slip, and tasks fall due in the wrong season.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.periods import Period, Span
from parcli.schedule.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR511"
SEVERITY = Severity.WARNING
_FROM = N_("The directive does not name {day}, and was not issued on that day.")
_UNTIL = N_("The directive does not name {day}, which ends no month of a year that it names.")
_HINT = N_("Compare the day with the document; where only you know it, say why in an ignore.")
# "12 tháng kể từ ngày ký": the last day is worked out.
_SPANS = ("kể từ", "tính từ")
_LONGEST_DATE = 30
_BEFORE_A_YEAR = "/.- \n"
_DAY_AND_MONTH = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:\s?[/.-]\s?|\s+năm\s+)\Z"
)


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """The first and the last day, where they are whole dates without a ground in the words."""
    in_force = file.model.in_force
    if in_force is None:
        return
    words = file.words_without("in_force")
    begin, until = _day(in_force.from_), _day(in_force.until)
    if begin and until and until < begin:
        return  # another rule's finding
    if begin and file.model.issued and not _begins(begin, file.model.issued, words):
        path = ("in_force", "from")
        yield file.found(CODE, path, _FROM, _HINT, day=written_date(in_force.from_))
    if until and not _ends(until, words) and not any(span in words for span in _SPANS):
        path = ("in_force", "until")
        yield file.found(CODE, path, _UNTIL, _HINT, day=written_date(in_force.until))


def _day(text: str | None) -> date | None:
    """A whole date; None for a year, a month or nothing."""
    period = Period.parse(text) if text else None
    return period.first if period and period.span is Span.DAY else None


def _begins(day: date, issued: str, words: str) -> bool:
    """Whether the day is that of issue, the first of a named year, or in the words.

    True also before the issue: that is another rule's finding.
    """
    if Period.parse(issued).first >= day:
        return True
    begins_a_year = (day.month, day.day) == (1, 1)
    return (begins_a_year and str(day.year) in words) or _named(day, words)


def _ends(day: date, words: str) -> bool:
    """Whether the day or the one after is in the words, or it ends a month of a named year."""
    after = day + timedelta(days=1)
    if after.day == 1 and str(day.year) in words:
        return True
    return _named(day, words) or _named(after, words)


def _named(day: date, words: str) -> bool:
    """Whether the words give the day, in figures or as “ngày … tháng … năm …”."""
    if day.isoformat() in words:
        return True
    year = str(day.year)
    at = words.find(year)
    while at >= 0:
        # Most years stand alone: what is before one tells without looking for a date.
        if words[at - 1] in _BEFORE_A_YEAR:
            found = _DAY_AND_MONTH.search(words, max(0, at - _LONGEST_DATE), at)
            if found and (int(found["day"]), int(found["month"])) == (day.day, day.month):
                return True
        at = words.find(year, at + 4)
    return False
