"""A file named as evidence is not there.

Whoever checks the report next year will look for it. It was moved, renamed, or never added to git.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.evidence_files import evidence_files
from parcli.checks.finding import Finding
from parcli.diagnostics import Severity, facts
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

CODE = "PAR610"
SEVERITY = Severity.ERROR
_MESSAGE = N_("The file “{path}” is not in the registry's folder.")
_HINT = N_("Put it there, or correct the path; it counts from the folder of parcli.yaml.")


def check(context: Context) -> Iterator[Finding]:
    """Each evidence file inside the registry that does not exist."""
    for each in evidence_files(context):
        if each.path is not None and not each.path.is_file():
            values = facts({"path": each.written})
            yield Finding(each.file, each.record, ("file",), _MESSAGE, _HINT, values)
