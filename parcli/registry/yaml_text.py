"""From the bytes of a file to text that YAML may be read from: encoding, size, odd characters."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, islice

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_

MAX_BYTES = 8 * 1024 * 1024

_BOM = "\ufeff"
# What no text file holds: C0 and C1 controls except tab, line feed, carriage return and next line.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Characters nobody sees: zero width, direction marks, soft hyphen, a byte-order mark inside; and
# the breaks that end a line for YAML and for no editor.
_INVISIBLE = re.compile("[\x85\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SUSPECT = re.compile(f"{_CONTROL.pattern}|{_INVISIBLE.pattern}")
_REPORTED = 20
# YAML 1.1: besides CR and LF, next line and the two separators of Unicode end a line.
_RARE_BREAKS = "\r\x85\u2028\u2029"
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def decoded(file: str, raw: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file and what is odd about it; None where it is not UTF-8 or not text."""
    if len(raw) > MAX_BYTES:
        return None, [_too_large(file)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, raw, error.start)]
    found: list[Diagnostic] = []
    if text.startswith(_BOM):
        text = text[1:]
        found.append(_byte_order_mark(file))
    # What can all be printed holds none of them, and is soonest asked.
    if not text.replace("\n", "").isprintable() and _SUSPECT.search(text):
        control = _CONTROL.search(text)
        if control is not None:
            return None, [*found, _control_character(file, text, control.start())]
        seen = islice(_INVISIBLE.finditer(text), _REPORTED)
        found += [_invisible(file, text, match.start()) for match in seen]
    if not unicodedata.is_normalized("NFC", text):
        found += _not_nfc(file, text)
    return text, found


def parted_by_line_feeds(text: str) -> bool:
    """Whether a text has neither tabs nor ends of lines but line feeds."""
    return not any(mark in text for mark in f"\t{_RARE_BREAKS}")


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character; lines end where YAML ends them."""
    line, start = 1, 0
    for found in LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, found.end()
    return line, offset - start + 1


def line_starts(text: str) -> list[int]:
    """Where each line begins; lines end where YAML ends them."""
    if any(mark in text for mark in _RARE_BREAKS):
        return [0, *(found.end() for found in LINE_BREAK.finditer(text))]
    lengths = (len(line) + 1 for line in text.split("\n")[:-1])
    return list(accumulate(lengths, initial=0))


def _too_large(file: str) -> Diagnostic:
    return finding_at(
        file,
        (1, 1),
        "PAR110",
        N_("The file has more than {limit} bytes and is not read."),
        N_("Split it: one file a directive."),
        limit=MAX_BYTES,
    )


def _not_utf8(file: str, raw: bytes, at: int) -> Diagnostic:
    line_start = raw.rfind(b"\n", 0, at) + 1
    column = len(raw[line_start:at].decode("utf-8", "replace")) + 1
    return finding_at(
        file,
        (raw.count(b"\n", 0, at) + 1, column),
        "PAR101",
        N_("The file is not UTF-8 text (byte {byte})."),
        N_("Save it as UTF-8; in Notepad: Save as, Encoding: UTF-8."),
        byte=f"0x{raw[at]:02X}",
    )


def _byte_order_mark(file: str) -> Diagnostic:
    return finding_at(
        file,
        (1, 1),
        "PAR102",
        N_("The file begins with a byte-order mark."),
        N_("Save it as UTF-8 without BOM, or run parcli fmt."),
        severity=Severity.WARNING,
    )


def _control_character(file: str, text: str, at: int) -> Diagnostic:
    return finding_at(
        file,
        place_of(text, at),
        "PAR103",
        N_("The file holds the control character U+{character}: it is damaged or no text file."),
        N_("Delete the character, or take the file from the last good copy."),
        character=f"{ord(text[at]):04X}",
    )


def _invisible(file: str, text: str, at: int) -> Diagnostic:
    return finding_at(
        file,
        place_of(text, at),
        "PAR105",
        N_("An invisible character, U+{character}, stands here."),
        N_("Delete it: it makes equal words differ."),
        severity=Severity.WARNING,
        character=f"{ord(text[at]):04X}",
    )


def _not_nfc(file: str, text: str) -> list[Diagnostic]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if unicodedata.is_normalized("NFC", line):
            continue
        composed = unicodedata.normalize("NFC", line)
        column = next(
            (i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), 0
        )
        found.append(
            finding_at(
                file,
                (number, column + 1),
                "PAR104",
                N_("Vietnamese letters here are stored in pieces (not Unicode NFC)."),
                N_("Run parcli fmt, or type the word again with Unicode dựng sẵn."),
            )
        )
        if len(found) == _REPORTED:
            break
    return found


def finding_at(
    file: str,
    place: tuple[int, int],
    code: str,
    message: str,
    hint: str,
    *,
    severity: Severity = Severity.ERROR,
    **values: object,
) -> Diagnostic:
    """A finding at a line and column of a file; an error where nothing else is said."""
    return Diagnostic(file, *place, code, severity, message, hint, facts(values))
