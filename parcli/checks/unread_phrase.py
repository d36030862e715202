"""A deadline that parcli cannot read.

The words state a time, but not in a way the grammar covers; or they state none at all. parcli never
guesses, so nothing falls due.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.schedule.impossible_dates import impossible_dates
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR501"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{phrase}” states a time that parcli cannot read.")
_NO_TIME = N_("“{phrase}” states no time.")
# What speaks of time in words that could not be read.
_TIME = re.compile(r"\b(?:ngày|tháng|quý|quí|năm|tuần|(?:19|20)\d\d)\b")
_HINT = N_("Mend the words if they were mistyped, or add `meaning:` to say what they mean.")


def check(context: Context) -> Iterator[Finding]:
    """Each deadline whose words, or a part of them, are beyond the grammar or say nothing of time.

    “Không”, “-” and the like are answers: there is no deadline. Dates that do not exist are told by
    a check of their own.
    """
    sql = """
    SELECT directive, at, coalesce(phrase, ''), instr(meaning, '"unread"') FROM duty
    WHERE instr(meaning, '"unread"') OR (instr(meaning, '"kind": "none"') AND phrase LIKE '% %')
    """
    for directive, at, phrase, unread in context.db.execute(sql):
        if impossible_dates(phrase):
            continue
        if unread or not folded(phrase).startswith("khong"):
            message = _MESSAGE if unread or _TIME.search(phrase.casefold()) else _NO_TIME
            yield found(directive, at, ("deadline",), message, _HINT, phrase=phrase)
