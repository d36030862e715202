"""`policies.severity` in parcli.yaml names a code that does not exist, or cannot be set.

It changes nothing, though somebody relies on it. State secrets, files that cannot be read to their
end and ignore comments themselves cannot be made a warning or be turned off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR904"
SEVERITY = Severity.ERROR
_UNKNOWN = N_("There is no diagnostic “{code}”.")
_UNKNOWN_HINT = N_("Did you mean {near}?")
_FIXED = N_("The severity of {code} cannot be changed.")
_FIXED_HINT = N_("Remove the line.")


def check(context: Context) -> Iterator[Finding]:
    """Each such code, in parcli.yaml."""
    # Both know of this module.
    from parcli.checks.ignoring import NEVER_IGNORED  # noqa: PLC0415  as said
    from parcli.checks.registered import known_codes  # noqa: PLC0415  as said

    codes = context.policies.get("severity", {})
    config = context.db.execute("SELECT file FROM config").fetchone()
    for code in codes if config else ():
        place = (config[0], "policies", ("severity", code))
        if code not in known_codes():
            near = ", ".join(nearest(code, known_codes(), limit=1, cutoff=0))
            yield found(*place, _UNKNOWN, _UNKNOWN_HINT, code=code, near=near)
        elif code in NEVER_IGNORED:
            yield found(*place, _FIXED, _FIXED_HINT, code=code)
