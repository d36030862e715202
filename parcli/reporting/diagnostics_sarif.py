"""Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services read."""

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

    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def write_sarif(
    found: Found, out: TextIO, title: Callable[[str], str], page: Callable[[str], str]
) -> None:
    """One run; `title` and `page` tell about a code, for the rules that occur."""
    codes = sorted({d.code for d in found})
    rules = [_rule(code, title(code), page(code)) for code in codes]
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
        result = _result(diagnostic, found.shown(diagnostic.file), codes, seen)
        out.write(separator + json.dumps(result, ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}]}\n")


def _rule(code: str, title: str, page: str) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": title},
        "help": {"text": page, "markdown": page},
    }


def _result(d: Diagnostic, path: str, codes: Sequence[str], seen: Counter[str]) -> dict[str, Any]:
    text = " ".join(part for part in (d.text(), d.advice()) if part)
    region = {"startLine": d.line, "startColumn": d.column}
    place = {"artifactLocation": {"uri": _uri(path)}, "region": region}
    return {
        "ruleId": d.code,
        "ruleIndex": codes.index(d.code),
        "level": d.severity.label,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"parcli/v1": fingerprint(d, seen)},
    }


def _uri(path: str) -> str:
    """A relative reference (RFC 3986), or a file URI for a path that is absolute."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)
