"""Diagnostics as JSON: the form that other programs rely on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found


def write_json(found: Found, out: TextIO) -> None:
    """`{"summary": {…}, "diagnostics": […]}`, written as it is read."""
    counts = {"errors": found.errors, "warnings": found.warnings, "files": found.files}
    out.write('{\n  "summary": ' + json.dumps(counts) + ',\n  "diagnostics": [')
    separator = "\n"
    for diagnostic in found:
        out.write(separator + "    " + json.dumps(plain(diagnostic), ensure_ascii=False))
        separator = ",\n"
    out.write("]\n}\n" if separator == "\n" else "\n  ]\n}\n")


def plain(d: Diagnostic) -> dict[str, Any]:
    """One diagnostic as the contract has it; the path is relative to the registry, with "/"."""
    return {
        "code": d.code,
        "severity": d.severity.label,
        "file": d.file,
        "line": d.line,
        "column": d.column,
        "message": d.text(),
        "hint": d.advice(),
    }
