"""A district's or commune's document has a department of the province lead a task.

Committees give tasks to their own departments and to those below them; a department of the province
(sở) is none of these. It may cooperate and receive reports. As a lead it was most likely copied
from the province's document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parcli.checks.finding import found
from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context
    from parcli.checks.finding import Finding

CODE = "PAR417"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{unit}” is a department of the province, and leads in a document of {issuer}.")
_HINT = N_("Compare the lead with the document; who only helps goes to `support`.")
_BELOW = re.compile(r"(?:uy ban nhan dan|ubnd) (?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa) ")
_LEADING = """
SELECT a.directive, t.at, a.n, n.written, d.issuer FROM unit u
CROSS JOIN organisation o ON o.id = u.org AND o.level IN ('district', 'commune')
CROSS JOIN name n ON n.org = u.org AND n.unit = u.id
CROSS JOIN assignment a ON a.name = n.id AND a.role = 1
CROSS JOIN task t ON t.directive = a.directive AND t.n = a.task
CROSS JOIN directive d ON d.id = a.directive
WHERE u.name LIKE 'Sở %' AND NOT u.is_group
ORDER BY a.directive, a.task
"""


def check(context: Context) -> Iterator[Finding]:
    """Each place of such a lead; none where the document is the province's or a city's own."""
    for directive, at, n, written, issuer in context.db.execute(_LEADING).fetchall():
        if _BELOW.match(folded(issuer)):
            yield found(directive, at, ("lead", n), _MESSAGE, _HINT, unit=written, issuer=issuer)
