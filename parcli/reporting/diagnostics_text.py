"""Diagnostics for people: place, message, the line with a caret, advice; then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from typing import TextIO

    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found

_WIDTH = 96
_COLOURS = {"error": "31;1", "warning": "33;1", "place": "1", "quiet": "2", "advice": "36"}


def write_text(found: Found, out: TextIO, *, colour: bool = False) -> None:
    """Every diagnostic, then one line that sums up."""
    last = None
    for last in found:
        out.write(_block(last, found, colour=colour) + "\n\n")
    out.write(summary(found) + "\n")
    if last is not None:
        hint = _("parcli explain {code} tells more.").format(code=last.code)
        out.write(_painted(hint, "quiet", colour=colour) + "\n")


def summary(found: Found) -> str:
    """One sentence: how many errors and warnings in how many files."""
    files = ngettext("{count} file", "{count} files", found.files).format(count=found.files)
    if not found.errors and not found.warnings:
        return _("{files} checked: nothing is wrong.").format(files=files)
    errors = ngettext("{count} error", "{count} errors", found.errors)
    warnings = ngettext("{count} warning", "{count} warnings", found.warnings)
    return _("{files} checked: {errors}, {warnings}.").format(
        files=files,
        errors=errors.format(count=found.errors),
        warnings=warnings.format(count=found.warnings),
    )


def severity_word(label: str) -> str:
    """ "error" or "warning" in the language in force."""
    return _("error") if label == Severity.ERROR.label else _("warning")


def _block(d: Diagnostic, found: Found, *, colour: bool) -> str:
    place = f"{found.shown(d.file)}:{d.line}:{d.column}:"
    label = f"{severity_word(d.severity.label)}[{d.code}]"
    head = (
        _painted(place, "place", colour=colour),
        _painted(label, d.severity.label, colour=colour),
        _on_one_line(d.text()),
    )
    lines = [" ".join(head), *_quoted(d, found.line(d), colour=colour)]
    if advice := _on_one_line(d.advice()):
        lines.append("    " + _painted(f"→ {advice}", "advice", colour=colour))
    return "\n".join(lines)


def _quoted(d: Diagnostic, line: str, *, colour: bool) -> list[str]:
    """The line and a caret below the column, cut to a window where the line is long."""
    if not line.strip():
        return []
    column = min(d.column - 1, len(line))
    start = max(0, column - _WIDTH // 2) if len(line) > _WIDTH else 0
    window = line[start : start + _WIDTH].rstrip()
    before = "…" if start else ""
    after = "…" if start + _WIDTH < len(line) else ""
    visible = before + _visible(window) + after
    margin = f"{d.line:>6} | "
    caret = " " * (len(margin) - 2) + "| " + " " * (len(before) + column - start) + "^"
    return [
        _painted(margin, "quiet", colour=colour) + visible,
        _painted(caret, d.severity.label, colour=colour),
    ]


def _visible(text: str) -> str:
    """`text` with what a terminal would obey or swallow replaced, one column a character."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def _on_one_line(text: str) -> str:
    return _visible(text.replace("\n", " "))


def _painted(text: str, style: str, *, colour: bool) -> str:
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text
