"""Diagnostics as GitLab's code quality report."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found

_SEVERITIES = {"error": "major", "warning": "minor"}


def write_gitlab(found: Found, out: TextIO) -> None:
    """A JSON list; fingerprints stay the same when lines above move."""
    seen: Counter[str] = Counter()
    out.write("[")
    separator = "\n"
    for diagnostic in found:
        issue = _issue(diagnostic, found.shown(diagnostic.file), seen)
        out.write(separator + "  " + json.dumps(issue, ensure_ascii=False))
        separator = ",\n"
    out.write("\n]\n")


def _issue(d: Diagnostic, path: str, seen: Counter[str]) -> dict[str, Any]:
    return {
        "description": " ".join(part for part in (d.text(), d.advice()) if part),
        "check_name": d.code,
        "fingerprint": fingerprint(d, seen),
        "severity": _SEVERITIES[d.severity.label],
        "location": {"path": path, "lines": {"begin": d.line}},
    }


def fingerprint(d: Diagnostic, seen: Counter[str]) -> str:
    """What the finding is, without its line; a repetition in the same file counts on."""
    told = "\0".join((d.file, d.code, d.message, *(f"{key}={value}" for key, value in d.facts)))
    seen[told] += 1
    return sha256(f"{told}\0{seen[told]}".encode()).hexdigest()
