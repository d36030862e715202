"""Diagnostics for people: place, message, the line with a caret, advice; then a summary."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from parcli.diagnostics import Severity
from parcli.language import _, ngettext

if TYPE_CHECKING:
    from typing import TextIO

    from parcli.diagnostics import Diagnostic
    from parcli.reporting.diagnostics_found import Found

_WIDTH = 96
_MARGIN = len("123456 | ") + len("……")  # around the part of a line that is shown
_COLOURS = {"error": "31;1", "warning": "33;1", "place": "1", "quiet": "2", "advice": "36"}


def write_text(
    found: Found, out: TextIO, *, colour: bool = False, width: int | None = None
) -> None:
    """Every diagnostic, then one line that sums up.

    `width` is that of a terminal, which would break lines anywhere and part a caret from its place.
    """
    last = None
    for last in found:
        out.write(_block(last, found, colour=colour, width=width) + "\n\n")
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


def _block(d: Diagnostic, found: Found, *, colour: bool, width: int | None) -> str:
    place = f"{found.shown(d.file)}:{d.line}:{d.column}:"
    label = f"{severity_word(d.severity.label)}[{d.code}]"
    head = (
        _painted(place, "place", colour=colour),
        _painted(label, d.severity.label, colour=colour),
        _broken(_on_one_line(d.text()), width, taken=len(f"{place} {label} "), indent=4),
    )
    room = _WIDTH if width is None else min(_WIDTH, max(width - _MARGIN, _MARGIN))
    lines = [" ".join(head), *_quoted(d, found.line(d), room, colour=colour)]
    if advice := _on_one_line(d.advice()):
        advice = _broken(f"→ {advice}", width, taken=4, indent=6)
        lines.append("    " + _painted(advice, "advice", colour=colour))
    return "\n".join(lines)


def _quoted(d: Diagnostic, line: str, room: int, *, colour: bool) -> list[str]:
    """The line and a caret below the column, cut to `room` characters where the line is long."""
    if not line.strip():
        return []
    column = min(d.column - 1, len(line))
    start = max(0, column - room // 2) if len(line) > room else 0
    window = visible(line[start : start + room].rstrip())
    before = "…" if start else ""
    after = "…" if start + room < len(line) else ""
    margin = f"{d.line:>6} | "
    indent = len(before) + _cells(visible(line[start:column]))
    caret = " " * (len(margin) - 2) + "| " + " " * indent + "^"
    return [
        _painted(margin, "quiet", colour=colour) + before + window + after,
        _painted(caret, d.severity.label, colour=colour),
    ]


def _cells(text: str) -> int:
    """How many columns of a terminal `text` takes: two a wide sign, none a combining one."""
    if text.isascii():
        return len(text)
    marks = sum(unicodedata.category(sign) in ("Mn", "Me") for sign in text)
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) - marks + wide


def _broken(text: str, width: int | None, *, taken: int, indent: int) -> str:
    """`text` broken at words to fit `width`, of which its first line has `taken` columns fewer."""
    if width is None:
        return text
    from textwrap import fill  # noqa: PLC0415  for terminals only

    first, further = " " * taken, " " * indent
    broken = fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return broken.removeprefix(first)


def visible(text: str) -> str:
    """`text` with what a terminal would obey or swallow replaced, character by character."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def _on_one_line(text: str) -> str:
    return visible(text.replace("\n", " "))


def _painted(text: str, style: str, *, colour: bool) -> str:
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text
