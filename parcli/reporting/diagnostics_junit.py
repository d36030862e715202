"""Diagnostics as a JUnit report, which almost every CI service shows."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from parcli.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found

# What XML 1.0 cannot hold, in whatever form.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(found: Found, out: TextIO, *, strict: bool = False) -> None:
    """A suite for each file with findings; warnings are failures only where they fail the run."""
    failures = found.errors + (found.warnings if strict else 0)
    tests = found.errors + found.warnings or 1
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="parcli validate" {_counts(tests, failures)}>\n')
    for file, group in groupby(found, key=lambda d: d.file):
        _write_suite(found.shown(file), list(group), out, strict=strict)
    if not found.errors and not found.warnings:
        out.write(f'  <testsuite name="parcli validate" {_counts(1, 0)}>\n')
        out.write('    <testcase classname="parcli" name="validate"/>\n  </testsuite>\n')
    out.write("</testsuites>\n")


def _write_suite(path: str, group: list[Diagnostic], out: TextIO, *, strict: bool) -> None:
    failures = sum(_fails(d, strict=strict) for d in group)
    out.write(f"  <testsuite name={_attribute(path)} {_counts(len(group), failures)}>\n")
    out.writelines(_cases(path, group, strict=strict))
    out.write("  </testsuite>\n")


def _counts(tests: int, failures: int) -> str:
    """The counts that every suite must have; an error would be a test that could not run."""
    return f'tests="{tests}" failures="{failures}" errors="0"'


def _cases(path: str, group: Iterable[Diagnostic], *, strict: bool) -> Iterable[str]:
    for d in group:
        case = f"{d.code} {d.line}:{d.column}"
        text = escape(_clean(f"{path}:{d.line}:{d.column}: {d.text()}\n{d.advice()}"))
        yield f"    <testcase classname={_attribute(path)} name={_attribute(case)}>\n"
        if _fails(d, strict=strict):
            kind = _attribute(d.severity.label)
            yield f"      <failure type={kind} message={_attribute(d.text())}>{text}</failure>\n"
        else:
            yield f"      <system-out>{text}</system-out>\n"
        yield "    </testcase>\n"


def _fails(d: Diagnostic, *, strict: bool) -> bool:
    return strict or d.severity is Severity.ERROR


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))
