"""The document is marked MẬT, TỐI MẬT or TUYỆT MẬT.

A registry is shared and kept for ever in git's history: state secrets do not belong in it. parcli
refuses them: neither an ignore comment nor a policy silences this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parcli.diagnostics import Severity
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.diagnostics import Diagnostic
    from parcli.registry.inspection.document_parts import DataPath
    from parcli.registry.inspection.inspected import Inspected

CODE = "PAR706"
SEVERITY = Severity.ERROR
_MESSAGE = N_("This document is marked “{mark}”: state secrets do not belong in a registry.")
_HINT = N_("Remove the file, also from git's history, and tell your office's security officer.")
_WORDS = ("MẬT", "Mật", "mật", " Ậ ")
_CAPITALS = r"(?:(?:T ?U ?Y ?Ệ ?T|T ?Ố ?I) +)?M ?Ậ ?T"
_MARK = rf"(?P<mark>{_CAPITALS}|(?:Tuyệt|Tối) +[Mm]ật|Mật)"
# A stamp is a whole line, opens one before a dash, or closes one after a dash or in brackets.
_WHOLE = re.compile(rf"^[^\w\n]*{_MARK}[^\w\n]*$", re.MULTILINE)
_PART = re.compile(
    rf"^[^\w\n]*(?P<first>{_CAPITALS}) *[-–—:|/]"
    rf"|(?:[(\[]|[-–—:|/] +)(?P<last>{_CAPITALS})[^\w\n]*$",
    re.MULTILINE,
)
# "Độ mật: Tối mật"; "Độ mật: Mật, Tối mật hoặc …" only lists what there is.
_DECLARED = re.compile(
    r"\bđộ +mật *: *[\"'(\[]?(?P<mark>(?:(?:tuyệt|tối) +)?mật)(?= *(?:[.;)\]\"'#]|$))",
    re.MULTILINE | re.IGNORECASE,
)
_SMALL = re.compile(r"(?:(?:tuyệt|tối) +)?mật", re.IGNORECASE)
# Words of which "mật" is the second half, where a line breaks between them.
_FIRST_HALVES = ("bí", "bảo", "cơ", "thân", "ong", "mức", "độ", "chi", "đường")
# The word in any spelling of a stamp. No stamp has one of these before it on its line, nor a word
# after it.
_ANYWHERE = re.compile("[Mm] ?[Ậậ] ?[Tt]")
_AFTER_FIRST_HALF = re.compile(rf"\s(?:{'|'.join(_FIRST_HALVES)}) +\Z", re.IGNORECASE)
_LONGEST_BEFORE = 12
_BEFORE_A_WORD = re.compile(r" +\w")
_COMMENT = re.compile(r"(?:^|[ \t])#")
# A line of a file that cannot be read to its end: its value, alone or after a key.
_LINE = re.compile(r"[ \t]*(?:-[ \t]+)*(?:(?P<key>[^\W\d][\w -]*):[ \t]+)?(?P<value>[^#\n]*)")


def inspect(file: Inspected) -> Iterator[Diagnostic]:
    """Each value and comment with a stamp; in a file that breaks off, also each such line."""
    text = file.source.text
    if "Ậ" not in file.vocabulary and not (file.odd_words.secret and _may_be_stamped(text)):
        return
    told: set[int] = set()
    for at, mark in (*_in_values(file), *_in_lines(text, file.source.complete)):
        line = text.count("\n", 0, at)
        if line not in told:
            told.add(line)
            yield file.found_at(CODE, at, _MESSAGE, _HINT, severity=SEVERITY, mark=mark)


def _may_be_stamped(text: str) -> bool:
    """Whether "mật" stands anywhere but in "bảo mật", "mật khẩu" and the like, on one line.

    Most texts with the word have only these: then no value need be looked at.
    """
    for found in _ANYWHERE.finditer(text):
        at = found.start()
        before = text[max(0, at - _LONGEST_BEFORE) : at]
        if not _AFTER_FIRST_HALF.search(before) and not _BEFORE_A_WORD.match(text, found.end()):
            return True
    return False


def _in_values(file: Inspected) -> Iterator[tuple[int, str]]:
    """Where the values of the data bear a stamp, and which: lines of the file are wrapped."""
    for path, value in _scalars(file.source.data, ()):
        mark = _stamp(value)
        if not mark and path and isinstance(path[-1], str) and _SMALL.fullmatch(value.strip()):
            mark = value.strip()
        if mark:
            at = file.offset_of(path)
            inside = file.source.text.find(mark, at, at + 2 * len(value) + 80)
            yield max(at, inside), " ".join(mark.split())


def _in_lines(text: str, complete: bool) -> Iterator[tuple[int, str]]:
    """Where comments bear a stamp, and whole lines where the data are not complete."""
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            line = text[start : end if end >= 0 else None]
            mark = _in_line(line, complete)
            if mark:
                yield start + line.index(mark), mark
            at = text.find(word, start + len(line))  # a line has one stamp


def _in_line(line: str, complete: bool) -> str:
    comment = _COMMENT.search(line)
    if comment and (mark := _stamp(line[comment.end() :])):
        return mark
    if complete:
        return ""
    found = _LINE.match(line)
    value = found["value"].strip(" \"'") if found else ""
    mark = _stamp(value)
    return mark or (value if found and found["key"] and _SMALL.fullmatch(value) else "")


def _scalars(node: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Every value and key in which the word stands, with its place."""
    if isinstance(node, str):
        if "ậ" in node or "Ậ" in node:
            yield path, node
        return
    items = node.items() if isinstance(node, dict) else enumerate(node or ())
    for step, value in items:
        if isinstance(step, str) and "Ậ" in step:
            yield (*path, step), step
        yield from _scalars(value, (*path, step))


def _stamp(value: str) -> str:
    """The stamp that a text bears; "bí mật", "bảo mật" and "ong mật" are none."""
    declared = _DECLARED.search(value)
    if declared:
        return declared["mark"]
    for whole in _WHOLE.finditer(value):
        before = value[: whole.start()].split()
        if not before or before[-1].lower() not in _FIRST_HALVES:
            return whole["mark"]
    part = _PART.search(value)
    return (part["first"] or part["last"]) if part else ""
