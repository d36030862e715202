"""A report's deadline is not in the words of the report.

`text` keeps the sentence, `deadline` its part that says when. If the one is not in the other,
parcli reminds of a day that the document does not name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR510"
SEVERITY = Severity.WARNING
_MESSAGE = N_("“{deadline}” is not in the words of this report.")
_HINT = N_("Copy the deadline as `text` has it.")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each reporting duty whose deadline its text does not have; those without a text aside."""
    for n, duty in enumerate(file.model.reports):
        if not duty.deadline or not duty.text or duty.deadline in duty.text:
            continue
        if folded(duty.deadline) not in folded(duty.text):
            path = ("reports", n, "deadline")
            yield file.found(CODE, path, _MESSAGE, _HINT, deadline=duty.deadline)
