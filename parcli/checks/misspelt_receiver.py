"""A report goes to somebody whom the catalogue nearly knows.

Reports may go to anybody, also to offices that the catalogue need not have. A name that is almost a
unit's is most likely that unit's, mistyped.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.checks.written_names import receiving, unresolved
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR414"
SEVERITY = Severity.WARNING
_MESSAGE = N_("No unit of “{org}” is called “{unit}”, but one is nearly.")
_HINT = N_("Did you mean {near}? Otherwise add it to data/units/{org}.yaml.")
# About one wrong letter in ten, and no more.
_ALIKE = 0.9


def check(context: Context) -> Iterator[Finding]:
    """Each `to` of a report that is almost the name of a unit."""
    for name in unresolved(context):
        places = list(receiving(context, name.number))
        if name.candidates != "[]" or not places:
            continue
        on = context.day_of(name.org, name.since)
        known = context.names(name.org).find(name.written, on).suggestions
        near = next((each for each in known if _alike(each, name.written)), None)
        for place in places if near else ():
            yield found(*place, _MESSAGE, _HINT, unit=name.written, org=name.org, near=near)


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, folded(one), folded(other), autojunk=False)
    return matcher.ratio() >= _ALIKE
