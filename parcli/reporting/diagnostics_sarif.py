"""Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services read.

Also with what GitHub asks for beyond the schema: a full description of each rule, and where the
region ends. It computes the fingerprint it compares by itself, `primaryLocationLineHash`, and warns
of any other under that name; ours has a name of its own, for the services that compute none.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from parcli import __version__, language
from parcli.reporting.diagnostics_gitlab import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from parcli.checks.manual import Page
    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def write_sarif(found: Found, out: TextIO, page: Callable[[str], Page]) -> None:
    """One run; `page` is the manual page of a code, for the rules that occur."""
    codes = sorted({d.code for d in found})
    rules = [_rule(page(code)) for code in codes]
    driver = {
        "name": "parcli",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "language": language.chosen(),
        "columnKind": "unicodeCodePoints",
    }
    head = json.dumps(run, ensure_ascii=False)[:-1]
    out.write(
        f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [\n{head}, "results": ['
    )
    seen: Counter[str] = Counter()
    separator = "\n"
    for diagnostic in found:
        result = _result(diagnostic, found, codes, seen)
        out.write(separator + json.dumps(result, ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}]}\n")


def _rule(page: Page) -> dict[str, Any]:
    text = page.markdown()
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": " ".join(page.text.partition("\n\n")[0].split())},
        "help": {"text": text, "markdown": text},
    }


def _result(
    d: Diagnostic, found: Found, codes: Sequence[str], seen: Counter[str]
) -> dict[str, Any]:
    text = " ".join(part for part in (d.text(), d.advice()) if part)
    uri = _uri(found.shown(d.file))
    place = {"artifactLocation": {"uri": uri}, "region": _region(d, found.line(d))}
    return {
        "ruleId": d.code,
        "ruleIndex": codes.index(d.code),
        "level": d.severity.label,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"parcli/v1": fingerprint(d, seen)},
    }


def _region(d: Diagnostic, line: str) -> dict[str, int]:
    """From where the finding begins to the end of its line, one character at least."""
    end = max(len(line.rstrip()), d.column) + 1
    return {"startLine": d.line, "startColumn": d.column, "endLine": d.line, "endColumn": end}


def _uri(path: str) -> str:
    """A relative reference (RFC 3986), or a file URI for a path that is absolute."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)
