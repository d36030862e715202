"""The comments of a YAML file, which its parser skips: found between the parser's events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.events import AliasEvent, ScalarEvent

from parcli.registry.yaml_layout.nodes import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMMENT = re.compile(r"#[^\n]*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
# One blank after a text; a key or a dash is none.
_AFTER_TEXT = re.compile(r"(?<!-)(?<![\s:]) \Z")
_BLOCK_HEADER = re.compile(r"(?:[&!]\S*\s+)*[|>][-+0-9]*[ \t]+(#[^\n]*)")


def find_remarks(text: str, events: Iterable[Any]) -> Iterator[Remark]:
    """Every comment of `text` in its order. Outside values “#” can begin nothing else."""
    at = 0
    for event in events:
        start = _offset(event.start_mark)
        if start > at:
            yield from _between(text, at, start)
        if isinstance(event, (ScalarEvent, AliasEvent)):
            yield from _after_indicator(text, event)
            at = _offset(event.end_mark)
        else:
            at = max(at, start)
    yield from _between(text, at, len(text))


def blank_line_in(text: str, start: int, end: int) -> bool:
    """Whether a line between two offsets is blank."""
    return _BLANK_LINE.search(text, start, end) is not None


def content_end(text: str, event: Any) -> int:
    """Where a value ends, without the blank lines that a block text takes in below it."""
    start, end = _offset(event.start_mark), _offset(event.end_mark)
    return start + len(text[start:end].rstrip())


def _offset(mark: Any) -> int:
    return int(mark.index)


def _between(text: str, start: int, end: int) -> Iterator[Remark]:
    ended = start
    while ended > 0 and text[ended - 1] in " \t\n":
        ended -= 1
    for found in _COMMENT.finditer(text, start, end):
        yield _remark(text, found.start(), found.group(), ended)
        ended = found.end()


def _after_indicator(text: str, event: Any) -> Iterator[Remark]:
    """The comment after the “>-” or “|-” that opens a block text."""
    if getattr(event, "style", None) in ("|", ">"):
        found = _BLOCK_HEADER.match(text, event.start_mark.index, event.end_mark.index)
        if found:
            remark = _remark(text, found.start(1), found.group(1), found.start(1))
            remark.close = False
            yield remark


def _remark(text: str, offset: int, comment: str, ended: int) -> Remark:
    line_start = text.rfind("\n", 0, offset) + 1
    before = text[line_start:offset]
    return Remark(
        comment.rstrip(),
        offset,
        len(before),
        whole_line=not before.strip(" \t"),
        blank_above=blank_line_in(text, ended, offset),
        close=_AFTER_TEXT.search(before) is not None,
    )
