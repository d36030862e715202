"""The path of a piece of evidence leads out of the registry's folder.

Such a file is not kept with the registry, is on one computer only, and must not be opened by a
program that reads files which came by mail.
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

CODE = "PAR612"
SEVERITY = Severity.ERROR
_MESSAGE = N_("“{path}” leads out of the registry's folder.")
_HINT = N_("Copy the file into the registry and write its path from there.")


def check(context: Context) -> Iterator[Finding]:
    """Each evidence path that is absolute or climbs out with "..", by links as well."""
    for each in evidence_files(context):
        if each.path is None:
            values = facts({"path": each.written})
            yield Finding(each.file, each.record, ("file",), _MESSAGE, _HINT, values)
