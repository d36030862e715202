"""Diagnostics as GitHub workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.language import _
from parcli.reporting.diagnostics_text import summary, visible

if TYPE_CHECKING:
    from typing import TextIO

    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found


def write_github(found: Found, out: TextIO) -> None:
    """One `::error` or `::warning` command a line, then the summary as plain text."""
    out.writelines(_command(each, found.shown(each.file)) + "\n" for each in found)
    out.write(_data(summary(found)) + "\n")


def layout_command(path: str, line: int) -> str:
    """An `::error` command for a file whose layout differs from this line on."""
    message = _("Not in canonical layout from here on; parcli fmt lays the file out.")
    return f"::error file={_property(path)},line={line},title=parcli fmt::{_data(message)}"


def _command(d: Diagnostic, path: str) -> str:
    properties = f"file={_property(path)},line={d.line},col={d.column},title={_property(d.code)}"
    lines = [line for part in (d.text(), d.advice()) if part for line in part.split("\n")]
    message = "\n".join(map(visible, lines))
    return f"::{d.severity.label} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """`text` so that the runner reads it as one message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """`text` so that it ends neither its property nor the list of properties."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
