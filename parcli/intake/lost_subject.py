"""The subject of a letter that prints none: taken from its opening words, and marked as a guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.intake.recognise.letterhead import NO_SUBJECT, UNKNOWN
from parcli.language import N_
from parcli.text import one_line

if TYPE_CHECKING:
    from parcli.intake.accounting import Ledger
    from parcli.intake.walking import Mapping

GUESSED_SUBJECT = N_("No subject stands at the head; it was taken from the opening words.")
_ABOUT = re.compile(r"\bvề (?:việc )?(?=\w)([^,;:]{10,250}?)(?=[,;:]|\.(?:\s|$)|\n|$)")


def complete_subject(values: Mapping, ledger: Ledger) -> None:
    """Put what the opening is about into a missing subject; nothing where it says no such thing."""
    found = _ABOUT.search(values.get("opening") or "")
    if values.get("subject") != UNKNOWN or found is None:
        return
    values["subject"] = one_line(found[1])
    ledger.doubts = [doubt for doubt in ledger.doubts if doubt.message != NO_SUBJECT]
    ledger.doubt(values, "subject", GUESSED_SUBJECT)
