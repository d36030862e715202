"""A file named as evidence is not the file that was reported.

Its SHA-256 is another than when the report was made: somebody replaced or changed it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.evidence_files import evidence_files
from parcli.checks.finding import Finding
from parcli.diagnostics import Severity, facts
from parcli.language import N_
from parcli.registry.evidence_files import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.checks.context import Context

CODE = "PAR611"
SEVERITY = Severity.ERROR
_MESSAGE = N_("“{path}” was changed after it was reported: its SHA-256 is {digest}….")
_HINT = N_("Take the reported file from git's history, or report the new one with its own hash.")


def check(context: Context) -> Iterator[Finding]:
    """Each evidence file that is there with another hash than stated."""
    for each in evidence_files(context):
        if each.path is None or each.sha256 is None or not each.path.is_file():
            continue
        digest = sha256_of(each.path)
        if digest != each.sha256:
            values = facts({"path": each.written, "digest": digest[:12]})
            yield Finding(each.file, each.record, ("sha256",), _MESSAGE, _HINT, values)
