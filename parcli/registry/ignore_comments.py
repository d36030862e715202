"""Comments that silence a diagnostic: `# parcli: ignore[PAR301] why`, on the line or above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"#[ \t]*parcli:")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*parcli:[ \t]*ignore(?P<rest>.*)")
_CODES = re.compile(r"[ \t]*\[(?P<codes>[^\]]*)\](?P<reason>.*)", re.DOTALL)
_KEY = re.compile(
    r"(?P<indent>[ ]*(?:-[ ]+)*)[^\s#][^:\n]*:(?:[ \t]+(?P<value>[^\s#].*))?(?:[ \t]|$)"
)


_BLOCK_HEAD = re.compile(r"(?::|-)[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_LONGEST_BLOCK = 100  # lines: no paragraph of a document has more


class IgnoreComment(NamedTuple):
    """One comment: where it stands, the first and last line it covers, its codes and its reason."""

    line: int
    column: int
    first: int
    last: int
    codes: tuple[str, ...]
    reason: str


def ignore_comments(text: str) -> list[IgnoreComment]:
    """The comments of a file; those without codes in brackets silence nothing and have none.

    What looks like one inside a text of several lines is none: it belongs to the text.
    """
    comments = []
    line, counted = 1, 0
    values = _ValuesBelow(text)
    for start in _marked_lines(text):
        match = _COMMENT.search(_line(text, start))
        if match and not in_block_text(text, start):
            line, counted = line + text.count("\n", counted, start), start
            comments.append(_read(match, values, start, line))
    return comments


def _marked_lines(text: str) -> Iterator[int]:
    """Where each line begins that may have a comment for parcli.

    “#” is rare, and one letter is found ten times as fast as a word.
    """
    at = text.find("#")
    while at >= 0:
        if _MARK.match(text, at):
            start = text.rfind("\n", 0, at) + 1
            yield start
            at = start + len(_line(text, start)) - 1
        at = text.find("#", at + 1)


def in_block_text(text: str, start: int) -> bool:
    """Whether the line that begins at `start` is one of a text below “key: >-” or “key: |”."""
    indent = _indent(_line(text, start))
    for _line_above in range(_LONGEST_BLOCK):
        if not indent or not start:
            return False
        start = text.rfind("\n", 0, start - 1) + 1
        line = _line(text, start)
        if line.strip() and _indent(line) < indent:
            if _BLOCK_HEAD.search(line):
                return True
            if _KEY.match(line) or line.lstrip().startswith("-"):
                return False
            indent = _indent(line)
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class _ValuesBelow:
    """The values below comments, asked for from top to bottom.

    Thousands of comments may stand above one value: it is found once.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._first = self._last = 0
        self._at_end = False

    def last_line(self, start: int, line: int) -> int:
        """The last line of the value that follows the comment's; `line` itself where none does."""
        if line < self._first:
            return self._last
        if not self._at_end:
            lines = _lines_below(self.text, start)
            for number, text in enumerate(lines, line + 1):
                stripped = text.strip()
                if stripped and not stripped.startswith("#"):
                    self._first, self._last = number, _last(lines, number, text)
                    return self._last
            self._at_end = True
        return line


def _line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _lines_below(text: str, start: int) -> Iterator[str]:
    """The lines after the one that begins at `start`."""
    end = text.find("\n", start)
    while end >= 0:
        yield _line(text, end + 1)
        end = text.find("\n", end + 1)


def _read(match: re.Match[str], values: _ValuesBelow, start: int, line: int) -> IgnoreComment:
    found = _CODES.match(match["rest"])
    codes = tuple(code.strip() for code in found["codes"].split(",")) if found else ()
    reason = (found["reason"] if found else match["rest"]).strip(" \t:-–—\r")
    if match.string[: match.start()].strip():
        last = _last(_lines_below(values.text, start), line, match.string)
    else:
        last = values.last_line(start, line)
    return IgnoreComment(line, match.start() + 1, line, last, codes, reason)


def _last(below: Iterator[str], first: int, head: str) -> int:
    """The last line of the value that begins on `first`: its text may run over several lines."""
    key = _KEY.match(head)
    if key and not key["value"]:
        return first
    column = len(key["indent"]) if key else len(head) - len(head.lstrip(" -"))
    last = first
    for number, line in enumerate(below, first + 1):
        if line.strip() and _indent(line) <= column:
            break
        if line.strip():
            last = number
    return last
