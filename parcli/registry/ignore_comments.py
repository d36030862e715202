"""Comments that silence a diagnostic: `# parcli: ignore[PAR301] why`, on the line or above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = "parcli:"
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*parcli:[ \t]*ignore(?P<rest>[^\n]*)", re.MULTILINE)
_CODES = re.compile(r"[ \t]*\[(?P<codes>[^\]]*)\](?P<reason>.*)", re.DOTALL)
_KEY = re.compile(
    r"(?P<indent>[ ]*(?:-[ ]+)*)[^\s#][^:\n]*:(?:[ \t]+(?P<value>[^\s#].*))?(?:[ \t]|$)"
)


class IgnoreComment(NamedTuple):
    """One comment: where it stands, the first and last line it covers, its codes and its reason."""

    line: int
    column: int
    first: int
    last: int
    codes: tuple[str, ...]
    reason: str


def ignore_comments(text: str) -> list[IgnoreComment]:
    """The comments of a file; those without codes in brackets silence nothing and have none."""
    if _WORD not in text:
        return []
    lines = text.split("\n")
    return [_read(match, text, lines) for match in _marked(text)]


def _marked(text: str) -> Iterator[re.Match[str]]:
    """The comments of the lines that hold the word; looking at every "#" takes ten times as long."""
    at = text.find(_WORD)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from _COMMENT.finditer(text, start, end)
        at = text.find(_WORD, end)


def _read(match: re.Match[str], text: str, lines: list[str]) -> IgnoreComment:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    found = _CODES.match(match["rest"])
    codes = tuple(code.strip() for code in found["codes"].split(",")) if found else ()
    reason = (found["reason"] if found else match["rest"]).strip(" \t:-–—\r")
    own_line = not lines[line - 1][: column - 1].strip()
    first = _next_content(lines, line) if own_line else line
    return IgnoreComment(line, column, min(line, first), _last(lines, first), codes, reason)


def _next_content(lines: list[str], line: int) -> int:
    """The line, from 1, of the first content below `line`; `line` itself where none follows."""
    for number in range(line + 1, len(lines) + 1):
        stripped = lines[number - 1].strip()
        if stripped and not stripped.startswith("#"):
            return number
    return line


def _last(lines: list[str], first: int) -> int:
    """The last line of the value that begins on `first`: its text may run over several lines."""
    head = lines[first - 1]
    key = _KEY.match(head)
    if key and not key["value"]:
        return first
    column = len(key["indent"]) if key else len(head) - len(head.lstrip(" -"))
    last = first
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            break
        if line.strip():
            last = number
    return last
